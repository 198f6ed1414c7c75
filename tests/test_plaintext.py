"""Markup in values that are shown as plain text."""

import pytest

from casecheck.plaintext import find, has_markup


@pytest.mark.parametrize(
    ("value", "kind", "plain", "addresses"),
    [
        ("plan <!-- or district -->", "a comment", "plan", ()),
        ("plan <!-- never closed", "a comment", "plan", ()),
        ("A <b>bold</b> plan<br/>", "HTML", "A bold plan", ()),
        ("A &amp; B&nbsp;C", "HTML", "A & B C", ()),
        ("North<br>South", "HTML", "North South", ()),
        ("[Ada](https://example.org/a)", "a Markdown link", "Ada", ("https://example.org/a",)),
        ("<https://example.org>", "an address in angle brackets", "https://example.org", ("https://example.org",)),
        ("A **bold** _plan_", "Markdown", "A bold plan", ()),
        ("`Code` word", "Markdown", "Code word", ()),
        (
            'Photo by <a href="https://example.org/ada?utm_source=x">Ada E</a> on <a href="https://example.org/quay">Pics</a>',
            "HTML",
            "Ada E (Pics)",
            ("https://example.org/ada", "https://example.org/quay"),
        ),
        ("Image by [Ada E](https://example.org/ada) from Pics.", "a Markdown link", "Ada E (Pics)", ("https://example.org/ada",)),
    ],
)  # fmt: skip
def test_markup_and_the_text_without_it(value: str, kind: str, plain: str, addresses: tuple[str, ...]) -> None:
    markup = find(value)
    assert markup is not None
    assert (markup.kind, markup.plain, markup.addresses) == (kind, plain, addresses)
    assert not has_markup(markup.plain) or kind == "an address in angle brackets"


@pytest.mark.parametrize(
    "value",
    [
        "",
        "A < B and C > D",
        "2 * 3 * 4",
        "my_file_name",
        "R&D",
        "[sic]",
        "see (note)",
        "a*b*c",
        "the mayor`s `",
        "I <3 it",
        "A & B;",
    ],
)
def test_plain_signs_are_no_markup(value: str) -> None:
    assert find(value) is None


@pytest.mark.parametrize("value", [3, None, ["<b>x</b>"]])
def test_only_text_has_markup(value: object) -> None:
    assert not has_markup(value)


@pytest.mark.parametrize(
    "sign", ["<", "<a ", "<!--", "[", "[a](", "*", "**a", "_a", "`", "&#", "<a href=", "photo by "]
)
def test_hostile_values_take_no_time(sign: str) -> None:
    find(sign * 300_000)
