"""Amounts in a sentence: "at least three to five short goals each" as low, high, unit, noun and share."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from casecheck.guidance import vocabulary as known
from casecheck.guidance.bounds import read_after, read_before, share_before
from casecheck.guidance.draft import Draft, Unit, draft_at, phrase_at, text_at, texts
from casecheck.guidance.nouns import noun_at, read_label, read_or_two, read_unit
from casecheck.guidance.tokens import Token
from casecheck.guidance.vocabulary import Bound, Share

Tokens = Sequence[Token]


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure or a range with all that belongs to it; indices count tokens.

    `low` and `high` are inclusive, None where open. `start` is the first token of what bounds the figure, `figure` the
    figure itself, `end` the index behind the last token that belongs to it. `bounded` is True for a range and for a
    bound. `share` says whether the amount holds for each item, for the section or for all together, None where it does
    not say. `part` names the part of a text that it speaks of, such as the title. `asked` is True right behind a
    verb that asks for things, as in "list five".
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
    asked: bool = False

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
    return _with_shares_of(_with_borrowed_units(_with_opening_bound(found, tokens), tokens), tokens)


def _with_opening_bound(found: list[Amount], tokens: Tokens) -> list[Amount]:
    """The amounts, the first one bounded by what opens the sentence: "At a minimum, cite three papers"."""
    phrase = phrase_at(tokens, 0, known.BEFORE_FIGURE)
    if not found or not phrase or text_at(tokens, phrase[0]) != ",":
        return found
    first = found[0]
    if phrase[1] is Bound.ABOUT:
        first = replace(first, approximate=True)
    elif first.bounded:
        return found
    elif phrase[1] is Bound.LEAST:
        first = replace(first, high=None, bounded=True)
    elif phrase[1] is Bound.MOST:
        first = replace(first, low=None, bounded=True)
    return [first, *found[1:]]


def _amount(tokens: Tokens, at: int, floor: int) -> Amount:
    draft = draft_at(tokens, at, floor)
    read_before(draft, tokens, floor)
    read_after(draft, tokens)
    read_unit(draft, tokens)
    read_after(draft, tokens)
    if draft.unit is Unit.NONE:
        read_or_two(draft, tokens, floor)
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
        unit=Unit.MEASURE if draft.aside and draft.unit is Unit.NONE else draft.unit,
        noun=draft.noun,
        share=draft.share or share_before(draft, tokens, floor),
        asked=text_at(tokens, draft.start - 1) in known.ASK - known.ABOUT_TEXT,
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
        between = texts(tokens, out[index - 1].end, out[index].start)
        out[index] = _with_shared_bound(_borrow(out[index], out[index - 1], between), out[index - 1], between)
    for index in range(len(out) - 1):
        if out[index].unit is Unit.NONE and out[index + 1].unit is Unit.WORDS:
            out[index : index + 2] = _multiplied(out[index], out[index + 1], tokens)
    for index in range(len(out) - 2, -1, -1):
        between = texts(tokens, out[index].end, out[index + 1].start)
        out[index] = _borrow(out[index], out[index + 1], between)
    return out


def _with_shares_of(found: list[Amount], tokens: Tokens) -> list[Amount]:
    """The amounts, with words that are "of" counted things for each of them: "three messages of 20 words"."""
    out = list(found)
    for index in range(1, len(out)):
        things, words = out[index - 1], out[index]
        counted = things.unit in {Unit.THINGS, Unit.LENGTH} and max(things.figures, default=0) > 1
        joined = texts(tokens, things.end, words.start) in (["of"], ["with"], ["@"])
        if counted and joined and words.unit is Unit.WORDS and words.share is None:
            out[index] = replace(words, share=Share.ITEM)
    return out


def _multiplied(times: Amount, words: Amount, tokens: Tokens) -> tuple[Amount, Amount]:
    """Two amounts such as "three 50-word summaries" or "3 x 50 words", in which the words are for each."""
    between = texts(tokens, times.end, words.start)
    if between in (["x"], ["×"]):
        return replace(times, unit=Unit.THINGS, noun="items"), replace(words, share=Share.ITEM)
    unit, noun, end = noun_at(tokens, words.end)
    if between or not noun:
        return times, words
    return replace(times, unit=unit, noun=noun), replace(words, share=Share.ITEM, end=end)


_LENT = {Unit.WORDS, Unit.THINGS, Unit.LENGTH, Unit.MEASURE}
_BETWEEN = known.words(
    """, ; ( ) - / and but or no not with of preferably ideally never hard strict absolute absolutely even better then
    plus : = the is an a"""
)

_BETWEEN_WORDS = known.EACH | known.TEXTS | known.PARTS


def _borrow(amount: Amount, lender: Amount, between: Sequence[str]) -> Amount:
    if amount.unit is not Unit.NONE or lender.unit not in _LENT:
        return amount
    if lender.unit is Unit.WORDS and amount.asked:
        return amount
    linked = amount.bounded or lender.bounded or amount.share is not None
    allowed = _BETWEEN | _BETWEEN_WORDS if lender.unit is Unit.WORDS else _BETWEEN
    if not linked or not allowed.issuperset(between):
        return amount
    return replace(amount, unit=lender.unit, noun=lender.noun, share=amount.share or lender.share)


def _with_shared_bound(amount: Amount, lender: Amount, between: Sequence[str]) -> Amount:
    """The second amount of "no longer than 2 paragraphs or 150 words", bounded like the first."""
    if amount.bounded or lender.unit is not Unit.LENGTH or between != ["or"] or len(lender.figures) > 1:
        return amount
    return replace(amount, low=lender.low and amount.low, high=lender.high and amount.high, bounded=True)
