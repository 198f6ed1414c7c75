"""mistune's block parser, taught to remember where each token came from, and to read any text in good time.

Every token is made by `parse_method`, or from lines that a paragraph takes up; so a subclass suffices, and no part of
mistune is replaced for other users of it. A block token is left with `place`, its (state, start, end); one with inline
text has `state` and `chunks`, the stretches of `state.src` that its text consists of; a list item or a quote has
`part`, its start and its inside.
"""

import re
import string
from functools import cache
from typing import Any

from mistune.block_parser import BlockParser
from mistune.core import BlockState
from mistune.helpers import BLOCK_TAGS, HTML_TAGNAME, PRE_TAGS
from mistune.plugins.table import table
from mistune.util import unikey

from casecheck import limits
from casecheck.parse.markdown_state import Container, PlacedState, Token

# CommonMark's attributes. mistune's own expression lets an unquoted value hold blanks, which makes it exponential.
HTML_ATTRIBUTES = r"(?:\s+[A-Za-z_:][A-Za-z0-9_.:-]*(?:\s*=\s*(?:[^\s\"'=<>`]+|'[^']*'|\"[^\"]*\"))?)*"
OPEN_TAG = re.compile(r"<" + HTML_TAGNAME + HTML_ATTRIBUTES + r"\s*/?>")
OPEN_TAG_LINE = re.compile(HTML_ATTRIBUTES + r"[ \t]*>[ \t]*(?:\n|$)")


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
