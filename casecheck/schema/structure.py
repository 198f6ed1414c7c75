"""What a JSON Schema says about the keys of an object, without validating anything: names, subschemas, overrides."""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import unquote

from casecheck.finding import quoted

Node = Mapping[str, Any]
LISTS = ("allOf", "anyOf", "oneOf")
BRANCHES = ("then", "else")
RULES = ("field-missing", "field-empty", "field-type", "field-value", "field-unknown")
SEVERITY_NAMES = ("error", "warning", "note")
MAX_HOPS = 20  # references that lead to references
TEXTS = ("message", "help")


def in_place(root: Node, node: Any) -> Iterator[Node]:
    """`node` and the subschemas in it that speak of the same value, each once."""
    seen: set[int] = set()
    pending = [node]
    while pending:
        node = pending.pop(0)
        if not isinstance(node, dict) or id(node) in seen:
            continue
        seen.add(id(node))
        yield node
        pending.extend(member for name in LISTS for member in node.get(name, ()))
        pending.extend(node[name] for name in BRANCHES if name in node)
        pending.extend(node.get("dependentSchemas", {}).values())
        if isinstance(node.get("$ref"), str):
            pending.append(target(root, node["$ref"]))


def target(root: Node, reference: str) -> Any:
    """What a reference within the file leads to (JSON Pointer, RFC 6901); None for any other."""
    if reference != "#" and not reference.startswith("#/"):
        return None
    node: Any = root
    for step in unquote(reference[1:]).split("/")[1:]:
        step = step.replace("~1", "/").replace("~0", "~")
        if isinstance(node, list) and step.isdecimal() and int(step) < len(node):
            node = node[int(step)]
        elif isinstance(node, dict) and step in node:
            node = node[step]
        else:
            return None
    return node


def properties(root: Node, node: Any) -> dict[str, tuple[Node, ...]]:
    """Every key that `node` names for its object, with the subschemas for the key's value."""
    found: dict[str, tuple[Node, ...]] = {}
    for place in in_place(root, node):
        for key, value in place.get("properties", {}).items():
            found[key] = (*found.get(key, ()), *in_place(root, value))
    return found


def allows_empty(nodes: tuple[Node, ...], value: object) -> bool:
    """Whether a schema speaks of this empty value (None, "", [] or {}) as one that may stand there."""
    for node in nodes:
        kinds = node.get("type", ())
        if value is None and "null" in ([kinds] if isinstance(kinds, str) else kinds):
            return True
        if value in node.get("enum", ()) or ("const" in node and node["const"] == value):
            return True
    return False


def row_length(node: Node) -> int | None:
    """How many numbers a list has that a schema wants to hold so many numbers and nothing else; None for others."""
    items, length = node.get("items"), node.get("minItems")
    if not isinstance(items, dict) or items.get("type") not in ("number", "integer") or length != node.get("maxItems"):
        return None
    return length if isinstance(length, int) else None


def chain(root: Node, path: list[str | int], innermost: Any) -> list[Node]:
    """The subschemas on the way from `root` along a schema path to `innermost`, that one last.

    jsonschema leaves `$ref` out of its schema paths, so at a reference both ways are tried.
    """
    found = _follow(root, root, path, innermost, 0)
    return found if found is not None else [node for node in (root, innermost) if isinstance(node, dict)]


def _follow(root: Node, node: Any, path: list[str | int], innermost: Any, hops: int) -> list[Node] | None:
    here: list[Node] = [node] if isinstance(node, dict) else []
    if len(path) <= 1 and node is innermost:
        return here
    if path:
        step = path[0]
        inside = isinstance(node, dict) and step in node
        if inside or (isinstance(node, list) and isinstance(step, int) and step < len(node)):
            rest = _follow(root, node[step], path[1:], innermost, 0)
            if rest is not None:
                return here + rest
    if isinstance(node, dict) and isinstance(node.get("$ref"), str) and hops < MAX_HOPS:
        rest = _follow(root, target(root, node["$ref"]), path, innermost, hops + 1)
        return None if rest is None else here + rest
    return None


def keywords(node: Any) -> Iterator[str]:
    """Every keyword of a schema and of those within it, and every key that it names."""
    if isinstance(node, dict):
        yield from node
    for member in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from keywords(member)


def bad_overrides(node: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Every `x-casecheck` that says something unknown, with what is wrong with it."""
    if isinstance(node, list):
        for index, member in enumerate(node):
            yield from bad_overrides(member, f"{place}/{index}")
    if not isinstance(node, dict):
        return
    if "x-casecheck" in node:
        yield from ((place or "/", problem) for problem in _bad_override(node["x-casecheck"], RULES))
    for name, member in node.items():
        if name not in ("x-casecheck", "examples", "default", "enum", "const"):
            yield from bad_overrides(member, f"{place}/{name}")


def _bad_override(override: Any, rules: tuple[str, ...]) -> Iterator[str]:
    if not isinstance(override, dict):
        yield "it must be an object with 'severity', 'message' or 'help'"
        return
    for name, value in override.items():
        if name in rules:
            yield from _bad_override(value, ())
        elif name == "severity":
            if value not in SEVERITY_NAMES:
                yield f"the severity must be error, warning or note, but it is {quoted(value)}"
        elif name not in TEXTS:
            yield f"it may not hold {quoted(name)}"
        elif not isinstance(value, str):
            yield f"{quoted(name)} must be text"
