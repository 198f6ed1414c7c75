"""What is recognised as left over of a template, and what is not: the parts behind the rules template-*."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casecheck.guidance import read
from casecheck.leftovers import (
    PlaceholderTitle,
    is_placeholder_caption,
    is_sample_address,
    is_sample_caption,
    is_sample_link,
    left_over,
    placeholder_title,
)
from casecheck.lorem import blind_text
from casecheck.parse.markdown import Prose
from casecheck.profile import Profile, Template, TemplateSection, load
from casecheck.samples import Samples, samples
from casecheck.schema import Schema
from casecheck.settings import bundled_profiles

GOOD_EXAMPLES = sorted((Path(__file__).parent.parent / "examples" / "good").rglob("*.md"))


@pytest.fixture(scope="module")
def bundled() -> Samples:
    settings = bundled_profiles()[0]
    return samples(load(settings.name, settings.schema, settings.templates))


def own(*sections: TemplateSection) -> Samples:
    """The samples of somebody's own template."""
    return samples(Profile("own", Schema("", {}), (Template("own.md", sections),)))


def found_in(text: str, known: Samples) -> str | None:
    found = left_over(Prose(text, text, ((0, 0),)), known)
    return found and f"{found.kind}: {text[found.start : found.end]}"


# Titles


@pytest.mark.parametrize(
    ("title", "rest"),
    [
        ("Goal 1", ""),
        ("goal 2", ""),
        ("Goal #3", ""),
        ("Goal 4", ""),
        ("Goals 1", ""),
        ("Open question 2", ""),
        ("Outcome one", ""),
        ("Financing Scheme", ""),
        ("Financing scheme 2", ""),
        ("Name of interviewee", ""),
        ("Goal 1: Quiet nights", "Quiet nights"),
        ("Insight 2 - Pilots decide", "Pilots decide"),
        ("Insight 1. Pilots decide", "Pilots decide"),
        ("Name of Interviewee: Ines Okafor", "Ines Okafor"),
    ],
)
def test_a_title_of_the_template_is_recognised(title: str, rest: str, bundled: Samples) -> None:
    found = placeholder_title(title, 1, bundled)
    assert found and found.rest == rest


@pytest.mark.parametrize(
    "title",
    [
        "Quiet nights",
        "Goal 11: Sustainable cities",
        "Goal-setting",
        "Goals",
        "Phase 1",
        "Financing",
        "Financing Scheme of the Port",
        "Insights from pilots",
        "LinkedIn",
        "",
        "Goal 1 " * 100,
    ],
)
def test_a_title_of_the_authors_own_is_not(title: str, bundled: Samples) -> None:
    assert placeholder_title(title, 1, bundled) is None


def test_a_number_that_counts_the_items_is_the_templates(bundled: Samples) -> None:
    assert placeholder_title("Goal 11", 11, bundled) == PlaceholderTitle("Goal 11")


def test_a_label_of_the_template_that_is_to_stay_is_no_placeholder() -> None:
    known = own(
        TemplateSection("Plan", 2, 1, item_titles=("Budget", "Timeline", "Agenda", "Milestone")),
        TemplateSection("Options", 2, 9, guidance=read("At least two options."), item_titles=("Option A", "Option B")),
        TemplateSection("Risks", 2, 20, guidance=read("List 2-3 risks."), item_titles=("Something that may fail",)),
        TemplateSection("People", 2, 30, item_titles=("[name]", "Your role")),
    )
    kept = [title for title in ("Budget", "Timeline", "Agenda", "Milestone") if placeholder_title(title, 1, known)]
    assert kept == []
    for title in ("Option A", "Option C", "Something that may fail", "[name]", "Your role"):
        assert placeholder_title(title, 1, known)


# Text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lorem ipsum dolor sit amet, consectetur adipiscing elit.", "blind: Lorem ipsum dolor sit amet, consectetur"),
        ("It is good. Lores mumps dolor sit mate, nominal id xiv. Yes.", "blind: Lores mumps dolor sit mate, nominal"),
        ("Loren ipsun dolor sit amet. And on it goes.", "blind: Loren ipsun dolor sit amet."),
        ("Neque porro quisquam est, qui dolorem ipsum quia", "blind: Neque porro quisquam est, qui dolorem ipsum quia"),
        ("Erato dolor em omit tam quo no, per leg ere argument um re.", "blind: Erato dolor em omit tam quo no"),
        ("Create a list by starting each line with a dash.", "own: Create a list by starting"),
        ("Very easy!", "own: Very easy"),
        ("Identify 3-5 goals that shape all of it.", "own: Identify 3-5 goals that shape all of it"),
        ("The loan is TBD.", "note: TBD"),
        ("TODO: ask the bank", "note: TODO"),
        ("It costs xxx euros.", "note: xxx"),
        ("By [insert name here] and others.", "note: [insert name here]"),
        ("By <your name> and others.", "note: <your name>"),
        ("By {{ author }}.", "note: {{ author }}"),
        ("To be added.", "note: To be added."),
        ("coming soon", "note: coming soon"),
    ],
)
def test_text_that_is_not_the_authors_is_found(text: str, expected: str, bundled: Samples) -> None:
    assert (found_in(text, bundled) or "").startswith(expected)


