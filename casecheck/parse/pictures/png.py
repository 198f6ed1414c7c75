"""PNG: the chain of its chunks, each with its checksum, and whether they hold all pixels (ISO/IEC 15948)."""

from collections.abc import Iterator
from itertools import islice, takewhile
from zlib import crc32, decompressobj, error

from casecheck import limits
from casecheck.parse.pictures import png_pixels
from casecheck.parse.pictures.header import CUT_SHORT, DAMAGED, Header, broken
from casecheck.parse.pictures.png_pixels import Frame

DEPTHS = {0: {1, 2, 4, 8, 16}, 2: {8, 16}, 3: {1, 2, 4, 8}, 4: {8, 16}, 6: {8, 16}}  # by colour type
CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
WITH_PALETTE = 3  # the colour type that cannot do without PLTE
CRITICAL = {b"IHDR", b"PLTE", b"IDAT", b"IEND"}
REFUSED = b""  # stands for the kind of a chunk that browsers do not accept; nothing behind it counts
XMP = b"XML:com.adobe.xmp\0"
MOST_COUNTED = 1_000_000  # bytes of packed pixels; to count more takes long, and their checksums must do
MAX_METADATA = 1_000_000  # bytes of unpacked XMP that are looked at

Chunk = tuple[bytes, memoryview]  # kind, content


def read(data: bytes) -> Header:
    """The header of a PNG file, animated or not. What follows its last pixel may be missing."""
    chunks = list(islice(_chunks(data), limits.MAX_PICTURE_PARTS))
    fault = _fault(chunks)
    if fault:
        return broken(fault)
    width, height = _size(chunks[0][1])
    exif = next((bytes(content) for kind, content in chunks if kind == b"eXIf"), b"")
    texts = (bytes(content) for kind, content in chunks if kind == b"iTXt" and content[: len(XMP)] == XMP)
    return Header(width, height, exif, _text(next(texts, b"")[len(XMP) :]))


def _chunks(data: bytes) -> Iterator[Chunk]:
    """Every chunk that is there in full, up to the end of the picture or the first that browsers refuse.

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
        yield kind if intact else REFUSED, content
        if kind == b"IEND" or not intact:
            return
        at = end


def _fault(chunks: list[Chunk]) -> str:
    """What is wrong with a file of these chunks, if anything."""
    kinds = [kind for kind, _ in chunks]
    missing = DAMAGED if kinds and kinds[-1] in {REFUSED, b"IEND"} else CUT_SHORT
    if kinds[:1] != [b"IHDR"] or b"IDAT" not in kinds:
        return missing
    first, start = chunks[0][1], kinds.index(b"IDAT")
    if not _describes_a_png(first) or b"IHDR" in kinds[1:] or not _has_its_palette(first, chunks[:start]):
        return DAMAGED
    frames = [Frame(*_size(first), [content for _, content in takewhile(lambda c: c[0] == b"IDAT", chunks[start:])])]
    if b"acTL" in kinds[:start]:
        if kinds[-1] != b"IEND":
            return missing
        frames += _further_frames(chunks[start:])
    if any(frame.width > frames[0].width or frame.height > frames[0].height for frame in frames):
        return DAMAGED
    if sum(len(content) for frame in frames for content in frame.contents) > MOST_COUNTED:
        return "" if kinds[-1] == b"IEND" else missing
    fault = png_pixels.fault(frames, bits=CHANNELS[first[9]] * first[8], interlaced=bool(first[12]))
    return DAMAGED if fault and kinds[-1] == REFUSED else fault


def _describes_a_png(first: memoryview) -> bool:
    """Whether the content of IHDR makes sense."""
    if len(first) != 13:
        return False
    depth, colour, compression, filtering, interlace = first[8:]
    sizes = all(0 < size < 1 << 31 for size in _size(first))
    return sizes and depth in DEPTHS.get(colour, ()) and not compression and not filtering and interlace <= 1


def _has_its_palette(first: memoryview, chunks: list[Chunk]) -> bool:
    """Whether there is one palette of whole colours, three bytes each, among these chunks where it is needed."""
    sizes = [len(content) for kind, content in chunks if kind == b"PLTE"]
    return first[9] != WITH_PALETTE or (len(sizes) == 1 and sizes[0] > 0 and sizes[0] % 3 == 0)


def _size(content: memoryview) -> tuple[int, int]:
    return int.from_bytes(content[:4], "big"), int.from_bytes(content[4:8], "big")


def _further_frames(chunks: list[Chunk]) -> list[Frame]:
    """The frames of an animation behind the picture that programs without animation show."""
    frames: list[Frame] = []
    for kind, content in chunks:
        if kind == b"fcTL":
            frames.append(Frame(*_size(content[4:]), []))
        elif kind == b"fdAT" and frames:
            frames[-1].contents.append(content[4:])
    return frames


def _text(content: bytes) -> bytes:
    """The text of an iTXt chunk behind its keyword: two flags, language, translated keyword, text."""
    text = content[2:].partition(b"\0")[2].partition(b"\0")[2]
    if content[:1] != b"\1":
        return text
    try:
        return decompressobj().decompress(text, MAX_METADATA)
    except error:
        return b""
