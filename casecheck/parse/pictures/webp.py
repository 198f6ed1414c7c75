"""WebP: the chain of chunks inside its RIFF container (RFC 9649)."""

from collections.abc import Iterator
from itertools import islice

from casecheck import limits
from casecheck.parse.pictures.header import CUT_SHORT, DAMAGED, Header, broken

LOSSY_START = b"\x9d\x01\x2a"
LOSSLESS_START = 0x2F
PIXELS = {b"VP8 ", b"VP8L", b"ANMF"}
FRAME_HEADER = 16  # bytes in a chunk ANMF before the chunks of its own
MAX_FRAME_PARTS = 100

Size = tuple[int, int]


def read(data: bytes) -> Header:
    """The header of a WebP file, animated or not. What follows its container is of no concern."""
    end = 8 + int.from_bytes(data[4:8], "little")
    if end > len(data):
        return broken(CUT_SHORT)
    canvas: Size | None = None
    frames: list[Size | None] = []
    metadata: dict[bytes, bytes] = {}
    for kind, content in islice(_chunks(data, 12, end), limits.MAX_PICTURE_PARTS):
        if kind in PIXELS:
            frames.append(_frame_size(kind, content))
        elif kind == b"VP8X":
            canvas = 1 + int.from_bytes(content[4:7], "little"), 1 + int.from_bytes(content[7:10], "little")
        elif not kind.strip(b"\0"):
            return broken(DAMAGED)
        metadata[kind] = content
    size = canvas or (frames[0] if frames else None)
    if size is None or not all(frames) or not frames:
        return broken(DAMAGED)
    return Header(*size, metadata.get(b"EXIF", b"").removeprefix(b"Exif\0\0"), metadata.get(b"XMP ", b""))


def _chunks(data: bytes, at: int, end: int) -> Iterator[tuple[bytes, bytes]]:
    """Kind and content of the chunks in a stretch of the file; a nameless one where a chunk goes beyond it."""
    while at + 8 <= end:
        start, at = at + 8, at + 8 + int.from_bytes(data[at + 4 : at + 8], "little")
        if at > end:
            yield b"", b""
            return
        yield data[start - 8 : start - 4], data[start:at]
        at += at % 2


def _frame_size(kind: bytes, content: bytes) -> Size | None:
    """Width and height of a frame; None where it is damaged."""
    if kind == b"VP8 " and len(content) >= 10:
        flags = int.from_bytes(content[:3], "little")
        whole = not flags & 1 and flags >> 5 <= len(content) - 10 and content[3:6] == LOSSY_START
        size = int.from_bytes(content[6:8], "little") & 0x3FFF, int.from_bytes(content[8:10], "little") & 0x3FFF
        return size if whole and all(size) else None
    if kind == b"VP8L" and len(content) >= 5 and content[0] == LOSSLESS_START:
        bits = int.from_bytes(content[1:5], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if kind == b"ANMF":
        stated = 1 + int.from_bytes(content[6:9], "little"), 1 + int.from_bytes(content[9:12], "little")
        parts = islice(_chunks(content, FRAME_HEADER, len(content)), MAX_FRAME_PARTS)
        inner = [_frame_size(*part) for part in parts if part[0] in {b"VP8 ", b"VP8L"}]
        return stated if inner == [stated] else None
    return None
