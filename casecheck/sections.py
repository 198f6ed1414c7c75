"""The sections of a document and the items in them."""

from dataclasses import dataclass

from casecheck.parse.markdown import Body, Comment, Node
from casecheck.source import Span


@dataclass(frozen=True, slots=True)
class Item:
    """One unit of a section: a bold lead-in paragraph with what follows it, a list item, or a sub-heading.

    `title` is empty for an item without one; `span` covers the title, or the start of the item where there is none.
    """

    title: str
    span: Span
    style: str
    blocks: tuple[Node, ...]
    words: int


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it, to the next section.

    `title` is the heading's visible text without "(Optional)"; `span` is the heading's, `extent` the whole section's.
    `intro` is what stands before the first item. `words` counts the prose of the whole section (headings left out).
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


def split(body: Body, titles: frozenset[str]) -> tuple[Section, ...]:
    """The sections of a body, in order.

    A section starts at every heading of level 1 or 2, and at a deeper one whose title is one of `titles` (those of the
    profile's templates, as `fold` writes them); other deeper headings are items of the section that they stand in.
    """
    raise NotImplementedError
