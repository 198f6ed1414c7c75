"""Front matter against a schema: the faults, their places, and the words for them."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from casecheck.errors import UsageError
from casecheck.finding import Severity
from casecheck.parse.frontmatter import parse
from casecheck.schema import SEVERITIES, Schema, SchemaFault, check, load, located
from casecheck.schema.patterns import Matcher
from casecheck.source import Source

JARGON = (
    "array",
    "object",
    "string",
    "integer",
    "null",
    "None",
    "schema path",
    "enum",
    "instance",
    "regex",
    "dict",
    "{",
    "}",
)


def found(schema: dict[str, Any], data: dict[str, Any]) -> tuple[SchemaFault, ...]:
    return check(Schema("test.schema.json", schema), data)


def faults(schema: dict[str, Any], data: dict[str, Any]) -> list[tuple[str, tuple[str | int, ...]]]:
    return [(fault.rule, fault.path) for fault in found(schema, data)]


def of(key: str, subschema: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"properties": {key: subschema}, **more}


def write(folder: Path, text: str) -> str:
    file = folder / "own.schema.json"
    file.write_text(text, "utf-8")
    return str(file)


# Loading


def test_a_schema_is_loaded_from_a_file(tmp_path: Path) -> None:
    path = write(tmp_path, json.dumps({"required": ["title"]}))
    assert check(load(path), {"title": "Harbour Plan"}) == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"type": "object",\n "required" ["title"]}', ":2:13: the schema is no JSON"),
        ("[]", "must be a JSON object"),
        ("\ufeff", "is no JSON"),
        ('{"type": "text"}', "at type, 'text' is not what 'anyOf'"),
        ('{"properties": {"a": {"minimum": "1"}}}', "at properties/a/minimum, '1'"),
        ('{"properties": {"a": {"pattern": "("}}}', "pattern that cannot be read, at /properties/a: ("),
        ('{"patternProperties": {"[": {}}}', "pattern that cannot be read, at /: ["),
        ('{"x-casecheck": {"severity": "fatal"}}', "severity must be error, warning or note, but it is 'fatal'"),
        ('{"properties": {"a": {"pattern": "((a{999}){999}){999}"}}}', "it repeats too often"),
        ('{\n "$schema": "http://nope/x"}', ":2: 'http://nope/x' is no kind of schema that is known here. Write"),
        ('{"$schema": 7}', ":1: '7' is no kind of schema"),
        ('{"allOf": [{"unevaluatedProperties": false}, {"patternProperties": {"a": {}}}]}', "checked together"),
        ('{"x-casecheck": "error"}', "must be an object"),
        ('{"properties": {"a": {"x-casecheck": {"hint": "x"}}}}', "at /properties/a: it may not hold 'hint'"),
        ('{"allOf": [{"x-casecheck": {"field-type": {"help": 1}}}]}', "at /allOf/0: 'help' must be text"),
        ('{"a": ' + "[" * 100_000, "nested too deeply"),
    ],
)  # fmt: skip
def test_what_is_no_schema_is_refused_in_a_sentence(tmp_path: Path, text: str, words: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(UsageError) as raised:
        load(path)
    assert words in str(raised.value) and path in str(raised.value)
    assert str(raised.value).endswith(".")


def test_a_schema_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read: No such file"):
        load(str(tmp_path / "none.json"))
    (tmp_path / "bytes.json").write_bytes(b"\xff\xff{}")
    with pytest.raises(UsageError, match="not UTF-8"):
        load(str(tmp_path / "bytes.json"))


@pytest.mark.parametrize(
    ("reference", "words"),
    [
        ("https://example.org/other.json", "refers to https://example.org/other.json, which is not in it"),
        ("other.json", "refers to other.json"),
        ("#/$defs/none", "refers to"),
        ("#", "refers to itself without end"),
    ],
)
def test_references_out_of_the_file_are_refused(reference: str, words: str) -> None:
    schema = {"$ref": reference} if reference == "#" else of("a", {"$ref": reference})
    with pytest.raises(UsageError) as raised:
        found(schema, {"a": 1})
    assert words in str(raised.value)


def test_references_within_the_file_are_followed() -> None:
    schema = of("a", {"$ref": "#/$defs/one~1two%20x"}, **{"$defs": {"one/two x": {"enum": ["b"]}}})
    assert faults(schema, {"a": "c"}) == [("field-value", ("a",))]
    anchored = of("a", {"$ref": "#here"}, **{"$defs": {"x": {"$anchor": "here", "enum": ["b"]}}})
    assert faults(anchored, {"a": "c"}) == [("field-value", ("a",))]


# What is empty


def test_a_missing_key_is_not_an_empty_one() -> None:
    schema = of("title", {"type": "string"}, required=["title"])
    assert faults(schema, {}) == [("field-missing", ("title",))]
    for empty in (None, "", "  ", [], {}):
        assert faults(schema, {"title": empty}) == [("field-empty", ("title",))]


def test_a_required_key_is_never_empty_even_if_the_schema_says_nothing_of_it() -> None:
    assert faults({"required": ["title"]}, {"title": None}) == [("field-empty", ("title",))]


@pytest.mark.parametrize(
    ("subschema", "value", "rules"),
    [
        ({"type": "string"}, None, []),
        ({"type": "integer"}, "", []),
        ({"type": "string", "minLength": 1}, "", ["field-empty"]),
        ({"type": "string", "minLength": 1}, None, ["field-empty"]),
        ({"type": "array", "minItems": 1}, [], ["field-empty"]),
        ({"type": "array", "minItems": 0}, [], []),
        ({"x-casecheck": {"field-empty": {"severity": "note"}}}, None, ["field-empty"]),
        ({"type": "array", "items": {"type": "string"}}, ["a", None], ["field-empty"]),
    ],
)
def test_an_empty_optional_key_is_as_good_as_absent(subschema: dict[str, Any], value: object, rules: list[str]) -> None:
    assert [rule for rule, _ in faults(of("a", subschema), {"a": value})] == rules


@pytest.mark.parametrize(
    ("subschema", "value"),
    [
        ({"type": ["integer", "null"]}, None),
        ({"enum": ["", "a"]}, ""),
        ({"const": None}, None),
        ({"anyOf": [{"type": "null"}]}, None),
    ],
)
def test_a_schema_may_say_that_a_required_key_may_be_empty(subschema: dict[str, Any], value: object) -> None:
    assert faults(of("a", subschema, required=["a"]), {"a": value}) == []


def test_empty_keys_below_a_key() -> None:
    inner = {
        "type": "object",
        "required": ["name"],
        "properties": {"name": {"type": "string"}, "note": {"type": "string"}},
    }
    assert faults(of("a", inner), {"a": {"name": None, "note": None}}) == [("field-empty", ("a", "name"))]
    assert faults(of("a", inner), {"a": {"note": "x"}}) == [("field-missing", ("a", "name"))]


# Every keyword

CASES: list[tuple[str, Any, Any, str, tuple[str | int, ...], str]] = [
    # name, what the schema says of key `a`, its value, rule, place, what the message says
    ("type", {"type": "array"}, "b, c", "field-type", ("a",), "'a' must be a list, but it says 'b, c'."),
    ("types", {"type": ["array", "integer"]}, "b", "field-type", ("a",),
     "'a' must be a list or a whole number, but it says 'b'."),
    ("type of a list", {"type": "string"}, ["b", "c"], "field-type", ("a",), "'a' must be text, but it is a list."),
    ("type of a group", {"type": "string"}, {"b": 1}, "field-type", ("a",),
     "'a' must be text, but it is a group of keys."),
    ("boolean as number", {"type": "number"}, True, "field-type", ("a",),
     "'a' must be a number, but it says 'true'."),
    ("boolean as integer", {"type": "integer"}, False, "field-type", ("a",),
     "'a' must be a whole number, but it says 'false'."),
    ("decimal as integer", {"type": "integer"}, 2018.0, "field-type", ("a",),
     "'a' must be a whole number, but it says '2018.0'."),
    ("item", {"items": {"type": "number"}}, [1, "b"], "field-type", ("a", 1),
     "Item 2 of 'a' must be a number, but it says 'b'."),
    ("prefix", {"prefixItems": [{"type": "number"}]}, ["b"], "field-type", ("a", 0),
     "Item 1 of 'a' must be a number, but it says 'b'."),
    ("below", {"properties": {"b": {"type": "number"}}}, {"b": "c"}, "field-type", ("a", "b"),
     "'b' of 'a' must be a number, but it says 'c'."),
    ("enum", {"enum": ["Draft", "Review"]}, "draft", "field-value", ("a",),
     "'a' has a value that is not on its list: it says 'draft'."),
    ("const", {"const": "stub"}, "x", "field-value", ("a",), "'a' must be stub, but it says 'x'."),
    ("pattern", {"pattern": "^[A-Z]{3}$"}, "USA\n", "field-value", ("a",),
     "'a' does not have the right form: it says 'USA'."),
    ("minimum", {"minimum": 1900}, 3, "field-value", ("a",), "'a' must be at least 1900, but it is '3'."),
    ("maximum", {"maximum": 90}, 91.5, "field-value", ("a",), "'a' must be at most 90, but it is '91.5'."),
    ("exclusive minimum", {"exclusiveMinimum": 3}, 3, "field-value", ("a",),
     "'a' must be more than 3, but it is '3'."),
    ("exclusive maximum", {"exclusiveMaximum": 3}, 3, "field-value", ("a",),
     "'a' must be less than 3, but it is '3'."),
    ("multiple", {"multipleOf": 5}, 3, "field-value", ("a",), "'a' must be a multiple of 5, but it is '3'."),
    ("short", {"minLength": 3}, "b", "field-value", ("a",), "'a' must have at least 3 characters, but it has 1."),
    ("long", {"maxLength": 1}, "bcd", "field-value", ("a",), "'a' may have at most 1 character, but it has 3."),
    ("few", {"minItems": 2}, [1], "field-value", ("a",), "'a' must have at least 2 items, but it has 1."),
    ("many", {"maxItems": 3}, [1, 2, 3, 4], "field-value", ("a",), "'a' may have at most 3 items, but it has 4."),
    ("few keys", {"minProperties": 2}, {"b": 1}, "field-value", ("a",),
     "'a' must have at least 2 keys, but it has 1."),
    ("many keys", {"maxProperties": 1}, {"b": 1, "c": 2}, "field-value", ("a",),
     "'a' may have at most 1 key, but it has 2."),
    ("repeated", {"uniqueItems": True}, ["b", "c", "b"], "field-value", ("a", 2),
     "'b' stands in 'a' more than once."),
    ("unknown", {"additionalProperties": False, "properties": {"name": {}}}, {"x": 1}, "field-unknown", ("a", "x"),
     "'x' is not a key that is read"),
    ("near", {"additionalProperties": False, "properties": {"name": {}}}, {"nmae": 1}, "field-unknown", ("a", "nmae"),
     "Did you mean 'name'?"),
    ("unevaluated", {"unevaluatedProperties": False, "properties": {"name": {}}}, {"x": 1}, "field-unknown", ("a", "x"),
     "not a key that is read"),
    ("dependent", {"dependentRequired": {"b": ["c"]}}, {"b": 1}, "field-missing", ("a", "c"),
     "'c' is missing from 'a'."),
    ("alternatives", {"anyOf": [{"type": "integer"}, {"const": "Ongoing"}]}, "x", "field-value", ("a",),
     "'a' must be a whole number or 'Ongoing', but it says 'x'."),
    ("types as alternatives", {"oneOf": [{"type": "integer"}, {"type": "array"}]}, "x", "field-type", ("a",),
     "'a' must be a whole number or a list, but it says 'x'."),
    ("nearest", {"anyOf": [{"type": "string", "pattern": "^x"}, {"type": "array"}]}, "y", "field-value", ("a",),
     "'a' does not have the right form"),
    ("several alternatives", {"oneOf": [{"type": "string"}, {"minLength": 1}]}, "x", "field-value", ("a",),
     "The schema does not allow 'a' with this value ('x')."),
    ("not", {"not": {"const": "x"}}, "x", "field-value", ("a",),
     "The schema does not allow 'a' with this value ('x')."),
    ("contains", {"contains": {"const": "x"}}, ["y"], "field-value", ("a",),
     "The schema does not allow 'a' as it is."),
    ("false", False, "x", "field-value", ("a",), "'a' is a key that this kind of document must not have."),
    ("condition", {"if": {"const": "x"}, "then": {"type": "number"}}, "x", "field-type", ("a",),
     "'a' must be a number, but it says 'x'."),
    ("names", {"propertyNames": {"pattern": "^[a-z]+$"}}, {"B": 1}, "field-value", ("a",),
     "'a' does not have the right form: it says 'B'."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("subschema", "value", "rule", "path", "says"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_every_error_becomes_one_sentence_at_its_place(
    subschema: dict[str, Any], value: Any, rule: str, path: tuple[str | int, ...], says: str
) -> None:
    faults_found = found(of("a", subschema), {"a": value})
    assert [(fault.rule, fault.path) for fault in faults_found] == [(rule, path)]
    fault = faults_found[0]
    assert says in fault.message
    assert fault.help and fault.message.endswith((".", "?"))
    assert not [word for word in JARGON if word in fault.message]


@pytest.mark.parametrize(
    ("subschema", "value", "help_"),
    [
        ({"type": "array"}, "Food, Energy", "Write:\na:\n  - Food\n  - Energy"),
        ({"type": "array"}, "- Food - Energy", "Write:\na:\n  - Food\n  - Energy"),
        ({"type": "array"}, "-Food -Energy", "Write:\na:\n  - Food\n  - Energy"),
        ({"type": "array"}, "• Food • Energy", "Write:\na:\n  - Food\n  - Energy"),
        ({"type": "array"}, "– Food", "Write:\na:\n  - Food"),
        ({"type": "array"}, "Food-Energy", "Write:\na:\n  - Food-Energy"),
        ({"type": "array"}, "n/a", "Write a list."),
        (
            {"items": {"enum": ["Food", "Energy"]}},
            ["Food; Energy"],
            "Write each on a line of its own:\n  - Food\n  - Energy",
        ),
        ({"type": "array"}, "(51.5, -0.1)", "Write: a: [51.5, -0.1]"),
        ({"type": "integer"}, "since 2018", "Write: a: 2018"),
        ({"type": "integer"}, "2018-2020", "Write a whole number."),
        ({"type": "integer", "examples": [2018]}, "then", "Write, for example: a: 2018"),
        ({"type": "integer"}, 2018.0, "Write: a: 2018"),
        ({"type": "string"}, 2030, 'Write: a: "2030"'),
        ({"type": "string"}, True, 'Write: a: "true"'),
        ({"type": "string"}, ["b: c"], 'Write: a: "b: c"'),
        ({"type": "object", "examples": [{"b": 1}]}, "x", "Write, for example:\na:\n  b: 1"),
        ({"enum": ["Draft", "Review"]}, "Reviw", "Did you mean 'Review'? Write: a: Review"),
        ({"enum": ["Draft", "Review"]}, "Done", "Choose one of: Draft or Review."),
        ({"const": "stub"}, "x", "Write: a: stub"),
        ({"pattern": "^x$"}, "y", "It must match this pattern of the schema: ^x$"),
        ({"pattern": "^x$", "examples": ["x"]}, "y", "Write it like this: a: x"),
        ({"maxItems": 1}, [1, 2, 3], "Take away 2 items."),
        ({"minItems": 2}, [1], "Add 1 item."),
    ],
)
def test_help_says_what_to_write(subschema: dict[str, Any], value: Any, help_: str) -> None:
    assert found(of("a", subschema), {"a": value})[0].help == help_


def test_help_for_what_is_missing_or_empty() -> None:
    schema = of("a", {"type": "array", "examples": [["Food"]], "description": "What it is about."}, required=["a"])
    missing, empty = found(schema, {})[0], found(schema, {"a": None})[0]
    assert missing.message == "'a' is missing."
    assert missing.help == "What it is about. Add to the front matter, for example:\na:\n  - Food"
    assert empty.message == "'a' has no value."
    assert empty.help == "What it is about. Write, for example:\na:\n  - Food"


def test_long_values_and_long_lists_are_cut() -> None:
    fault = found(of("a", {"enum": [f"value {number}" for number in range(500)]}), {"a": "x" * 2_000_000})[0]
    assert len(fault.message) < 300 and len(fault.help) < 300


def test_equal_items_are_found_among_many_groups() -> None:
    items = [{"b": number} for number in range(3_000)]
    assert faults(of("a", {"uniqueItems": True}), {"a": [*items, {"b": 7}]}) == [("field-value", ("a", 3_000))]
    assert faults(of("a", {"uniqueItems": True}), {"a": [1, True, "1", 0, False]}) == []


# Keys


def test_unknown_keys_are_notes_and_misspelt_ones_warnings() -> None:
    schema = {"additionalProperties": False, "properties": {"year_start": {}, "year_completed": {}}}
    unknown, misspelt = found(schema, {"weather": 1, "year-strat": 2})
    assert (unknown.path, unknown.weight) == (("weather",), Severity.NOTE)
    assert (misspelt.path, misspelt.weight) == (("year-strat",), Severity.WARNING)
    assert "Did you mean 'year_start'?" in misspelt.message


def test_an_unknown_key_beside_the_right_one_is_no_misspelling() -> None:
    schema = {"additionalProperties": False, "properties": {"title": {}}}
    assert [fault.weight for fault in found(schema, {"title": "A", "titel": "B"})] == [Severity.NOTE]


def test_an_open_schema_still_tells_misspelt_keys() -> None:
    schema = {"properties": {"title": {}}, "required": ["title"]}
    assert faults(schema, {"weather": 1, "Title": "A"}) == [("field-unknown", ("Title",))]


def test_a_misspelt_key_stands_for_the_missing_one() -> None:
    schema = {"additionalProperties": False, "properties": {"title": {}}, "required": ["title"]}
    for data in ({"Title": "A"}, {"Title": "A", "title": None}):
        only = found(schema, data)
        assert [(fault.rule, fault.path, fault.weight) for fault in only] == [
            ("field-unknown", ("Title",), Severity.ERROR if "title" not in data else Severity.WARNING)
        ]


def test_patterns_of_keys_are_respected() -> None:
    schema = {"additionalProperties": False, "patternProperties": {"^x-": {"type": "integer"}}}
    assert faults(schema, {"x-a": 1}) == []
    assert faults(schema, {"x-a": "b"}) == [("field-type", ("x-a",))]


@pytest.mark.parametrize(
    "schema",
    [
        of("a", {"pattern": "^(a|aa)*(a|aa)*(a|aa)*$"}),
        of("a", {"pattern": "^(a|aa)*(a|aa)*(a|aa)*$", "minLength": 3, "maxLength": 99_999_999}),
        {"patternProperties": {"^(a|aa)*(a|aa)*(a|aa)*$": {"type": "integer"}}},
    ],
)
def test_no_pattern_hangs_on_any_value(schema: dict[str, Any]) -> None:
    """Each of them would keep Python's own engine busy for longer than the sun shines."""
    for text in ("a" * 300 + "!", "a" * 2_000_000):
        messages = [fault.message for fault in found(schema, {"a": text, text: 1})]
        assert any(message.endswith("of the schema: that would take too long.") for message in messages)


