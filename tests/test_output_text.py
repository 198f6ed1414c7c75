"""The report for people."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from casecheck.finding import Finding, Problem, Related, Severity, finding
from casecheck.output import FORMATS, Options
from casecheck.output.wrapping import wrap
from casecheck.report import CheckedDocument, Report, order
from casecheck.source import Place, Source, Span

PATH = "cases/nld-zandhaven/index.md"
TEXT = """\
---
title: Zandhaven Harbour Plan
type: case
geography: ./harbour.geojson
---

## Overview

The harbour of Zandhaven, see ![quay](./Quay.JPG "The quay"), was dug in 1874 and is now to be filled with houses.

[one](a) [two](b) [three](c) [four](d)
"""
SOURCE = Source(PATH, TEXT)
NOWHERE = Place(SOURCE, Span(0, 0))


def at(needle: str) -> Place:
    start = TEXT.index(needle)
    return Place(SOURCE, Span(start, start + len(needle)))


def shown(*findings: Finding, width: int = 60, color: bool = False, summary: bool = False) -> str:
    documents = (CheckedDocument(PATH, "case-study", "Draft"),)
    report = Report(documents, tuple(sorted(findings, key=order)), {"default": Severity.ERROR})
    return FORMATS["full"](report, Options(width, color, summary))


def note(message: str, place: Place, help: str = "", rule: str = "some-rule") -> Finding:  # noqa: A002 - as the field
    return finding(Problem(message, place, help), rule, Severity.NOTE, PATH)


def test_the_whole_report() -> None:
    wrong_type = Problem("'case' is not a type that the site knows.", at("case"), "Write 'plan' or 'district'.")
    picture = Problem(
        "The picture './Quay.JPG' is called 'quay.jpg' in the folder.",
        at("./Quay.JPG"),
        "Write:\n  ./quay.jpg",
        related=(Related(at("./harbour.geojson"), "This one is right."),),
    )
    tags = Problem("The front matter has no tags.", at("---"), "Add one to three tags.")
    text = shown(
        finding(tags, "field-missing", Severity.WARNING, PATH),
        finding(picture, "path-case", Severity.ERROR, PATH),
        finding(wrong_type, "field-value", Severity.ERROR, PATH),
        *(
            note("This link does not say where it leads.", at(f"[{word}]"), "Say it.")
            for word in ("one", "two", "three", "four")
        ),
        *(note(f"{word} is short.", at(word), "", "short") for word in ("one", "two")),
        summary=True,
    )
    assert (
        text
        == """\
cases/nld-zandhaven/index.md (case-study, Draft)

error[field-value]: 'case' is not a type that the site
  knows.
 --> cases/nld-zandhaven/index.md:3:7
3 | type: case
  |       ^^^^
  = help: Write 'plan' or 'district'.

error[path-case]: The picture './Quay.JPG' is called
  'quay.jpg' in the folder.
 --> cases/nld-zandhaven/index.md:9:39
9 | …andhaven, see ![quay](./Quay.JPG "The quay"), was dug …
  |                        ^^^^^^^^^^
  = see: cases/nld-zandhaven/index.md:4:12: This one is
         right.
  = help: Write:
            ./quay.jpg

warning[field-missing]: The front matter has no tags.
 --> cases/nld-zandhaven/index.md:1:1
  = help: Add one to three tags.

note[some-rule], 4 times: This link does not say where it
  leads.
  --> cases/nld-zandhaven/index.md
    11:1   [one](a) [two](b) [three](c) [four](d)
    11:10  [one](a) [two](b) [three](c) [four](d)
    11:19  [one](a) [two](b) [three](c) [four](d)
    11:30  [one](a) [two](b) [three](c) [four](d)
  = help: Say it.

note[short]: one is short.
  --> cases/nld-zandhaven/index.md:11:2
11 | [one](a) [two](b) [three](c) [four](d)
   |  ^^^

note[short]: two is short.
  --> cases/nld-zandhaven/index.md:11:11
11 | [one](a) [two](b) [three](c) [four](d)
   |           ^^^

2 errors, 1 warning, 6 notes in 1 document.
The gate (no errors) does not hold.
What a rule means: casecheck rule NAME
"""
    )


def test_many_messages_of_one_rule_are_a_list_with_one_help() -> None:
    words = ("one", "two", "three", "four")
    assert (
        shown(*(note(f"'{word}' says too little of where it leads.", at(f"[{word}]"), "Say it.") for word in words))
        == """\
cases/nld-zandhaven/index.md (case-study, Draft)

note[some-rule], 4 times:
  --> cases/nld-zandhaven/index.md
    11:1   'one' says too little of where it leads.
    11:10  'two' says too little of where it leads.
    11:19  'three' says too little of where it leads.
    11:30  'four' says too little of where it leads.
  = help: Say it.
