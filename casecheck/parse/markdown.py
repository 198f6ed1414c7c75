"""Markdown with exact positions: mistune's own tree, every node with its place in the source."""

import html
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from casecheck.source import Source, Span

NO_LINE_END = re.compile(r"[^\n]")
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{0,31});")


@dataclass(frozen=True, slots=True)
class Node:
    """A token of mistune's tree, with its place.

    `type` is mistune's name (`heading`, `paragraph`, `list`, `list_item`, `block_html`, `text`, `strong`, `link`,
    `image`, `codespan`, `inline_html` …), `text` the token's own text where it is a leaf, `attrs` mistune's attributes
    (`level`, `url`, `title`, `label` …). `span` counts in the whole source, front matter included.
    """

    type: str
    span: Span
    children: tuple["Node", ...] = ()
    text: str = ""
    attrs: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Comment:
    """An HTML comment. `text` is what stands between the delimiters; `closed` is False where `-->` is missing."""

    span: Span
    text: str
    closed: bool = True

    @property
    def runs_on(self) -> bool:
        """Whether its own end is missing, so that it hides what follows: it has none, or that of a later comment."""
        return not self.closed or "<!--" in self.text


@dataclass(frozen=True, slots=True)
class Image:
    """A picture in the body. The address is as the author wrote it (not percent-decoded, backslash escapes resolved).

    The spans of alt text, address and title are those of the characters themselves, without brackets and quotes; an
    absent part has an empty span where it would stand. `html` is True for `<img>`.
    """

    span: Span
    alt: str
    alt_span: Span
    address: str
    address_span: Span
    title: str | None
    title_span: Span
    html: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A link in the body, likewise. `kind` is `inline`, `reference` or `automatic` (`<https://…>`)."""

    span: Span
    text: str
    text_span: Span
    address: str
    address_span: Span
    kind: str = "inline"


@dataclass(frozen=True, slots=True)
class Prose:
    """The raw Markdown of one paragraph, heading or table cell, for rules that look for what Markdown did not see.

    `text` lacks the markers of enclosing lists and quotes; in `plain`, of equal length, everything that Markdown did
    understand (code, links, images, HTML, escapes, the stars and underscores of emphasis) is blanked, line ends kept.
    `place` gives the source span of a stretch of either.
    """

    text: str
    plain: str
    chunks: tuple[tuple[int, int], ...]  # (offset in `text`, offset in the source), ascending

    def place(self, start: int, end: int) -> Span:
        """The source span of `text[start:end]`."""
        return Span(self._offset(start), self._offset(max(start, end - 1)) + (end > start))

    def _offset(self, offset: int) -> int:
        index = bisect_right(self.chunks, offset, key=lambda chunk: chunk[0]) - 1
        begin, source = self.chunks[max(0, index)]
        return source + offset - begin


@dataclass(frozen=True, slots=True)
class Body:
    """The body of a document: its blocks, and the parts that rules ask for, each in source order.

    `fault` says in plain words what could not be read because it is too large or too deeply nested, if anything.
    """

    blocks: tuple[Node, ...]
    comments: tuple[Comment, ...] = ()
    images: tuple[Image, ...] = ()
    links: tuple[Link, ...] = ()
    prose: tuple[Prose, ...] = ()
    fault: str = ""


def parse(source: Source, start: int) -> Body:
    """The body of a document, from offset `start` (behind the front matter) on."""
    from casecheck.parse.markdown_tree import read  # mistune is costly to import, and these modules need the shapes

    return read(source, start)


def walk(nodes: tuple[Node, ...]) -> Iterator[Node]:
    """Every node of a tree, parents first."""
    for node in nodes:
        yield node
        yield from walk(node.children)


def visible_text(node: Node) -> str:
    """What a reader sees of a node, as one line: no markup, no HTML, no pictures."""
    if node.type == "text":
        return decode_entities(node.text)
    if node.type == "codespan":
        return node.text
    if node.type in {"softbreak", "linebreak"}:
        return " "
    if node.type in {"image", "inline_html", "block_html"}:
        return ""
    return "".join([visible_text(child) for child in node.children])


def alternative_text(image: Node) -> str:
    """What a reader sees of an image that is not shown: the text in its brackets, that of nested images included."""
    return "".join([alternative_text(c) if c.type == "image" else visible_text(c) for c in image.children])


def decode_entities(text: str) -> str:
    """`&amp;` and its like as the characters that they stand for; without the semicolon, Markdown leaves them."""
    return ENTITY.sub(lambda entity: html.unescape(entity.group()), text) if "&" in text else text


def blanked(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """`text` with blanks in place of some stretches (start, end), which may nest; line ends stay."""
    pieces: list[str] = []
    at = 0
    for start, end in sorted(stretches):
        if end > at:
            pieces += text[at:start], NO_LINE_END.sub(" ", text[max(at, start) : end])
            at = end
    return "".join([*pieces, text[at:]])
