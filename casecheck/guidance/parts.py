"""The parts of a text that have a length of their own, such as its title: "a title of five words"."""

from collections.abc import Sequence

from casecheck.guidance import vocabulary as known
from casecheck.guidance.amounts import Amount
from casecheck.guidance.draft import text_at
from casecheck.guidance.tokens import Token

Tokens = Sequence[Token]

_BEFORE_PART = known.words("- long alt for as in the a your each every")
_BEHIND_PART = known.words("of : ( text in with at max maximum under below is should must may can up")
_BESIDE = known.words("below under beneath after following besides without")
_BREAKS = known.words(", ; and but then )") | (known.TEXTS - {"text"})


def part_of(tokens: Tokens, amount: Amount) -> str:
    """The part that an amount of words is for; empty where it is for the text itself."""
    return _part_behind(tokens, amount) or _part_before(tokens, amount)


def _part_behind(tokens: Tokens, amount: Amount) -> str:
    """The part named behind an amount: "a five-word title", "12 words for the subtitle"."""
    for token in tokens[amount.end : amount.end + 4]:
        if token.text in known.PARTS:
            return token.text
        if token.text not in _BEFORE_PART:
            return ""
    return ""


def _part_before(tokens: Tokens, amount: Amount) -> str:
    """The part named before an amount: "Title: five words", "a quotation from a resident, not longer than 30 words"."""
    at = amount.start - 1
    apart = amount.bounded and text_at(tokens, at) == ","
    at -= apart
    while at >= 0 and not _breaks(tokens, at):
        if tokens[at].text in known.PARTS:
            return tokens[at].text if _is_part(tokens, at, apart=apart) else ""
        at -= 1
    return ""


def _breaks(tokens: Tokens, at: int) -> bool:
    """Whether what stands before a token belongs to something else."""
    if tokens[at].text == "(":  # "Title (five words)", but "two sentences (50 words)"
        return text_at(tokens, at - 1) not in known.PARTS or (at > 1 and tokens[at - 2].value is not None)
    return tokens[at].text in _BREAKS


def _is_part(tokens: Tokens, at: int, *, apart: bool) -> bool:
    """Whether a noun is a part that is to be written: not "label text", "name the site", "below the title"."""
    text, behind, before = tokens[at].text, text_at(tokens, at + 1), text_at(tokens, at - 1)
    if behind == "text" and text != "alt":
        return False
    if apart and text in known.LENGTHS:
        return False
    if apart and before not in {"a", "an"} and (not at or tokens[at - 1].value is None):
        return False
    if not at and behind not in _BEHIND_PART and not text.endswith("s"):
        return False
    return _BESIDE.isdisjoint(token.text for token in tokens[max(0, at - 3) : at])