def test_one_slow_pattern_leaves_time_for_the_next_document() -> None:
    schema = of("a", {"pattern": "^(a|aa)*(a|aa)*(a|aa)*$"})
    assert found(schema, {"a": "a" * 300 + "!"})
    assert found(schema, {"a": "aaa"}) == ()


@pytest.mark.parametrize(
    ("pattern", "text", "matches"),
    [
        ("^[A-Z]{3}$", "USA", True),
        ("^[A-Z]{3}$", "USA\n", False),
        (r"^cost: \$\d+$", "cost: $5", True),
        ("[$]$", "5$", True),
        (r"^\p{Lu}", "Ærø", True),
        ("^(?!draft)", "draft", False),
        (r"(.)\1", "moon", True),
    ],
)
def test_patterns_are_those_of_the_standard(pattern: str, text: str, matches: bool) -> None:
    assert Matcher().found(pattern, text) is matches


def test_old_names_are_notes_where_they_hold_something() -> None:
    schema = of("old", {"deprecated": True, "description": "It is 'new' now."})
    assert faults(schema, {"old": None}) == []
    fault = found(schema, {"old": "x"})[0]
    assert (fault.rule, fault.weight) == ("field-unknown", Severity.NOTE)
    assert fault.message == "'old' is an old name that is no longer read."
    assert fault.help.startswith("It is 'new' now.")


