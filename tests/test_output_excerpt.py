import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from casecheck.output.clean import clean
from casecheck.output.excerpt import JOINER, SELECTORS, TAB, excerpt
from casecheck.output.wrapping import wrap

ANYTHING = st.text(st.characters(exclude_characters="\n"))
ODD = st.text("a \t\u0301\u200d\ufe0f日👩🇬🇧\x1b\u202e\u2028\x00é…^")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain text, naïve café, 日本, 👩‍👧", "plain text, naïve café, 日本, 👩‍👧"),
        ("no\u00a0break", "no\u00a0break"),
        ("\x1b[31mred\x1b[0m", r"\x1b[31mred\x1b[0m"),
        ("\x9b2J", r"\x9b2J"),
        ("abc\u202edcb", r"abc\u202edcb"),
        ("a\u2066b", r"a\u2066b"),
        ("two\nlines\r\n\tand a tab", r"two\nlines\r\n\tand a tab"),
        ("\u2028 \u200b \xad", r"\u2028 \u200b \xad"),
        ("a file name in no encoding: \udcff", r"a file name in no encoding: \udcff"),
    ],
)
def test_clean_shows_what_could_act_or_deceive(text: str, shown: str) -> None:
    assert clean(text) == shown


@given(st.text())
def test_clean_text_is_one_safe_line(text: str) -> None:
    cleaned = clean(text)
    assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 for c in cleaned)
    assert not set(cleaned) & set("\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")
    cleaned.encode("utf-8")
    assert clean(cleaned) == cleaned


@pytest.mark.parametrize(
    ("line", "start", "end", "shown", "underline"),
    [
        ("type: case", 7, 11, "type: case", "      ^^^^"),
        ("  - Digital", 5, 12, "- Digital", "  ^^^^^^^"),
        ("\tx\ty", 4, 5, "x    y", "     ^"),
        ("日本 tag", 4, 7, "日本 tag", "     ^^^"),
        ("日本 tag", 1, 3, "日本 tag", "^^^^"),
        ("e\u0301clair x", 9, 10, "e\u0301clair x", "       ^"),
        ("👍 ok", 3, 5, "👍 ok", "   ^^"),
        ("\x1b[2J ok", 6, 8, r"\x1b[2J ok", "        ^^"),
        ("ends here", 10, 10, "ends here", "         ^"),
        ("", 1, 1, "", "^"),
        ("0123456789" * 4, 21, 23, "…90123456789012345678901…", "            ^^"),
        ("a" * 40, 1, 41, "a" * 24 + "…", "^" * 25),
        ("before " + "a" * 40, 8, 48, "…fore " + "a" * 18 + "…", "      " + "^" * 19),
        ("short then " + "b" * 40, 1, 6, "short then bbbbbbbbbbbbb…", "^^^^^"),
    ],
)
def test_excerpt_underlines_its_place(line: str, start: int, end: int, shown: str, underline: str) -> None:
    part = excerpt(line, start, end, 25)
    assert ("".join(part), part.underline) == (shown, underline)


@given(st.one_of(ANYTHING, ODD), st.integers(1, 60), st.integers(0, 60), st.integers(20, 60))
def test_excerpt_fits_and_starts_at_the_place(line: str, start: int, length: int, width: int) -> None:
    part = excerpt(line, start, start + length, width)
    assert cell_len("".join(part)) <= width
    assert clean("".join(part)) == "".join(part)
    marked = line[start - 1 : start - 1 + length].translate(SELECTORS).lstrip(JOINER).replace("\t", TAB)
    assert clean(marked).startswith(part.marked.rstrip("…"))


def test_excerpt_of_an_endless_line_reads_only_what_is_near() -> None:
    line = "a" * 1_000_000 + "!" + "b" * 1_000_000
    assert "".join(excerpt(line, 1_000_001, 1_000_002, 21)) == "…aaaaaaaaa!bbbbbbbbb…"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("one two three", ["one two", "three"]),
        ("https://example.org/long and more", ["https://example.org/long", "and more"]),
        ("  key: value of it", ["  key:", "value of", "it"]),
        ("日本 日本 日本", ["日本 日本", "日本"]),
        ("", [""]),
    ],
)
def test_wrap_breaks_at_blanks(text: str, lines: list[str]) -> None:
    assert wrap(text, 10) == lines


def test_wrap_leaves_room_for_what_stands_before_it() -> None:
    assert wrap("one two three", 10, first=6, indent="  ") == ["one", "  two", "  three"]
