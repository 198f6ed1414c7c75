"""What stands around a figure and bounds it: "no more than", "about", "or less", "each", "in total"."""

from collections.abc import Sequence

from casecheck.guidance import vocabulary as known
from casecheck.guidance.draft import Draft, Unit, phrase_at, text_at, texts
from casecheck.guidance.tokens import Token
from casecheck.guidance.vocabulary import Bound, Share

Tokens = Sequence[Token]


def read_before(draft: Draft, tokens: Tokens, floor: int) -> None:
    """Bounds and "about" before a figure, and "words" where it stands there: "maximum word count: about 100"."""
    at = draft.start
    while at > floor:
        found = _phrase_before(tokens, at, floor)
        if found and (at == draft.start or tokens[at - 1].text not in _ALSO_PREPOSITIONS):
            draft.start = at - found[0]
            _apply(draft, found[1], tokens, floor)
            at = draft.start
        elif tokens[at - 1].text in known.FILLERS:
            at -= 1
            if tokens[at].text in known.WORD:
                draft.unit, draft.start = Unit.WORDS, at
        else:
            break
    if draft.bound is None and not draft.ranged and _is_kept_to(tokens, draft.start, floor):
        draft.bound = Bound.MOST


def _phrase_before(tokens: Tokens, at: int, floor: int) -> tuple[int, Bound] | None:
    """The longest phrase that ends right before a token: its length and effect."""
    for length in range(min(known.BEFORE_FIGURE.longest, at - floor), 0, -1):
        effect = known.BEFORE_FIGURE.get(tuple(texts(tokens, at - length, at)))
        if effect is not None:
            return length, effect
    return None


_ALSO_PREPOSITIONS = {"under", "over", "above", "below", "beyond", "past", "within"}


def _apply(draft: Draft, effect: Bound, tokens: Tokens, floor: int) -> None:
    """Let a phrase that starts at the draft's start bound it."""
    at = draft.start
    if effect is Bound.ABOUT:
        draft.approximate = True
        return
    if draft.bound is not None:
        return
    if effect in {Bound.OVER, Bound.UNDER} and _is_negated(tokens, at, floor):
        effect = Bound.MOST if effect is Bound.OVER else Bound.LEAST
        draft.start -= at > floor and tokens[at - 1].text in known.NOT
    elif tokens[at].text in _ALSO_PREPOSITIONS:
        draft.preposition = not known.KEEPING.intersection(texts(tokens, at - 12, at))
    draft.bound = effect


_CLAUSE_ENDS = known.words(", ; : ( ) but and or if")


def _is_negated(tokens: Tokens, at: int, floor: int) -> bool:
    """Whether a "not" before a token reaches it: "do not let any goal run to more than"."""
    for index in range(at - 1, max(floor, at - known.NOT_REACH) - 1, -1):
        if tokens[index].text in known.NOT:
            return True
        if tokens[index].text in _CLAUSE_ENDS:
            return False
    return False


def _is_kept_to(tokens: Tokens, at: int, floor: int) -> bool:
    """Whether "keep each answer to" or the like stands before a token."""
    if at <= floor or tokens[at - 1].text not in {"to", "at"}:
        return False
    return bool(known.KEEPING.intersection(texts(tokens, max(floor, at - 9), at)))


def read_after(draft: Draft, tokens: Tokens) -> None:
    """Bounds, shares and tolerances behind a figure or its noun: "or more", "each", "in total", "±10 %"."""
    at = draft.end
    while at < len(tokens):
        length = _tolerance(draft, tokens, at) or _bound(draft, tokens, at) or _share(draft, tokens, at)
        length = length or _judgement(draft, tokens, at)
        if length:
            at = draft.end = at + length
        elif tokens[at].text in known.AFTER_FILLERS:
            at += 1
        else:
            return


def _tolerance(draft: Draft, tokens: Tokens, at: int) -> int:
    """ "±10 %" or "plus or minus 20" behind a figure; the number of tokens."""
    sign = next((n for n in (1, 2, 3) if tuple(texts(tokens, at, at + n)) in known.PLUS_OR_MINUS), 0)
    value = tokens[at + sign].value if sign and at + sign < len(tokens) else None
    if value is None:
        return 0
    percent = text_at(tokens, at + sign + 1) in {"%", "percent"}
    draft.tolerance = round(draft.high * min(value, 100) / 100) if percent else value
    return sign + 1 + percent


def _bound(draft: Draft, tokens: Tokens, at: int) -> int:
    """A bound behind a figure; the number of tokens."""
    found = phrase_at(tokens, at, known.AFTER_FIGURE)
    if not found or text_at(tokens, at + found[0]) == "than" or _bounds_next(draft, tokens, at + found[0]):
        return 0
    if tokens[at].text == "plus" and (
        at > draft.end or text_at(tokens, at + 1) not in known.WORD | known.NOUN_STOPS | {""}
    ):
        return 0
    if found[1] is Bound.ABOUT:
        draft.approximate = True
    elif draft.bound is None:
        draft.bound = found[1]
    return found[0]


