"""Templates as they are read, the ones that come with casecheck, and the profile of a document."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casecheck.errors import UsageError
from casecheck.guidance import Guidance
from casecheck.profile import Template, TemplateSection, choose, load, load_template, read_template
from casecheck.resources import schema_folder
from casecheck.runner import check_source
from casecheck.settings import ProfileSettings, Settings, bundled_profiles
from casecheck.source import Source

FULL = ["Overview", "Goals and Aspirations", "Key Characteristics", "Stakeholders", "Technology Interventions"]
FULL += ["Financing", "Outcomes", "Open Questions", "References", "Primary Sources", "Secondary Sources"]
BUNDLED = ["case-study", "case-study-leadership", "stub"]


def bundled(name: str) -> Template:
    return load_template(schema_folder() / f"{name}.template.md")


def titles(template: Template) -> list[str]:
    return [section.title for section in template.sections]


def section(template: Template, title: str) -> TemplateSection:
    return next(part for part in template.sections if part.title == title)


def template(text: str) -> Template:
    return read_template(Source("template.md", text))


# The templates that come with casecheck


def test_the_templates_have_the_sections_of_the_collection() -> None:
    assert titles(bundled("case-study")) == FULL
    older = titles(bundled("case-study-leadership"))
    assert sorted(older) == sorted([*FULL, "Leadership"])
    assert older.index("Key Characteristics") < older.index("Goals and Aspirations") < older.index("Stakeholders")
    assert titles(bundled("stub")) == ["Overview"]


@pytest.mark.parametrize("name", BUNDLED)
def test_everything_that_a_bundled_template_asks_for_is_understood(name: str) -> None:
    for part in bundled(name).sections:
        assert not part.guidance.not_understood
        assert bool(part.guidance) or part.title in {"Key Characteristics", "References"} or name == "stub"


@pytest.mark.parametrize("name", BUNDLED)
def test_the_sample_text_of_a_template_fits_its_own_guidance(name: str) -> None:
    path = schema_folder() / f"{name}.template.md"
    settings = Settings(select=("words", "items", "guidance-link", "guidance-image", "section", "comment", "emphasis"))
    _, findings = check_source(path.read_bytes(), path, settings)
    assert [found.message for found in findings] == []


@pytest.mark.parametrize("name", BUNDLED)
def test_all_sample_text_is_known_as_left_over(name: str) -> None:
    path = schema_folder() / f"{name}.template.md"
    _, findings = check_source(path.read_bytes(), path, Settings(select=("template",)))
    sample = [text for part in bundled(name).sections for text in part.item_titles]
    assert sum(found.rule == "template-title" for found in findings) == len(sample)
    blank = path.read_text("utf-8").split("---", 2)[2]
    paragraphs = [line for line in blank.split("\n\n") if line.strip() and line.strip()[0] not in "#<-!"]
    assert sum(found.rule == "template-text" for found in findings) >= len(paragraphs)


def test_the_placeholders_are_those_that_authors_leave_in() -> None:
    newer, older = bundled("case-study"), bundled("case-study-leadership")
    assert section(newer, "Goals and Aspirations").item_titles == ("Goal 1", "Goal 2", "Goal 3")
    assert section(newer, "Financing").item_titles == ("Financing Scheme",)
    assert section(older, "Leadership").item_titles == ("Name of Interviewee", "Insight 1", "Insight 2", "Insight 3")
    assert set(section(newer, "Stakeholders").link_texts) == {"Organization Name"}
    assert section(newer, "Technology Interventions").captions == ("Daniel Adams (Unsplash)",)
    assert section(newer, "Technology Interventions").alts == (
        "Alt Text / A bicycle station in the middle of the city",
    )
    for found in (newer, older, bundled("stub")):
        assert found.front_matter["author"] == "Your Name"
        assert found.front_matter["centroid"] == [40.712778, -74.006111]


# Reading a template


def test_a_deeper_heading_is_a_section_only_if_it_asks_for_something_itself() -> None:
    found = template("""
## References

### Primary Sources

<!-- 3-5 reports -->

### Notes

## Goals

<!-- 3 goals -->

### Goal 1

