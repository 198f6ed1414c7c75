"""Lead-ins: the bold title that opens a paragraph and makes it an item."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from casecheck.parse.markdown import Node, visible_text
from casecheck.source import Span

MAX_LEAD_WORDS = 25  # a longer bold passage is emphasis
MAX_QUESTION_WORDS = 80  # but some write their open questions in bold altogether
MAX_INLINE_TITLE_WORDS = 6  # within a line, only a short one is surely a title

BULLET = re.compile(r"\s*[•‣▪●◦○■□➢►✓]\s*")
NUMBER_OR_BULLET = re.compile(r"\s*+(?:\(?\d{1,2}[.)]|[-–—•‣▪●◦○■□➢►✓])?+\s*+")
LITERAL_BOLD = re.compile(r"\s*\*\*\s?(?P<title>[^*\n]{1,200}?)\s?\*\*(?=$|[\s.:,–—-])")
UNCLOSED_BOLD = re.compile(r"\s*\*\*(?P<title>[^\s*][^*\n.:?!]{0,120})(?=[.:?!])(?!.*\*\*)", re.DOTALL)
SENTENCE_END = re.compile(r"[.!?:][\"”’)\]]?\s+$")
CLOSING = " .:;,–—-"
BREAKS = {"softbreak", "linebreak"}


@dataclass(frozen=True, slots=True)
class Lead:
    """A title that opens a paragraph.

    `title` has no closing punctuation; `mark` says how it is set off (`**T**.`, `**T:**` …), so that lead-ins of one
    kind can be told from others; `alone` is True where the paragraph has no other text; `rest` is that text.
    """

    title: str
    span: Span
    mark: str
    alone: bool
    rest: tuple[Node, ...]


def find_lead(nodes: Sequence[Node]) -> Lead | None:
    """The bold lead-in of a paragraph with these children, also where its stars do not close as they should."""
    nodes = _without_prefix(nodes)
    if not nodes:
        return None
    if _is_bold(nodes[0]):
        return _lead(visible_text(nodes[0]), nodes[0].span, nodes[1:])
    first, second = nodes[0], nodes[1] if len(nodes) > 1 else None
    if first.type == "text" and (literal := LITERAL_BOLD.match(first.text) or UNCLOSED_BOLD.match(first.text)):
        rest = replace(first, text=first.text[literal.end() :])
        return _lead(literal["title"], first.span, (rest, *nodes[1:]))
    if second and first.text.strip() == "*" and second.type == "emphasis":  # `**T*`
        return _lead(visible_text(second), second.span, nodes[2:])
    if second and first.type == "emphasis" and second.type == "text" and second.text.startswith("*"):  # `*T**`
        return _lead(visible_text(first), first.span, (replace(second, text=second.text[1:]), *nodes[2:]))
    return None


def find_weak_lead(nodes: Sequence[Node]) -> Lead | None:
    """A lead-in that is a link or in italics, set off by a full stop, a colon or a dash."""
    nodes = _without_prefix(nodes)
    if not nodes or nodes[0].type not in {"emphasis", "link"}:
        return None
    lead = _lead(visible_text(nodes[0]), nodes[0].span, nodes[1:])
    set_off = lead and (lead.alone or lead.mark[-1] in ".:–—-" or lead.mark[-3] in ".:")
    return lead if set_off else None


def pieces(block: Node) -> list[Node]:
    """A paragraph cut where a new lead-in or a typed bullet begins within it; any other block as it is."""
    if block.type != "paragraph":
        return [block]
    rows = list(lines(block.children))
    first = find_lead(rows[0]) if rows else None
    groups: list[list[Node]] = [[]]
    for number, line in enumerate(rows):
        if number and _starts_piece(line, first, rows[number - 1]):
            groups.append([])
        for node_number, node in enumerate(line):
            if first and node_number and _is_inline_title(line, node_number):
                groups.append([])
            groups[-1].append(node)
    if len(groups) == 1:
        return [block]
    return [part(block, group) for group in groups]


def part(paragraph: Node, children: Sequence[Node]) -> Node:
    """A paragraph of some of the children of another."""
    return replace(paragraph, span=Span(children[0].span.start, children[-1].span.end), children=tuple(children))


def lines(nodes: Sequence[Node]) -> Iterator[list[Node]]:
    """The children of a paragraph line by line; a line ends with its break."""
    line: list[Node] = []
    for node in nodes:
        line.append(node)
        if node.type in BREAKS:
            yield line
            line = []
    if line:
        yield line


def _lead(title: str, span: Span, rest: Sequence[Node]) -> Lead | None:
    words = title.split()
    title = " ".join(words)
    if not title.strip(CLOSING) or len(words) > (MAX_QUESTION_WORDS if title.endswith("?") else MAX_LEAD_WORDS):
        return None
    after = "".join(visible_text(node) for node in rest).lstrip()
    inside = title[-1] if title[-1] in ".:?!" else ""
    outside = after[0] if after and after[0] in ".:,–—-" else ""
    return Lead(title.rstrip(CLOSING), span, f"**T{inside}**{outside}", not after.strip(CLOSING), tuple(rest))


def _without_prefix(nodes: Sequence[Node]) -> Sequence[Node]:
    """Children of a paragraph without what may stand before a title: a typed number or bullet, comments, pictures."""

    def is_prefix(node: Node) -> bool:
        if node.type == "text":
            return bool(NUMBER_OR_BULLET.fullmatch(node.text))
        return (
            node.type in BREAKS or node.type == "image" or (node.type == "inline_html" and node.text.startswith("<!--"))
        )

    return nodes[sum(1 for _ in takewhile(is_prefix, nodes)) :]


def _is_bold(node: Node) -> bool:
    """`**T**`, `***T***`, `**[T](u)**` or `[**T**](u)`."""
    if node.type == "strong":
        return True
    solid = [child for child in node.children if child.type != "text" or child.text.strip(CLOSING)]
    return node.type in {"link", "emphasis"} and bool(solid) and all(child.type == "strong" for child in solid)


def _starts_piece(line: list[Node], first: Lead | None, before: list[Node]) -> bool:
    if line[0].type == "text" and BULLET.match(line[0].text):
        return True
    lead = find_lead(line)
    if lead is None:
        return False
    return lead.mark == first.mark if first else all(node.type == "image" or node.type in BREAKS for node in before)


def _is_inline_title(line: list[Node], number: int) -> bool:
    """Whether a bold stretch within a line is a title: after a sentence's end, short, and followed by `.` or `:`."""
    node, before = line[number], line[number - 1]
    after = line[number + 1] if number + 1 < len(line) else None
    return (
        node.type == "strong"
        and len(visible_text(node).split()) <= MAX_INLINE_TITLE_WORDS
        and before.type == "text"
        and bool(SENTENCE_END.search(before.text[-5:]))
        and bool(before.text.strip(CLOSING))
        and after is not None
        and after.type == "text"
        and after.text[:1] in {".", ":"}
    )
