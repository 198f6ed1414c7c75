"""Sections and items, on `fixtures/items/*.md`.

There, a heading that starts a section ends in ` ⟵ §`; a line on which an item starts in ` ⟵ TITLE (WORDS)`, with `•`
for an item without a title, and `;` between items that share a line. The marks are cut before the text is read.
"""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casecheck.nearest import fold
from casecheck.parse import markdown
from casecheck.sections import Section, match_key, split
from casecheck.source import Source
from casecheck.words import count_nodes

FIXTURES = Path(__file__).parent / "fixtures" / "items"
MARK = re.compile(r" ⟵ (?P<expected>.*)$", re.MULTILINE)
ITEM = re.compile(r"(?P<title>.*) \((?P<words>\d+)\)")

TITLES = frozenset(
    fold(title)
    for title in (
        "Overview", "Key Characteristics", "Goals and Aspirations", "Technology Interventions", "Stakeholders",
        "Leadership", "Financing", "Outcomes", "Open Questions", "References", "Primary Sources", "Secondary Sources",
    )
)  # fmt: skip


def read(text: str) -> tuple[Source, tuple[Section, ...]]:
    source = Source("index.md", text)
    return source, split(markdown.parse(source, 0), TITLES)


def expected_in(marked: str) -> list[tuple[int, str, int]]:
    """Line, title and words of what a fixture marks; a section has title "§"."""
    expected = []
    for mark in MARK.finditer(marked):
        line = marked.count("\n", 0, mark.start()) + 1
        if mark["expected"] == "§":
            expected.append((line, "§", -1))
            continue
        for item in mark["expected"].split("; "):
            found = ITEM.fullmatch(item)
            assert found, f"'{item}' is no expectation"
            expected.append((line, found["title"].replace("•", ""), int(found["words"])))
    return expected


@pytest.mark.parametrize("fixture", sorted(FIXTURES.glob("*.md")), ids=lambda path: path.stem)
def test_sections_and_items(fixture: Path) -> None:
    marked = fixture.read_text(encoding="utf-8")
    source, sections = read(MARK.sub("", marked))
    actual = []
    for section in sections:
        actual.append((source.position(section.span.start).line, "§", -1))
        actual.extend((source.position(item.span.start).line, item.title, item.words) for item in section.items)
    assert actual == expected_in(marked)


def test_an_item_takes_what_follows_it() -> None:
    _, (section,) = read("## Goals\n\nIntro.\n\n**A**. One.\n\nTwo.\n\n![P](p.jpg)\n\n- three\n\n**B**. Four.\n")
    assert [block.type for block in section.intro] == ["paragraph"]
    assert [[block.type for block in item.blocks] for item in section.items] == [
        ["paragraph", "paragraph", "paragraph", "list"],
        ["paragraph"],
    ]
    assert section.words == 1 + 3 + 1


def test_the_span_of_an_item_covers_its_title() -> None:
    source, (section,) = read("## Goals\n\n1. **[Quiet](u)**. One.\n2. **Open**: two\n3. x\n")
    assert [source[item.span] for item in section.items[:2]] == ["**[Quiet](u)**", "**Open**"]
    assert source[section.items[2].span].startswith(("3. x", "x"))


def test_a_section_knows_its_title_parent_and_comments() -> None:
    text = (
        "## 1. Overview:\n\n<!-- a -->\nText.\n\n## References (Optional)\n\n### Primary Sources\n<!-- b -->\n\n- x\n"
    )
    source, (overview, references, primary) = read(text)
    assert [section.title for section in (overview, references, primary)] == [
        "1. Overview:",
        "References",
        "Primary Sources",
    ]
    assert [section.optional for section in (overview, references, primary)] == [False, True, False]
    assert primary.parent == "References" and not references.parent and not overview.parent
    assert [comment.text for comment in overview.comments + primary.comments] == [" a ", " b "]
    assert not references.comments
    assert references.empty and not overview.empty and not primary.empty
    assert source[references.span] == "## References (Optional)"
    assert source[overview.extent].startswith("## 1. Overview:") and source[overview.extent].endswith("Text.\n\n")
    assert source.text[: overview.end].endswith("Text.")


def test_text_above_a_line_of_dashes_is_no_section() -> None:
    text = "## Goals\n\n**Quiet**. The last boat leaves before ten.\n---\n\n![p](p.jpg)\n---\n\nOutcomes\n---\n\ntext\n"
    _, sections = read(text)
    assert [section.title for section in sections] == ["Goals", "Outcomes"]
    assert [(item.title, item.words) for item in sections[0].items] == [("Quiet", 6)]
    assert [section.setext for section in sections] == [False, True]


@pytest.mark.parametrize("text", ["", "<!-- c -->\n\n---\n", "<!-- a --><!-- b -->\n", "<!-- never closed\n\ntext"])
def test_a_section_of_comments_and_rules_is_empty(text: str) -> None:
    _, (section,) = read(f"## Overview\n\n{text}")
    assert section.empty and not section.items and not section.words


@pytest.mark.parametrize(
    "text", ["word", "![p](p.jpg)", "<iframe src='x'></iframe>", "- x", "| a |\n|---|\n| b |", "    code"]
)
def test_a_section_that_shows_something_is_not_empty(text: str) -> None:
    _, (section,) = read(f"## Overview\n\n<!-- c -->\n\n{text}\n")
    assert not section.empty


@pytest.mark.parametrize(
    "title", ["Overview", "OVERVIEW", "1. Overview", "2) Overview:", "II. Overview", "Overview (Optional)"]
)
def test_match_key_leaves_out_what_a_reader_overlooks(title: str) -> None:
    assert match_key(title) == "overview"


def test_match_key_keeps_different_titles_apart() -> None:
    assert match_key("Goals & Aspirations") == match_key("Goals and aspirations") != match_key("Goals")
    assert match_key("I care") == "icare" and match_key("5G") == "5g"


BLOCKS = st.sampled_from(
    ["## Goals", "### Sub", "**A**. text", "**B:**", "- **C**: x\n- y", "1. z", "• d", "plain text", "![p](p.jpg)",
     "---", "<!-- c -->", "## References", "- <https://example.org>", "**Q?**", "[l](u)\n[m](v)",
     "## Open Questions", "> q"]
)  # fmt: skip


@given(st.lists(BLOCKS, max_size=15))
def test_nothing_is_lost_or_counted_twice(blocks: list[str]) -> None:
    source, sections = read("\n\n".join(blocks))
    for section in sections:
        parts = [node for item in section.items for node in item.blocks] + list(section.intro)
        in_titles = count_nodes(section.blocks) - count_nodes(parts)
        assert in_titles == 0
        assert section.words <= count_nodes(section.blocks)
        assert sum(item.words for item in section.items) <= section.words
        assert all(section.extent.start <= item.span.start < section.extent.end for item in section.items)
        assert [item.span.start for item in section.items] == sorted(item.span.start for item in section.items)
    assert [section.extent.start for section in sections[1:]] == [section.extent.end for section in sections[:-1]]
    assert source.text.count("## Goals") == sum(section.title == "Goals" for section in sections)


@pytest.mark.parametrize(
    "piece", ["### a\n\n", "**A**. x\n", "**A**.\n\n", "- **A**\n", "[a](b)\n", "# a\n", "### Goals 1\n", "a\n\n"]
)
def test_large_bodies_are_split_in_one_pass(piece: str) -> None:
    _, sections = read("## References\n\n" + piece * 3_000)
    assert sections