# One fault a place


def test_one_fault_a_place() -> None:
    schema = of("a", {"type": "string", "enum": ["b"], "pattern": "^b$", "minLength": 9})
    assert faults(schema, {"a": 3}) == [("field-type", ("a",))]
    assert faults(schema, {"a": "c"}) == [("field-value", ("a",))]


POSITION = {"type": "array", "items": {"type": "number", "maximum": 180}, "minItems": 2, "maxItems": 2}


@pytest.mark.parametrize(
    ("value", "help_"),
    [
        (["41.38", "-2.17"], "[41.38, -2.17]"),
        (["41.38; -2.17"], "[41.38, -2.17]"),
        ("(41.38, -2.17)", "[41.38, -2.17]"),
        ("41.38° N, 2.17° W", "[41.38, -2.17]"),
        ("+41 −2", "[41, -2]"),
        ([[41.38, 2]], "[41.38, 2]"),
    ],
)
def test_a_row_of_numbers_is_one_value(value: Any, help_: str) -> None:
    (fault,) = found(of("centroid", POSITION), {"centroid": value})
    assert (fault.rule, fault.path, fault.help) == ("field-type", ("centroid",), f"Write: centroid: {help_}")
    assert fault.message.startswith("'centroid' must be a list of 2 numbers, but it says '")


