"""WebP: the chain of chunks inside its RIFF container (RFC 9649)."""

from collections.abc import Iterator
from itertools import islice

from casecheck import limits
from casecheck.parse.pictures.header import CUT_SHORT, DAMAGED, Header, broken

LOSSY_START = b"\x9d\x01\x2a"
LOSSLESS_START = 0x2F
STILL, FRAME, EXTENDED = {b"VP8 ", b"VP8L"}, b"ANMF", b"VP8X"
PACKED = {b"VP8L", b"ALPH"}  # a single wrong bit in these, and browsers show nothing
MAX_LOSSY_PIXELS_AT_ONCE = 3_000_000  # which take some 50 ms; they still show where most of their bits are wrong
ANIMATION_FLAG = 0x02
FRAME_HEADER = 16  # bytes in a chunk ANMF before the chunks of its own
MAX_FRAME_PARTS = 100

Size = tuple[int, int]
Chunk = tuple[bytes, bytes]  # kind, content


def read(data: bytes) -> Header:
    """The header of a WebP file, animated or not. What follows its container is of no concern."""
    end = 8 + int.from_bytes(data[4:8], "little")
    if end > len(data):
        return broken(CUT_SHORT)
    chunks = list(islice(_chunks(data, 12, end), limits.MAX_PICTURE_PARTS))
    size = _shown_size(chunks)
    if size is None or not all(kind.strip(b"\0") for kind, _ in chunks):
        return broken(DAMAGED)
    metadata = dict(chunks)
    exif, xmp = metadata.get(b"EXIF", b"").removeprefix(b"Exif\0\0"), metadata.get(b"XMP ", b"")
    small = b"VP8 " in metadata and size[0] * size[1] <= MAX_LOSSY_PIXELS_AT_ONCE
    return Header(*size, exif, xmp, sure=not (small or PACKED & metadata.keys()))


def _chunks(data: bytes, at: int, end: int) -> Iterator[Chunk]:
    """Kind and content of the chunks in a stretch of the file; a nameless one where a chunk goes beyond it."""
    while at + 8 <= end:
        start, at = at + 8, at + 8 + int.from_bytes(data[at + 4 : at + 8], "little")
        if at > end:
            yield b"", b""
            return
        yield data[start - 8 : start - 4], data[start:at]
        at += at % 2


def _shown_size(chunks: list[Chunk]) -> Size | None:
    """Width and height of what browsers show of these chunks; None where they show nothing."""
    kind, content = chunks[0] if chunks else (b"", b"")
    if kind != EXTENDED:
        return _frame_size(kind, content) if kind in STILL else None
    canvas = _size_less_one(content, 4)
    if content[:1] and content[0] & ANIMATION_FLAG:
        frames = [_animation_frame(content, canvas) for kind, content in chunks if kind == FRAME]
        return canvas if frames and all(frames) else None
    stills = [_frame_size(kind, content) for kind, content in chunks if kind in STILL]
    return canvas if stills[:1] == [canvas] else None


def _frame_size(kind: bytes, content: bytes) -> Size | None:
    """Width and height of a picture; None where it is damaged."""
    if kind == b"VP8 " and len(content) >= 10:
        flags = int.from_bytes(content[:3], "little")
        whole = not flags & 1 and flags >> 5 <= len(content) - 10 and content[3:6] == LOSSY_START
        size = int.from_bytes(content[6:8], "little") & 0x3FFF, int.from_bytes(content[8:10], "little") & 0x3FFF
        return size if whole and all(size) else None
    if kind == b"VP8L" and len(content) >= 5 and content[0] == LOSSLESS_START:
        bits = int.from_bytes(content[1:5], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    return None


def _animation_frame(content: bytes, canvas: Size) -> bool:
    """Whether the frame of an animation is whole and fits onto the canvas."""
    left, top = (2 * int.from_bytes(content[at : at + 3], "little") for at in (0, 3))
    stated = _size_less_one(content, 6)
    parts = islice(_chunks(content, FRAME_HEADER, len(content)), MAX_FRAME_PARTS)
    inner = [_frame_size(*part) for part in parts if part[0] in STILL]
    return inner == [stated] and left + stated[0] <= canvas[0] and top + stated[1] <= canvas[1]


def _size_less_one(content: bytes, at: int) -> Size:
    """Width and height where each is written as a number of three bytes that is one less."""
    return 1 + int.from_bytes(content[at : at + 3], "little"), 1 + int.from_bytes(content[at + 3 : at + 6], "little")
