"""mistune's inline tokens, and where in the text of their paragraph each of them stands.

Inline tokens have no positions, and need none: in their order they are the paragraph's text, but for what each kind of
token takes away in its own fixed way (the stars of emphasis, the backslash of an escape, the address of a link). So one
walk along the text finds every token again.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from mistune.core import InlineState
from mistune.helpers import HTML_TAGNAME, PUNCTUATION, parse_link_href, parse_link_label, parse_link_title
from mistune.inline_parser import AUTO_EMAIL, InlineParser
from mistune.plugins.formatting import strikethrough

from casecheck.parse.markdown import Node
from casecheck.parse.markdown_blocks import OPEN_TAG
from casecheck.parse.markdown_state import Token
from casecheck.source import Span

CLOSING_TAG = re.compile(r"</" + HTML_TAGNAME + r"\s*>")
ESCAPE = re.compile(r"\\" + PUNCTUATION)
AUTOMATIC_LINK = re.compile(InlineParser.SPECIFICATION["auto_link"] + "|" + AUTO_EMAIL)
LITERAL = re.compile(rf"(?P<escape>{ESCAPE.pattern})|(?P<automatic>{AUTOMATIC_LINK.pattern})|[^\\<]++|.", re.DOTALL)
BREAK = re.compile(r"(?:\\| *)\n\s*")
QUOTE = re.compile(r"[\"'(]")
# What nearly every destination looks like; mistune's own functions, for the others, go character by character.
SIMPLE_DESTINATION = re.compile(r'(?P<address>[^\s()<\\\x00-\x1f\x7f]++)(?:[ \n]++"(?P<title>[^"\\\x00]*+)")?\)')
BACKTICKS = re.compile(r"`+")
NO_ATTRS: Mapping[str, Any] = {}


class LinearInlineParser(InlineParser):
    """mistune's inline parser, without the expression for tags that a text of 135 characters can hang."""

    def parse_inline_html(self, m: re.Match[str], state: InlineState) -> int | None:
        """A tag, a comment, a declaration or an instruction."""
        if state.src[m.start() + 1] in "!?":
            return super().parse_inline_html(m, state)
        tag = OPEN_TAG.match(state.src, m.start()) or CLOSING_TAG.match(state.src, m.start())
        if tag is None:
            return None
        raw = tag.group()
        state.append_token({"type": "inline_html", "raw": raw})
        if raw[:3].lower() in {"<a ", "<a>"}:
            state.in_link = True
        elif raw[:4].lower() in {"</a ", "</a>"}:
            state.in_link = False
        return tag.end()


class _Host:
    """What mistune's strikethrough plugin looks for in a Markdown object."""

    renderer = None

    def __init__(self, inline: InlineParser) -> None:
        self.inline = inline


@cache
def inline_parser() -> InlineParser:
    """An inline parser that knows `~~strikethrough~~`."""
    parser = LinearInlineParser()
    strikethrough(_Host(parser))  # type: ignore[arg-type]  # a Markdown object would bring its own parsers
    return parser


@dataclass(frozen=True, slots=True)
class Target:
    """A link or an image: its node, and as stretches of the text what stands in its brackets, its address and title.

    `label` is that of a reference, whose address and title stand elsewhere. `title` is None where there is none.
    `shown` is False for what stands in an image's alt text.
    """

    node: Node
    inner: Span
    address: Span
    title: Span | None
    label: str | None
    shown: bool
    automatic: bool


