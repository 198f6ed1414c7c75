"""What a section has of what its guidance asks for: items, links, pictures."""

import re
from dataclasses import dataclass

from casecheck.alignment import Pair
from casecheck.guidance import ItemRange
from casecheck.items import Item, has_address, lists_sources
from casecheck.parse.markdown import visible_text, walk
from casecheck.sections import Section
from casecheck.words import count_nodes

COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
LINK_TAG = re.compile(r"<a\s", re.IGNORECASE)
PICTURE_TAG = re.compile(r"<(?:img|picture|svg|video|iframe)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ItemCount:
    """How many items a section has and how many are asked for; `min` and `max` inclusive, None where open.

    `asked` says it in words: '3 to 5 goals'.
    """

    found: int
    min: int | None
    max: int | None
    asked: str


def item_count(pair: Pair, kind: str) -> ItemCount | None:
    """The items of a section, of a document of type `kind`, against the number asked for.

    None where nothing is asked for or nothing can be counted: in a section without marks, one that is mostly
    introduction, or a blurred one. Where two kinds of items are asked for, one of them is enough: nobody can tell them
    apart. A person whose biography is asked for does not count among the insights.
    """
    section = pair.section
    asked = [figure for figure in pair.guidance.items if speaks_of(figure.condition, kind)]
    if not asked or not section.items or pair.blurred:
        return None
    if 2 * count_nodes(section.intro) > section.words and not lists_sources(section.title):
        return None
    lowest = [figure.min for figure in asked if figure.min is not None]
    highest = [figure.max for figure in asked if figure.max is not None]
    return ItemCount(
        found=len(section.items) - (interviewee(pair) is not None),
        min=max(lowest, default=None),
        max=sum(highest) if len(highest) == len(asked) else None,
        asked=" and ".join(map(_in_words, asked)),
    )


def interviewee(pair: Pair) -> Item | None:
    """The person whose biography is asked for: the first item, if it has a link or its text says its name again."""
    wanted = any(figure.scope == "biography" for figure in pair.guidance.words)
    if not wanted or not pair.section.items:
        return None
    first = pair.section.items[0]
    if any(has_address(block) for block in first.blocks):
        return first
    text = " ".join(visible_text(block) for block in first.blocks).replace(first.title, "", 1)
    names = {name for name in _bare_words(first.title) if name[:1].isupper() and len(name) > 2}
    return first if names & _bare_words(text) else None


def _bare_words(text: str) -> set[str]:
    return {word.strip(".,:;()’'\"").removesuffix("'s").removesuffix("’s") for word in text.split()}


def has_link(section: Section) -> bool:
    """Whether there is a link in a section, or an address written out."""
    return any(has_address(block) for block in section.blocks) or _has_tag(section, LINK_TAG)


def has_picture(section: Section) -> bool:
    """Whether there is a picture in a section."""
    return any(node.type == "image" for node in walk(section.blocks)) or _has_tag(section, PICTURE_TAG)


def speaks_of(condition: str, kind: str) -> bool:
    """Whether guidance under a condition holds for documents of type `kind`."""
    return not condition or condition.casefold() == kind.strip().casefold()


def _has_tag(section: Section, tag: re.Pattern[str]) -> bool:
    html = (node.text for node in walk(section.blocks) if node.type in {"inline_html", "block_html"})
    return any(tag.search(COMMENT.sub("", text)) for text in html)


def _in_words(asked: ItemRange) -> str:
    if asked.max is None or asked.min is None:
        return f"at {'least' if asked.max is None else 'most'} {asked.min or asked.max} {asked.what}"
    return f"{asked.min} {asked.what}" if asked.min == asked.max else f"{asked.min} to {asked.max} {asked.what}"
