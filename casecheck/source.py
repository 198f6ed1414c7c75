"""A text file and the places in it.

Offsets count code points of `Source.text`, which has no byte-order mark and only `\\n` as line end; lines and columns
count from 1. So a column is what an editor shows, also in a file with CRLF line ends or a byte-order mark.
"""

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

# What "surrogateescape" puts for the bytes 0x80 to 0xFF, to what they are in Windows-1252.
WINDOWS_1252 = {0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)}


class Span(NamedTuple):
    """A stretch of text: offsets `start` (inclusive) and `end` (exclusive), in code points."""

    start: int
    end: int


class Position(NamedTuple):
    """A line and a column, both counted from 1; the column in code points."""

    line: int
    column: int


@dataclass(frozen=True)
class Source:
    """The text of one file, under the path that a report shows (`/` between its parts).

    `undecodable` is the place of the first byte that is not UTF-8, if there is one.
    """

    path: str
    text: str = field(repr=False)
    byte_order_mark: bool = False
    undecodable: Span | None = None

    @property
    def utf_16(self) -> bool:
        """Whether the file was saved as UTF-16."""
        return self.undecodable == (0, 0)

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """The offset at which each line starts."""
        starts = [0]
        find, at = self.text.find, 0
        while at := find("\n", at) + 1:
            starts.append(at)
        return tuple(starts)

    def position(self, offset: int) -> Position:
        """Line and column of an offset; one past the last character is allowed."""
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """The text of a line (counted from 1), without its line end."""
        start = self.line_starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start:] if end < 0 else self.text[start:end]

    def __getitem__(self, span: Span) -> str:
        return self.text[span.start : span.end]


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of one source: where a problem is."""

    source: Source
    span: Span


SAVED_AS_UTF_16 = "The file is saved as UTF-16, which Windows calls 'Unicode'; sites cannot read it."
UTF_16_MARKS = {b"\xff\xfe", b"\xfe\xff"}


def decode(path: str, data: bytes) -> Source:
    """The text of a file from its bytes, whatever they are.

    The first byte that is not UTF-8 is marked. It and all others are read as Windows-1252, which most such files are,
    so that the names of files in a document still lead to them. A file whose byte-order mark says UTF-16, as Windows
    calls "Unicode", is read as that, and marked at its start.
    """
    if data[:2] in UTF_16_MARKS:
        text = _with_plain_line_ends(data.decode("utf-16", "replace"))
        return Source(path, text, byte_order_mark=True, undecodable=Span(0, 0))
    try:
        text, bad_byte = data.decode("utf-8"), None
    except UnicodeDecodeError as error:
        text, bad_byte = data.decode("utf-8", "surrogateescape").translate(WINDOWS_1252), error.start
    marked = text.startswith("\ufeff")
    text = _with_plain_line_ends(text.removeprefix("\ufeff"))
    if bad_byte is None:
        return Source(path, text, marked)
    before = _with_plain_line_ends(data[:bad_byte].decode("utf-8").removeprefix("\ufeff"))
    return Source(path, text, marked, Span(len(before), len(before) + 1))


def _with_plain_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
