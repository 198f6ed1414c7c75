"""mistune's block parser, taught to remember where each token came from.

mistune keeps no positions, but two facts give them all back. A container (a list item, a quote) hands its inside to a
child state line by line, and alters only the *front* of a line: it strips markers and expands tabs. So the n-th line
of a child is a known line of its root, and columns agree when counted from the right. And every token is made by
`parse_method`, or from lines that a paragraph takes up. So subclasses suffice; no part of mistune is replaced for other
users of it.

A block token is left with `place`, its (state, start, end); one with inline text has `state` and `chunks`, the
stretches of `state.src` that its text consists of; a list item or a quote has `part`, its start and its inside.
"""

import re
import string
from bisect import bisect_right
from functools import cache, cached_property
from typing import Any

from mistune.block_parser import BlockParser
from mistune.core import BlockState
from mistune.helpers import BLOCK_TAGS, HTML_TAGNAME, PRE_TAGS
from mistune.plugins.table import table
from mistune.util import unikey

from casecheck import limits

Token = dict[str, Any]
Chunk = tuple[int, int]  # start and end in a state's text

# CommonMark's attributes. mistune's own expression lets an unquoted value hold blanks, which makes it exponential.
HTML_ATTRIBUTES = r"(?:\s+[A-Za-z_:][A-Za-z0-9_.:-]*(?:\s*=\s*(?:[^\s\"'=<>`]+|'[^']*'|\"[^\"]*\"))?)*"
OPEN_TAG = re.compile(r"<" + HTML_TAGNAME + HTML_ATTRIBUTES + r"\s*/?>")
OPEN_TAG_LINE = re.compile(HTML_ATTRIBUTES + r"[ \t]*>[ \t]*(?:\n|$)")
EMPTY_ITEM = re.compile(r"[ \t]*(?:[*+-]|\d{1,9}[.)])\s*$")
INDENT = re.compile(r"[ \t]*")


class TooManyPartsError(Exception):
    """The body has more parts than casecheck reads; the root has those up to there."""


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
        self.parts = 0  # of the root only: how much has been read
        self.too_deep: int | None = None  # of the root only: where containers were nested too deeply

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
        line = self.line_at(container.next_start)
        if container.rule == "list":
            if EMPTY_ITEM.match(self.src, self.starts[line], self.line_end(line)):
                line += 1  # mistune leaves the line of a lone marker out
            item_start = container.next_start
            container.next_start = self.starts[max(self.line_at(self.cursor) - 1, 0)]  # if another item follows
        else:
            item_start = container.next_start
        child = super().child_state(src, lazy_line_starts)
        assert isinstance(child, PlacedState)  # mistune makes a child of its parent's class
        child.first_line = self.first_line + line
        container.parts.append((item_start, child))
        self.root.count_parts()
        return child

    def count_parts(self, number: int = 1) -> None:
        """Count more parts of the body; beyond the bound, raise TooManyPartsError."""
        self.parts += number
        if self.parts > limits.MAX_BODY_PARTS:
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


class Container:
    """A construct being parsed: its rule, where its next part starts, and the parts (list items) found so far."""

    __slots__ = ("next_start", "parts", "rule")

    def __init__(self, rule: str, start: int) -> None:
        self.rule = rule
        self.next_start = start
        self.parts: list[tuple[int, PlacedState]] = []


