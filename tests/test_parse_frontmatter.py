"""Front matter: values, places, faults, and what is saved from broken front matter."""

from casecheck.parse.frontmatter import parse
from casecheck.source import Source, Span

GOOD = "---\ntitle: Harbour Plan\nyear: 2018\ntags:\n  - Food\n  - Energy\nempty:\n---\n\n## Overview\n"


def test_values_and_places() -> None:
    source = Source("index.md", GOOD)
    front_matter = parse(source)
    assert front_matter.data == {"title": "Harbour Plan", "year": 2018, "tags": ["Food", "Energy"], "empty": None}
    assert source[front_matter.key_span("year")] == "year"
    assert source[front_matter.value_span("tags", 1)] == "Energy"
    assert source[front_matter.value_span("empty")] == "empty"
    assert front_matter.key_span("author") == front_matter.fence == Span(0, 3)
    assert source.text[front_matter.body_start :] == "\n## Overview\n"
    assert not front_matter.faults
