"""Values as JSON has them, and back; nothing else comes back."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casecheck.examined import Examined
from casecheck.finding import Finding, RelatedPlace, Severity
from casecheck.plain import from_plain, to_plain
from casecheck.report import CheckedDocument, Standing
from casecheck.source import Span
from casecheck.suppression import Directive

places = st.builds(RelatedPlace, *[st.text()] + [st.integers()] * 4 + [st.text()])
findings = st.builds(
    Finding,
    *[st.text(), st.text(), *[st.integers()] * 4, st.text(), st.sampled_from(Severity), *[st.text()] * 3],
    related=st.lists(places, max_size=2).map(tuple),
)
standings = st.builds(Standing, title=st.text(), items=st.none() | st.integers(), words=st.tuples(st.integers()))
documents = st.builds(
    CheckedDocument, st.text(), st.text(), st.none() | st.text(), standings=st.lists(standings, max_size=2).map(tuple)
)
spans = st.builds(Span, st.integers(), st.integers())
directives = st.builds(
    Directive, st.text(), st.tuples(st.text(), st.text()), st.text(), spans, st.integers(), st.integers()
)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(), lambda inner: st.lists(inner, max_size=12)
)


@pytest.mark.parametrize(
    ("kind", "values"), [(Finding, findings), (CheckedDocument, documents), (Directive, directives)]
)
def test_what_goes_through_json_comes_back(kind: type, values: st.SearchStrategy[object]) -> None:
    @given(values)
    def holds(value: object) -> None:
        back = from_plain(kind, json.loads(json.dumps(to_plain(value))))
        assert back == value
        assert to_plain(back) == to_plain(value), "also in the fields that do not count when findings are compared"

    holds()


@pytest.mark.parametrize("kind", [Finding, CheckedDocument, Directive, tuple[Finding, ...]])
@given(value=anything)
def test_what_is_something_else_is_refused(kind: type, value: object) -> None:
    if value == [] and kind == tuple[Finding, ...]:
        assert from_plain(kind, value) == ()
        return
    with pytest.raises((TypeError, ValueError)):
        from_plain(kind, value)


def test_a_whole_result_is_plain() -> None:
    examined = Examined(CheckedDocument("a", "b", None), (), (("rule", ("x", 1)),))
    assert json.loads(json.dumps(to_plain(examined))) == [
        ["a", "b", None, 0, "", []],
        [],
        [["rule", ["x", 1]]],
        [],
        True,
    ]
