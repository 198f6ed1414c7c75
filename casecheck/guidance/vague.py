"""Amounts that name no figure: "a paragraph or two", "a few goals", "briefly"."""

import re
from collections.abc import Sequence

from casecheck.guidance import vocabulary as known
from casecheck.guidance.tokens import Token

Tokens = Sequence[Token]

_LENGTH = r"(?:sentence|paragraph|page|line)"
_ADJECTIVES = r"(?:\w+[ -]){0,2}?"
_FEW = r"(?:a few|few|several|some|a handful of|a couple of|a couple|half an?|half)"


def _any_of(*sayings: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{saying})" for saying in sayings), re.IGNORECASE)


_VAGUE_LENGTH = _any_of(
    rf"\b{_FEW} {_ADJECTIVES}{_LENGTH}s?\b",
    rf"\b\d+[.,]\d+ {_LENGTH}s?\b",
    rf"^\W*an? {_ADJECTIVES}{_LENGTH}\b(?!['’])",
    rf"\ban? {_ADJECTIVES}{_LENGTH} or (?:so|two|more|three)\b",
    r"\b(?:half|quarter)[ -]page\b|\bone-liner\b",
    r"\b(?:a few|few|several|a handful of|some) (?:short |simple |hundred |dozen )?words\b",
    r"\ba word or two\b|\bhundreds of words\b",
)
_BEFORE_A_LENGTH = (
    "write|in|within|about|under|most|than|of|provide|give|add|include|be|is|use|limit|with|and|draft|compose|fill"
)
_A_LENGTH = _any_of(rf"\b(?:{_BEFORE_A_LENGTH}) (?:just |only |up )?an? {_ADJECTIVES}{_LENGTH}\b(?!['’])")
_BRIEF = "(?:brief|short|concise|succinct|compact|crisp|tight)"
_KEEP_BRIEF = _any_of(
    rf"\b(?:keep|make|leave)\b[^.;:]{{0,40}}\b{_BRIEF}\b",
    rf"\b(?:should |must |please |^)?be (?:\w+ )?{_BRIEF}\b",
    rf"\blength\W+(?:very )?{_BRIEF}\b",
    rf"\bas {_BRIEF} as\b",
    r"\b(?:brief|short) and (?:to the point|sweet)\b",
)


def vague_length(sentence: str) -> bool:
    """Whether a sentence gives a length without a figure that could be counted in words."""
    return bool(_VAGUE_LENGTH.search(sentence))


def merely_brief(sentence: str, tokens: Tokens) -> bool:
    """Whether a sentence asks for a short text, so that a figure elsewhere in the comment says how short."""
    if _A_LENGTH.search(sentence) or _KEEP_BRIEF.search(sentence):
        return True
    texts = [token.text for token in tokens]
    if not {"briefly", "concisely", "succinctly"}.isdisjoint(texts):
        return True
    return any(
        text in known.BRIEF and texts[at + 1 : at + 2] != ["-"] and not known.TEXTS.isdisjoint(texts[at + 1 : at + 4])
        for at, text in enumerate(texts)
    )


def vague_count(tokens: Tokens) -> bool:
    """Whether a sentence asks for a number of things without saying how many: "list a few goals"."""
    texts = [token.text for token in tokens]
    return any(
        tuple(texts[at : at + length]) in known.FEW and (not at or texts[at - 1] in known.ASK_FORMS)
        for at in range(len(texts) - 1)
        for length in (3, 2, 1)
    )
