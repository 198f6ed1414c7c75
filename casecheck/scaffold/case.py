"""A new case: the front matter that its kind of document has, explained key by key, and the text of the template."""

from collections.abc import Iterator, Mapping
from typing import Any

from casecheck import country, foldername
from casecheck.parse import frontmatter, markdown
from casecheck.parse.yaml_values import plain_or_quoted
from casecheck.scaffold.prose import prose
from casecheck.schema import Schema, check, structure, wording
from casecheck.source import Source

MAP = "geography"  # the key of what nobody can have before the case is begun
FIRST_STATUS = "Draft"
KEPT = {"status", "template"}  # what a template says here holds for the copies of it; all else are samples
TO_DRAW = "Draw the outline, for example on geojson.io, save it in this folder, and write its name here: {name}"
PICTURE = "A picture is written like this, below the text that it belongs to:"
LINKS = frozenset(  # words inside the names of cities
    {"am", "an", "aan", "da", "de", "del", "den", "der", "di", "do", "dos", "en", "in", "la", "las", "le", "les"}
    | {"los", "of", "on", "sous", "sur", "upon"}
)
OPENERS = frozenset(  # words that begin the name of a city, and are none alone
    {"abu", "addis", "bad", "belo", "buenos", "cape", "chi", "ciudad", "des", "east", "el", "fort", "grand", "ho"}
    | {"hong", "kuala", "little", "long", "new", "nizhny", "north", "nova", "novo", "nueva", "nuevo", "palo", "phnom"}
    | {"port", "puerto", "saint", "san", "sankt", "santa", "santo", "sao", "south", "st", "tel", "the", "vila", "west"}
)


def case(folder: str, schema: Schema, template: Source | None, when: Mapping[str, str]) -> str:
    """A document for a folder of this name.

    `when` is what the front matter of its profile says. The values of the template are samples: only those that hold
    for every copy of it are taken over.
    """
    sample = frontmatter.parse(template) if template else frontmatter.FrontMatter()
    body = _body(template, sample.body_start) if template else ""
    keys = "\n\n".join(_keys(schema, known(folder), {**sample.data, **when}, set(when)))
    return f"---\n{keys}\n---\n\n{body.lstrip(chr(10))}"


def _body(template: Source, start: int) -> str:
    """The text of a template. Its sample pictures are not in the folder of the copy, so they become comments."""
    parts = []
    for image in markdown.parse(template, start).images:
        sample = template.text[image.span.start : image.span.end]
        parts += [template.text[start : image.span.start]]
        parts += [f"<!-- {PICTURE}\n{sample}\n-->"] if "--" not in sample else []
        start = image.span.end
    return "".join([*parts, template.text[start:]])


def known(folder: str) -> dict[str, str]:
    """What the name of a case folder says about the case, by the key of the front matter that says it."""
    name = foldername.read(folder)
    words = list(name.place)
    end = _city_words(words) if name.country else 0
    found = {"title": _titled(words[end:]), "city": _titled(words[:end])}
    if name.country:
        named = country.name(name.country).removeprefix("the ")
        found |= {"country": named if named != name.country else "", "country_code": name.country}
    found[MAP] = f"./{foldername.slug(folder) or 'map'}.geojson"
    return {key: value for key, value in found.items() if value}


def _city_words(words: list[str]) -> int:
    """How many of a place's words are the name of its city, as far as words can tell."""
    end = 1
    while end < len(words) and (words[end - 1] in OPENERS | LINKS or words[end] in LINKS | {"city"}):
        end += 1
    return end


def _titled(words: list[str]) -> str:
    return " ".join(word if index and word in LINKS else word.capitalize() for index, word in enumerate(words))


def _keys(schema: Schema, known: Mapping[str, str], sample: Mapping[str, Any], fixed: set[str]) -> Iterator[str]:
    """Each key of the front matter below a comment that explains it, with its value where that is known."""
    for key, nodes in schema.properties.items():
        if any(node.get("deprecated") for node in nodes):
            continue
        candidates = [known.get(key) if key != MAP else None, *_standing(key, nodes, sample, fixed)]
        value = next((value for value in candidates if value is not None and _allowed(schema, key, value)), None)
        said = [*_described(schema, nodes)]
        if value is not None and value == known.get(key):
            said.append("Taken from the name of the folder.")
        comment = [" ".join(said)] if said else []
        if key == MAP and value is None and MAP in known and _allowed(schema, key, known[MAP]):
            comment.append(TO_DRAW.format(name=known[MAP]))
        elif value is None and not _choices(nodes) and (example := wording.example(nodes)) is not None:
            comment.append(f"Example: {wording.inline(example)}")
        yield "\n".join([*map(prose, comment), _line(key, value)])
    for key, value in sample.items():
        if key not in schema.properties:
            yield _line(key, value)


def _standing(key: str, nodes: tuple[structure.Node, ...], sample: Mapping[str, Any], fixed: set[str]) -> Iterator[Any]:
    """The values that every document of this kind has, or begins with."""
    yield from (node["const"] for node in nodes if "const" in node)
    if key in KEPT | fixed or isinstance(sample.get(key), bool):
        yield sample.get(key)
    if key == "status":
        yield FIRST_STATUS


def _allowed(schema: Schema, key: str, value: Any) -> bool:
    return not any(fault.path[:1] == (key,) for fault in check(schema, {key: value}))


def _described(schema: Schema, nodes: tuple[structure.Node, ...]) -> Iterator[str]:
    """What the schema says of a key, in sentences."""
    if said := wording.described(nodes).strip():
        yield said
    items = [part for node in nodes for part in structure.in_place(schema.document, node.get("items"))]
    for choices, opening in ((_choices(nodes), "One of"), (_choices(items), "Any of")):
        if choices:
            yield f"{opening}: {', '.join(choices)}."


def _choices(nodes: Any) -> list[str]:
    """The values of the first list of values, as they are to be written."""
    return next(([wording.inline(value) for value in node["enum"]] for node in nodes if node.get("enum")), [])


def _line(key: str, value: Any) -> str:
    return wording.line(plain_or_quoted(key), value).rstrip(" ")
