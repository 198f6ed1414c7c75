"""Words for what a schema asks for, and the lines of YAML that an author would write."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from casecheck.finding import quoted
from casecheck.nearest import nearest
from casecheck.parse.yaml_values import plain_or_quoted, scalar
from casecheck.schema.structure import Node

Path = tuple[str | int, ...]

TYPES = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "array": "a list",
    "object": "a group of keys",
    "boolean": "true or false",
    "null": "empty",
}
PARTS = re.compile(r"[,;/\n•·|]|\s[-–—*](?![\d.])")
NOTHING = re.compile(r"n\.?/?a\.?|none|nan|tb[acd]|[-–?.]*", re.IGNORECASE)
YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
FIGURE = re.compile(r"[-+−]?\d+(?:\.\d+)?")
NO_ROW = re.compile(r"[^\W\d_]|['′\"″/°–]|^\s*[-+−]?\d+,\d+\s*$")  # words, parts of degrees, perhaps a decimal comma
MOST_SHOWN = 12
LONGEST_SHOWN = 200
SURE = 0.85  # likeness from which a word is certainly meant


def subject(path: Path) -> str:
    """What a path leads to, as the beginning of a sentence."""
    if not path:
        return "The front matter"
    *above, last = path
    where = subject(tuple(above))
    if isinstance(last, int):
        return f"Item {last + 1} of {where}"
    return f"{quoted(last)} of {where}" if above else quoted(last)


def kinds(names: str | Sequence[str]) -> str:
    """The types that a schema allows, in words."""
    return alternatives([TYPES.get(name, name) for name in types(names)])


def types(names: str | Sequence[str]) -> Sequence[str]:
    """The value of the keyword `type` as a list."""
    return [names] if isinstance(names, str) else names


def kind_of(value: object) -> str:
    """What a value is, in words."""
    if isinstance(value, list):
        return "it is a list"
    if isinstance(value, dict):
        return "it is a group of keys"
    return f"it says {quoted(value if isinstance(value, str) else inline(value))}"


def alternatives(words: Sequence[str]) -> str:
    """`a, b or c`, cut where there are many."""
    words = [*words[:MOST_SHOWN], "…"] if len(words) > MOST_SHOWN else words
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


def expected(node: Any) -> str:
    """What one subschema asks for, in a few words; empty where that takes more than a few."""
    if not isinstance(node, Mapping):
        return ""
    if "const" in node:
        return quoted(inline(node["const"]))
    if "enum" in node:
        return alternatives([quoted(inline(value)) for value in node["enum"] if value not in (None, "")] or ["empty"])
    return kinds(node["type"]) if "type" in node else ""


def example(nodes: Sequence[Node]) -> Any:
    """A value that a schema offers: one of its examples, or of those it allows; None where it offers none."""
    for name in ("examples", "enum"):
        for node in nodes:
            for value in node.get(name, ()):
                if value not in (None, "", [], {}):
                    return value
    for name in ("const", "default"):
        for node in nodes:
            if node.get(name) not in (None, "", [], {}):
                return node[name]
    return None


def described(nodes: Sequence[Node]) -> str:
    """The schema's own words on a value, as a sentence with a blank behind it; empty where it has none."""
    for node in nodes:
        text = node.get("description")
        if isinstance(text, str) and text.strip():
            text = " ".join(text.split())
            return f"{text} " if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}… "
    return ""


def instruction(what: str, yaml: str) -> str:
    """`what`, and the YAML that it speaks of."""
    return f"{what}:\n{yaml}" if "\n" in yaml else f"{what}: {yaml}"


def line(key: str, value: Any) -> str:
    """The YAML that gives `key` this value; several lines for a list of words or for a group of keys."""
    if isinstance(value, list) and not any(isinstance(item, int | float | list | dict) for item in value):
        return "\n".join([f"{key}:", *(f"  - {inline(item)}" for item in value)])
    if isinstance(value, Mapping):
        return "\n".join([f"{key}:", *(f"  {name}: {inline(item)}" for name, item in value.items())])
    return f"{key}: {inline(value)}"


def inline(value: Any) -> str:
    """A value as YAML on one line."""
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: ""}[value]
    if isinstance(value, list):
        return f"[{', '.join(inline(item) for item in value)}]"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {inline(item)}" for key, item in value.items()) + "}"
    return plain_or_quoted(value) if isinstance(value, str) else str(value)


def choices(nodes: Sequence[Node]) -> list[str]:
    """The words that a schema chooses from; none where it allows any."""
    return [word for node in nodes for word in node.get("enum", ()) if isinstance(word, str) and word]


def choices_in(value: Any, words: Sequence[str]) -> list[str]:
    """Those of some words that were written as one value, each once: 'mobility and Energy'."""
    found = [nearest(str(item), words, SURE) for item in items_in(value)]
    if not any(found) and isinstance(value, str):
        found = [nearest(word, words, SURE) for word in value[:LONGEST_SHOWN].split()]
    return list(dict.fromkeys(word for word in found if word))


def as_type(value: Any, names: Sequence[str]) -> Any:
    """What the author most likely meant, as one of these types; None where that is not plain."""
    if "integer" in names and (number := _as_integer(value)) is not None:
        return number
    if "array" in names and (items := items_in(value)):
        return items
    if "string" in names and isinstance(value, int | float):
        return inline(value)
    if "string" in names and isinstance(value, list) and len(value) == 1 and isinstance(value[0], str):
        return value[0]
    return None


def as_numbers(value: Any) -> list[int | float]:
    """The numbers in what should be a row of them; none where there is more than numbers."""
    text = " ".join(map(str, value)) if isinstance(value, list) else str(value)
    if NO_ROW.search(text):
        return []
    figures = (figure.replace("−", "-") for figure in FIGURE.findall(text[:LONGEST_SHOWN]))
    return [float(figure) if "." in figure else int(figure) for figure in figures]


def _as_integer(value: Any) -> int | None:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    years = YEAR.findall(value) if isinstance(value, str) else []
    return int(years[0]) if len(years) == 1 else None


def items_in(value: Any) -> list[Any]:
    """The items of a list that was written as one value; none where it is no list but says that there is none."""
    if isinstance(value, bool) or not isinstance(value, str | int | float) or NOTHING.fullmatch(str(value).strip()):
        return []
    parts = PARTS.split(re.sub(r"[()\[\]]", " ", f" {value}"))
    return [scalar(part.strip()) for part in parts if part.strip()]
