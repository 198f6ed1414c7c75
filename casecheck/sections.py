"""The sections of a document and the items in them."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from casecheck.items import Item, segment, shows
from casecheck.nearest import fold, nearest
from casecheck.parse.markdown import Body, Comment, Node, visible_text, walk
from casecheck.placeholders import is_placeholder
from casecheck.source import Span
from casecheck.words import count_nodes

__all__ = ["Item", "Section", "main_titles", "match_key", "split"]

OPTIONAL = re.compile(r"\s*[(\[]\s*optional\s*[)\]]\s*|\s*[:–—-]\s*optional\s*$", re.IGNORECASE)
NUMBER = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*[.):]?|[IVX]{1,4}[.):]|[A-Za-z]\))\s+")
EDGES = re.compile(r"^\W+|\W+$")
MAX_TITLE_CHARACTERS = 200  # no title is longer
MAX_TITLE_WORDS = 10  # of a title that a line below it makes
NO_PART_OF_A_TITLE = {"image", "link", "inline_html", "linebreak", "softbreak"}
SURELY_MEANT = 0.85  # likeness from which a misspelt sub-heading is taken for a section of the template
MAX_GUESSES = 500  # headings; a document with more is no case, and guessing takes time


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it, to the next section.

    `title` is the heading's visible text without "(Optional)"; `span` is the heading's, `extent` the whole section's,
    `end` the offset behind the last thing in it. `intro` is what stands before the first item. `words` counts the prose
    of the whole section (headings and the items' titles left out). `parent` is the title of the section around it.
    """

    title: str
    level: int
    span: Span
    extent: Span
    blocks: tuple[Node, ...]
    comments: tuple[Comment, ...]
    intro: tuple[Node, ...]
    items: tuple[Item, ...]
    words: int
    parent: str = ""
    setext: bool = False
    optional: bool = False

    @property
    def end(self) -> int:
        """The offset behind the section's last block or comment."""
        return max([self.span.end, *_ends(self.blocks, self.comments)])

    @property
    def empty(self) -> bool:
        """Whether a reader finds nothing below the heading."""
        return not any(shows(block) for block in self.blocks)

    @property
    def unwritten(self) -> bool:
        """Whether nothing stands below the heading, or only a word such as "TBD" or "N/A"."""
        shown = [block for block in self.blocks if shows(block)]
        return not shown or (
            len(shown) == 1 and shown[0].type == "paragraph" and is_placeholder(visible_text(shown[0]))
        )

    @property
    def only_pictures(self) -> bool:
        """Whether a reader finds pictures below the heading and nothing to read."""
        shown = [block for block in self.blocks if shows(block)]
        return bool(shown) and all(block.type == "paragraph" and not visible_text(block).strip() for block in shown)


def bare_title(title: str) -> str:
    """A title without its number, "(Optional)", and punctuation at its ends."""
    return NUMBER.sub("", EDGES.sub("", OPTIONAL.sub(" ", title[:MAX_TITLE_CHARACTERS])))


def match_key(title: str) -> str:
    """A title as it is compared with others: bare, and whatever its case, accents and blanks."""
    return fold(bare_title(title).replace("&", " and ").replace("\u00ad", ""))


def main_titles(body: Body) -> frozenset[str]:
    """The titles of a body's headings of level 1 and 2, as `match_key` writes them."""
    headings = (block for block in body.blocks if block.type == "heading" and block.attrs["level"] <= 2)
    return frozenset(match_key(visible_text(heading)) for heading in headings)


def split(body: Body, titles: frozenset[str]) -> tuple[Section, ...]:
    """The sections of a body, in order.

    A section starts at every heading of level 1 or 2, and at a deeper one whose title is one of `titles` (those of the
    profile's templates, as `fold` writes them) or surely meant to be; other deeper headings are items of the section
    that they stand in. A line of text that `---` below it turned into a heading stays text.
    """
    keys = frozenset(map(match_key, titles))
    blocks = _without_accidents(body.blocks, keys)
    starts = list(_section_headings(blocks, keys))
    end = max(_ends(blocks, body.comments), default=0)
    sections: list[Section] = []
    around: list[Section] = []
    for start, stop in pairwise([*starts, len(blocks)]):
        heading = blocks[start]
        while around and around[-1].level >= heading.attrs["level"]:
            around.pop()
        extent = Span(heading.span.start, blocks[stop].span.start if stop < len(blocks) else end)
        parent = around[-1].title if around else ""
        section = _section(heading, blocks[start + 1 : stop], _comments(body, extent), extent, parent)
        sections.append(section)
        around.append(section)
    return tuple(sections)