@pytest.mark.parametrize(
    "text",
    [
        "The plan is a list of goals, and none of them is easy.",
        "More is to be added in 2026. The date is to be announced.",
        "Smith et al. (id., no. 4, est. 1990) write per se ad hoc ex ante.",
        "E pluribus unum, says the coin; vox populi, vox dei, says the mayor.",
        "El plan es que no sea la ciudad quien pague, que el agua es de todos y no se vende.",
        "Le projet est porté par la ville, et ne concerne que les quartiers de la rive.",
        "O plano é que a cidade não seja a única a pagar, e que as ruas sejam de todos.",
        "Il piano è che la città non sia la sola a pagare, e che le strade siano di tutti.",
        "The XXX Olympiad, the xx-large buses, [sic], [1], [as of May] and [your voice](./x).",
        "www.example.org/xxx/TODOS",
        "n/a",
        "",
    ],
)
def test_text_of_the_authors_own_is_not(text: str, bundled: Samples) -> None:
    assert found_in(text, bundled) is None


def test_real_cases_have_no_blind_text() -> None:
    assert GOOD_EXAMPLES
    for path in GOOD_EXAMPLES:
        assert list(blind_text(path.read_text("utf-8"))) == []


@given(st.text(max_size=300))
def test_stretches_of_blind_text_lie_in_the_text_and_apart(text: str) -> None:
    end = 0
    for start, stop in blind_text(f"{text} lorem ipsum dolor sit amet consectetur adipiscing elit {text}"):
        assert end <= start < stop
        end = stop
    assert end


@pytest.mark.parametrize(
    "piece", ["lorem ", "dolor sit ", "[insert ", "<your ", "{{", "create a list by starting ", "x", "a: "]
)
def test_long_text_is_searched_in_time_linear_in_its_length(piece: str, bundled: Samples) -> None:
    left_over(Prose(piece * 20_000, piece * 20_000, ((0, 0),)), bundled)  # a quadratic step would take minutes
    placeholder_title(piece * 20_000, 1, bundled)
    is_placeholder_caption(piece * 20_000)


# Links and captions


def test_links_of_the_template_are_recognised(bundled: Samples) -> None:
    assert is_sample_link("organization  name", bundled)
    assert not is_sample_link("LinkedIn", bundled)
    assert is_sample_address("https://www.markdownguide.org/basic-syntax/", bundled)
    assert not is_sample_address("https://www.markdownguide.org/", bundled)


def test_an_address_that_a_template_gives_on_purpose_is_no_sample() -> None:
    known = own(
        TemplateSection("A", 2, 1, link_texts=("Style guide",), link_addresses=("https://style.test/guide",)),
        TemplateSection("B", 2, 5, link_texts=("x", "y"), link_addresses=("https://www.example.org/a", "http://[")),
    )
    assert not is_sample_address("https://style.test/guide", known)
    assert is_sample_address("https://www.example.org/a", known)


def test_captions_of_the_template_are_recognised(bundled: Samples) -> None:
    assert is_sample_caption("Daniel Adams (Unsplash)", "./lock.jpg", bundled)
    assert not is_sample_caption("Daniel Adams (Unsplash)", "./daniel-adams-URK0rZTiOHc-unsplash.jpeg", bundled)
    assert not is_sample_caption("Daniel Adams (Unsplash)", "./Daniel%20Adams_2.jpeg", bundled)
    assert not is_sample_caption("Ana Horvat (Unsplash)", "./lock.jpg", bundled)
    for caption in ("Caption", "Your caption here", "Caption (Source)", "Photo credit", "TBD", "Name (Source)"):
        assert is_placeholder_caption(caption)
    for caption in ("", "Source of the Brack (Ana Horvat)", "The title page of the plan", "Crane (Ana Horvat)"):
        assert not is_placeholder_caption(caption)
