"""Values that stand for one still to be written."""

import pytest

from casecheck.placeholders import is_instruction, is_placeholder, is_sample, says_only


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
        "xx",
        "XX xx",
        "NA",
        "not yet available",
        "Unknown",
        "no caption yet",
        "TBD (ask the harbour office)",
        "tbc - see Ida",
        "Same as above",
        "see below",
        "fill me in",
        "to be completed later.",
        "More to come...",
        "*Coming soon*",
        "[Insert image here]",
        "“Your text here”",
        "blah blah",
        "untitled case study",
        "New case",
        "First Last",
        "/",
        "https://...",
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
        "Nan",
        "Na",
        "TBC Bank",
        "TBD Health",
        "The Unknown Soldier",
        "Unknown author (City Archive)",
        "Image of the quay",
        "To Come Home",
        "Pending Street",
        "Section under construction, seen from the crane",
        "Case for Change",
        "None of the Above Park",
        "New Case Street",
        "Coming soon to Varenholm",
    ],
)
def test_real_values(value: str) -> None:
    assert not is_placeholder(value)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("title", "Project Title"),
        ("title", "Title of the case"),
        ("title", "Name of plan"),
        ("description", "A short description of the project"),
        ("author", "Author's name"),
        ("author", "Firstname Lastname"),
        ("city", "City, Country"),
        ("featured_alt", "Image description"),
        ("featured_credit", "Photographer (Source)"),
        ("featured_credit", "Photo credit"),
        ("geography_caption", "Map caption"),
    ],
)
def test_a_value_that_only_names_what_is_asked_for(key: str, value: str) -> None:
    assert says_only(key, value)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("title", "The Plan"),
        ("title", "City of Culture"),
        ("title", "Title IX Plan"),
        ("description", "A project for the first city of the country"),
        ("author", "Ada Author"),
        ("city", ""),
        ("city", "Town of the Sources"),
        ("featured_alt", "Photo of the city"),
        ("featured_credit", "Photo by the author of the map, Ida Fenn"),
        ("geography_caption", "Map of the district"),
    ],
)
def test_a_value_that_says_more(key: str, value: str) -> None:
    assert not says_only(key, value)


def test_instructions_are_told_from_prose() -> None:
    assert is_instruction("Write text here.")
    assert is_instruction("[Image here]")
    assert is_instruction("This section is under construction.")
    assert not is_instruction("Unknown"), "it may well be what a cell of a table says"
    assert not is_instruction("Add text messages to the list.")


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