"""
    )


def test_what_is_said_more_than_once_in_a_list_is_said_once() -> None:
    words = ("one", "two", "three", "four")
    findings = [note("Too short." if word != "two" else "Too long.", at(f"[{word}]"), "Mend it.") for word in words]
    assert shown(*findings, width=40).splitlines()[2:] == [
        "note[some-rule], 4 times:",
        "  --> cases/nld-zandhaven/index.md",
        "    11:1   Too short. Also at 11:19,",
        "           11:30.",
        "    11:10  Too long.",
        "  = help: Mend it.",
    ]


def test_a_list_shows_the_other_places_that_its_findings_speak_of() -> None:
    related = (Related(at("./harbour.geojson"), "It begins here."),)
    problems = [Problem(f"'{word}' is odd.", at(f"[{word}]"), related=related) for word in ("one", "two", "three")]
    text = shown(*(finding(problem, "some-rule", Severity.NOTE, PATH) for problem in problems), width=80)
    assert text.count("see: cases/nld-zandhaven/index.md:4:12: It begins here.") == 3


def test_neighbours_in_a_list_share_their_help() -> None:
    helps = {"one": "Write more.", "two": "Write more.", "three": "Write less.", "four": "Write more."}
    text = shown(*(note(f"'{word}' is odd.", at(f"[{word}]"), helps[word]) for word in helps))
    assert text.splitlines()[4:] == [
        "    11:1   'one' is odd.",
        "    11:10  'two' is odd.",
        "           help: Write more.",
        "    11:19  'three' is odd.",
        "           help: Write less.",
        "    11:30  'four' is odd.",
        "           help: Write more.",
    ]


def test_few_findings_of_one_rule_say_their_common_help_once() -> None:
    assert shown(note("One.", at("[one]"), "Mend it."), note("Two.", at("[two]"), "Mend it.")).count("Mend it.") == 1
    assert shown(note("One.", at("[one]"), "Mend it."), note("Two.", at("[two]"), "Leave it.")).count("= help:") == 2


def test_findings_of_other_documents_and_files_stand_apart() -> None:
    other = Finding(
        PATH, "cases/nld-zandhaven/harbour.geojson", 2, 3, 2, 4, "some-rule", Severity.NOTE, "Odd.", excerpt="  x"
    )
    lost = Finding("lost.md", "lost.md", 1, 1, 1, 1, "some-rule", Severity.NOTE, "Lost.")
    text = shown(note("Here.", at("[one]")), other, lost)
    assert "--> cases/nld-zandhaven/harbour.geojson:2:3\n2 | x\n  | ^\n" in text
    assert "\n\n\nlost.md\n\nnote[some-rule]: Lost.\n" in text


def test_a_place_over_several_lines_is_underlined_to_the_end_of_the_first() -> None:
    text = shown(note("Two paragraphs.", Place(SOURCE, Span(TEXT.index("## Over"), TEXT.index("[one]")))))
    assert "7 | ## Overview\n  | ^^^^^^^^^^^\n" in text


@pytest.mark.parametrize("place", [NOWHERE, at("---"), Place(SOURCE, Span(len(TEXT), len(TEXT)))])
def test_a_place_without_text_shows_none(place: Place) -> None:
    assert " | " not in shown(note("The folder has another name.", place))


def test_colour_only_repeats_what_words_say() -> None:
    problem = Problem("'case' is wrong.", at("case"), "Write 'plan'.")
    findings = [finding(problem, "field-value", level, PATH) for level in Severity]
    colored = shown(*findings, color=True, summary=True)
    assert "\x1b[1;31merror[field-value]:\x1b[0m" in colored
    assert re.sub(r"\x1b\[[\d;]*m", "", colored) == shown(*findings, summary=True)


def test_text_is_shown_as_it_is() -> None:
    text = shown(note("In '[bold]:smile:[/bold]' \x1b[31m and \u202e.", NOWHERE, "Write [/].\nOr \x07."))
    assert r"In '[bold]:smile:[/bold]' \x1b[31m and \u202e." in text.replace("\n  ", " ")
    assert "= help: Write [/].\n          Or \\x07.\n" in text


def test_lines_are_broken_between_words_and_chinese_anywhere() -> None:
    assert wrap("'featured_credit' is missing.", 40, first=24, indent="  ") == ["", "  'featured_credit' is missing."]
    said = wrap("says '天津生态城规划案例研究'.", 14, indent="  ")
    assert said == [
        "says",
        "  '天津生态城",
        "  规划案例研究",
        "  '.",
    ]
    assert wrap("see https://example.org/a-long-address now", 10) == [
        "see",
        "https://example.org/a-long-address",
        "now",
    ]


@given(st.text("ab 天é\u0301🚲", max_size=40), st.integers(4, 20), st.integers(0, 9), st.sampled_from(["", "  "]))
def test_wrapping_keeps_every_word_and_fits(text: str, width: int, first: int, indent: str) -> None:
    lines = wrap(text, width, first=first, indent=indent)
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines[1:]:
        assert cell_len(line) <= width or len(line.split()) == 1


def test_nothing_to_say() -> None:
    assert shown() == ""
    assert shown(summary=True) == "No findings in 1 document.\nThe gate (no errors) holds.\n"
    assert FORMATS["full"](Report((), (), {"default": None}), Options()) == ""
