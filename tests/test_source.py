from hypothesis import given
from hypothesis import strategies as st

from casecheck.source import Position, Source, decode

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
    if source.undecodable:
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
