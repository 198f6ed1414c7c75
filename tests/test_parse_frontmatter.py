"""Front matter: values, places, faults, what is saved from broken front matter, and what no document can do to us."""

import math
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from casecheck import limits
from casecheck.parse.frontmatter import FrontMatter, parse
from casecheck.parse.yaml_values import scalar
from casecheck.source import Source, Span, decode

GOOD = "---\ntitle: Harbour Plan\nyear: 2018\ntags:\n  - Food\n  - Energy\nempty:\n---\n\n## Overview\n"
AFTER = "status: Draft\ncity: Varenholm\n---\n\n## Overview\n"


def read(text: str) -> tuple[Source, FrontMatter]:
    source = Source("index.md", text)
    return source, parse(source)


def block(yaml_text: str) -> dict[str, Any]:
    return dict(read(f"---\n{yaml_text}\n---\n")[1].data)


def test_values_and_places() -> None:
    source, front_matter = read(GOOD)
    assert front_matter.data == {"title": "Harbour Plan", "year": 2018, "tags": ["Food", "Energy"], "empty": None}
    assert source[front_matter.key_span("year")] == "year"
    assert source[front_matter.value_span("tags", 1)] == "Energy"
    assert source[front_matter.value_span("tags")] == "- Food\n  - Energy"
    assert source[front_matter.value_span("empty")] == "empty"
    assert front_matter.key_span("author") == front_matter.key_span() == front_matter.fence == Span(0, 3)
    assert source[front_matter.block].startswith("title") and source[front_matter.block].endswith("empty:\n")
    assert source.text[front_matter.body_start :] == "\n## Overview\n"
    assert not front_matter.faults and not front_matter.recovered


def test_a_place_of_an_empty_value_is_where_it_would_be_written() -> None:
    _, front_matter = read("---\ntitle:\n---\n")
    entry = front_matter.entries[("title",)]
    assert entry.value == Span(10, 10)


def test_values_by_path() -> None:
    _, front_matter = read("---\na:\n  b: [1, 2]\n---\n")
    assert front_matter.at(("a", "b", 1)) == 2
    assert front_matter.at(("a", "b", 2)) is None
    assert front_matter.at(("a", "x", "y")) is None
    assert front_matter.at(("a", "b", "c")) is None


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("", None), ("~", None), ("null", None), ("Null", None), ("none", "none"),
        ("true", True), ("False", False), ("yes", "yes"), ("NO", "NO"), ("on", "on"), ("y", "y"),
        ("12", 12), ("-7", -7), ("+5", 5), ("0", 0), ("012", "012"), ("1:30", "1:30"), ("1_000", "1_000"),
        ("0x1F", "0x1F"),
        ("1.5", 1.5), (".5", 0.5), ("5.", 5.0), ("-0.10", -0.1), ("1e3", 1000.0), ("1.e-2", 0.01), ("007.5", 7.5),
        ("1e999", "1e999"), (".inf", ".inf"), (".nan", ".nan"), ("nan", "nan"), ("1e", "1e"), (".", "."),
        ("9" * 18, int("9" * 18)), ("9" * 30, "9" * 30), ("1" * 60 + ".5", "1" * 60 + ".5"),
        ("2018-01-05", "2018-01-05"), ("2018-13-45", "2018-13-45"), ("CHN ", "CHN"), ("x\t", "x"),
        ("a #b", "a"), ("a#b", "a#b"),
        ('"2018"', "2018"), ("'it''s'", "it's"), ('"\\u00e9"', "é"), ("[a, b,]", ["a", "b"]), ("[]", []), ("{}", {}),
        ("{a: 1, b: [x]}", {"a": 1, "b": ["x"]}), ("|\n  a\n  b", "a\nb\n"), (">\n  a\n  b", "a b\n"),
        ("a\n  b", "a b"),
        ("\n- a\n- b", ["a", "b"]), ("\n  # none\n  - a", ["a"]),
        ("\n  -\ta\n\t \n  - \tb", ["a", "b"]), ("x\u2028y", "x y"), ("x\x85y", "x y"),
        ("\U0001f600", "\U0001f600"),
    ],
)  # fmt: skip
def test_scalars_are_read_as_the_core_schema_of_yaml_1_2_says(written: str, value: object) -> None:
    _, front_matter = read(f"---\nkey: {written}\nnext: x\n---\n")
    assert not front_matter.faults
    found = front_matter.data["key"]
    assert (found, type(found)) == (value, type(value))
    assert front_matter.data["next"] == "x"


