from pathlib import Path

from casecheck.loading import load_document
from casecheck.output.standing import table
from casecheck.report import Standing
from casecheck.settings import Settings
from casecheck.standing import standings

BODY = """---
type: plan
---

## Overview

<!-- About 8 words. -->

One two three four five six seven eight nine.

## Goals and Aspirations

<!-- Identify 2-3 goals, around 4 words each. -->

**First**. One two three.

**Second**. One two three four five.

## Key Characteristics

<!-- For plans: list two of them. -->

**Only**. One.
"""


def stand(tmp_path: Path) -> dict[str, Standing]:
    document = load_document(BODY.encode(), tmp_path / "index.md", "index.md", Settings())
    return {standing.title: standing for standing in standings(document)}


def test_every_section_of_the_template_is_there(tmp_path: Path) -> None:
    found = stand(tmp_path)
    assert found["Overview"] == Standing("Overview", words=(9,), words_asked="about 8", aim=8)
    goals = found["Goals and Aspirations"]
    assert (goals.items, goals.items_asked, goals.words, goals.words_asked) == (2, "2-3", (3, 5), "about 4")
    assert (found["Key Characteristics"].items, found["Key Characteristics"].items_asked) == (1, "2")
    assert found["Financing"].missing


def test_the_table_fits_and_tells(tmp_path: Path) -> None:
    rows = tuple(stand(tmp_path).values())
    for width in (40, 60, 100):
        assert max(map(len, table(rows, width).splitlines())) <= width
    lines = table(rows, 100).splitlines()
    assert lines[2].split() == ["Goals", "and", "Aspirations", "2", "(2-3)", "3", "4", "5", "about", "4", "#####|....."]
    assert "#" not in table(rows, 40)


def test_a_section_of_which_no_length_is_asked_says_how_long_it_is(tmp_path: Path) -> None:
    text = "---\ntemplate: stub\n---\n\n## Overview\n\nOne two three.\n"
    document = load_document(text.encode(), tmp_path / "index.md", "index.md", Settings())
    assert standings(document) == (Standing("Overview", words=(3,)),)
    assert table(standings(document), 60).splitlines()[1].split() == ["Overview", "3"]


def test_no_title_is_cut() -> None:
    rows = (
        Standing("Technology Interventions", items=2, items_asked="3-5", words=(8,), words_asked="about 100 to 150"),
        Standing("目标与愿景 目标与愿景", words=(12,)),
        Standing("Outcomes", missing=True),
    )
    assert table(rows, 48).splitlines() == [
        "section         items    words  asked for",
        "Technology      2 (3-5)  8      about 100 to 150",
        "  Interventions",
        "目标与愿景               12",
        "  目标与愿景",
        "Outcomes        missing",
    ]
    assert table(rows, 40).splitlines() == [
        "section",
        "  items    words  asked for",
        "Technology Interventions",
        "  2 (3-5)  8      about 100 to 150",
        "目标与愿景 目标与愿景",
        "           12",
        "Outcomes",
        "  missing",
    ]
