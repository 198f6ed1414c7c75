"""The schema of settings files, held against the settings themselves and against their reader."""

import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from casecheck import settings_toml
from casecheck.errors import UsageError
from casecheck.resources import schema_folder
from casecheck.settings import Settings
from casecheck.settings_file import load

FILE = schema_folder() / "settings.schema.json"
SCHEMA: dict[str, Any] = json.loads(FILE.read_text("utf-8"))
VALIDATOR = Draft7Validator(SCHEMA)
DEFAULTS = settings_toml.values(Settings())
SECTIONS = {key: node for key, node in SCHEMA["properties"].items() if "properties" in node and key != "profiles"}
A_FILE = (schema_folder() / "stub.schema.json").as_posix()


def reader_accepts(key: str, value: Any) -> bool:
    try:
        load([], [settings_toml.line(key, value)], isolated=True)
    except UsageError:
        return False
    return True


def schema_accepts(key: str, value: Any) -> bool:
    return bool(VALIDATOR.is_valid({key: value}))


def nodes(node: Any = SCHEMA) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every key that the schema describes, with its node."""
    for key, part in node.get("properties", {}).items():
        if "$ref" not in part:
            yield key, part
            yield from nodes(part)
    if node is SCHEMA:
        yield from nodes(SCHEMA["definitions"]["profile"])


def test_the_schema_is_valid() -> None:
    Draft7Validator.check_schema(SCHEMA)


def test_it_has_every_setting_and_no_other() -> None:
    assert set(SCHEMA["properties"]) == {*DEFAULTS, "extend", "baseline"}
    for key, node in SECTIONS.items():
        assert list(node["properties"]) == list(DEFAULTS[key])


def test_its_defaults_are_the_settings_defaults() -> None:
    assert VALIDATOR.is_valid(DEFAULTS)
    plain = {key: node["default"] for key, node in SCHEMA["properties"].items() if "default" in node}
    assert plain == {key: value for key, value in DEFAULTS.items() if key not in {*SECTIONS, "profiles"}}
    for key, section in SECTIONS.items():
        assert {name: node["default"] for name, node in section["properties"].items()} == DEFAULTS[key]


def test_every_key_is_described_and_its_examples_are_right() -> None:
    for key, node in nodes():
        assert node["description"].endswith("."), key
        for example in node.get("examples", ()):
            assert Draft7Validator({**node, "definitions": SCHEMA["definitions"]}).is_valid(example), key
    for key, node in SCHEMA["properties"].items():
        if key not in {"extend", "profiles"}:  # their examples name files
            assert all(reader_accepts(key, example) for example in node.get("examples", ())), key


def test_it_names_every_rule() -> None:
    script = Path(__file__).parent.parent / "scripts" / "name_rules.py"
    spec = importlib.util.spec_from_file_location("name_rules", script)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    text = FILE.read_text("utf-8")
    assert text == module.written(text), "run: python scripts/name_rules.py"


RIGHT = [
    ("include", []),
    ("select", ["all", "images", "image", "image-alt", "geography-self"]),
    ("fail-on", "never"),
    ("fail-on", {"Draft": "never"}),
    ("fail-on", {}),
    ("severity", {"image-alt": "note"}),
    ("per-file-ignores", {"*.md": ["links"], "": []}),
    ("baseline", "known.json"),
    ("images", {"max-bytes": 1e6, "featured-min-ratio": 1}),
    ("words", {"limit-note": [0, 1]}),
    ("profiles", {"stub": {}}),
    ("profiles", {"own": {"schema": A_FILE, "templates": [], "when": {"kind": "own"}}}),
]
WRONG = [
    ("inclde", []),
    ("root", "."),
    ("include", "cases"),
    ("include", [1]),
    ("select", ["nosuch"]),
    ("select", ["image-"]),
    ("fail-on", "eror"),
    ("fail-on", {"Draft": "nver"}),
    ("severity", {"image": "note"}),
    ("severity", {"image-alt": "never"}),
    ("severity", "note"),
    ("per-file-ignores", ["links"]),
    ("per-file-ignores", {"*.md": "links"}),
    ("baseline", False),
    ("images", 3),
    ("images", {"max-bytes": 1.5}),
    ("images", {"max-bytes": True}),
    ("images", {"max-bytes": -1}),
    ("images", {"deep": 1}),
    ("images", {"max_bytes": 1}),
    ("words", {"limit-note": [1]}),
    ("words", {"limit-note": [1, 2, 3]}),
    ("words", {"limit-note": [1, "2"]}),
    ("words", {"limit-note": [-1, 2]}),
    ("words", {"limit-note": [3, 1]}),
    ("words", {"limit-note": [1.1, 2]}),
    ("images", {"max-bytes": 0}),
    ("links", {"max-per-host": 0}),
    ("links", {"timeout-seconds": 0}),
    ("profiles", {"own": {}}),
    ("profiles", {"own": {"schema": A_FILE, "template": A_FILE}}),
    ("profiles", {"stub": {"when": {"kind": 3}}}),
    ("profiles", {"stub": []}),
    ("extend", 3),
]


@pytest.mark.parametrize(("key", "value"), RIGHT, ids=str)
def test_what_both_accept(key: str, value: Any) -> None:
    assert schema_accepts(key, value)
    assert reader_accepts(key, value)


@pytest.mark.parametrize(("key", "value"), WRONG, ids=str)
def test_what_both_refuse(key: str, value: Any) -> None:
    assert not schema_accepts(key, value)
    assert not reader_accepts(key, value)


WORDS = ["error", "never", "document", "template", "all", "image", "images", "image-alt", "geography-self", "default"]
TEXTS = st.sampled_from(WORDS) | st.text(max_size=5)
FIGURES = st.integers(-2, 10**9) | st.floats(-2, 1e9)
PLAIN = st.booleans() | FIGURES | TEXTS
LISTS = st.lists(PLAIN, max_size=3) | st.lists(TEXTS, max_size=3) | st.lists(FIGURES, max_size=3)
VALUES = PLAIN | LISTS | st.dictionaries(TEXTS, PLAIN | LISTS, max_size=2)
FILES = st.just(A_FILE) | st.integers() | st.lists(st.just(A_FILE) | st.booleans(), max_size=2)
PROFILE = st.fixed_dictionaries({}, optional={"schema": FILES, "templates": FILES, "when": VALUES, "nosuch": PLAIN})
TOP = sorted({*SCHEMA["properties"], "nosuch", "root"} - {"extend", "profiles", *SECTIONS})


@given(st.sampled_from(TOP), VALUES)
def test_schema_and_reader_agree_on_settings(key: str, value: Any) -> None:
    assert schema_accepts(key, value) == reader_accepts(key, value)


@given(st.data(), st.sampled_from(sorted(SECTIONS)))
def test_schema_and_reader_agree_on_tables(data: st.DataObject, key: str) -> None:
    names = st.sampled_from([*DEFAULTS[key], "nosuch"])
    value = data.draw(st.dictionaries(names, VALUES, max_size=2) | PLAIN | LISTS)
    assume(key != "geography" or not isinstance(value, dict) or not {"near-km", "far-km"} & set(value))  # a schema
    # cannot say that one figure is above the other
    assert schema_accepts(key, value) == reader_accepts(key, value)


@given(st.dictionaries(st.sampled_from(["stub", "case-study", "own", ""]), PROFILE | PLAIN, max_size=2) | PLAIN | LISTS)
def test_schema_and_reader_agree_on_profiles(value: Any) -> None:
    assert schema_accepts("profiles", value) == reader_accepts("profiles", value)