def test_line_ends_and_byte_order_mark_change_nothing() -> None:
    plain = parse(decode("index.md", GOOD.encode()))
    for data in (GOOD.replace("\n", "\r\n").encode(), GOOD.replace("\n", "\r").encode(), ("\ufeff" + GOOD).encode()):
        assert parse(decode("index.md", data)) == plain


def test_front_matter_alone_is_enough() -> None:
    for text in ("---\ntitle: A\n---", "---\ntitle: A\n---\n", "--- \ntitle: A\n---\t\n"):
        _, front_matter = read(text)
        assert front_matter.data == {"title": "A"} and not front_matter.faults
        assert front_matter.body_start == len(text)


BROKEN: list[tuple[str, str, int, int, dict[str, Any]]] = [
    # what stands before the other keys, kind of fault, its line and column, what is saved
    ("title: A: b", "syntax", 2, 9, {"title": "A: b"}),
    ("title: A:", "syntax", 2, 9, {"title": "A:"}),
    ("title: A b\nc d", "syntax", 3, 1, {"title": "A b c d"}),
    ("title: A b\n\n\nc d e f", "syntax", 5, 1, {"title": "A b c d e f"}),
    ("title: A\n  b: c\n  d", "syntax", 3, 4, {"title": "A b: c d"}),
    ("tags:\n\t- A\n\t- B", "syntax", 3, 1, {"tags": ["A", "B"]}),
    ("\ttitle: A", "syntax", 2, 1, {"title": "A"}),
    ("  title: A", "syntax", 2, 1, {"title": "A"}),
    ("title: A\n author: B", "syntax", 3, 1, {"title": "A", "author": "B"}),
    ("title: A\n  author: B", "syntax", 3, 1, {"title": "A", "author": "B"}),
    ("title: A b c d e f g\n  h: i", "syntax", 3, 4, {"title": "A b c d e f g h: i"}),
    ("tags:\n - A\n year_start: 2018", "syntax", 4, 1, {"tags": ["A"], "year_start": 2018}),
    ('title: "A b', "syntax", 2, 8, {"title": "A b"}),
    ('title: "A\nauthor: "B"', "syntax", 2, 8, {"title": "A", "author": "B"}),
    ('title: "A\nauthor: B"', "syntax", 2, 8, {"title": "A", "author": 'B"'}),
    ('title: "A" b', "syntax", 2, 12, {"title": '"A" b'}),
    ('title: "A" & "B"', "syntax", 2, 12, {"title": '"A" & "B"'}),
    ('title: "A "b" c"', "syntax", 2, 12, {"title": 'A "b" c'}),
    ("title: 'It's A'", "syntax", 2, 12, {"title": "It's A"}),
    ('title: "A\\q"', "syntax", 2, 10, {"title": "A\\q"}),
    ("title: [A] b", "syntax", 2, 12, {"title": "[A] b"}),
    ("tags: [A, B", "syntax", 2, 7, {"tags": ["A", "B"]}),
    ("tags: [A, B]]", "syntax", 2, 13, {"tags": ["A", "B"]}),
    ('tags: ["A, B]', "syntax", 2, 8, {"tags": ["A", "B"]}),
    ("centroid: [51.5, -0.1", "syntax", 2, 11, {"centroid": [51.5, -0.1]}),
    ("title: {A", "syntax", 2, 8, {"title": "{A"}),
    ("title:A", "syntax", 2, 6, {"title": "A"}),
    ("title：A", "syntax", 2, 6, {"title": "A"}),
    ("title:\u00a0A", "syntax", 2, 6, {"title": "A"}),
    ("tags:[A, B]", "syntax", 2, 5, {"tags": ["A", "B"]}),
    ("title = A", "syntax", 2, 7, {"title": "A"}),
    ("title: @A", "syntax", 2, 8, {"title": "@A"}),
    ("title: **A**", "syntax", 2, 8, {"title": "**A**"}),
    ("title: > A", "syntax", 2, 8, {"title": "A"}),
    ("title: -", "syntax", 2, 8, {"title": "-"}),
    ("title: ?", "syntax", 2, 8, {"title": "?"}),
    ("tags: - A\n- B", "syntax", 2, 7, {"tags": ["A", "B"]}),
    ("tags: - A - B", "syntax", 2, 7, {"tags": ["A", "B"]}),
    ("tags: A\n- B", "syntax", 2, 7, {"tags": ["A", "B"]}),
    ("tags:\n  - A\n - B", "syntax", 4, 2, {"tags": ["A", "B"]}),
    ("tags:\n• A\n• B", "syntax", 3, 1, {"tags": ["A", "B"]}),
    ('tags:\n  - "A\n  - B', "syntax", 3, 3, {"tags": ["A", "B"]}),
    ("tags:\n  - A: b: c\n  - B", "syntax", 3, 3, {"tags": ["A: b: c", "B"]}),
    ("a:\n  b: 1\n   c: 2", "syntax", 4, 1, {"a": "b: 1 c: 2"}),
    ("type: plan\n<!-- or district -->", "syntax", 3, 1, {"type": "plan"}),
    ("title: A #2", "syntax", 2, 10, {"title": "A #2"}),
    ("title: #2", "syntax", 2, 8, {"title": "#2"}),
    ("title: “A: b”", "syntax", 2, 10, {"title": "“A: b”"}),
    ("title: A\n...", "syntax", 3, 1, {"title": "A"}),
    ("%YAML 1.2\ntitle: A", "syntax", 2, 1, {"title": "A"}),
    ("just words\ntitle: A", "syntax", 2, 1, {"title": "A"}),
    ("https://example.org\ntitle: A", "syntax", 2, 1, {"title": "A"}),
    ("[x]: y\ntitle: A", "syntax", 2, 1, {"title": "A"}),
    (": y\ntitle: A", "syntax", 2, 1, {"title": "A"}),
    ("title: A\x07b", "syntax", 2, 9, {"title": "A b"}),
    ("title: A\x00", "syntax", 2, 9, {"title": "A"}),
    ("title: A\nauthor: B\ntitle: C", "duplicate-key", 4, 1, {"title": "A", "author": "B"}),
    ("title:\ntitle: C", "duplicate-key", 3, 1, {"title": "C"}),
    ("a: {b: 1, b: 2}", "duplicate-key", 2, 11, {"a": {"b": 1}}),
    ("title: *name", "unsafe", 2, 8, {"title": "*name"}),
    ("title: &name A", "unsafe", 2, 8, {"title": "A"}),
    ("title: !name A", "unsafe", 2, 8, {"title": "A"}),
    ("title: !!python/object/apply:os.system [ls]", "unsafe", 2, 8, {"title": ["ls"]}),
    ("<<: A", "unsafe", 2, 1, {"<<": "A"}),
    ("a: " + "[" * 40 + "]" * 40, "unsafe", 2, 24, {"a": "[" * 40 + "]" * 40}),
]


