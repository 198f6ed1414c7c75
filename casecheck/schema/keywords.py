"""jsonschema's validator for draft 2020-12, with the few keywords that front matter needs to be read differently.

The library costs more to import than all the rest of a run, so nothing here is imported before a document is checked.
"""

import json
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from casecheck.schema.patterns import Matcher, compiled

UNFINISHED = "unfinished"  # in place of a keyword: a pattern that would take too long to compare


def validator(schema: Mapping[str, Any], matcher: Matcher) -> Any:
    """A validator for this schema; references to the network are refused when they are met."""
    from jsonschema import Draft202012Validator
    from jsonschema.validators import extend
    from referencing import Registry

    checker = Draft202012Validator.TYPE_CHECKER.redefine("integer", _is_integer)
    changed = {
        "pattern": partial(_pattern, matcher),
        "patternProperties": partial(_pattern_properties, matcher),
        "additionalProperties": partial(_additional_properties, matcher),
        "properties": _properties,
        "uniqueItems": _unique_items,
    }
    kind = extend(Draft202012Validator, changed, type_checker=checker)  # type: ignore[no-untyped-call]  # has no types
    return kind(schema, registry=Registry())


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
        except ValueError as error:
            yield place or "/", pattern, str(error)
    for name, member in node.items():
        if name not in ("examples", "default", "enum", "const"):
            yield from bad_patterns(member, f"{place}/{name}")


def _is_integer(_checker: object, value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _pattern(matcher: Matcher, _validator: object, pattern: str, value: object, _schema: object) -> Iterator[Any]:
    from jsonschema.exceptions import ValidationError

    if isinstance(value, str) and not (found := matcher.found(pattern, value)):
        yield ValidationError("pattern", validator=UNFINISHED if found is None else "pattern")


def _pattern_properties(
    matcher: Matcher, validator: Any, patterns: Mapping[str, Any], value: Any, _schema: object
) -> Iterator[Any]:
    from jsonschema.exceptions import ValidationError

    for pattern, subschema in patterns.items():
        for key in value if isinstance(value, dict) else ():
            found = matcher.found(pattern, key)
            if found is None:
                yield ValidationError("pattern", validator=UNFINISHED, validator_value=pattern, path=[key])
            elif found:
                yield from validator.descend(value[key], subschema, path=key, schema_path=pattern)


def _additional_properties(
    matcher: Matcher, validator: Any, allowed: Any, value: Any, schema: Mapping[str, Any]
) -> Iterator[Any]:
    from jsonschema.exceptions import ValidationError

    extra = [key for key in value if is_extra(key, schema, matcher)] if isinstance(value, dict) else []
    if allowed is False and extra:
        yield ValidationError("additionalProperties")
    for key in extra if isinstance(allowed, dict) else ():
        yield from validator.descend(value[key], allowed, path=key)


def is_extra(key: str, schema: Mapping[str, Any], matcher: Matcher) -> bool:
    """Whether neither the names nor the patterns of a schema speak of a key."""
    if key in schema.get("properties", ()):
        return False
    return all(matcher.found(pattern, key) is False for pattern in schema.get("patternProperties", ()))


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