def _without_accidents(blocks: tuple[Node, ...], titles: frozenset[str]) -> tuple[Node, ...]:
    """Blocks with paragraphs in place of the headings that nobody meant."""
    numbered = has_number_signs(blocks)
    kept = []
    for block in blocks:
        if block.type == "heading" and block.attrs.get("style") == "setext":
            drawn = block.span.end - block.children[-1].span.end - 1 if block.children else 0
            if is_accidental(block, drawn, titles, among_others=numbered):
                block = replace(block, type="paragraph")
        kept.append(block)
    return tuple(kept)


def has_number_signs(blocks: Iterable[Node]) -> bool:
    """Whether there is a heading among blocks that is written with `#`."""
    return any(block.type == "heading" and block.attrs.get("style") != "setext" for block in blocks)


def is_accidental(heading: Node, drawn: int, titles: frozenset[str], *, among_others: bool) -> bool:
    """Whether this is a heading only because of the line below it, which is `drawn` characters long.

    `titles` are those that the templates have, as `match_key` writes them; `among_others` says that other headings of
    the document are written with `#`.
    """
    title = visible_text(heading).strip()
    words = title.split()
    if match_key(title) in titles:
        return False
    if not words or len(words) > MAX_TITLE_WORDS or words[-1][-1] in ".!?;," or drawn <= 2:
        return True
    if heading.attrs["level"] == 1:  # a line of equals signs is no dividing line
        return False
    if title.endswith(":") or any(node.type in NO_PART_OF_A_TITLE for node in walk(heading.children)):
        return True
    if [child.type for child in heading.children] == ["strong"]:
        return True
    # Who underlines a title draws the line about as long as the title.
    return among_others and abs(drawn - len(title)) > max(3, len(title) // 4)


def _section_headings(blocks: tuple[Node, ...], titles: frozenset[str]) -> Iterator[int]:
    """The places, among the blocks, of the headings that start a section."""
    headings = [(number, block) for number, block in enumerate(blocks) if block.type == "heading"]
    keys = [match_key(visible_text(heading)) for _, heading in headings]
    meant = [_meant(key, titles) if len(keys) <= MAX_GUESSES else key for key in keys]
    main = {title for title, (_, heading) in zip(meant, headings, strict=True) if heading.attrs["level"] <= 2}
    around = ""
    for title, key, (number, heading) in zip(meant, keys, headings, strict=True):
        sure = title == key or (title != around and not any(map(str.isdigit, key)))  # "Outcome 1" is an item
        if heading.attrs["level"] <= 2 or (title in titles and title not in main and sure):
            around = title
            yield number


def _meant(key: str, titles: frozenset[str]) -> str:
    return key if key in titles else nearest(key, titles, SURELY_MEANT) or key


def _ends(blocks: tuple[Node, ...], comments: tuple[Comment, ...]) -> list[int]:
    solid = next((block for block in reversed(blocks) if block.type != "blank_line"), None)
    return [part.span.end for part in (solid, *comments[-1:]) if part]


def _comments(body: Body, extent: Span) -> tuple[Comment, ...]:
    first, last = (bisect_left(body.comments, at, key=lambda comment: comment.span.start) for at in extent)
    return body.comments[first : max(last, first)]


def _section(
    heading: Node, blocks: tuple[Node, ...], comments: tuple[Comment, ...], extent: Span, parent: str
) -> Section:
    shown = " ".join(visible_text(heading).split())
    title = OPTIONAL.sub(" ", shown).strip()
    intro, items = segment(title, blocks)
    return Section(
        title=title,
        level=int(heading.attrs["level"]),
        span=heading.span,
        extent=extent,
        blocks=blocks,
        comments=comments,
        intro=intro,
        items=items,
        words=count_nodes(intro) + sum(item.words for item in items),
        parent=parent,
        setext=heading.attrs.get("style") == "setext",
        optional=title != shown,
    )