@pytest.mark.parametrize(("written", "kind", "line", "column", "saved"), BROKEN, ids=lambda value: repr(value)[:40])
def test_one_bad_line_is_reported_once_and_hides_nothing(
    written: str, kind: str, line: int, column: int, saved: dict[str, Any]
) -> None:
    source, front_matter = read(f"---\n{written}\n{AFTER}")
    assert [fault.kind for fault in front_matter.faults] == [f"frontmatter-{kind}"]
    fault = front_matter.faults[0]
    assert source.position(fault.span.start) == (line, column), fault.message
    assert fault.message.endswith(".") and fault.help
    assert front_matter.data == {**saved, "status": "Draft", "city": "Varenholm"}
    assert source[front_matter.value_span("city")] == "Varenholm"
    assert source.text[front_matter.body_start :] == "\n## Overview\n"


def test_a_guessed_list_has_the_places_of_its_items() -> None:
    source, front_matter = read(f"---\ntags: [Food, Energy\n{AFTER}")
    assert source[front_matter.value_span("tags", 1)] == "Energy"
    assert front_matter.recovered == {"tags"}


def test_several_bad_lines_are_all_reported() -> None:
    _, front_matter = read(f'---\ntitle: A: b\nauthor: "C\ntags: [D\ncentroid:[1, 2]\n{AFTER}')
    assert [fault.kind for fault in front_matter.faults] == ["frontmatter-syntax"] * 4
    assert front_matter.data["centroid"] == [1, 2]
    assert front_matter.recovered == {"title", "author", "tags", "centroid"}


