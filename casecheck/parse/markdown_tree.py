"""From mistune's tokens to a body: nodes with spans, and the comments, images, links and prose among them."""

import re
from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Any

from mistune.helpers import unescape_char

from casecheck import limits
from casecheck.parse.markdown import (
    Body,
    Comment,
    Image,
    Link,
    Node,
    Prose,
    alternative_text,
    blanked,
    decode_entities,
    visible_text,
)
from casecheck.parse.markdown_blocks import block_parser
from casecheck.parse.markdown_html import HtmlComment, Tag, Value, parts
from casecheck.parse.markdown_inline import NO_ATTRS, Target, Walk, destination, inline_parser
from casecheck.parse.markdown_state import Chunk, PlacedState, Token, TooManyPartsError
from casecheck.source import Source, Span

BLANKS = " \r\n\t\f"  # what mistune strips from inline text
LINE_BLANKS = " \t\n\v\f"  # what a blank line may consist of
INDENT = re.compile(r"[ \t]*")
CONTAINERS = {"list", "list_item", "block_quote"}
OWN_KEYS = {"type", "raw", "text", "children", "attrs", "place", "part", "chunks", "state"}
Place = Callable[[int, int], Span]
Located = tuple[str, Span, str | None, Span]  # an address and its span, a title and its span


def read(source: Source, start: int) -> Body:
    """The body of a document, from offset `start` on."""
    root = PlacedState()
    text = source.text[start:]
    root.process(text if text.endswith("\n") else text + "\n")
    reader = _Reader(source, start, root)
    try:
        block_parser().parse(root)
    except TooManyPartsError:
        reader.not_read(f"There are more than {limits.MAX_BODY_PARTS:,} lines and blocks; what follows", root.cursor)
    if root.too_deep is not None:
        reader.not_read("A list or quote that is nested too deeply", root.too_deep)
    return reader.body()


