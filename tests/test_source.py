from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from casecheck.runner import check_source
from casecheck.settings import Settings
from casecheck.source import UTF_16_MARKS, Position, Source, decode

TEXT = st.text(st.sampled_from("ab \n\r\u2028\x0b\x85é𝒳e\u0301\ufeff\t"))


@given(TEXT)
def test_position_counts_lines_by_newline_only(text: str) -> None:
    source = decode("x.md", text.encode())
    for offset in range(len(source.text) + 1):
        before = source.text[:offset]
        assert source.position(offset) == Position(before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1)


@given(TEXT)
def test_lines_joined_are_the_text(text: str) -> None:
    source = Source("x.md", text.replace("\r", ""))
    assert "\n".join(source.line(n) for n in range(1, len(source.line_starts) + 1)) == source.text


@given(st.binary())
def test_decode_takes_any_bytes_and_marks_the_first_bad_one(data: bytes) -> None:
    source = decode("x.md", data)
    assert "\r" not in source.text
    if data[:2] in UTF_16_MARKS:
        assert source.undecodable == (0, 0)
    elif source.undecodable:
        assert len(source[source.undecodable]) == 1
    else:
        assert source.text == data.decode().removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def test_what_is_not_utf_8_is_read_as_windows_1252() -> None:
    source = decode("x.md", "Málaga – ".encode("cp1252") + "Köln".encode())
    assert source.text == "Málaga – Köln"
    assert source[source.undecodable] == "á" if source.undecodable else False


def test_a_byte_order_mark_is_no_column() -> None:
    source = decode("x.md", b"\xef\xbb\xbf---\r\n")
    assert (source.byte_order_mark, source.text) == (True, "---\n")


def test_a_file_saved_as_unicode_on_windows_is_read() -> None:
    for encoding in ("utf-16", "utf-16-le", "utf-16-be"):
        mark = "" if encoding == "utf-16" else "\ufeff"
        assert decode("x.md", f"{mark}---\r\ntitle: Málaga\n".encode(encoding)).text == "---\ntitle: Málaga\n"


def test_a_file_saved_as_unicode_brings_one_finding_about_that(tmp_path: Path) -> None:
    document = tmp_path / "index.md"
    document.write_text("---\ntitle: Pier 9\n---\n", "utf-16")
    _, findings = check_source(
        document.read_bytes(), document, Settings(select=("file-encoding", "frontmatter-missing", "frontmatter-syntax"))
    )
    assert [(found.rule, found.line, found.column) for found in findings] == [("file-encoding", 1, 1)]
    assert "UTF-16" in findings[0].message