@pytest.mark.parametrize(
    ("written", "help_"),
    [
        ("title: A: b", 'title: "A: b"'),
        ('title: A: "b"', "title: 'A: \"b\"'"),
        ("title: 'It's A'", 'title: "It\'s A"'),
        ("tags: [A, B", "tags: [A, B]"),
        ("title:A", "title: A"),
        ("tags: - A\n- B: c", 'tags:\n  - A\n  - "B: c"'),
    ],
)
def test_what_to_write_instead_is_yaml_that_holds_the_value(written: str, help_: str) -> None:
    _, front_matter = read(f"---\n{written}\n---\n")
    assert front_matter.faults[0].help.endswith(help_)
    key = written.partition(":")[0]
    assert block(help_)[key] == front_matter.data[key]


@pytest.mark.parametrize(
    ("text", "kind", "line", "keys", "body"),
    [
        ("", "missing", 1, [], ""),
        ("# A heading\n\nText.\n", "missing", 1, [], "# A heading\n\nText.\n"),
        ("---\n---\nBody\n", "missing", 1, [], "Body\n"),
        ("---\n# nothing\n---\nBody\n", "missing", 1, [], "Body\n"),
        ("Text.\n\n---\n\nNote: more text.\n", "missing", 1, [], "Text.\n\n---\n\nNote: more text.\n"),
        ("---\ntitle: A\n\n## Overview\n\nText.\n", "unclosed", 2, ["title"], "## Overview\n\nText.\n"),
        ("---\ntitle: A\n\n## Overview\n\nText.\n\n---\n", "unclosed", 2, ["title"], "## Overview\n\nText.\n\n---\n"),
        ("---\ntitle: A\ntags:\n  - B\n\nText of the body.\n", "unclosed", 4, ["title", "tags"], "Text of the body.\n"),
        ("---\ntitle: A\n\n<!-- hint -->\n", "unclosed", 2, ["title"], "<!-- hint -->\n"),
        ("---\ntitle: A\n<!--\ntype: B\n-->\n\n## C\n", "unclosed", 2, ["title"], "<!--\ntype: B\n-->\n\n## C\n"),
        ("---\ntitle: A\n—\n\nText.\n", "unclosed", 3, ["title"], "\nText.\n"),
        ("—\ntitle: A\n---\nBody\n", "syntax", 1, ["title"], "Body\n"),
        ("```yaml\n---\ntitle: A\n---\n```\nBody\n", "syntax", 1, ["title"], "Body\n"),
        ("---\ntitle: A\n–––\n\nText.\n", "unclosed", 3, ["title"], "\nText.\n"),
        ("---\ntitle: A\n--\n\nText.\n", "unclosed", 3, ["title"], "\nText.\n"),
        ("---\ntitle: A\n ---\n\nText.\n", "unclosed", 3, ["title"], "\nText.\n"),
        ("---\ntitle: A\n***\n\nText.\n\n---\n\nMore.\n", "unclosed", 3, ["title"], "\nText.\n\n---\n\nMore.\n"),
        ("---\ntitle: A", "unclosed", 2, ["title"], ""),
        ("---", "unclosed", 1, [], ""),
        ("–––\ntitle: A\n---\nBody\n", "syntax", 1, ["title"], "Body\n"),
        ("----\ntitle: A\n---\nBody\n", "syntax", 1, ["title"], "Body\n"),
        ("--- yaml\ntitle: A\n---\nBody\n", "syntax", 1, ["title"], "Body\n"),
        ("\n\n---\ntitle: A\n---\nBody\n", "syntax", 3, ["title"], "Body\n"),
        ("# Title\n---\ntitle: A\n---\nBody\n", "syntax", 1, ["title"], "Body\n"),
        ("title: A\nstatus: Draft\n---\nBody\n", "syntax", 1, ["title", "status"], "Body\n"),
        ("---\ntitle: A\n-----\nBody\n", "syntax", 3, ["title"], "Body\n"),
        ("----\n# the name\ntitle: A\n---\nBody\n", "syntax", 1, ["title"], "Body\n"),
        ("# the name\ntitle: A\n\n# where\ncity: B\n---\nBody\n", "syntax", 1, ["title", "city"], "Body\n"),
        ("---\ntitle: A\n---## Overview\n", "syntax", 3, ["title"], "## Overview\n"),
    ],
)  # fmt: skip
def test_fences(text: str, kind: str, line: int, keys: list[str], body: str) -> None:
    source, front_matter = read(text)
    assert [fault.kind for fault in front_matter.faults] == [f"frontmatter-{kind}"]
    assert source.position(front_matter.faults[0].span.start).line == line
    assert list(front_matter.data) == keys
    assert source.text[front_matter.body_start :] == body


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: A\n\n# a comment\n---\n\n## Overview\n",
        "---\ntitle: A\n\n# a comment\n# and another\n# and one\n# and one more\n---\n\n## Overview\n",
        "---\ntitle: A\n\n---\n\n## Overview\n",
        "---\ntitle: A\n\n# the map\n'geography': b\n---\n\n## Overview\n",
        "---\ntitle: A\n\n# the map\ngeography : b\n---\n\n## Overview\n",
        "---\ntitle: A\n\n# the city\n# in capitals\nCity: B\n---\n\n## Overview\n",
        "---\ndescription: |\n  # no heading\n\n  Some text that goes on\ncity: B\n---\n\n## Overview\n",
    ],
)
def test_fences_that_are_fine(text: str) -> None:
    source, front_matter = read(text)
    assert not front_matter.faults
    assert source.text[front_matter.body_start :] == "\n## Overview\n"


