"""Front matter against a schema: the faults, their places, and the words for them."""

import json
from pathlib import Path
from typing import Any

from casecheck.schema import Schema, SchemaFault, check, load


def faults(schema: dict[str, Any], data: dict[str, Any]) -> list[tuple[str, tuple[str | int, ...]]]:
    return [(fault.rule, fault.path) for fault in found(schema, data)]


def found(schema: dict[str, Any], data: dict[str, Any]) -> tuple[SchemaFault, ...]:
    return check(Schema("test.schema.json", schema), data)


def test_a_schema_is_loaded_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "own.schema.json"
    file.write_text(json.dumps({"required": ["title"]}), "utf-8")
    assert check(load(str(file)), {"title": "Harbour Plan"}) == ()


def test_a_missing_key_is_not_an_empty_one() -> None:
    schema = {"required": ["title"], "properties": {"title": {"type": "string"}}}
    assert faults(schema, {}) == [("field-missing", ("title",))]
    assert faults(schema, {"title": None}) == [("field-empty", ("title",))]
    assert faults(schema, {"title": " "}) == [("field-empty", ("title",))]
