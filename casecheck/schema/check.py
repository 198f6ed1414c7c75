"""Front matter against its schema."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from casecheck.errors import UsageError
from casecheck.nearest import nearest
from casecheck.schema import keywords, override, sentences, structure
from casecheck.schema.fault import SEVERITIES, SchemaFault
from casecheck.schema.load import Schema
from casecheck.schema.structure import Node

Path = tuple[str | int, ...]
Empties = dict[Path, tuple[Node, ...]]  # keys without a value, with the subschemas for them
Renames = dict[Path, Path]  # unknown keys that are known ones misspelt

OF_VALUES = ("field-type", "field-value")
MINIMA = ("minLength", "minItems", "minProperties")


def check(schema: Schema, data: Mapping[str, Any]) -> tuple[SchemaFault, ...]:
    """How `data` breaks the schema, at most one fault a place. Raises UsageError where a `$ref` leads nowhere.

    A value under a misspelt key is held against what the schema says of the key that was meant.
    """
    renames: Renames = {}
    faults = _faults(schema, data, renames)
    meant = {str(wrong[0]): str(right[0]) for wrong, right in renames.items() if len(wrong) == 1}
    if not meant:
        return tuple(faults)
    written = {right: wrong for wrong, right in meant.items()}
    again = _faults(schema, {meant.get(key, key): value for key, value in data.items()}, {})
    values = (fault for fault in again if fault.path[:1] and str(fault.path[0]) in written and fault.rule in OF_VALUES)
    return (*faults, *(replace(fault, path=(written[str(fault.path[0])], *fault.path[1:])) for fault in values))


def _faults(schema: Schema, data: Mapping[str, Any], renames: Renames) -> list[SchemaFault]:
    """The same, but for values under misspelt keys; which keys these are goes to `renames`."""
    empties: Empties = {}
    filled = _without_empty(schema.document, schema.properties, data, (), empties)
    faults: list[SchemaFault] = []
    for error in _errors(schema, filled):
        faults.extend(_translated(error, schema, data, renames))
    faults.extend(_forbidden_empties(empties, faults))
    faults.extend(_names(schema, filled, renames))
    return list(_renamed(tuple(_one_a_row(_one_a_place(faults), schema, data)), renames))


def _without_empty(
    root: Node, properties: Mapping[str, tuple[Node, ...]], data: Mapping[str, Any], path: Path, empties: Empties
) -> dict[str, Any]:
    """`data` without the keys that have no value, which go to `empties`; keys that the schema does not name stay."""
    filled: dict[str, Any] = {}
    for key, value in data.items():
        nodes = properties.get(key, ())
        named = bool(nodes) or (not path and _is_required(root, key))
        if named and _is_empty(value) and not structure.allows_empty(nodes, value):
            empties[*path, key] = nodes
            continue
        if isinstance(value, dict) and nodes:
            inner: dict[str, tuple[Node, ...]] = {}
            for node in nodes:
                inner.update(structure.properties(root, node))
            value = _without_empty(root, inner, value, (*path, key), empties)
        filled[key] = value
    return filled


def _is_empty(value: object) -> bool:
    return value is None or value in ([], {}) or (isinstance(value, str) and not value.strip())


def _is_required(root: Node, key: str) -> bool:
    return any(key in node.get("required", ()) for node in structure.in_place(root, root))


def _errors(schema: Schema, data: Mapping[str, Any]) -> Iterator[Any]:
    from referencing.exceptions import Unresolvable

    try:
        yield from schema.validator.iter_errors(data)
    except Unresolvable as error:
        message = f"The schema {schema.path} refers to {error.ref}, which is not in it."
        raise UsageError(f"{message} Only references within the file are followed.") from error
    except RecursionError as error:
        raise UsageError(f"The schema {schema.path} refers to itself without end.") from error


def _translated(error: Any, schema: Schema, data: Mapping[str, Any], renames: Renames) -> Iterator[SchemaFault]:
    """The faults that one error of jsonschema stands for."""
    error = _most_telling(error)
    path = tuple(error.absolute_path)
    places = structure.chain(schema.document, list(error.absolute_schema_path), error.schema)[::-1]
    if error.validator in ("required", "dependentRequired"):
        for key in _missing_keys(error):
            yield _missing(schema, (*path, key), error.schema, places, data)
    elif error.validator in ("additionalProperties", "unevaluatedProperties") and error.validator_value is False:
        for key, near in _extra_keys(error, schema):
            if near:
                renames[*path, key] = (*path, near)
            yield override.apply(sentences.unknown((*path, key), near), places, key)
    else:
        nodes = tuple(structure.in_place(schema.document, error.schema))
        inner = tuple(node for own in nodes for node in structure.in_place(schema.document, own.get("items")))
        yield override.apply(sentences.sentence(error, path, nodes, inner), places, error.instance)


def _most_telling(error: Any) -> Any:
    """For `anyOf` and `oneOf`, the error of the alternative that the author most likely meant."""
    from jsonschema.exceptions import best_match

    return best_match([error]) if error.validator in structure.LISTS and error.context else error


def _missing_keys(error: Any) -> Iterator[str]:
    needed = error.validator_value
    if error.validator == "dependentRequired":
        needed = [key for name, keys in needed.items() if name in error.instance for key in keys]
    yield from (key for key in needed if key not in error.instance)


def _missing(
    schema: Schema, path: Path, requiring: Any, places: Sequence[Node], data: Mapping[str, Any]
) -> SchemaFault:
    """The fault of a key that `requiring` asks for: missing, or there and empty."""
    key = str(path[-1])
    whole = requiring is schema.document
    near = (schema.properties if whole else structure.properties(schema.document, requiring)).get(key, ())
    far = schema.properties.get(key, ()) if len(path) == 1 else ()
    above: Any = data
    for step in path[:-1]:
        above = above[step]
    make = sentences.empty if key in above else sentences.missing
    own = far or near
    inner = [place for place in places if place is not schema.document]
    return override.apply(make(path, own), [*near, *inner, *far, schema.document], above.get(key, ""))


def _extra_keys(error: Any, schema: Schema) -> Iterator[tuple[str, str | None]]:
    """Every key that is too much, with the name that it may be a misspelling of."""
    whole = error.validator == "unevaluatedProperties" or error.schema is schema.document
    known = structure.properties(schema.document, error.schema) if whole else error.schema.get("properties", {})
    absent = [name for name in known if name not in error.instance]
    for key in error.instance:
        if key not in known and keywords.is_extra(key, error.schema, schema.matcher):
            yield key, nearest(key, absent)


def _forbidden_empties(empties: Empties, faults: Iterable[SchemaFault]) -> list[SchemaFault]:
    """Empty values that no key requires, but that the schema forbids all the same or asks to hear of."""
    reported = {fault.path for fault in faults}
    return [
        override.apply(sentences.empty(path, nodes), nodes, "")
        for path, nodes in empties.items()
        if path not in reported and (_has_minimum(nodes) or override.asks_for(nodes, "field-empty"))
    ]


def _has_minimum(nodes: Sequence[Node]) -> bool:
    return any(node.get(name, 0) > 0 for node in nodes for name in MINIMA)


def _names(schema: Schema, data: Mapping[str, Any], renames: Renames) -> Iterator[SchemaFault]:
    """Old names, and keys of a schema that allows any key which look like a misspelt one."""
    absent = [name for name in schema.properties if name not in data]
    for key in data:
        nodes = schema.properties.get(key)
        if nodes is None and (key,) not in renames and (near := nearest(key, absent)):
            renames[key,] = (near,)
            yield override.apply(sentences.unknown((key,), near), [schema.document], key)
        elif nodes and any(node.get("deprecated") is True for node in nodes):
            yield override.apply(sentences.outdated((key,), nodes), nodes, data[key])


def _one_a_place(faults: Iterable[SchemaFault]) -> list[SchemaFault]:
    """The fault at each place whose rule says most (a wrong kind of value explains the rest); then the weightiest."""
    best: dict[Path, SchemaFault] = {}
    order = list(SEVERITIES)
    for fault in faults:
        other = best.get(fault.path)
        if other is None or (order.index(fault.rule), fault.weight) < (order.index(other.rule), other.weight):
            best[fault.path] = fault
    return list(best.values())


def _one_a_row(faults: Iterable[SchemaFault], schema: Schema, data: Mapping[str, Any]) -> Iterator[SchemaFault]:
    """The faults, but of several in one row of numbers, such as a pair of coordinates, only the first."""
    seen: set[str | int] = set()
    for fault in faults:
        key = fault.path[0] if fault.path else ""
        nodes = schema.properties.get(str(key), ())
        length = next((found for node in nodes if (found := structure.row_length(node))), None)
        if length is None or fault.rule not in ("field-type", "field-value"):
            yield fault
        elif key not in seen:
            seen.add(key)
            yield sentences.row(fault, data[str(key)], length)


def _renamed(faults: Sequence[SchemaFault], renames: Renames) -> Iterator[SchemaFault]:
    """The faults without the missing keys that are there under a misspelt name, which then weighs as much."""
    absent = {fault.path: fault for fault in faults if fault.rule in ("field-missing", "field-empty")}
    found = {right: wrong for wrong, right in renames.items() if right in absent}
    for fault in faults:
        right = renames.get(fault.path)
        if fault.rule == "field-unknown" and right in absent and right is not None:
            yield replace(fault, severity=min(fault.weight, absent[right].weight))
        elif not (fault.path in found and fault.path in absent):
            yield fault
