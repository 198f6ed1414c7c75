"""GIF: the chain of its blocks."""

from collections.abc import Iterator
from itertools import islice

from casecheck import limits
from casecheck.parse.pictures.header import CUT_SHORT, DAMAGED, Header, broken

FRAME, EXTENSION = 0x2C, 0x21
CODE_SIZES = range(1, 12)


def read(data: bytes) -> Header:
    """The header of a GIF file, animated or not. What follows its trailer is of no concern."""
    if len(data) < 13:
        return broken(CUT_SHORT)
    width, height = _size(data, 6)
    frames = 0
    for kind, start, pixels, end in islice(_blocks(data), limits.MAX_PICTURE_PARTS):
        if end > len(data):
            return broken(CUT_SHORT)
        if kind == FRAME:
            if data[pixels] not in CODE_SIZES:
                return broken(DAMAGED)
            width, height = (width, height) if width and height else _size(data, start + 5)
            frames += 1
    return Header(width, height, sure=False) if frames and width and height else broken(DAMAGED)


def _blocks(data: bytes) -> Iterator[tuple[int, int, int, int]]:
    """Kind, start, start of the data and end of every block, up to the trailer or anything else that is no block."""
    at = 13 + _table(data[10])
    while at < len(data) and data[at] in {FRAME, EXTENSION}:
        kind = data[at]
        flags = data[at + 9] if kind == FRAME and at + 9 < len(data) else 0
        pixels = at + 10 + _table(flags) if kind == FRAME else at + 1
        end = _behind_chain(data, pixels + 1)
        yield kind, at, pixels, end
        at = end


def _size(data: bytes, at: int) -> tuple[int, int]:
    return int.from_bytes(data[at : at + 2], "little"), int.from_bytes(data[at + 2 : at + 4], "little")


def _table(flags: int) -> int:
    """How many bytes of colours follow, as these flags announce."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _behind_chain(data: bytes, at: int) -> int:
    """The offset behind a chain of sub-blocks; beyond the end of the file where the chain does not end."""
    while at < len(data) and data[at]:
        at += data[at] + 1
    return at + 1