@pytest.mark.parametrize("value", [[41, 38, 2, 17], [41.38], "41°72'N 2°10'E", [True, 1], {"a": 1}])
def test_a_row_of_numbers_that_cannot_be_guessed(value: Any) -> None:
    (fault,) = found(of("centroid", POSITION), {"centroid": value})
    assert fault.path == ("centroid",) and not fault.help.startswith("Write: ")


def test_a_number_of_a_row_out_of_range_is_named() -> None:
    (fault,) = found(of("centroid", POSITION), {"centroid": [200, 300]})
    assert fault.path == ("centroid", 0) and "at most 180" in fault.message


def test_the_weightiest_fault_at_a_place_wins() -> None:
    light, heavy = {"severity": "note"}, {"severity": "error"}
    schema = {"allOf": [of("a", {"enum": ["b"], "x-casecheck": light}), of("a", {"enum": ["b"], "x-casecheck": heavy})]}
    assert [fault.severity for fault in found(schema, {"a": "c"})] == [Severity.ERROR]


# x-casecheck


def test_a_schema_says_what_its_errors_mean() -> None:
    said = {"severity": "note", "message": "{key} cannot be {value}.", "help": "Leave {key} out."}
    fault = found(of("a", {"type": "integer", "x-casecheck": said}), {"a": "b"})[0]
    assert (fault.severity, fault.message, fault.help) == (Severity.NOTE, "'a' cannot be 'b'.", "Leave 'a' out.")


