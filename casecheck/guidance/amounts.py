"""Amounts in a sentence: "at least three to five short goals each" as low, high, unit, noun and share."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from casecheck.guidance import vocabulary as known
from casecheck.guidance.bounds import read_after, read_before, share_before
from casecheck.guidance.draft import Draft, Unit, draft_at
from casecheck.guidance.nouns import read_label, read_unit
from casecheck.guidance.tokens import Token
from casecheck.guidance.vocabulary import Bound, Share

Tokens = Sequence[Token]


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure or a range with all that belongs to it; indices count tokens.

    `low` and `high` are inclusive, None where open. `start` is the first token of what bounds the figure, `figure` the
    figure itself, `end` the index behind the last token that belongs to it. `bounded` is True for a range and for a
    bound. `share` says whether the amount holds for each item, for the section or for all together, None where it does
    not say. `part` names the part of a text that it speaks of, such as the title.
    """

    low: int | None
    high: int | None
    start: int
    figure: int
    end: int
    approximate: bool = False
    bounded: bool = False
    unit: Unit = Unit.NONE
    noun: str = ""
    share: Share | None = None
    part: str = ""

    @property
    def figures(self) -> tuple[int, ...]:
        """The figures that it names."""
        return tuple(figure for figure in (self.low, self.high) if figure is not None)


def amounts(tokens: Tokens) -> list[Amount]:
    """The amounts of a sentence, in order; what one lacks it takes from its neighbour ("50 words, 75 at most")."""
    found: list[Amount] = []
    floor = at = 0
    while at < len(tokens):
        if tokens[at].value is None:
            at += 1
            continue
        found.append(_amount(tokens, at, floor))
        at = floor = max(found[-1].end, at + 1)
    return _with_borrowed_units(found, tokens)


def _amount(tokens: Tokens, at: int, floor: int) -> Amount:
    draft = draft_at(tokens, at, floor)
    read_before(draft, tokens, floor)
    read_after(draft, tokens)
    read_unit(draft, tokens)
    read_after(draft, tokens)
    if draft.unit is Unit.NONE:
        read_label(draft, tokens, floor)
    low, high = _limits(draft)
    return Amount(
        low=low,
        high=high,
        start=draft.start,
        figure=draft.figure,
        end=draft.end,
        approximate=draft.approximate,
        bounded=draft.ranged or draft.tolerance > 0 or draft.bound not in {None, Bound.EXACTLY},
        unit=draft.unit,
        noun=draft.noun,
        share=draft.share or share_before(draft, tokens, floor),
    )


def _limits(draft: Draft) -> tuple[int | None, int | None]:
    """Lowest and highest figure that the amount allows, both inclusive."""
    low, high = min(draft.low, draft.high), max(draft.low, draft.high)
    step = 0 if draft.unit in {Unit.WORDS, Unit.NONE} else 1  # "under 200 words" is 200 at most; "under 5 goals" is 4
    match draft.bound:
        case Bound.LEAST:
            return low, None
        case Bound.MOST:
            return None, high
        case Bound.OVER:
            return low + step, None
        case Bound.UNDER:
            return None, max(high - step, 0)
    return max(low - draft.tolerance, 0), high + draft.tolerance


def _with_borrowed_units(found: list[Amount], tokens: Tokens) -> list[Amount]:
    """The amounts, with a unit for those that only name a figure beside one that has a unit."""
    out = list(found)
    for index in range(1, len(out)):
        out[index] = _borrow(out[index], out[index - 1], tokens[out[index - 1].end : out[index].start])
    for index in range(len(out) - 2, -1, -1):
        out[index] = _borrow(out[index], out[index + 1], tokens[out[index].end : out[index + 1].start])
    return out


_LENT = {Unit.WORDS, Unit.THINGS, Unit.LENGTH, Unit.MEASURE}
_BETWEEN = known.words(
    ", ; ( ) - / and but or no not with of preferably ideally never absolutely even better then plus : = the is an a"
)


def _borrow(amount: Amount, lender: Amount, between: Sequence[Token]) -> Amount:
    if amount.unit is not Unit.NONE or lender.unit not in _LENT:
        return amount
    linked = amount.bounded or lender.bounded or amount.share is not None
    if not linked or any(token.text not in _BETWEEN for token in between):
        return amount
    return replace(amount, unit=lender.unit, noun=lender.noun, share=amount.share or lender.share)