class LineRules:
    """A pattern all of whose alternatives start with `^`: it is tried once a line, where `re` tries each character."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.match = pattern.match

    def search(self, text: str, start: int) -> re.Match[str] | None:
        """The first match from `start` on."""
        while start < len(text):
            found = self.match(text, start)
            if found:
                return found
            start = text.find("\n", start) + 1 or len(text)
        return None


class PlacedBlockParser(BlockParser):
    """mistune's block parser whose tokens know their places, and which no text can hang."""

    state_cls = PlacedState

    def __init__(self) -> None:
        super().__init__()
        self._line_rules: dict[str, LineRules] = {}

    def compile_sc(self, rules: list[str] | None = None) -> Any:
        """What to look for at the start of a line, for some of the rules."""
        key = " ".join(rules or self.rules)
        found = self._line_rules.get(key)
        if found is None:
            found = self._line_rules[key] = LineRules(super().compile_sc(rules))
        return found

    def parse_method(self, m: re.Match[str], state: BlockState) -> int | None:
        """Parse one construct and note the places of the tokens that it makes."""
        assert isinstance(state, PlacedState)
        assert m.lastgroup
        if m.lastgroup == "nptable" and m.start() < state.table_free_until:
            return None
        if state.nesting + len(state.containers) >= limits.MAX_BODY_NESTING:
            if state.root.too_deep is None:
                state.root.too_deep = state.in_root(m.start())
            return None
        state.root.count_parts()
        count, container = len(state.tokens), Container(m.lastgroup, m.start())
        state.containers.append(container)
        try:
            end = super().parse_method(m, state)
        finally:
            state.containers.pop()
        if m.lastgroup == "nptable" and end is None:
            # Rows up to the one that does not fit would all fail at that same row again.
            state.table_free_until = state.last_line_read
        for token in state.tokens[max(0, count - 1) :]:  # a quote may be put before the last token
            if "place" not in token and token["type"] != "paragraph":
                _place(token, state, m, end or state.cursor, container)
        return end

    def parse_ref_link(self, m: re.Match[str], state: BlockState) -> int | None:
        """A link reference definition; the first one of a label counts."""
        assert isinstance(state, PlacedState)
        known = len(state.env["ref_links"])
        end = super().parse_ref_link(m, state)
        if len(state.env["ref_links"]) > known:
            state.definitions[unikey(m.group("reflink_1"))] = (state, m.end())
        return end

    def parse_atx_heading(self, m: re.Match[str], state: BlockState) -> int:
        """A heading with `#`; mistune's way to trim closing `#` is quadratic in a run of blanks."""
        text = m.group("atx_2").strip(string.whitespace)
        closing = text.rstrip().rstrip("#")
        if closing != text.rstrip() and (not closing or closing[-1].isspace()):
            text = closing.rstrip()
        level = len(m.group("atx_1"))
        state.append_token({"type": "heading", "text": text, "attrs": {"level": level}, "style": "atx"})
        return m.end() + 1

    def parse_raw_html(self, m: re.Match[str], state: BlockState) -> int | None:
        """HTML between blank lines; mistune's expression for any other opening tag is exponential."""
        name = m.group(0).strip()[1:].lower()
        if not name[0].isalpha() or name in BLOCK_TAGS or name in PRE_TAGS:
            return super().parse_raw_html(m, state)
        end = state.append_paragraph()
        if end:
            return end
        if not OPEN_TAG_LINE.match(state.src, m.end(), state.find_line_end()):
            return None
        blank = self.BLANK_LINE.search(state.src, state.cursor)
        end = blank.start() if blank else state.cursor_max
        state.append_token({"type": "block_html", "raw": state.get_text(end)})
        return end


def _place(token: Token, state: PlacedState, m: re.Match[str], end: int, container: Container) -> None:
    token["place"] = (state, m.start(), end)
    if token["type"] == "heading" and "chunks" in token:  # underlined
        token["place"] = (state, token["chunks"][0][0], end)
    elif token["type"] == "heading":
        blanks = len(m.group("atx_2")) - len(m.group("atx_2").lstrip(string.whitespace))
        start = m.start("atx_2") + (blanks if token["text"] else 0)
        token["state"], token["chunks"] = state, [(start, start + len(token["text"]))]
    elif token["type"] == "list":
        for item, part in zip(token["children"], container.parts, strict=True):
            item["part"] = part
    elif token["type"] == "block_quote":
        token["part"] = container.parts[0]
    elif token["type"] == "table":
        _place_table(token, state, m.start())


def _place_table(table: Token, state: PlacedState, start: int) -> None:
    first = state.line_at(start)
    head, body = table["children"]
    last = first + 1 + len(body["children"])
    body["place"] = (state, state.line_end(first + 1), state.line_end(last))
    if body["children"]:
        body["place"] = (state, state.starts[first + 2], state.line_end(last))
    for line, row in [(first, head), *enumerate(body["children"], first + 2)]:
        end = state.line_end(line)
        row["place"] = (state, state.starts[line], end)
        at = state.starts[line]
        for cell in row["children"]:
            # Between two cells there are only blanks and one bar, so the next occurrence is the cell.
            at = state.src.index(cell["text"], at, end)
            cell["state"], cell["chunks"] = state, [(at, at + len(cell["text"]))]
            at += len(cell["text"])


class _Host:
    """What mistune's table plugin looks for in a Markdown object."""

    renderer = None

    def __init__(self, block: BlockParser) -> None:
        self.block = block


@cache
def block_parser() -> PlacedBlockParser:
    """A block parser that knows tables."""
    parser = PlacedBlockParser()
    table(_Host(parser))  # type: ignore[arg-type]  # a Markdown object would bring its own parsers
    return parser