def test_the_innermost_word_counts_as_a_whole() -> None:
    schema = of(
        "a", {"items": {"enum": ["b"], "x-casecheck": {"message": "Inner."}}, "x-casecheck": {"severity": "note"}}
    )
    fault = found(schema, {"a": ["c"]})[0]
    assert (fault.message, fault.severity) == ("Inner.", None)
    assert found(schema | {"x-casecheck": {"severity": "note"}}, {"a": ["c"]})[0].severity is None


def test_words_for_one_rule_only() -> None:
    said = {"field-missing": {"severity": "note"}, "field-type": {"severity": "warning"}}
    schema = of("a", {"type": "string", "enum": ["b"], "x-casecheck": said}, required=["a"])
    assert [fault.severity for fault in found(schema, {})] == [Severity.NOTE]
    assert [fault.severity for fault in found(schema, {"a": 1})] == [Severity.WARNING]
    assert [fault.severity for fault in found(schema, {"a": "c"})] == [None]


def test_words_reach_through_references() -> None:
    schema = of("a", {"$ref": "#/$defs/x", "x-casecheck": {"severity": "note"}}, **{"$defs": {"x": {"enum": ["b"]}}})
    assert [fault.severity for fault in found(schema, {"a": "c"})] == [Severity.NOTE]
    twice = {"a": {"$ref": "#/$defs/y"}, "b": {}}
    nested = {
        "properties": twice,
        "$defs": {"y": {"$ref": "#/$defs/x"}, "x": {"enum": ["b"], "x-casecheck": {"severity": "note"}}},
    }
    assert [fault.severity for fault in found(nested, {"a": "c"})] == [Severity.NOTE]


