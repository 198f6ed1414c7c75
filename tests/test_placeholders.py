"""Values that stand for one still to be written."""

import pytest

from casecheck.placeholders import is_placeholder, is_sample


@pytest.mark.parametrize(
    "value",
    [
        "n/a",
        "N/A",
        "n. / a.",
        "N.A.",
        "nan",
        "NaN",
        ".nan",
        "None",
        "null",
        "TBD",
        "tba.",
        "T.B.C.",
        "TODO",
        "to do: write this",
        "FIXME later",
        "XXX",
        "???",
        "...",
        "…",
        "-",
        "--",
        "___",
        "to be added",
        "To be filled in.",
        "coming soon",
        "placeholder",
        "Your Name",
        "your full name here",
        "Name of the author",
        "Author's name",
        "<title>",
        "[your title]",
        "Insert title here",
        "Add a description",
        "write text here.",
        "Lorem ipsum dolor sit amet.",
        "Lores mumps",
        "Loren Ipsum",
        "x dolor sit amet y",
        "Case Study Template",
        "Stub template",
        "template",
        "untitled",
        "Optional Caption for the map",
        "test",
    ],
)
def test_placeholders(value: str) -> None:
    assert is_placeholder(value)
    assert is_placeholder(f"  {value} ")


@pytest.mark.parametrize(
    "value",
    [
        "Nantes",
        "Nan Province",
        "Todos Santos",
        "Todo el barrio",
        "Testaccio",
        "A test of the grid",
        "Lorena Smith",
        "Lore of Milan",
        "Lorient",
        "Example City",
        "Template for Change",
        "Ada Example",
        "Optional parking",
        "NAACP",
        "Tbilisi",
        "X",
        "Add-on plan",
        "2018",
        "Insert Coin District",
        "Your City, Your Plan",
        "[sic] a title",
        "Coming soon to Varenholm",
    ],
)
def test_real_values(value: str) -> None:
    assert not is_placeholder(value)


def test_samples_are_known_give_or_take_a_letter() -> None:
    sample = "Optional Caption for the geographic information."
    assert is_sample("Optional Caption for the geographc information", sample)
    assert is_sample("optional caption for the geographic  information.", sample)
    assert not is_sample("Optional Caption for the district", sample)
    assert is_sample("Stub Template", "stub template")
    assert not is_sample("Stud Template", "Stub Template"), "a short name that differs in one letter is another name"


def test_long_values_take_no_time() -> None:
    assert not is_placeholder("lore " * 400_000)
    assert not is_sample("a" * 1_000_000, "b" * 1_000_000)
