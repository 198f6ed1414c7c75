"""The schemas that come with casecheck: valid, true to the templates, and as strict as the collection is."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from casecheck.finding import Severity
from casecheck.parse.frontmatter import parse
from casecheck.resources import schema_folder
from casecheck.schema import SchemaFault, check, keywords, load, structure
from casecheck.settings import bundled_profiles
from casecheck.source import decode

NAMES = ("case-study", "stub")
GOOD = {
    "title": "Salt Quay Plan",
    "description": "A harbour becomes a district that makes its own energy.",
    "status": "Complete",
    "author": "Ada Example",
    "type": "plan",
    "template": "case-study",
    "city": "Varenholm",
    "country_code": "DNK",
    "centroid": [55.6761, 12.5683],
    "year_start": 2018,
    "year_completed": 2024,
    "featured_image": "./quay.jpg",
    "featured_alt": "Brick warehouses along a basin",
    "featured_credit": "Ada Example (Pictures)",
    "featured_credit_link": "https://example.org/quay",
    "tags": ["Mobility", "Energy"],
    "geography": "./quay.geojson",
    "geography_caption": "Salt Quay",
}
SHOWN = {"title", "type", "template", "city", "country_code", "centroid", "featured_image", "geography"}


def document(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((schema_folder() / f"{name}.schema.json").read_text("utf-8"))
    return content


def faults(name: str, data: dict[str, Any]) -> list[SchemaFault]:
    return list(check(load(str(schema_folder() / f"{name}.schema.json")), data))


def judged(name: str, **changes: Any) -> list[tuple[str, str]]:
    """Rule and severity of what is wrong with the good front matter once it is changed; `...` deletes a key."""
    data = {key: value for key, value in {**GOOD, **changes}.items() if value is not ...}
    return [(fault.rule, str(fault.weight)) for fault in faults(name, data)]


@pytest.mark.parametrize(
    ("tags", "meant"),
    [
        ("Mobility", ["Mobility"]),
        ("mobility, Energy", ["Mobility", "Energy"]),
        ("Mobility and energy", ["Mobility", "Energy"]),
        ("Civic Tech / Robotics", ["CivicTech"]),
        ("Robotics", ["Mobility", "Buildings"]),
        (["Mobility Energy"], ["Mobility", "Energy"]),
    ],
)
def test_help_for_tags_offers_only_tags(tags: object, meant: list[str]) -> None:
    (fault,) = faults("case-study", {**GOOD, "tags": tags})
    assert [line[4:] for line in fault.help.split("\n") if line.startswith("  - ")] == meant
    assert ("Only these are allowed" in fault.help) == ("Robotics" in tags or "Civic" in tags)


def test_a_line_end_around_a_value_is_called_that() -> None:
    (fault,) = faults("case-study", {**GOOD, "status": "Complete\n"})
    assert (fault.message, fault.help) == (
        "'status' has a blank or a line end around its value: 'Complete'.",
        "Write: status: Complete",
    )


def test_values_under_misspelt_keys_are_checked_as_well() -> None:
    assert judged("case-study", tags=..., Tags=["Mobility", "Robotics"], year_start=..., year_strat="soon") == [
        ("field-unknown", "warning"),
        ("field-unknown", "warning"),
        ("field-type", "warning"),
        ("field-value", "error"),
    ]
    found = faults("case-study", {**{k: v for k, v in GOOD.items() if k != "tags"}, "Tags": ["Robotics"]})
    assert [fault.path for fault in found] == [("Tags",), ("Tags", 0)]


@pytest.mark.parametrize("name", NAMES)
def test_schemas_are_valid(name: str) -> None:
    Draft202012Validator.check_schema(document(name))
    assert not list(structure.bad_overrides(document(name)))
    assert not list(keywords.bad_patterns(document(name)))


@pytest.mark.parametrize("name", NAMES)
def test_every_key_is_described_and_its_examples_are_right(name: str) -> None:
    for key, subschema in document(name)["properties"].items():
        if subschema.get("deprecated"):
            continue
        assert subschema["description"].endswith("."), key
        for example in subschema.get("examples", []):
            assert judged(name, **{key: example}, template=name) == [], key


@pytest.mark.parametrize("name", NAMES)
def test_a_good_document_is_good(name: str) -> None:
    assert judged(name) == []
    bare = {"featured_alt": ..., "featured_credit_link": ..., "geography_caption": ..., "year_completed": None}
    assert judged(name, **bare) == []


@pytest.mark.parametrize("profile", bundled_profiles(), ids=lambda profile: profile.name)
def test_a_fresh_copy_of_a_template_shows_what_is_left_to_do_and_no_error(profile: Any) -> None:
    for path in profile.templates:
        front_matter = parse(decode(path.name, path.read_bytes()))
        assert not front_matter.faults
        found = faults(profile.name, dict(front_matter.data))
        assert {fault.rule for fault in found} <= {"field-empty"}
        assert all(fault.weight is not Severity.ERROR for fault in found)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("key", sorted(GOOD))
def test_missing_keys(name: str, key: str) -> None:
    optional = {"year_completed", "featured_alt", "featured_credit_link", "geography_caption"}
    advisable = {"year_start", "featured_credit", "tags"}
    published = [] if key in optional else [("field-missing", "warning" if key in advisable else "error")]
    draft = [("field-missing", "warning")] if key in advisable | {"type", "template"} else published
    assert judged(name, **{key: ...}) == published
    if key != "status":
        assert judged(name, **{"status": "Draft", key: ...}) == draft


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("key", sorted(GOOD))
def test_empty_keys(name: str, key: str) -> None:
    optional = {"year_completed", "featured_alt", "featured_credit_link", "geography_caption"}
    published = [] if key in optional else [("field-empty", "error" if key in SHOWN else "warning")]
    assert judged(name, **{key: None}) == published
    if key != "status":
        assert judged(name, **{"status": "Draft", key: ""}) == ([] if key in optional else [("field-empty", "warning")])


@pytest.mark.parametrize(
    ("changes", "draft", "published"),
    [
        ({"type": "case"}, ("field-value", "warning"), ("field-value", "error")),
        ({"template": "casestudy"}, ("field-value", "warning"), ("field-value", "error")),
        ({"tags": ["Bicycles"]}, ("field-value", "warning"), ("field-value", "error")),
        ({"tags": ["Mobility", "Energy", "Food", "Buildings"]}, ("field-value", "warning"), ("field-value", "warning")),
        ({"tags": ["Mobility", "Mobility"]}, ("field-value", "warning"), ("field-value", "warning")),
        ({"tags": "Mobility, Energy"}, ("field-type", "error"), ("field-type", "error")),
        ({"centroid": "55.6761, 12.5683"}, ("field-type", "error"), ("field-type", "error")),
        ({"centroid": [55.6761]}, ("field-value", "error"), ("field-value", "error")),
        ({"centroid": [55, 6761, 12, 5683]}, ("field-value", "error"), ("field-value", "error")),
        ({"centroid": ["55.6761", 12.5683]}, ("field-type", "error"), ("field-type", "error")),
        ({"year_start": "since 2018"}, ("field-type", "warning"), ("field-type", "warning")),
        ({"year_start": 2018.0}, ("field-type", "warning"), ("field-type", "warning")),
        ({"year_completed": "Ongoing"}, ("field-value", "note"), ("field-value", "note")),
        ({"year_completed": "ongoing"}, ("field-value", "warning"), ("field-value", "warning")),
        ({"year_completed": "TBD"}, ("field-value", "warning"), ("field-value", "warning")),
        ({"featured_credit_link": "example.org"}, ("field-value", "warning"), ("field-value", "warning")),
        ({"author": ["Ada", "Ben"]}, ("field-type", "error"), ("field-type", "error")),
        ({"featured_desc": "Warehouses"}, ("field-unknown", "note"), ("field-unknown", "note")),
        ({"weather": "fine"}, ("field-unknown", "note"), ("field-unknown", "note")),
        ({"featured_alt": ..., "feature_alt": "x"}, ("field-unknown", "warning"), ("field-unknown", "warning")),
        ({"city": ..., "City": "x"}, ("field-unknown", "error"), ("field-unknown", "error")),
    ],
    ids=str,
)
def test_severities(changes: dict[str, Any], draft: tuple[str, str], published: tuple[str, str]) -> None:
    for name in NAMES:
        assert judged(name, **changes) == [published]
        assert judged(name, **changes, status="Draft") == [draft]


def test_only_known_states_are_published() -> None:
    for status in ("Ongoing", "complete", "Published", True):
        rule = "field-type" if status is True else "field-value"
        assert judged("case-study", status=status) == [(rule, "error")]


def test_a_title_may_be_a_number() -> None:
    assert judged("case-study", title=2030) == []


def test_the_name_of_the_country_is_for_stubs() -> None:
    assert judged("stub", country="Denmark") == []
    assert judged("case-study", country="Denmark") == [("field-unknown", "note")]
