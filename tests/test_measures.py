import pytest

from casecheck.alignment import Pair
from casecheck.guidance import Guidance, ItemRange, WordRange
from casecheck.measures import ItemCount, has_link, has_picture, interviewee, item_count
from casecheck.parse import markdown
from casecheck.sections import split
from casecheck.source import Source

BIOGRAPHY = WordRange(None, 75, scope="biography")
GOALS = ItemRange(3, 5, "goals")


def pair(text: str, title: str = "Goals", words: tuple[WordRange, ...] = (), items: tuple[ItemRange, ...] = ()) -> Pair:
    (section,) = split(markdown.parse(Source("index.md", f"## {title}\n\n{text}\n"), 0), frozenset())
    return Pair(section, None, guidance=Guidance(words=words, items=items))


def test_items_against_what_is_asked() -> None:
    assert item_count(pair("**A**. One.\n\n**B**. Two.", items=(GOALS,)), "") == ItemCount(2, 3, 5, "3 to 5 goals")


def test_where_two_kinds_are_asked_for_one_is_enough() -> None:
    asked = (ItemRange(3, 5, "groups"), ItemRange(2, 4, "people"))
    assert item_count(pair("- **A**. One.", items=asked), "") == ItemCount(1, 3, 9, "3 to 5 groups and 2 to 4 people")


def test_open_and_conditional_ranges() -> None:
    asked = (ItemRange(1, None, "scheme"), ItemRange(8, 8, "areas", condition="district"))
    assert item_count(pair("- a\n- b", items=asked), "plan") == ItemCount(2, 1, None, "at least 1 scheme")
    assert item_count(pair("- a\n- b", items=asked), "district") == ItemCount(
        2, 8, None, "at least 1 scheme and 8 areas"
    )
    assert item_count(pair("- a", items=(ItemRange(None, 3, "areas"),)), "") == ItemCount(1, None, 3, "at most 3 areas")


@pytest.mark.parametrize(
    "text",
    [
        "Plain paragraphs.\n\nOne a goal.",
        "",
        "A long introduction that says it all, and more.\n\n**A**. One.",
    ],
)
def test_what_cannot_be_counted_is_not(text: str) -> None:
    assert item_count(pair(text, items=(GOALS,)), "") is None


def test_sources_are_counted_whatever_the_introduction() -> None:
    count = item_count(
        pair("Most of the sources are in a language of their own.\n\n- A", "Sources", items=(GOALS,)), ""
    )
    assert count and count.found == 1


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("**Mila Ort**. Ort chairs the board.", True),
        ("**Mila Ort**. Mila’s board meets weekly.", True),
        ("**Chair of the Board: Ms. Ort**. The chair, Ms. Ort, has been there for long.", True),
        ("**Mila Ort**. She chairs the board. [LinkedIn](https://example.org)", True),
        ("**Patience Pays**. It took nine years.", False),
        ("She chairs the board.", False),
    ],
)
def test_the_person_of_an_interview(text: str, person: bool) -> None:
    text += "\n\n**Trust**. Data is open.\n\n**Time**. It took nine years."
    section = pair(text, "Leadership", words=(BIOGRAPHY,), items=(GOALS,))
    assert (interviewee(section) is not None) == person
    count = item_count(section, "")
    assert count and count.found == len(section.section.items) - person


def test_without_a_biography_there_is_no_person() -> None:
    assert interviewee(pair("**Mila Ort**. Mila chairs the board.")) is None


@pytest.mark.parametrize(
    ("text", "link", "picture"),
    [
        ("plain <!-- <a href='x'> https://example.org <img src='x'> -->", False, False),
        ("<!-- [a](b) ![c](d) -->", False, False),
        ("[a](b)", True, False),
        ("- see www.example.org", True, False),
        ("<https://example.org>", True, False),
        ("an <a href='x'>anchor</a>", True, False),
        ("![c](d)", False, True),
        ("> ![c](d)", False, True),
        ("<img src='x'>", False, True),
        ("<iframe src='https://example.org'></iframe>", False, True),
        ("<abbr>x</abbr> `![c](d)`", False, False),
    ],
)
def test_links_and_pictures(text: str, link: bool, picture: bool) -> None:
    section = pair(text).section
    assert (has_link(section), has_picture(section)) == (link, picture)
