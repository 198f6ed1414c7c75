"""PNG: the chain of its chunks, each with its checksum (ISO/IEC 15948)."""

from collections.abc import Iterator
from itertools import islice
from zlib import crc32, decompressobj, error

from casecheck import limits
from casecheck.parse.pictures.header import CUT_SHORT, DAMAGED, Header, broken

DEPTHS = {0: {1, 2, 4, 8, 16}, 2: {8, 16}, 3: {1, 2, 4, 8}, 4: {8, 16}, 6: {8, 16}}  # by colour type
WITH_PALETTE = 3  # the colour type that cannot do without PLTE
CRITICAL = {b"IHDR", b"PLTE", b"IDAT", b"IEND"}
XMP = b"XML:com.adobe.xmp\0"
MAX_METADATA = 1_000_000  # bytes of unpacked XMP that are looked at


def read(data: bytes) -> Header:
    """The header of a PNG file, animated or not. What follows its last chunk is of no concern."""
    first = b""
    exif = xmp = b""
    seen: set[bytes] = set()
    for kind, content, intact in islice(_chunks(data), limits.MAX_PICTURE_PARTS):
        if not intact or (kind == b"IHDR") == bool(seen):
            return broken(DAMAGED)
        seen.add(kind)
        if kind == b"IHDR":
            first = bytes(content)
        elif kind == b"eXIf":
            exif = bytes(content)
        elif kind == b"iTXt" and content[: len(XMP)] == XMP:
            xmp = _text(bytes(content[len(XMP) :]))
        elif kind == b"IEND":
            return _whole(first, seen, exif, xmp)
    return broken(CUT_SHORT)


def _chunks(data: bytes) -> Iterator[tuple[bytes, memoryview, bool]]:
    """Kind and content of every chunk that is there in full, and whether browsers accept it.

    They mind the checksum of a critical chunk only, whose kind begins with a capital letter.
    """
    at = 8
    while at + 12 <= len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        if end > len(data):
            return
        kind, content = data[at + 4 : at + 8], memoryview(data)[at + 8 : end - 4]
        checksum = int.from_bytes(data[end - 4 : end], "big")
        intact = kind[:1].islower() or (kind in CRITICAL and crc32(content, crc32(kind)) == checksum)
        yield kind, content, intact
        at = end


def _whole(first: bytes, seen: set[bytes], exif: bytes, xmp: bytes) -> Header:
    """The header of a file whose chunks are all there: its IHDR has to describe a PNG, and the others to suffice."""
    width, height = int.from_bytes(first[:4], "big"), int.from_bytes(first[4:8], "big")
    if len(first) != 13 or not (0 < width < 1 << 31 and 0 < height < 1 << 31):
        return broken(DAMAGED)
    depth, colour, compression, filtering, interlace = first[8:]
    needed = {b"IDAT", b"PLTE"} if colour == WITH_PALETTE else {b"IDAT"}
    if depth not in DEPTHS.get(colour, ()) or compression or filtering or interlace > 1 or not needed <= seen:
        return broken(DAMAGED)
    return Header(width, height, exif, xmp)


def _text(content: bytes) -> bytes:
    """The text of an iTXt chunk behind its keyword: two flags, language, translated keyword, text."""
    text = content[2:].partition(b"\0")[2].partition(b"\0")[2]
    if content[:1] != b"\1":
        return text
    try:
        return decompressobj().decompress(text, MAX_METADATA)
    except error:
        return b""