HOSTILE = {
    "open brackets": "a: " + "[" * 60_000,
    "balanced brackets": "a: " + "[" * 30_000 + "]" * 30_000,
    "open braces": "a: " + "{" * 60_000,
    "dashes": "- " * 60_000,
    "complex keys": "? " * 60_000,
    "nested keys": "\n".join(" " * depth + "a:" for depth in range(500)),
    "aliases": "a: &a [x, x]\n" + "\n".join(f"b{n}: &b{n} [*a, *a, *b{n - 1}]" for n in range(1, 200)),
    "zeros": "a: " + "\0" * 60_000,
    "one large value": "a: " + "x" * 2_000_000,
    "one large quoted value": 'a: "' + "x" * 1_000_000,
    "one large key": "a" * 500_000 + ": b",
    "many colons": "a: " + "b: " * 100_000,
    "many keys": "\n".join(f"k{n}: v" for n in range(20_000)),
    "many broken keys": "\n".join(f"k{n}: a: b" for n in range(20_000)),
    "many duplicates": "a: b\n" * 20_000,
    "many items": "a:\n" + "- b\n" * 20_000,
    "mixed items": "a: x\n" + " - b\n- c\n" * 20_000,
    "many lines without key": "some words\n" * 20_000,
    "blank lines": "a: b\n" + "\n" * 200_000 + "c: d",
    "apostrophes": "a: '" + "'b' " * 60_000,
}


