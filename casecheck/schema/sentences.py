"""jsonschema's errors as sentences for authors who are no programmers.

Each keyword of JSON Schema has a function that takes an error, its path, and the subschemas that speak of the same
value, and gives one fault. Whatever has no function still becomes a plain sentence. Keys that are missing or unknown
have functions of their own, because the library puts several of them into one error.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from casecheck.finding import Severity, quoted
from casecheck.nearest import nearest
from casecheck.schema import coordinates, wording
from casecheck.schema.fault import SchemaFault
from casecheck.schema.keywords import UNFINISHED
from casecheck.schema.structure import Node
from casecheck.schema.wording import Path, subject

Nodes = Sequence[Node]


def missing(path: Path, nodes: Nodes) -> SchemaFault:
    """The fault of a key that is not there; `path` ends in it."""
    *above, key = path
    where = f" from {subject(tuple(above))}" if above else ""
    offered = wording.example(nodes)
    line = wording.line(str(key), "…" if offered is None else offered)
    place = f"below {subject(tuple(above))}" if above else "to the front matter"
    sample = "" if offered is None or any(node.get("const") == offered for node in nodes) else ", for example"
    help_ = wording.instruction(f"Add {place}{sample}", line)
    return SchemaFault("field-missing", path, f"{quoted(key)} is missing{where}.", wording.described(nodes) + help_)


def empty(path: Path, nodes: Nodes) -> SchemaFault:
    """The fault of a key, or an item of a list, without a value."""
    offered, last = wording.example(nodes), path[-1] if path else 0
    if isinstance(last, int):
        help_ = "Write a value behind the '-', or delete the line."
    elif offered is None:
        help_ = "Write a value behind the colon."
    else:
        help_ = wording.instruction("Write, for example", wording.line(last, offered))
    return SchemaFault("field-empty", path, f"{subject(path)} has no value.", wording.described(nodes) + help_)


def unknown(path: Path, near: str | None) -> SchemaFault:
    """The fault of a key that the schema does not name, perhaps a misspelt `near`; `path` ends in it."""
    key = path[-1]
    if near:
        message = f"{quoted(key)} is not a key that is read. Did you mean {quoted(near)}?"
        return SchemaFault("field-unknown", path, message, f"Rename it to '{near}'.")
    message = f"{quoted(key)} is not a key that is read, so its value appears nowhere."
    return SchemaFault("field-unknown", path, message, "Delete it, or use one of the template's keys.", Severity.NOTE)


def outdated(path: Path, nodes: Nodes) -> SchemaFault:
    """The fault of a value under an old name."""
    message = f"{quoted(path[-1])} is an old name that is no longer read."
    help_ = f"{wording.described(nodes)}Use the template's key instead."
    return SchemaFault("field-unknown", path, message, help_, Severity.NOTE)


def row(fault: SchemaFault, value: Any, length: int) -> SchemaFault:
    """The fault of a row of so many numbers, where there is something else; as it is where a number is out of range."""
    numbers = (coordinates.pair(value) if length == 2 else []) or wording.as_numbers(value)
    if isinstance(value, list) and len(value) == length and all(type(item) in (int, float) for item in value):
        is_metres = length == 2 and coordinates.is_in_metres(value)
        return replace(fault, help=f"{coordinates.METRES} {fault.help}") if is_metres else fault
    message = f"{subject(fault.path[:1])} must be a list of {length} numbers, but {wording.kind_of(value)}."
    if isinstance(value, list):
        message = message.replace(wording.kind_of(value), f"it says {quoted(wording.inline(value))}")
    meant = _written(fault.path[:1], numbers, "Write") if len(numbers) == length else ""
    return replace(fault, path=fault.path[:1], message=message, help=meant or fault.help)


def sentence(error: Any, path: Path, nodes: Nodes, inner: Nodes = ()) -> SchemaFault:
    """The fault that any other error stands for; `inner` are the subschemas for the items of a list."""
    if error.instance is None:
        return empty(path, nodes)
    choices = wording.choices(inner)
    if error.validator == "type" and choices and "array" in wording.types(error.validator_value):
        return _list_of_choices(error, path, choices)
    return SENTENCES.get(error.validator, _other)(error, path, nodes)


def _type(error: Any, path: Path, nodes: Nodes) -> SchemaFault:
    value, names = error.instance, wording.types(error.validator_value)
    message = f"{subject(path)} must be {wording.kinds(names)}, but {wording.kind_of(value)}."
    meant = wording.as_type(value, names) if not wording.choices(nodes) or isinstance(value, list) else None
    help_ = _written(path, meant, "Write") or _written(path, wording.example(nodes), "Write, for example")
    return SchemaFault("field-type", path, message, help_ or f"Write {wording.kinds(names)}.")


def _list_of_choices(error: Any, path: Path, choices: list[str]) -> SchemaFault:
    """Something else in place of a list whose items have to be some of these words."""
    value = error.instance
    message = f"{subject(path)} must be a list, but {wording.kind_of(value)}."
    found = wording.choices_in(value, choices)
    help_ = _written(path, found or choices[:2], "Write" if found else "Write, for example")
    if len(wording.items_in(value)) > len(found):
        help_ += f"\nOnly these are allowed: {wording.alternatives(choices)}."
    return SchemaFault("field-type", path, message, help_)


def _written(path: Path, value: Any, what: str) -> str:
    """An instruction to write this value, where there is one."""
    if value is None:
        return ""
    key = path[-1] if path else 0
    return wording.instruction(what, wording.inline(value) if isinstance(key, int) else wording.line(key, value))


def _choice(error: Any, path: Path, _nodes: Nodes) -> SchemaFault:
    value = error.instance
    choices = error.validator_value if error.validator == "enum" else [error.validator_value]
    words = [wording.inline(choice) for choice in choices if choice not in (None, "")] or ["empty"]
    if len(words) == 1:
        message = f"{subject(path)} must be {words[0]}, but {wording.kind_of(value)}."
        return SchemaFault("field-value", path, message, _written(path, words[0], "Write"))
    if isinstance(value, str) and value.strip() in words:
        message = f"{subject(path)} has a blank or a line end around its value: {quoted(value)}."
        return SchemaFault("field-value", path, message, _written(path, value.strip(), "Write"))
    near = nearest(str(value), words)
    message = f"{subject(path)} has a value that is not on its list: {wording.kind_of(value)}."
    parts = wording.choices_in(value, words) if isinstance(path[-1], int) else []
    if len(parts) > 1:
        lines = "\n".join(f"  - {part}" for part in parts)
        return SchemaFault("field-value", path, message, f"Write each on a line of its own:\n{lines}")
    choice = f"Choose one of: {wording.alternatives(words)}."
    help_ = f"Did you mean '{near}'? {_written(path, near, 'Write')}" if near else choice
    return SchemaFault("field-value", path, message, help_)


def _pattern(error: Any, path: Path, nodes: Nodes) -> SchemaFault:
    message = f"{subject(path)} does not have the right form: it says {quoted(error.instance)}."
    help_ = _written(path, wording.example(nodes), "Write it like this")
    help_ = help_ or f"It must match this pattern of the schema: {error.validator_value}"
    return SchemaFault("field-value", path, message, wording.described(nodes) + help_)


def _unfinished(error: Any, path: Path, _nodes: Nodes) -> SchemaFault:
    message = f"{subject(path)} cannot be compared with the pattern of the schema: that would take too long."
    help_ = f"Shorten it; or, if it is as it should be, simplify the pattern: {error.validator_value}"
    return SchemaFault("field-value", path, message, help_)


BOUNDS = {
    "minimum": "at least",
    "maximum": "at most",
    "exclusiveMinimum": "more than",
    "exclusiveMaximum": "less than",
    "multipleOf": "a multiple of",
}


def _range(error: Any, path: Path, nodes: Nodes) -> SchemaFault:
    wanted = f"{BOUNDS[error.validator]} {error.validator_value}"
    message = f"{subject(path)} must be {wanted}, but it is {quoted(error.instance)}."
    help_ = _written(path, wording.example(nodes), "Write, for example")
    return SchemaFault("field-value", path, message, help_ or "Correct the number.")


def _size(error: Any, path: Path, nodes: Nodes) -> SchemaFault:
    bound, size = error.validator_value, len(error.instance)
    if error.validator.startswith("min"):
        if size == 0:
            return empty(path, nodes)
        message = f"{subject(path)} must have at least {_counted(error, bound)}, but it has {size}."
        return SchemaFault("field-value", path, message, f"Add {_counted(error, bound - size)}.")
    message = f"{subject(path)} may have at most {_counted(error, bound)}, but it has {size}."
    return SchemaFault("field-value", path, message, f"Take away {_counted(error, size - bound)}.")


def _counted(error: Any, number: int) -> str:
    kind = error.validator[3:]
    unit = {"Length": "character", "Items": "item", "Properties": "key"}[kind]
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def _repeated(error: Any, path: Path, _nodes: Nodes) -> SchemaFault:
    message = f"{quoted(error.instance)} stands in {subject(path[:-1])} more than once."
    return SchemaFault("field-value", path, message, "Keep the first and delete the other.")


def _forbidden(_error: Any, path: Path, _nodes: Nodes) -> SchemaFault:
    message = f"{subject(path)} is a key that this kind of document must not have."
    return SchemaFault("field-value", path, message, "Delete it.")


def _alternatives(error: Any, path: Path, nodes: Nodes) -> SchemaFault:
    """No alternative holds and none is nearest, or several hold at once."""
    wanted = [words for node in error.validator_value if (words := wording.expected(node)) and words != "empty"]
    rule = "field-type" if error.context and all(e.validator == "type" for e in error.context) else "field-value"
    if not wanted or not error.context:
        return _other(error, path, nodes)
    message = f"{subject(path)} must be {wording.alternatives(wanted)}, but {wording.kind_of(error.instance)}."
    return SchemaFault(rule, path, message, "Correct the value.")


def _other(error: Any, path: Path, nodes: Nodes) -> SchemaFault:
    value = error.instance
    what = f"with this value ({quoted(value)})" if not isinstance(value, list | dict) else "as it is"
    message = f"The schema does not allow {subject(path)} {what}."
    help_ = _written(path, wording.example(nodes), "Write, for example") if path else ""
    return SchemaFault(
        "field-value", path, message, wording.described(nodes) + (help_ or "Compare it with the template.")
    )


SENTENCES: dict[str | None, Callable[[Any, Path, Nodes], SchemaFault]] = {
    "type": _type,
    "enum": _choice,
    "const": _choice,
    "pattern": _pattern,
    UNFINISHED: _unfinished,
    **dict.fromkeys(BOUNDS, _range),
    **dict.fromkeys(("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"), _size),
    "uniqueItems": _repeated,
    "properties": _forbidden,
    "anyOf": _alternatives,
    "oneOf": _alternatives,
}
