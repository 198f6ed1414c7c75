import tomllib
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from casecheck import settings_toml

NAMES = st.text(max_size=8) | st.sampled_from(["max-bytes", "a.b", "**/*.md", "", '"', "\x7f", "ü"])
PLAIN = st.booleans() | st.integers(-(2**40), 2**40) | st.floats(allow_nan=False, allow_infinity=False) | NAMES
LISTS = st.lists(PLAIN, max_size=3)
VALUES = PLAIN | LISTS
TABLES = st.recursive(VALUES, lambda inner: st.dictionaries(NAMES, inner, max_size=3), max_leaves=8)


@given(st.dictionaries(NAMES, TABLES, max_size=4))
def test_whatever_is_written_reads_the_same(table: dict[str, Any]) -> None:
    assert tomllib.loads(settings_toml.text(table, lambda keys: f"# {len(keys)} keys")) == table


def test_how_it_looks() -> None:
    table = {"include": ["a", "b"], "severity": {}, "images": {"deep": False, "max-width": 3}, "x.y": 1.5}
    table |= {"profiles": {"own": {"when": {"kind": "own"}}}, "fail-on": {"Draft": "never"}}
    assert settings_toml.text(table, lambda keys: "# " + " ".join(keys)).split("\n") == [
        'include = ["a", "b"]  # include',
        "severity = {}  # severity",
        '"x.y" = 1.5  # x.y',
        "",
        "[images]",
        "deep = false  # images deep",
        "max-width = 3  # images max-width",
        "",
        "[profiles.own]",
        'when = { kind = "own" }  # profiles own when',
        "",
        "[fail-on]",
        'Draft = "never"  # fail-on Draft',
    ]
