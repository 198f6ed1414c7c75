import re
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casecheck.alignment import Alignment, align
from casecheck.nearest import fold
from casecheck.parse import markdown
from casecheck.profile import Profile, load, read_template
from casecheck.sections import split
from casecheck.settings import bundled_profiles
from casecheck.source import Source

COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
NEWER, OLDER = bundled_profiles()[0].templates


@cache
def bundled() -> Profile:
    kind = bundled_profiles()[0]
    return load(kind.name, kind.schema, kind.templates)


def profile(*templates: str) -> Profile:
    read = (read_template(Source("template.md", f"---\ntitle: Sample\n---\n{text}")) for text in templates)
    return replace(bundled(), templates=tuple(read))


def aligned(text: str, kind: Profile, *, in_document: bool = True) -> Alignment:
    titles = frozenset(fold(part.title) for template in kind.templates for part in template.sections)
    return align(split(markdown.parse(Source("index.md", text), 0), titles), kind, in_document=in_document)


def body(path: str) -> str:
    text = next(file for file in (NEWER, OLDER) if file.name == path).read_text(encoding="utf-8")
    return text.split("\n---\n", 1)[1]


def headings(*titles: str) -> str:
    return "".join(f"## {title}\n\nText.\n\n" for title in titles)


def said(alignment: Alignment) -> dict[str, str]:
    """What is said of each section, under its title."""
    return {
        pair.section.title: " ".join(
            [name for name in ("misnamed", "duplicate", "out_of_order") if getattr(pair, name)]
            + [pair.template.title if pair.template else "unknown"]
        )
        for pair in alignment.pairs
    }


@pytest.mark.parametrize("path", [NEWER.name, OLDER.name])
@pytest.mark.parametrize("comments", [True, False])
def test_a_copy_of_a_template_follows_it(path: str, comments: bool) -> None:
    text = body(path) if comments else COMMENT.sub("", body(path))
    found = aligned(text, bundled())
    assert found.template.path.endswith(path)
    assert not found.missing
    assert [pair.template for pair in found.pairs] == list(found.template.sections)
    assert not any(pair.misnamed or pair.duplicate or pair.out_of_order for pair in found.pairs)
    assert [pair.guidance for pair in found.pairs] == [part.guidance for part in found.template.sections]


def test_what_is_missing_misnamed_moved_repeated_or_unknown_is_told_apart() -> None:
    kind = profile(headings("Overview", "Goals and Aspirations", "Stakeholders", "Financing", "Outcomes"))
    found = aligned(headings("Overview", "Stakeholders", "Goals", "Stakeholders", "Weather", "Outcomes:"), kind)
    assert [part.title for part in found.missing] == ["Financing"]
    assert [(pair.misnamed, pair.duplicate, pair.out_of_order) for pair in found.pairs] == [
        (False, False, False),
        (False, False, False),
        (True, False, True),
        (False, True, False),
        (False, False, False),
        (False, False, False),
    ]
    assert [pair.template.title if pair.template else None for pair in found.pairs] == [
        "Overview", "Stakeholders", "Goals and Aspirations", "Stakeholders", None, "Outcomes"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "meant"),
    [
        ("Goals", "Goals and Aspirations"),
        ("Key Goals", "Goals and Aspirations"),
        ("Technology Intervention", "Technology Interventions"),
        ("Technologies", "Technology Interventions"),
        ("Key Stakeholder", "Stakeholders"),
        ("Key Characterstics", "Key Characteristics"),
        ("Reference", "References"),
        ("Sources", "References"),
        ("4. Technology", "Technology Interventions"),
        ("Bibliography", "References"),
        ("Aims", "Goals and Aspirations"),
        ("Funding", None),
        ("Outcome 1", None),
        ("Weather", None),
        ("", None),
    ],
)
def test_a_misnamed_section_is_recognised(title: str, meant: str | None) -> None:
    kind = profile(
        headings(
            "Goals and Aspirations", "Technology Interventions", "Stakeholders", "Key Characteristics", "References"
        )
    )
    (pair,) = aligned(headings(title), kind).pairs
    assert (pair.template.title if pair.template else None) == meant
    assert pair.misnamed == (meant is not None)


def test_sources_are_no_particular_sources() -> None:
    kind = profile("## References\n\n### Primary Sources\n\n<!-- 3-5 plans -->\n\n- a\n")
    found = aligned("## Sources\n\n- a\n", kind)
    assert said(found) == {"Sources": "misnamed References"}
    assert [part.title for part in found.missing] == ["Primary Sources"]