def test_who_requires_a_key_says_how_much_it_is_missed() -> None:
    published = {"if": {"required": ["done"]}, "then": {"required": ["a"], "x-casecheck": {"severity": "error"}}}
    schema = of("a", {"x-casecheck": {"severity": "note"}}, required=["a"], **published)
    assert [fault.severity for fault in found(schema, {})] == [Severity.NOTE]
    assert [fault.severity for fault in found(schema, {"done": 1})] == [Severity.ERROR]
    assert [(fault.rule, fault.severity) for fault in found(schema, {"done": 1, "a": None})] == [
        ("field-empty", Severity.ERROR)
    ]


# Places in a document


def test_faults_are_found_in_the_document() -> None:
    source = Source("index.md", "---\na: x\nlist:\n  - b\n  - c\nempty:\nextra: y\n---\n")
    front_matter = parse(source)
    schema = {
        "additionalProperties": False,
        "required": ["missing", "empty"],
        "properties": {"a": {"type": "integer"}, "list": {"items": {"enum": ["b"]}}, "empty": {}, "missing": {}},
    }
    faults_found = found(schema, dict(front_matter.data))
    places = {rule: [source[span] for _, span in located(faults_found, front_matter, rule)] for rule in SEVERITIES}
    assert places == {
        "field-missing": ["---"],
        "field-empty": ["empty"],
        "field-type": ["x"],
        "field-value": ["c"],
        "field-unknown": ["extra"],
    }


