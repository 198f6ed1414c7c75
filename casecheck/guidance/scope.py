"""What a range of words is for: the section, each item, or the biography. The first reason that holds decides."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from casecheck.guidance import vocabulary as known
from casecheck.guidance.amounts import Amount
from casecheck.guidance.bounds import speaks_of_items
from casecheck.guidance.model import Scope
from casecheck.guidance.tokens import Token
from casecheck.guidance.vocabulary import Share


@dataclass(frozen=True, slots=True)
class Context:
    """All that the decision looks at: an amount of words, its sentence, and what the whole comment says.

    `several_items` is True where the comment asks for more than one item, `each_item` where it speaks of "each" one,
    `placeholder_title` where it tells to replace the title of an item.
    """

    amount: Amount
    sentence: Sequence[Token]
    others: Sequence[Amount]
    several_items: bool
    each_item: bool
    placeholder_title: bool

    def mentions(self, words: frozenset[str]) -> bool:
        """Whether the sentence has one of some words."""
        return any(token.text in words for token in self.sentence)


def _speaks_of_each(context: Context) -> bool:
    if any(other.share is Share.ITEM for other in context.others):  # that "each" belongs to the other amount
        return False
    texts = [token.text for token in context.sentence]
    return any(text in known.EACH and speaks_of_items(context.sentence, at) for at, text in enumerate(texts))


_DECISIONS: tuple[tuple[str, Scope, Callable[[Context], bool]], ...] = (
    ("the figure is for each section", "section", lambda c: c.amount.share is Share.SECTION),
    ("the figure is for each item", "item", lambda c: c.amount.share is Share.ITEM),
    ("the figure is for all together", "section", lambda c: c.amount.share is Share.TOTAL),
    ("the sentence speaks of each item", "item", _speaks_of_each),
    ("the sentence speaks of a biography", "biography", lambda c: c.mentions(known.BIOGRAPHY)),
    ("the sentence speaks of the whole", "section", lambda c: c.mentions(known.SECTION_WORDS)),
    ("'these' or 'they' are the items", "item", lambda c: c.mentions(known.ITEM_PRONOUNS)),
    ("the comment asks for several items", "item", lambda c: c.several_items),
    ("the comment speaks of each item", "item", lambda c: c.each_item),
    ("the comment speaks of an item's title", "item", lambda c: c.placeholder_title),
    ("nothing says otherwise", "section", lambda c: True),
)


def scope_of(context: Context) -> tuple[Scope, str]:
    """The scope of an amount of words, and why."""
    return next((scope, reason) for reason, scope, holds in _DECISIONS if holds(context))
