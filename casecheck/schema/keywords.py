"""jsonschema's validator for draft 2020-12, with the few keywords that front matter needs to be read differently.

The library costs more to import than all the rest of a run, so nothing here is imported before a document is checked.
"""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

IN_CLASS_OR_ESCAPE = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|(?P<end>\$)", re.DOTALL)


def validator(schema: Mapping[str, Any]) -> Any:
    """A validator for this schema; references to the network are refused when they are met."""
    from referencing import Registry

    return _validator_class()(schema, registry=Registry())


def metaschema_errors(schema: Mapping[str, Any]) -> Iterator[Any]:
    """How `schema` itself breaks the standard."""
    from jsonschema import Draft202012Validator

    found: Iterator[Any] = Draft202012Validator(Draft202012Validator.META_SCHEMA).iter_errors(schema)
    return found


def bad_patterns(node: Any, place: str = "") -> Iterator[tuple[str, str, str]]:
    """Every pattern in a schema that is no regular expression: its place, itself, what is wrong."""
    if isinstance(node, list):
        for index, member in enumerate(node):
            yield from bad_patterns(member, f"{place}/{index}")
    if not isinstance(node, dict):
        return
    written = [node["pattern"]] if isinstance(node.get("pattern"), str) else []
    nested = node.get("patternProperties")
    for pattern in (*written, *(nested if isinstance(nested, dict) else ())):
        try:
            compiled(pattern)
        except re.error as error:
            yield place or "/", pattern, str(error)
    for name, member in node.items():
        if name not in ("examples", "default", "enum", "const"):
            yield from bad_patterns(member, f"{place}/{name}")


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of a schema (ECMA 262) for Python, where a bare `$` would also match before a last line end."""
    return re.compile(IN_CLASS_OR_ESCAPE.sub(lambda found: r"\Z" if found["end"] else found[0], pattern))


@cache
def _validator_class() -> Any:
    from jsonschema import Draft202012Validator
    from jsonschema.validators import extend

    checker = Draft202012Validator.TYPE_CHECKER.redefine("integer", _is_integer)
    changed = {"pattern": _pattern, "properties": _properties, "uniqueItems": _unique_items}
    return extend(Draft202012Validator, changed, type_checker=checker)  # type: ignore[no-untyped-call]  # has no types


def _is_integer(_checker: object, value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _pattern(_validator: object, pattern: str, value: object, _schema: object) -> Iterator[Any]:
    from jsonschema.exceptions import ValidationError

    if isinstance(value, str) and not compiled(pattern).search(value):
        yield ValidationError("pattern")


def _properties(validator: Any, properties: Mapping[str, Any], value: object, _schema: object) -> Iterator[Any]:
    """As in the library, which forgets the path of a key whose schema is `false`."""
    from jsonschema.exceptions import ValidationError

    for key, subschema in properties.items():
        if not isinstance(value, dict) or key not in value:
            continue
        if subschema is False:
            yield ValidationError("properties", path=[key], instance=value[key])
        else:
            yield from validator.descend(value[key], subschema, path=key, schema_path=key)


def _unique_items(_validator: object, wanted: object, value: object, _schema: object) -> Iterator[Any]:
    """One error for each repeated item, in time linear in the list (the library compares all pairs of mappings)."""
    from jsonschema.exceptions import ValidationError

    if not wanted or not isinstance(value, list):
        return
    seen: set[str] = set()
    for index, item in enumerate(value):
        canonical = json.dumps(item, sort_keys=True, default=str)
        if canonical in seen:
            yield ValidationError("uniqueItems", path=[index], instance=item)
        seen.add(canonical)