def test_the_nearest_title_wins() -> None:
    kind = profile(headings("Financing Outcomes", "Outcomes"))
    assert said(aligned(headings("Financing Outcome", "Outcome"), kind)) == {
        "Financing Outcome": "misnamed Financing Outcomes",
        "Outcome": "misnamed Outcomes",
    }


def test_optional_sections_are_never_missing() -> None:
    kind = profile(headings("Overview", "Leadership (Optional)", "Outcomes"))
    assert not aligned(headings("Overview", "Outcomes"), kind).missing
    assert said(aligned(headings("Overview", "Leadership", "Outcomes"), kind))["Leadership"] == "Leadership"


def test_the_template_that_fits_best_is_chosen() -> None:
    first, second = headings("A one", "B two", "C three", "D four"), headings("B two", "A one", "E five", "C three")
    kind = profile(first, second)
    assert aligned(first, kind).template is kind.templates[0]
    assert aligned(second, kind).template is kind.templates[1]
    assert aligned(headings("B two", "A one", "C three"), kind).template is kind.templates[1]
    assert aligned("", kind).template is kind.templates[0]


def test_a_section_of_another_template_is_not_unknown() -> None:
    kind = profile(headings("Overview", "Outcomes"), headings("Overview", "Leadership", "Weather", "Ice", "Outcomes"))
    found = aligned(headings("Overview", "Leadership", "Outcomes"), kind)
    assert found.template is kind.templates[0] and not found.missing
    assert said(found)["Leadership"] == "Leadership"


def test_comments_speak_for_a_template() -> None:
    first = "## Goals\n\n<!-- Identify 3-5 goals. -->\n\n## Ends\n\ntext\n"
    second = "## Goals\n\n<!-- The text should be around 50 words. -->\n\n## Ends\n\ntext\n"
    kind = profile(first, second)
    assert aligned(second, kind).template is kind.templates[1]
    assert aligned(COMMENT.sub("", second), kind).template is kind.templates[0]


def test_the_comment_in_a_document_wins_section_by_section() -> None:
    kind = profile("## Goals\n\n<!-- Write around 50 words. -->\n\n## Ends\n\n<!-- Identify 3-5 ends. -->\n")
    text = "## Goals\n\n<!-- Write around 80 words. -->\n\n## Ends\n\n<!-- to do -->\n"
    goals, ends = aligned(text, kind).pairs
    assert [words.max for words in goals.guidance.words] == [80]
    assert [items.max for items in ends.guidance.items] == [5]
    goals, ends = aligned(text, kind, in_document=False).pairs
    assert [words.max for words in goals.guidance.words] == [50]


def test_a_comment_in_a_document_does_not_waive_links() -> None:
    kind = profile("## Stakeholders\n\n<!-- Identify 3-5 stakeholders, and include a link to each. -->\n")
    (pair,) = aligned("## Stakeholders\n\n<!-- Identify 2 stakeholders. -->\n", kind).pairs
    assert pair.guidance.links and pair.guidance.items[0].max == 2


def test_a_profile_without_templates_asks_for_nothing() -> None:
    found = aligned(headings("Overview"), profile())
    assert not found.missing and not found.template.sections
    assert [pair.template for pair in found.pairs] == [None]


TITLES = ["Overview", "Goals and Aspirations", "Stakeholders", "Financing", "Outcomes", "Open Questions"]


@given(st.lists(st.sampled_from(TITLES), unique=True))
def test_any_selection_in_any_order(titles: list[str]) -> None:
    found = aligned(headings(*titles), profile(headings(*TITLES)))
    assert {part.title for part in found.missing} == set(TITLES) - set(titles)
    assert not any(pair.misnamed or pair.duplicate or pair.template is None for pair in found.pairs)
    kept = [pair.section.title for pair in found.pairs if not pair.out_of_order]
    assert kept == sorted(kept, key=TITLES.index)
    assert bool(kept) == bool(titles)
    assert set(found.answers) == set(titles)


@given(st.lists(st.text(st.characters(exclude_characters="\n#<`\\"), max_size=30), max_size=8))
def test_no_titles_fool_it(titles: list[str]) -> None:
    found = aligned(headings(*titles), bundled())
    answered = [id(pair.template) for pair in found.pairs if pair.template and not pair.duplicate]
    assert len(answered) == len(set(answered))
    assert len(found.answers) + len(found.missing) >= len(found.template.sections)


def test_many_unknown_sections_are_no_burden() -> None:
    assert len(aligned("## Weather report\n\n" * 20_000, bundled()).pairs) == 20_000
