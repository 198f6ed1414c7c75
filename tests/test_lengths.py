import pytest
from hypothesis import given
from hypothesis import strategies as st

from casecheck.alignment import Pair
from casecheck.finding import Severity
from casecheck.guidance import Guidance, Scope, WordRange
from casecheck.lengths import in_words, too_long, too_short
from casecheck.parse import markdown
from casecheck.sections import split
from casecheck.settings import WordSettings
from casecheck.source import Source

SETTINGS = WordSettings()
NOTE, WARNING = Severity.NOTE, Severity.WARNING


def pair(text: str, *asked: WordRange) -> Pair:
    (section,) = split(markdown.parse(Source("index.md", text), 0), frozenset())
    return Pair(section, None, guidance=Guidance(words=asked))


def section_of(words: int) -> str:
    return "## Overview\n\n" + "word " * words + "![p](p.jpg)\n"


AROUND = WordRange(100, 100, approximate=True)
EXACT = WordRange(100, 100)
ABOUT = WordRange(100, 200, approximate=True)
BETWEEN = WordRange(100, 200)
AT_MOST = WordRange(None, 100)
AT_LEAST = WordRange(100, None)


@pytest.mark.parametrize(
    ("asked", "note", "warning"),
    [(AROUND, 150, 200), (EXACT, 150, 200), (ABOUT, 250, 400), (BETWEEN, 220, 300), (AT_MOST, 110, 150)],
)
def test_windows_above(asked: WordRange, note: int, warning: int) -> None:
    def judged(words: int) -> Severity | None:
        fault = too_long(pair(section_of(words), asked), "", SETTINGS)
        return fault.severity if fault else None

    assert [judged(note), judged(note + 1), judged(warning), judged(warning + 1)] == [None, NOTE, NOTE, WARNING]


@pytest.mark.parametrize(
    ("asked", "note", "warning"),
    [(AROUND, 50, 25), (EXACT, 50, 25), (ABOUT, 75, 50), (BETWEEN, 90, 50), (AT_LEAST, 90, 50)],
)
def test_windows_below(asked: WordRange, note: int, warning: int) -> None:
    def judged(words: int) -> Severity | None:
        fault = too_short(pair(section_of(words), asked), "", SETTINGS)
        return fault.severity if fault else None

    assert [judged(note), judged(note - 1), judged(warning), judged(warning - 1)] == [None, NOTE, NOTE, WARNING]


def test_windows_can_be_set() -> None:
    strict = WordSettings(limit_note=(1, 1), limit_warning=(1, 1))
    fault = too_long(pair(section_of(101), AT_MOST), "", strict)
    assert fault and fault.severity is WARNING


@given(
    st.integers(0, 400),
    st.one_of(st.none(), st.integers(1, 300)),
    st.one_of(st.none(), st.integers(1, 300)),
    st.booleans(),
)
def test_no_text_is_both_too_short_and_too_long(words: int, low: int | None, high: int | None, about: bool) -> None:
    if low and high:
        low, high = sorted((low, high))
    measured = pair(section_of(words), WordRange(low, high, approximate=about))
    assert not (too_short(measured, "", SETTINGS) and too_long(measured, "", SETTINGS))
    if low is not None and low <= words <= (high or words):
        assert not too_short(measured, "", SETTINGS) and not too_long(measured, "", SETTINGS)


def test_items_are_named_longest_first() -> None:
    text = "## Goals\n\nIntro.\n\n" + "".join(f"**Goal {n}**. {'word ' * 10 * n}\n\n" for n in range(1, 10))
    fault = too_long(pair(text, WordRange(10, 10, scope="item")), "", SETTINGS)
    assert fault
    assert fault.message == (
        "In 'Goals', 8 of 9 items are longer than asked for (about 10 words):"
        " 'Goal 9' has 90 words, 'Goal 8' 80, 'Goal 7' 70, 'Goal 6' 60, 'Goal 5' 50, and 3 more."
    )
    assert [length.name for length in fault.lengths] == [f"Goal {n}" for n in range(2, 10)]
    assert fault.help == "Keep what matters most: each should have about 10 words."


def test_one_item_and_items_without_a_title() -> None:
    fault = too_short(pair("## Goals\n\n**Goal**. word\n", WordRange(50, None, scope="item")), "", SETTINGS)
    assert fault
    assert fault.message == "In 'Goals', 'Goal' has 1 word and is shorter than asked for (at least 50 words)."
    fault = too_short(pair("## Goals\n\n- one\n- two words\n", WordRange(2, 9, scope="item")), "", SETTINGS)
    assert fault
    assert "'item 1' has 1 word." in fault.message and "item 2" not in fault.message


def test_several_figures_in_one_section() -> None:
    text = "## Leadership\n\n**Mila Ort**. Mila " + "word " * 99 + "\n\n**Trust**. " + "word " * 99 + "\n"
    asked = WordRange(None, 50, scope="biography"), WordRange(None, 150)
    fault = too_long(pair(text, *asked), "", SETTINGS)
    assert fault
    assert fault.message == (
        "In 'Leadership', the biography of 'Mila Ort' has 100 words and is longer than asked for (at most 50 words)."
        " 'Leadership' has 199 words and is longer than asked for (at most 150 words)."
    )
    assert fault.severity is WARNING


@pytest.mark.parametrize("scope", ["item", "biography"])
def test_what_has_no_items_is_not_measured_by_them(scope: Scope) -> None:
    asked = WordRange(500, 500, scope=scope)
    assert not too_short(pair("## Goals\n\nOne plain paragraph.\n\nAnother.\n", asked), "", SETTINGS)


@pytest.mark.parametrize(("kind", "found"), [("plan", True), (" Plan ", True), ("district", False), ("", False)])
def test_a_figure_under_a_condition(kind: str, found: bool) -> None:
    fault = too_short(pair(section_of(10), WordRange(100, 100, condition="plan")), kind, SETTINGS)
    assert bool(fault) == found


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        (AROUND, "about 100 words"),
        (EXACT, "about 100 words"),
        (ABOUT, "about 100 to 200 words"),
        (BETWEEN, "100 to 200 words"),
        (AT_MOST, "at most 100 words"),
        (WordRange(50, None, approximate=True), "at least about 50 words"),
    ],
)
def test_a_range_in_words(asked: WordRange, text: str) -> None:
    assert in_words(asked) == text
