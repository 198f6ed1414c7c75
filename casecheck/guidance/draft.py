"""The figures of an amount, and the draft of it that fills up while its surroundings are read."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from casecheck.guidance import vocabulary as known
from casecheck.guidance.tokens import DASH, Token
from casecheck.guidance.vocabulary import Bound, Phrases, Share

Tokens = Sequence[Token]
Effect = TypeVar("Effect")


class Unit(StrEnum):
    """What an amount counts."""

    WORDS = "words"
    THINGS = "things"
    LENGTH = "length"  # sentences, paragraphs, characters: counted by nobody here
    IMAGES = "images"
    LINKS = "links"
    CAPTIONS = "captions"
    MEASURE = "measure"  # kilometres, years, euros
    NONE = ""


@dataclass(slots=True)
class Draft:
    """An amount while its surroundings are read; `ranged` is True for two figures.

    `preposition` is True where the bound is a word such as "under" that may as well be a mere preposition;
    `tolerance` is what "±" allows; `aside` marks a figure without a noun that only tells of numbers.
    """

    low: int
    high: int
    figure: int
    start: int
    end: int
    ranged: bool
    approximate: bool = False
    bound: Bound | None = None
    unit: Unit = Unit.NONE
    noun: str = ""
    share: Share | None = None
    preposition: bool = False
    tolerance: int = 0
    aside: bool = False


def texts(tokens: Tokens, start: int, end: int) -> list[str]:
    """The texts of a stretch of tokens, which may lie partly outside."""
    return [token.text for token in tokens[max(start, 0) : max(end, 0)]]


def text_at(tokens: Tokens, at: int) -> str:
    """The text of a token; empty outside the sentence."""
    return tokens[at].text if 0 <= at < len(tokens) else ""


def phrase_at(tokens: Tokens, at: int, table: Phrases[Effect]) -> tuple[int, Effect] | None:
    """The longest phrase of a table that starts at a token: its length and effect."""
    if text_at(tokens, at) not in table.openers:
        return None
    for length in range(min(table.longest, len(tokens) - at), 0, -1):
        effect = table.get(tuple(texts(tokens, at, at + length)))
        if effect is not None:
            return length, effect
    return None


def draft_at(tokens: Tokens, at: int, floor: int) -> Draft:
    """The figure at a token, or the range that starts there; nothing before `floor` belongs to it."""
    low = tokens[at].value or 0
    opener = _opener(tokens, at, floor)
    second = _second_figure(tokens, at + 1, opened=opener is not None) or _third_figure(tokens, at)
    if second is None:
        return Draft(low, low, figure=at, start=at, end=at + 1, ranged=False)
    high = tokens[second].value or 0
    if low < 20 and low * 100 < high and "hundred" in tokens[second].text:
        low *= 100  # "one to two hundred"
    start = at if opener is None else opener
    closed = not {"min", "minimum", "max", "maximum", "most", "many"}.isdisjoint(
        texts(tokens, at, second)
    )  # "min 50 - max 100"
    approximate = any(known.BEFORE_FIGURE.get((token.text,)) is Bound.ABOUT for token in tokens[start:second])
    return Draft(
        low,
        high,
        figure=at,
        start=start,
        end=second + 1,
        ranged=True,
        approximate=approximate,
        bound=Bound.EXACTLY if closed else None,
    )


def _opener(tokens: Tokens, at: int, floor: int) -> int | None:
    """Where the "between" or "from" of a range stands, an "about" in between allowed."""
    for index in range(at - 1, max(floor, at - 4) - 1, -1):
        if tokens[index].text in {"between", "from"}:
            return index
        if known.BEFORE_FIGURE.get((tokens[index].text,)) is not Bound.ABOUT:
            return None
    return None


_CONNECTORS = {
    (DASH,),
    ("to",),
    ("or",),
    ("through",),
    ("till",),
    ("until",),
    ("up", "to"),
    (",", "up", "to"),
    (DASH, "to", DASH),
    (DASH, "or", DASH),
    ("..",),
    ("...",),
    ("…",),
}


def _second_figure(tokens: Tokens, at: int, *, opened: bool) -> int | None:
    """The index of the second figure of a range; a unit may stand before the connector if it does so again after."""
    if (text_at(tokens, at), text_at(tokens, at + 2)) == ("(", ")"):  # "50 (min) to 100 (max)"
        at += 3
    for unit in (0, 1, 2):
        for length in (1, 2, 3):
            connector = tuple(texts(tokens, at + unit, at + unit + length))
            if connector not in _CONNECTORS and not (opened and connector == ("and",)):
                continue
            second = _behind_bound(tokens, at + unit + length)
            if second >= len(tokens) or tokens[second].value is None:
                continue
            if unit == 0 or text_at(tokens, at + unit - 1) in texts(tokens, second + 1, second + 3):
                return second
    return None


def _third_figure(tokens: Tokens, at: int) -> int | None:
    """The index of the last figure of "one, two or three"."""
    row = tokens[at : at + 5]
    if len(row) == 5 and (row[1].text, row[3].text) == (",", "or") and row[2].value and row[4].value:
        return at + 4
    return None


def _behind_bound(tokens: Tokens, at: int) -> int:
    """The index behind a bound that merely repeats what the range says: "50 to at most 75"."""
    found = phrase_at(tokens, at, known.BEFORE_FIGURE)
    return at + found[0] if found and found[1] in {Bound.ABOUT, Bound.MOST} else at
