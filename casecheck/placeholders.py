"""Values that stand for one still to be written: 'n/a', 'TBD', 'Lorem ipsum', or what a template shows as a sample."""

import re
from difflib import SequenceMatcher

from casecheck.nearest import fold

WORDS = re.compile(
    r"""
    n\.?\s?/\s?a\.? | n\.a\.? | \.?nan | none | null | undefined | untitled
    | tb[acd]\.? | t\.b\.[acd]\.? | to[ -]?do(?:\s*:.*)? | (?-i:TODO|FIXME)\b.* | x{3,}
    | \?+ | \.{2,} | … | -+ | – | — | _+
    | to\ be\ (?:added|announced|confirmed|decided|defined|determined|done|filled(?:\ in)?|written)\.?
    | coming\ soon\.? | place\ ?holder | test | example | <[a-z ]+> | \[[a-z ]+\]
    | (?:your\ )?(?:full\ )?name\ (?:of\ (?:the\ )?author|here) | author(?:'s)?\ name
    | your\ (?:full\ )?(?:name|caption|city|credit|description|text|title)(?:\ here)?
    | (?:add|enter|insert|write)\ (?:an?\ |the\ |your\ )?(?:alt|author|caption|city|credit|description|name|text|title)
      (?:\ text)?(?:\ here)?\.?
    | (?:(?:case|document|page|stub)\ )*(?:study\ )?template | optional\ caption\b.*
    """,
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
LATIN = re.compile(r"dolor sit amet|consectetur adipi", re.IGNORECASE)
LOREM_IPSUM = "loremipsum"
LOREM_LIKENESS = (
    0.7  # difflib's ratio for the first two words; "Lores mumps", which spelling correction makes of it, has 0.76
)
LIKENESS = 0.93  # for a template's own sentence, with one letter mended or a full stop added
LONGEST = 400


def is_placeholder(text: str) -> bool:
    """Whether a value stands for one that is still to be written."""
    text = text.strip()[:LONGEST]
    return WORDS.fullmatch(text) is not None or LATIN.search(text) is not None or _is_lorem(text)


def is_sample(text: str, sample: str) -> bool:
    """Whether a value is a template's own, give or take a letter."""
    one, other = fold(text[:LONGEST]).rstrip("."), fold(sample[:LONGEST]).rstrip(".")
    if one == other:
        return True
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return len(one) > 20 and matcher.real_quick_ratio() >= LIKENESS and matcher.ratio() >= LIKENESS


def _is_lorem(text: str) -> bool:
    words = text.casefold().split()[:2]
    if len(words) < 2 or not words[0].startswith("lor"):
        return False
    return SequenceMatcher(None, "".join(words).strip(".,"), LOREM_IPSUM, autojunk=False).ratio() >= LOREM_LIKENESS