<!-- 50 words -->
""")
    assert titles(found) == ["References", "Primary Sources", "Goals"]
    assert section(found, "Primary Sources").parent == "References"


@pytest.mark.parametrize(
    "text",
    [
        "## A (Optional)\n\nx\n\n## B\n",
        "## A\n\n<!-- Optional. -->\n\n## B\n",
        "<!-- This section is optional. -->\n## A\n\nx\n\n## B\n",
        "## Z\n\nx\n\n<!-- This section may be left out. -->\n## A\n\ny\n\n## B\n",
        "## Z\n<!-- 50 words -->\n\n<!-- Optional. -->\n## A\n\ny\n\n## B\n",
        "## Z\n\n\n\n<!-- This one is for plans; optional section. -->\n## A\n\ny\n\n## B\n",
    ],
)
def test_which_section_is_optional(text: str) -> None:
    assert {part.title: part.optional for part in template(text).sections if part.optional} == {"A": True}


def test_several_comments_of_a_section_are_read_together() -> None:
    found = template("## A\n<!-- List 3-5 goals. -->\n\n<!-- casecheck-disable-file x -- y -->\n\n<!-- 50 words. -->\n")
    part = found.sections[0]
    assert [items.max for items in part.guidance.items] == [5]
    assert [words.scope for words in part.guidance.words] == ["item"]
    assert "casecheck" not in part.comment


def test_a_single_title_above_all_sections_is_the_documents_own() -> None:
    found = template("# Title of the decision\n\n## Context\n\n## Decision\n")
    assert titles(found) == ["Context", "Decision"]
    assert found.heading and found.heading.title == "Title of the decision"
    assert titles(template("# Context\n\n# Decision\n")) == ["Context", "Decision"]


def test_sample_text_is_what_a_reader_sees_of_it() -> None:
    found = template(
        '## A\n\n**T 1**. One *two* `three`. Four [five](./six).\n\n- Seven\n\n![alt](./p.jpg "Caption")\n'
    )
    part = found.sections[0]
    assert part.item_titles == ("T 1",)
    assert part.sentences == ("One two three.", "Four five.", "Seven")
    assert (part.link_texts, part.link_addresses) == (("five",), ("./six",))
    assert (part.captions, part.alts) == (("Caption",), ("alt",))


def test_a_template_without_front_matter_or_headings_is_no_failure() -> None:
    assert template("").sections == ()
    assert template("Just text. <!-- 50 words -->").sections == ()


PARTS = """## A
@### B
@# C
@<!-- 3-5 goals -->
@<!-- Optional. -->
@<!--@-->@
@**T**. x
@[a](b)@![c](d 'e')
@- f
@---
@x: y
"""


@given(st.one_of(st.lists(st.sampled_from(PARTS.split("@")), max_size=30).map("".join), st.text(max_size=200)))
def test_any_text_is_read_as_a_template(text: str) -> None:
    found = template(text)
    lines = [part.line for part in found.all_sections]
    assert lines == sorted(lines)
    assert all(isinstance(part.guidance, Guidance) for part in found.all_sections)


# Loading and choosing a profile


def test_a_missing_template_is_named_with_the_nearest_one(tmp_path: Path) -> None:
    (tmp_path / "template-2024.md").touch()
    with pytest.raises(UsageError, match=r"no template '.*template-2042\.md'\. Did you mean '.*template-2024\.md'\?"):
        load_template(tmp_path / "template-2042.md")
    with pytest.raises(UsageError, match=r"no template '.*elsewhere.md'\.$"):
        load_template(tmp_path / "no" / "elsewhere.md")
    with pytest.raises(UsageError, match="cannot be read"):
        load_template(tmp_path)


def test_a_profile_is_loaded_once() -> None:
    for settings in bundled_profiles():
        loaded = load(settings.name, settings.schema, settings.templates)
        assert loaded is load(settings.name, settings.schema, settings.templates)
        assert len(loaded.templates) == len(settings.templates)


def test_the_front_matter_chooses_the_profile() -> None:
    plain = ProfileSettings("plain", Path("a.json"))
    stub = ProfileSettings("stub", Path("b.json"), when={"template": "stub"})
    first = ProfileSettings("first", Path("c.json"), when={"template": "other", "version": "2"})
    assert choose((plain, stub), {"template": "stub"}) is stub
    assert choose((stub, plain), {"template": " Stub "}) is stub
    assert choose((stub, plain), {"template": None}) is plain
    assert choose((stub, plain), {"template": ["stub"]}) is plain
    assert choose((first, plain), {"template": "other", "version": 2}) is first
    assert choose((first, plain), {"template": "other"}) is plain
    assert choose((stub, first), {}) is stub
    with pytest.raises(UsageError, match="no profile"):
        choose((), {})


def test_a_kind_that_is_nearly_named_is_meant() -> None:
    full, stub = bundled_profiles()
    assert choose((full, stub), {"template": "stubs"}) is stub
    assert choose((full, stub), {"template": "Case Study"}, frozenset({"overview"})) is full


def test_the_body_chooses_where_the_front_matter_does_not() -> None:
    full, stub = bundled_profiles()
    for data in ({}, {"template": None}, {"template": "page"}):
        assert choose((full, stub), data, frozenset({"overview"})) is stub
        assert choose((full, stub), data, frozenset({"overview", "history"})) is stub
        assert choose((full, stub), data, frozenset({"overview", "outcomes"})) is full
        assert choose((full, stub), data, frozenset({"history"})) is full