def test_what_yaml_could_not_read_is_not_held_against_the_schema_too() -> None:
    schema = {
        "required": ["b"],
        "properties": {"a": {"type": "array", "items": {"enum": ["c"]}}, "n": {"type": "integer"}},
    }
    for text, rules in (
        ("---\na: x: y\nb: 1\n---\n", []),
        ("---\na: [c, d\nb: 1\n---\n", ["field-value"]),
        ("---\nn: 1\n---\n", ["field-missing"]),
        ("No front matter.\n", []),
        ("---\nno key at all\n---\n", []),
    ):
        front_matter = parse(Source("index.md", text))
        faults_found = found(schema, dict(front_matter.data))
        assert [rule for rule in SEVERITIES for _ in located(faults_found, front_matter, rule)] == rules


# Anything at all

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["Draft", "a", "USA\n"])
)
DATA = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from("abcxy"), inner, max_size=3)
)
SUBSCHEMAS = st.sampled_from(
    [case[1] for case in CASES] + [{}, True, {"$ref": "#/$defs/self"}, {"type": ["string", "null"], "minLength": 2}]
)  # fmt: skip
OWN = {"self": {"items": {"$ref": "#/$defs/self"}, "type": ["array", "string"], "x-casecheck": {"severity": "note"}}}


@settings(max_examples=200, deadline=None)
@given(
    st.dictionaries(st.sampled_from("abc"), SUBSCHEMAS),
    st.dictionaries(st.sampled_from("abcxyz"), DATA, max_size=5),
    st.booleans(),
)
def test_any_data_is_judged_as_the_standard_does(properties: Any, data: dict[str, Any], closed: bool) -> None:
    schema: dict[str, Any] = {"properties": properties, "$defs": OWN, "required": ["a"]}
    if closed:
        schema["additionalProperties"] = False
    result = found(schema, data)
    assert len({fault.path for fault in result}) == len(result)
    assert all(fault.message and fault.rule in SEVERITIES for fault in result)
    if not has_empty(data):
        strict = Draft202012Validator(schema).is_valid(data)
        assert strict or result, "an error of the standard was lost"


def has_empty(value: Any) -> bool:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return value in (None, [], {}) or (isinstance(value, str) and not value.strip()) or any(map(has_empty, inner))
