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


BOUNDS = {
    "100 words": "100",
    "about a hundred words": "~100",
    "at least 100 words": "100-",
    "a minimum of one hundred words": "100-",
    "100 words or more": "100-",
    "no more than 100 words": "-100",
    "100 words or fewer": "-100",
    "max. 100 words": "-100",
    "under 100 words": "-100",
    "between 100 and 150 words": "100-150",
    "around 100–150 words": "~100-150",
    "a hundred to a hundred and fifty words": "100-150",
}
FRAMES = {
    "{}": "words {} section",
    "Describe the site in {}.": "words {} section",
    "The text should be {} long.": "words {} section",
    "Length: {}": "words {} section",
    "What is it ({})?": "words {} section",
    "In {}, what is it?": "words {} section",
    "{} in total": "words {} section",
    "{} per goal": "words {} item",
    "For each goal, write {}.": "words {} item",
    "Describe every goal in {}.": "words {} item",
    "List 3-5 goals ({} each).": "words {} item; items 3-5",
    "Identify 3-5 goals. Use {}.": "words {} item; items 3-5",
    "List 3-5 goals; the whole section should be {}.": "words {} section; items 3-5",
    "Biography: {}.": "words {} biography",
    "Optional. {}.": "words {} section; optional",
}


@pytest.mark.parametrize("bound", BOUNDS)
@pytest.mark.parametrize("frame", FRAMES)
def test_any_bound_is_understood_in_any_sentence(bound: str, frame: str) -> None:
    assert understood(read(frame.format(bound))) == FRAMES[frame].format(BOUNDS[bound])


COUNTS = {
    "three": "3",
    "at least 3": "3-",
    "up to three": "-3",
    "3-5": "3-5",
    "between three and five": "3-5",
    "one or two": "1-2",
    "more than 2": "3-",
    "fewer than four": "-3",
}
REQUESTS = ["{} {}", "List {} {} of the project.", "There should be {} {}.", "You should name {} {} that matter.",
            "In this section, describe {} {} in detail.", "What is new? Give {} {}, most important first."]  # fmt: skip


@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("request_", REQUESTS)
@pytest.mark.parametrize("noun", ["goals", "key individuals", "lessons learned"])
def test_any_count_is_understood_in_any_request(count: str, request_: str, noun: str) -> None:
    guidance = read(request_.format(count, noun))
    assert understood(guidance) == f"items {COUNTS[count]}"
    assert guidance.items[0].what == noun


EXTRAS = {"links": ["a link", "the URL", "at least one link", "links to the sources"]}
EXTRAS["images"] = ["an image", "one or more photos", "images", "a picture of the site"]
DEMANDS = ["Include {}.", "Each entry must have {}.", "Describe the site, with {}.", "Do not forget {}."]
OFFERS = ["Feel free to include {}.", "You may add {}.", "If possible, include {}.", "Include {} where available."]
OFFERS += ["This is a good place for {}.", "Do not include {}.", "Include {}, if any.", "You do not have to add {}."]


@pytest.mark.parametrize(("kind", "wanted"), [(kind, wanted) for kind in EXTRAS for wanted in EXTRAS[kind]])
def test_demands_and_offers_are_told_apart(kind: str, wanted: str) -> None:
    assert {understood(read(demand.format(wanted))) for demand in DEMANDS} == {kind}
    assert {understood(read(offer.format(wanted))) for offer in OFFERS} == {"nothing"}


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