def _judgement(draft: Draft, tokens: Tokens, at: int) -> int:
    """ "Should be enough" and the like behind an amount of words, or its refusal; the number of tokens."""
    if draft.unit not in {Unit.WORDS, Unit.THINGS} or tokens[at].text not in known.JUDGING:
        return 0
    behind = texts(tokens, at, at + 6)
    refused = not known.REFUSED.isdisjoint(behind) or ("not" in behind and not known.ACCEPTED.isdisjoint(behind))
    if draft.bound in {Bound.OVER, Bound.UNDER} and refused:
        draft.bound = Bound.MOST if draft.bound is Bound.OVER else Bound.LEAST
        return 1
    if draft.unit is not Unit.WORDS:
        return 0
    length = next((n for n, text in enumerate(behind[1:], 1) if text not in known.BETWEEN_JUDGING), len(behind))
    if not known.JUDGED.intersection(behind[: length + 1]):
        return 0
    draft.approximate = draft.approximate or (draft.bound is None and not draft.ranged)
    return min(length + 1, len(behind))


_BEFORE_NEXT = known.FILLERS | known.words("about around") - {"-", "(", ")"}


def _bounds_next(draft: Draft, tokens: Tokens, at: int) -> bool:
    """Whether a bound that ends at a token speaks of the figure behind it: "50 words, maximum 75"."""
    while text_at(tokens, at) in _BEFORE_NEXT:
        at += 1
    if at >= len(tokens) or tokens[at].value is None:
        return False
    behind = at + 2 if text_at(tokens, at + 1) in known.WORD else at + 1
    return draft.bound is not None or phrase_at(tokens, behind, known.AFTER_FIGURE) is None


_SHARE_STARTS = known.words("for in under on of to about within with")
_NO_NOUN = known.NOUN_ENDS | known.NOUN_STOPS | {""}


def _share(draft: Draft, tokens: Tokens, at: int) -> int:
    """ "Each", "per goal", "for every goal" or "in total" behind an amount; the number of tokens."""
    found = phrase_at(tokens, at, known.SHARES)
    if found and not (found[1] is Share.ITEM and _each_starts_next(draft, tokens, at)):
        draft.share = draft.share or found[1]
        return found[0]
    if tokens[at].text == "per" or _is_slash(tokens, at):
        draft.share = draft.share or share_of(tokens, at)
        return 1 + (text_at(tokens, at + 1) not in _NO_NOUN)
    each = text_at(tokens, at + 1) in {"each", "every", "any", "individual"}
    if each and tokens[at].text in _SHARE_STARTS and text_at(tokens, at - 1) not in {",", ";", "and"}:
        draft.share = draft.share or share_of(tokens, at + 1)
        return 2 + (text_at(tokens, at + 2) not in _NO_NOUN)
    return 0


def _is_slash(tokens: Tokens, at: int) -> bool:
    """Whether a slash stands for "per", as in "50 words / goal"."""
    return tokens[at].text == "/" and text_at(tokens, at + 1) not in _NO_NOUN and tokens[at + 1].value is None


def _each_starts_next(draft: Draft, tokens: Tokens, at: int) -> bool:
    """Whether "each" behind an amount opens what follows: "3 goals, each with two indicators"."""
    following = text_at(tokens, at + 1)
    if following in {"", ")", ";", ","}:
        return False
    if text_at(tokens, at - 1) in {",", "and", "("}:
        return True
    return draft.unit is not Unit.WORDS and following not in {"and", "or", "for"}


_OBJECT_OF = {"of", "for", "on", "about", "by", "from", "to"}


def share_of(tokens: Tokens, at: int) -> Share:
    """What "each", "every" or "per" at a token speaks of: items, or wholes such as sections."""
    noun = at + 2 if text_at(tokens, at + 1) in {"whole", "entire", "individual", "single"} else at + 1
    if text_at(tokens, noun) in {"section", "sections"}:
        return Share.SECTION
    if text_at(tokens, noun) not in known.WHOLES or tokens[at].text == "per":
        return Share.ITEM
    before = text_at(tokens, at - 1)  # "each author names two", but "a biography of each author"
    return Share.ITEM if before in _OBJECT_OF or before in known.ASK else Share.SECTION


def share_before(draft: Draft, tokens: Tokens, floor: int) -> Share | None:
    """The share that stands before an amount: "each goal needs 50 words", "a total of 300 words"."""
    opening = int(text_at(tokens, 0) in _SHARE_STARTS)
    each = text_at(tokens, opening) in {"each", "every", "per"} and opening < draft.start
    if each and speaks_of_items(tokens, opening):
        return share_of(tokens, opening)
    if text_at(tokens, draft.start - 1) in {"x", "×", "@"}:
        return Share.ITEM
    for index in range(draft.figure - 1, floor - 1, -1):
        if tokens[index].text in known.TOTAL:
            return Share.TOTAL
        if tokens[index].text in known.EACH and speaks_of_items(tokens, index):
            return share_of(tokens, index)
    return None


def speaks_of_items(tokens: Tokens, at: int) -> bool:
    """Whether "each" at a token speaks of items or wholes, rather than of images, links or one another."""
    return text_at(tokens, at + 1) not in known.NOT_ITEMS