class _Reader:
    """Turns the tokens of one body into nodes, and collects comments, images, links and prose on the way."""

    def __init__(self, source: Source, base: int, root: PlacedState) -> None:
        self.source = source
        self.base = base
        self.root = root
        self.inline = inline_parser()
        self.inline_work = 0
        self.texts = 0
        self.faults: dict[str, str] = {}
        self.comments: list[Comment] = []
        self.images: list[Image] = []
        self.links: list[Link] = []
        self.prose: list[Prose] = []

    def not_read(self, what: str, offset: int) -> None:
        """Say, once, that something from an offset of the body on was not read."""
        line = self.source.position(self.base + offset).line
        self.faults.setdefault(what, f"{what} (from line {line}) was not checked.")

    def body(self) -> Body:
        """The whole body."""
        blocks = self.blocks(self.root.tokens)
        by_place = attrgetter("span")
        return Body(
            blocks,
            tuple(sorted(self.comments, key=by_place)),
            tuple(sorted(self.images, key=by_place)),
            tuple(sorted(self.links, key=by_place)),
            tuple(self.prose),
            " ".join(self.faults.values()),
        )

    def span(self, state: PlacedState, start: int, end: int) -> Span:
        """The source span of a stretch of a state's text."""
        first = self.base + state.in_root(start)
        # An end belongs to the line of the last character, so it is looked up from there.
        last = self.base + state.in_root(end - 1) + 1 if end > start else first
        end_of_source = len(self.source.text)  # mistune may have been given a line end more
        return Span(min(first, end_of_source), min(last, end_of_source))

    def blocks(self, tokens: list[Token]) -> tuple[Node, ...]:
        """The nodes of some blocks, in source order; mistune puts a quote that a list ends behind that list."""
        return tuple(sorted([self.block(token) for token in tokens], key=_start))

    def block(self, token: Token) -> Node:
        """The node of a block and of all that is in it."""
        kind, children = token["type"], token.get("children", ())
        if "chunks" in token:
            return self.flow(token)
        if kind == "list":
            for item in children:
                item["place"] = (token["place"][0], item["part"][0], None)
        nodes = self.blocks(children)
        if kind == "block_html":
            state, start, _ = token["place"]
            self.html(token["raw"], lambda begin, end: self.span(state, start + begin, start + end))
        return Node(kind, self.block_span(token, nodes), nodes, token.get("raw", ""), _attrs(token))

    def block_span(self, token: Token, children: tuple[Node, ...]) -> Span:
        """From the first character of a block that is no blank to its last one."""
        state, start, end = token["place"]
        begin = self.span(state, _behind_indent(state, start), start).start
        inside = [child.span.end for child in children if child.type != "blank_line"]
        if inside and token["type"] in CONTAINERS:
            return Span(begin, max(inside))
        if "part" in token:  # a lone marker
            state, start = self.root, begin - self.base
            end = self.root.line_end(self.root.line_at(start))
        length = len(state.src[start:end].rstrip(LINE_BLANKS))
        last = self.span(state, start + length - 1, start + length).end if length else begin
        return Span(begin, last)

    def flow(self, token: Token) -> Node:
        """A paragraph, a heading or a table cell: a node with inline children."""
        text, marks = self.text_of(token["state"], token["chunks"])
        prose = Prose(text, text, marks)
        place = _shifted(marks[0][1] - marks[0][0]) if len(marks) == 1 else prose.place
        span = self.block_span(token, ()) if "place" in token else place(0, len(text))
        if fault := self.unreadable(text):
            self.not_read(fault, span.start - self.base)
            return Node(token["type"], span, (Node("text", span, (), text, NO_ATTRS),), "", _attrs(token))
        walk = Walk(text, place)
        children = walk.nodes(self.inline(text, self.root.env))
        self.collect(walk, place)
        if walk.understood:
            prose = Prose(text, blanked(text, walk.understood), marks)
        self.prose.append(prose)
        return Node(token["type"], span, children, "", _attrs(token))

    def text_of(self, state: PlacedState, chunks: list[Chunk]) -> tuple[str, tuple[tuple[int, int], ...]]:
        """The text of some chunks, stripped, and from which offsets on it stands where in the source."""
        raw = "".join([state.src[start:end] for start, end in chunks])
        text = raw.lstrip(BLANKS)
        offset = len(text) - len(raw)  # of the chunk, in `text`
        marks: list[tuple[int, int]] = []
        for start, end in chunks:
            first = _behind_indent(state, start) if marks else start - offset
            stops = [first]
            if state is not self.root:  # every line of a container stands somewhere else
                lines = state.starts[state.line_at(first) + 1 : state.line_at(end - 1) + 1]
                stops += [_behind_indent(state, at) for at in lines]
            marks += [(offset + at - start, self.base + state.in_root(at)) for at in stops]
            offset += end - start
        return text.rstrip(BLANKS), tuple(marks)

    def unreadable(self, text: str) -> str:
        """What keeps a text from being read in good time, if anything.

        mistune holds each star against all others at worst (0.1 µs a pair), other markup costs it up to 20 µs a piece.
        """
        stars = text.count("*") + text.count("_")
        markup = sum([text.count(mark) for mark in ("[", "<", "`", "\\", "~~", "\n")])
        work = stars * stars // 10 + 20 * markup
        if len(text) > limits.MAX_PARAGRAPH_CHARACTERS:
            return f"A paragraph of more than {limits.MAX_PARAGRAPH_CHARACTERS:,} characters"
        if self.inline_work + work > limits.MAX_INLINE_WORK:
            return "A paragraph with more links, stars and other markup than casecheck reads in one document"
        if self.texts >= limits.MAX_BODY_PARTS:
            return "A part of a table or list with too many parts"
        self.inline_work += work
        self.texts += 1
        return ""

    def collect(self, walk: Walk, place: Place) -> None:
        """Keep the images, links and comments that a walk has found."""
        for target in walk.targets:
            if target.shown:
                self.target(target, walk.text, place)
        for start, raw in walk.html:
            self.html(raw, _moved(place, start))

    def target(self, target: Target, text: str, place: Place) -> None:
        """Keep a link or an image."""
        node, inner = target.node, place(*target.inner)
        here = target.label is None
        located = _located(text, target.address, target.title, place) if here else self.definition(node)
        if node.type == "image":
            self.images.append(Image(node.span, alternative_text(node), inner, *located))
        elif target.automatic:
            shown = text[slice(*target.inner)]
            address = shown if ":" in shown else f"mailto:{shown}"
            self.links.append(Link(node.span, shown, inner, address, inner, "automatic"))
        else:
            kind = "inline" if here else "reference"
            self.links.append(Link(node.span, visible_text(node), inner, *located[:2], kind))

    def definition(self, node: Node) -> Located:
        """Address and title of a reference, from its definition."""
        state, start = self.root.definitions[node.attrs["ref"]]
        address, title = destination(state.src, start, titled=node.attrs["title"] is not None)
        return _located(state.src, address, title, lambda begin, end: self.span(state, begin, end))

    def html(self, raw: str, place: Place) -> None:
        """Keep the comments and images in a stretch of HTML."""
        for part in parts(raw) if "<!--" in raw or "<img" in raw.lower() else ():
            if isinstance(part, HtmlComment):
                self.comments.append(Comment(place(part.start, part.end), part.text, part.closed))
            elif part.name == "img":
                self.images.append(_html_image(part, place))


def _located(text: str, address: Span, title: Span | None, place: Place) -> Located:
    address_span = place(*address)
    if title is None:
        return _unescaped(text[slice(*address)]), address_span, None, Span(address_span.end, address_span.end)
    return _unescaped(text[slice(*address)]), address_span, _unescaped(text[slice(*title)]), place(*title)


def _html_image(tag: Tag, place: Place) -> Image:
    absent = Value("", tag.end - 1, tag.end - 1)
    alt, address = (tag.attributes.get(name, absent) for name in ("alt", "src"))
    title = tag.attributes.get("title")
    return Image(
        span=place(tag.start, tag.end),
        alt=alt.text,
        alt_span=place(alt.start, alt.end),
        address=address.text,
        address_span=place(address.start, address.end),
        title=title.text if title else None,
        title_span=place(*(title or absent)[1:]),
        html=True,
    )


def _behind_indent(state: PlacedState, start: int) -> int:
    """The offset of the first character from `start` on that is no blank."""
    indent = INDENT.match(state.src, start)
    return indent.end() if indent else start


def _start(node: Node) -> int:
    return node.span.start


def _shifted(by: int) -> Place:
    return lambda start, end: Span(start + by, end + by)


def _moved(place: Place, by: int) -> Place:
    return lambda start, end: place(start + by, end + by)


def _attrs(token: Token) -> Mapping[str, Any]:
    attrs: Mapping[str, Any] = token.get("attrs", NO_ATTRS)
    more = {key: value for key, value in token.items() if key not in OWN_KEYS}
    return {**attrs, **more} if more else attrs


def _unescaped(text: str) -> str:
    return decode_entities(unescape_char(text)) if "\\" in text or "&" in text else text