@pytest.mark.parametrize("written", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("end", ["\nlast: x\n---\n", ""], ids=["closed", "open"])
def test_hostile_front_matter_is_read_within_bounds(written: str, end: str) -> None:
    source, front_matter = read(f"---\n{written}{end}")
    assert len(front_matter.entries) <= limits.MAX_FRONT_MATTER_VALUES + 2
    assert all(fault.span.end <= len(source.text) for fault in front_matter.faults)


def test_depth_is_bounded_and_the_rest_is_read() -> None:
    _, front_matter = read("---\na: " + "[" * 60_000 + "\nb: c\n---\n")
    assert front_matter.faults[0].kind == "frontmatter-unsafe"
    assert front_matter.data["b"] == "c"
    deep = "[" * limits.MAX_FRONT_MATTER_DEPTH + "]" * limits.MAX_FRONT_MATTER_DEPTH
    assert not read(f"---\na: {deep[1:-1]}\n---\n")[1].faults


def test_too_many_values_are_one_fault() -> None:
    _, front_matter = read("---\n" + "\n".join(f"k{n}: v" for n in range(20_000)) + "\n---\n")
    kinds = [fault.kind for fault in front_matter.faults]
    assert "limit-exceeded" in kinds and set(kinds) == {"limit-exceeded"}


YAML_SIGNS = st.sampled_from(
    [*"\"'[]{}:,-#&*!|>%@`\t ~?=",
     "\n", "\n  ", "---", ": ", " #", "- ", "a: b\n", "\x85", "\u2028", "\ufeff", "\0", "é", "：", "–", "<!--"]
)  # fmt: skip
TEXTS = st.lists(st.one_of(YAML_SIGNS, st.text(max_size=5)), max_size=40).map("".join)


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.booleans())
def test_any_text_is_read_and_every_place_lies_in_it(text: str, fenced: bool) -> None:
    source, front_matter = read(f"---\ntitle: A\n{text}\nlast: B\n---\nBody\n" if fenced else text)
    assert 0 <= front_matter.block.start <= front_matter.block.end <= len(source.text)
    assert 0 <= front_matter.body_start <= len(source.text)
    spans = [fault.span for fault in front_matter.faults]
    for path, entry in front_matter.entries.items():
        spans += [entry.value, *([entry.key] if entry.key else [])]
        assert not path or front_matter.at(path[:-1]) is not None
    assert all(0 <= span.start <= span.end <= len(source.text) for span in spans)
    assert {path[0] for path in front_matter.entries if path} >= set(front_matter.data)
    if fenced and front_matter.data:
        assert "title" in front_matter.data


WORDS = st.text(
    st.characters(codec="utf-8", exclude_characters="\x85\u2028\u2029\ufeff\n\r", exclude_categories=["Cc", "Cs"]),
    max_size=20,
)
VALUES = st.recursive(
    WORDS | st.integers(-(10**15), 10**15) | st.floats(-1e300, 1e300) | st.booleans() | st.none(),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(WORDS.filter(bool), inner, max_size=3)),
    max_leaves=10,
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(WORDS.map("k{}".format), VALUES, min_size=1, max_size=5))
def test_what_another_program_writes_is_read_back(data: dict[str, Any]) -> None:
    written = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    source, front_matter = read(f"---\n{written}---\n")
    assert not front_matter.faults, written
    assert as_text(front_matter.data) == as_text(data)
    for path, entry in front_matter.entries.items():
        value = front_matter.at(path)
        if isinstance(value, str) and source[entry.value][:1] not in "\"'|>":
            assert " ".join(source[entry.value].split()) == " ".join(value.split())


def as_text(value: Any) -> Any:
    """Values as far as YAML 1.1, which PyYAML writes, and 1.2 agree; they do not on what text must be quoted."""
    if isinstance(value, dict):
        return {str(key): as_text(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_text(item) for item in value]
    value = scalar(value) if isinstance(value, str) else value
    return float(value) if isinstance(value, float | int) and not isinstance(value, bool) else value


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_valid_yaml_has_the_keys_and_texts_that_a_reference_finds(text: str) -> None:
    for line_end in "\x85\u2028\u2029\ufeff":  # of YAML 1.1 only
        text = text.replace(line_end, "")
    written = f"title: A\n{text}\nlast: B"
    try:
        reference = yaml.load(written, Loader=yaml.BaseLoader)  # which makes nothing but text
    except (yaml.YAMLError, ValueError):
        return
    _, front_matter = read(f"---\n{written}\n---\n")
    if front_matter.faults or not isinstance(reference, dict):
        return
    assert list(front_matter.data) == [str(key) for key in reference]
    for key, value in reference.items():
        if isinstance(value, str) and isinstance(front_matter.data[key], str):
            assert front_matter.data[key].split() == value.split()


def test_no_number_is_infinite() -> None:
    for written in ("1e308", "1e309", "-1e400", "9" * 40, "9" * 60, ".5e400"):
        value = block(f"a: {written}")["a"]
        assert isinstance(value, str) or math.isfinite(value)