@dataclass(slots=True)
class Walk:
    """One walk along the text of a paragraph.

    `place` turns a stretch of the text into a span of the source; `at` is how far the walk has come. After `nodes`,
    `understood` holds the stretches that Markdown took for more than text, `targets` the links and images, `html` the
    offset and text of each inline tag.
    """

    text: str
    place: Callable[[int, int], Span]
    at: int = 0
    images_open: int = 0  # whose alt text the walk is in
    verbatim_until: int = 0  # where escapes count again
    first: int = 0  # where what mistune reads as one begins and ends: the text, or the inside of a strikethrough
    stop: int = -1
    delimiters: InlineState | None = None
    understood: list[tuple[int, int]] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    html: list[tuple[int, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.stop = len(self.text)

    def nodes(self, tokens: list[Token]) -> tuple[Node, ...]:
        """The nodes of the tokens that start where the walk is."""
        return tuple([STEPS[token["type"]](self, token) for token in tokens])

    def literal(self, token: Token) -> Node:
        """Text, in which an escape is one character shorter than it was written."""
        start, raw = self.at, token["raw"]
        written = self.text[start : start + len(raw)]
        if "\\" in written or "<" in written:
            self._pass_escaped(len(raw))
        else:
            self.at += len(raw)
        return Node("text", self.place(start, self.at), (), raw, NO_ATTRS)

    def _pass_escaped(self, length: int) -> None:
        while length > 0:
            match = LITERAL.match(self.text, self.at, self.stop)
            assert match  # the text is as long as its tokens
            if self.at < self.verbatim_until:
                step = taken = min(length, self.verbatim_until - self.at)
            elif match["escape"]:
                step, taken = 2, 1
                self.understood.append(match.span())
            elif match["automatic"]:  # in a link's text it is no link, and has no escapes
                self.verbatim_until = match.end()
                continue
            else:
                step = taken = min(length, len(match.group()))
            self.at += step
            length -= taken

    def line_break(self, token: Token) -> Node:
        """The end of a line, with the blanks or the backslash that make it a hard one."""
        start = self.at
        match = BREAK.match(self.text, start)
        assert match  # the token says so
        self.at = match.end()
        return Node(token["type"], self.place(start, self.text.index("\n", start) + 1), (), "", NO_ATTRS)

    def code(self, token: Token) -> Node:
        """A code span: as many backticks on either side, perhaps with a blank inside of each."""
        start, raw = self.at, token["raw"]
        ticks = BACKTICKS.match(self.text, start)
        assert ticks  # the token says so
        inside = ticks.end()
        width = len(raw)
        if self.text[inside : inside + width].replace("\n", " ") != raw or not self.text.startswith(
            ticks.group(), inside + width
        ):
            width += 2
        self.at = inside + width + len(ticks.group())
        self.understood.append((start, self.at))
        return Node("codespan", self.place(start, self.at), (), raw, NO_ATTRS)

    def inline_html(self, token: Token) -> Node:
        """A tag or a comment."""
        start, raw = self.at, token["raw"]
        self.at += len(raw)
        self.understood.append((start, self.at))
        self.html.append((start, raw))
        return Node("inline_html", self.place(start, self.at), (), raw, NO_ATTRS)

    def emphasis(self, token: Token) -> Node:
        """Emphasis of any kind: delimiters of known length around its children."""
        start, width = self.at, DELIMITER_LENGTH[token["type"]]
        self.understood.append((start, start + width))
        self.at += width
        children = self.nodes(token["children"])
        self.understood.append((self.at, self.at + width))
        self.at += width
        return Node(token["type"], self.place(start, self.at), children, "", NO_ATTRS)

    def strikethrough(self, token: Token) -> Node:
        """Text between `~~`, which mistune reads for itself: a backslash at its end escapes nothing behind it."""
        start = self.at
        if self.delimiters is None:
            self.delimiters = InlineState({})
            self.delimiters.src = self.text[self.first : self.stop]
        close = self.delimiters.delimiters.find("~~", start + 2 - self.first, formatting=True)
        assert close is not None  # the token says so
        around = (self.first, self.stop, self.delimiters)
        self.first, self.stop, self.delimiters = start + 2, self.first + close, None
        node = self.emphasis(token)
        self.first, self.stop, self.delimiters = around
        return node

    def link(self, token: Token) -> Node:
        """A link or an image, of any kind."""
        start, is_image, label = self.at, token["type"] == "image", token.get("label")
        automatic = self.text[start] == "<"
        self.at += 2 if is_image else 1
        inner = self.at
        if automatic:  # nothing is escaped in it
            self.verbatim_until = self.text.index(">", start)
        self.images_open += is_image
        children = self.nodes(token["children"])
        self.images_open -= is_image
        text = address = Span(inner, self.at)
        title = None
        if automatic:
            self.at += 1
        elif label is None:
            address, title = destination(self.text, self.at + 2)
            behind = title.end + 1 if title else address.end
            self.at = self.text.index(")", behind) + 1
        else:
            self._pass_reference(label)
        attrs = token["attrs"] if label is None else token["attrs"] | {"ref": token["ref"], "label": label}
        node = Node(token["type"], self.place(start, self.at), children, "", attrs)
        self.targets.append(Target(node, text, address, title, label, self.images_open == 0, automatic))
        self.understood.append((start, self.at))
        return node

    def _pass_reference(self, label: str) -> None:
        """`][label]`, `][]` or only `]`."""
        self.at += 1
        if not self.text.startswith("[", self.at):
            return
        found, end = parse_link_label(self.text, self.at + 1)
        if end is not None and found in {label, ""}:
            self.at = end


def destination(text: str, at: int, *, titled: bool = True) -> tuple[Span, Span | None]:
    """Address and title in `address "title"` from `at` on, which mistune has found to be well formed."""
    if titled and (simple := SIMPLE_DESTINATION.match(text, at)):
        return Span(*simple.span("address")), Span(*simple.span("title")) if simple["title"] is not None else None
    href, end = parse_link_href(text, at)
    assert href is not None
    assert end is not None
    in_angles = text[end - len(href) - 2 : end] == f"<{href}>"
    address = Span(end - in_angles - len(href), end - in_angles)
    _, title_end = parse_link_title(text, end, len(text)) if titled else (None, None)
    if title_end is None:
        return address, None
    opening = QUOTE.search(text, end)
    assert opening  # a title has one
    return address, Span(opening.end(), title_end - 1)


DELIMITER_LENGTH = {"emphasis": 1, "strong": 2, "strikethrough": 2}
STEPS: dict[str, Callable[[Walk, Token], Node]] = {
    "text": Walk.literal,
    "softbreak": Walk.line_break,
    "linebreak": Walk.line_break,
    "codespan": Walk.code,
    "inline_html": Walk.inline_html,
    "emphasis": Walk.emphasis,
    "strong": Walk.emphasis,
    "strikethrough": Walk.strikethrough,
    "link": Walk.link,
    "image": Walk.link,
}
