"""What is understood from the comments of templates. The wordings stand in `fixtures/guidance/wordings.txt`."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casecheck.guidance import Guidance, read
from casecheck.guidance.counts import MOST_ITEMS

WORDINGS = Path(__file__).parent / "fixtures" / "guidance" / "wordings.txt"


def wordings() -> Iterator[tuple[str, str]]:
    comment = ""
    for line in WORDINGS.read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            yield comment, line.strip()
        elif line and not line.startswith("#"):
            comment = line


def figures(low: int | None, high: int | None) -> str:
    if low == high:
        return str(low)
    return f"{'' if low is None else low}-{'' if high is None else high}"


def understood(guidance: Guidance) -> str:
    words = ", ".join(
        f"{'~' * w.approximate}{figures(w.min, w.max)} {w.scope} {w.condition}".strip() for w in guidance.words
    )
    items = ", ".join(f"{figures(i.min, i.max)} {i.condition}".strip() for i in guidance.items)
    parts = [f"words {words}" if words else "", f"items {items}" if items else ""]
    parts += [name for name in ("links", "images", "captions", "optional") if getattr(guidance, name)]
    parts += ["unclear"] if guidance.not_understood else []
    return "; ".join(part for part in parts if part) or "nothing"


@pytest.mark.parametrize(("comment", "expected"), list(wordings()))
def test_wording_is_understood_as_a_person_would(comment: str, expected: str) -> None:
    assert understood(read(comment)) == expected


WORDS = """
    1 2 3-5 50 100–150 1,500 20 21 999999999999 zero three fifty hundred dozen a about at least no more than not under
    over between and to or , ; : ( ) . ? - – ± % + words word goals images link links captions sentences each per goal
    in all identify list for plans: section optional if possible feel free may must <!-- --> ** 2015 max. min. ½ ３ ²
"""
COMMENTS = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS.split()), max_size=40).map(" ".join))


@given(COMMENTS)
def test_any_comment_is_read_and_ranges_are_sound(comment: str) -> None:
    guidance = read(comment)
    for words in guidance.words:
        assert words.min is not None or words.max is not None
        assert words.min is None or words.max is None or words.min <= words.max
        assert words.reason
    for items in guidance.items:
        assert items.min is None or items.max is None or items.min <= items.max
        assert max(items.min or 0, items.max or 0) <= MOST_ITEMS
        assert items.what
    assert all(isinstance(sentence, str) and sentence for sentence in guidance.not_understood)


PIECES = """1 to |a|one hundred |3-5 goals, |image, |(|no more than |for plans: 3. |a a |-|and |'|a paragraph |1.|1,000,
if possible, |word |each |50 words each. |it is |keep |no |e.g. |www.|- 3 goals\n|for a: 5 words. |x|A: """


@pytest.mark.parametrize("piece", PIECES.split("|"))
def test_long_comments_are_read_in_time_linear_in_their_length(piece: str) -> None:
    read(piece * 20_000)  # a quadratic step anywhere here would take minutes
