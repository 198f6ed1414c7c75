"""Where in the body every stretch of text stands that mistune's block parser looks at.

mistune keeps no positions, but one fact gives them all back. A container (a list item, a quote) hands its inside to a
child state line by line, and alters only the *front* of a line: it strips markers and expands tabs. So the n-th line of
a child is a known line of its root, and columns agree when they are counted from the right.
"""

import re
from bisect import bisect_right
from functools import cached_property
from typing import Any

from mistune.core import BlockState

from casecheck import limits

Token = dict[str, Any]
Chunk = tuple[int, int]  # start and end in a state's text

EMPTY_ITEM = re.compile(r"[ \t]*(?:[*+-]|\d{1,9}[.)])\s*$")


class TooManyPartsError(Exception):
    """The body has more parts than casecheck reads; the root has those up to there."""


class Container:
    """A construct being parsed: its rule, where its next part starts, and the parts (list items) found so far."""

    __slots__ = ("next_start", "parts", "rule")

    def __init__(self, rule: str, start: int) -> None:
        self.rule = rule
        self.next_start = start
        self.parts: list[tuple[int, PlacedState]] = []


class PlacedState(BlockState):
    """The text of the body, or of the inside of a container, that can tell where in the body it stands."""

    root: "PlacedState"

    def __init__(self, parent: "PlacedState | None" = None) -> None:
        super().__init__(parent)
        self.root = parent.root if parent else self
        self.first_line = 0  # the root's line (from 0) that is this state's first
        self.containers: list[Container] = []  # those being parsed, innermost last
        self.table_free_until = 0
        self.last_line_read = 0
        if parent:  # mistune caches blank lines in `env`, for one state at a time: shared, that is quadratic
            self.env = {"ref_links": parent.env["ref_links"]}
        self.nesting: int = parent.nesting + len(parent.containers) if parent else 0
        self.definitions: dict[str, tuple[PlacedState, int]] = parent.definitions if parent else {}
        self.parts_read = 0  # of the root only
        self.too_deep: int | None = None  # of the root only: the place

    @cached_property
    def starts(self) -> list[int]:
        """The offset at which each line starts."""
        return [0, *(match.end() for match in re.finditer("\n", self.src))]

    def line_at(self, offset: int) -> int:
        """The line (from 0) that an offset is in."""
        return bisect_right(self.starts, offset) - 1

    def line_end(self, line: int) -> int:
        """The offset of a line's end, its `\\n` left out."""
        return self.starts[line + 1] - 1 if line + 1 < len(self.starts) else len(self.src)

    def in_root(self, offset: int) -> int:
        """Where in the root's text an offset of this text is."""
        if self.root is self:
            return offset
        line = self.line_at(offset)
        root_line = min(self.first_line + line, len(self.root.starts) - 1)
        from_right = self.line_end(line) - offset
        return max(self.root.starts[root_line], self.root.line_end(root_line) - from_right)

    def child_state(self, src: str, lazy_line_starts: set[int] | None = None) -> "PlacedState":
        """A state for the inside of the container that is being parsed."""
        container = self.containers[-1]
        start = container.next_start
        line = self.line_at(start)
        if container.rule == "list":
            if EMPTY_ITEM.match(self.src, self.starts[line], self.line_end(line)):
                line += 1  # mistune leaves the line of a lone marker out
            container.next_start = self.starts[max(self.line_at(self.cursor) - 1, 0)]  # if another item follows
        child = super().child_state(src, lazy_line_starts)
        assert isinstance(child, PlacedState)  # mistune makes a child of its parent's class
        child.first_line = self.first_line + line
        container.parts.append((start, child))
        self.root.count_parts()
        return child

    def count_parts(self, number: int = 1) -> None:
        """Count more parts of the body; beyond the bound, raise TooManyPartsError."""
        self.parts_read += number
        if self.parts_read > limits.MAX_BODY_PARTS:
            raise TooManyPartsError

    def add_paragraph(self, text: str) -> None:
        """Take up a stretch that starts at the cursor into the current paragraph, or into a new one."""
        last = self.last_token()
        if not last or last["type"] != "paragraph":
            last = {"type": "paragraph", "state": self, "chunks": []}
            self.tokens.append(last)
        self._add_chunk(last["chunks"], self.cursor, self.cursor + len(text))

    def append_paragraph(self) -> int | None:
        """Take up the line at the cursor if a paragraph is open; the offset behind it."""
        last = self.last_token()
        if not last or last["type"] != "paragraph":
            return None
        end = self.find_line_end()
        self._add_chunk(last["chunks"], self.cursor, end)
        return end

    @staticmethod
    def _add_chunk(chunks: list[Chunk], start: int, end: int) -> None:
        if chunks and chunks[-1][1] == start:
            chunks[-1] = (chunks[-1][0], end)
        else:
            chunks.append((start, end))

    def append_token(self, token: Token) -> None:
        """Add a token; indented code comes from outside `parse_method`, so its place is noted here."""
        if token["type"] == "block_code" and token["style"] == "indent":
            last_line = self.line_at(self.cursor) + token["raw"].count("\n")
            token["place"] = (self, self.cursor, self.line_end(min(last_line, len(self.starts) - 1)))
        super().append_token(token)

    def get_line(self, start_pos: int) -> str:
        """The line that starts at an offset, with its line end."""
        self.last_line_read = start_pos
        line = super().get_line(start_pos)
        self.root.count_parts(1 + line.count("|"))  # a bar is a table cell
        return line
