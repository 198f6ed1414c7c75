"""JPEG: its segments up to the first scan, and the end marker (ITU-T T.81, annex B)."""

import re

from casecheck import limits
from casecheck.parse.pictures.header import CUT_SHORT, DAMAGED, Header, broken

Segment = tuple[int, bytes]  # marker, content

MARKER = re.compile(rb"\xff+([\x01-\xfe])")  # decoders skip whatever stands between two segments
WITHOUT_LENGTH = {0x01, *range(0xD0, 0xDA)}
END_OF_IMAGE, START_OF_SCAN, QUANTISATION, HUFFMAN, APP1 = 0xD9, 0xDA, 0xDB, 0xC4, 0xE1
FRAMES = {0xC0, 0xC1, 0xC2}  # baseline, extended and progressive with Huffman coding: what browsers show
OTHER_FRAMES = {*range(0xC3, 0xD0)} - {HUFFMAN, 0xC8, 0xCC}
EXIF, XMP = b"Exif\0", b"http://ns.adobe.com/xap/1.0/\0"


def read(data: bytes) -> Header:
    """The header of a JPEG file. What follows the end marker (a second picture, a phone's notes) is of no concern."""
    segments, end = _segments(data)
    last = segments[-1][0] if segments else None
    if last != START_OF_SCAN:
        return broken(DAMAGED if last == END_OF_IMAGE else CUT_SHORT)
    frame = _first(segments, FRAMES)
    if any(marker in OTHER_FRAMES for marker, _ in segments) or (frame and frame[0] != 8):
        return Header(
            fault="is a kind of JPEG that browsers cannot show",
            remedy="Open it in a picture editor and save it again as an ordinary JPEG.",
        )
    height, width = int.from_bytes(frame[1:3], "big"), int.from_bytes(frame[3:5], "big")
    if not (width and height and _decodable(segments, frame)):
        return broken(DAMAGED)
    if data.rfind(b"\xff\xd9", end) < 0:
        return broken(CUT_SHORT)
    exif = _first(segments, {APP1}, EXIF)
    return Header(width, height, exif[6:], _first(segments, {APP1}, XMP))


def _segments(data: bytes) -> tuple[list[Segment], int]:
    """The segments up to the first scan's header, or to the end of the picture or the file, and where they end."""
    segments: list[Segment] = []
    at = 2
    for _ in range(limits.MAX_PICTURE_PARTS):
        found = MARKER.search(data, at)
        if not found:
            break
        marker, at = found[1][0], found.end()
        start = at
        if marker not in WITHOUT_LENGTH:
            start, at = at + 2, at + max(2, int.from_bytes(data[at : at + 2], "big"))
        if at > len(data):
            break
        segments.append((marker, data[start:at]))
        if marker in {START_OF_SCAN, END_OF_IMAGE}:
            break
    return segments, at


def _first(segments: list[Segment], markers: set[int], beginning: bytes = b"") -> bytes:
    """The content of the first segment of a kind; nothing where there is none."""
    found = (content for marker, content in segments if marker in markers and content.startswith(beginning))
    return next(found, b"")


def _decodable(segments: list[Segment], frame: bytes) -> bool:
    """Whether the tables make sense, and the first scan asks only for tables and components that are there."""
    tables: set[int] = set()
    codes = {0x00, 0x01, 0x10, 0x11}  # decoders know the standard's own tables
    for marker, content in segments:
        found = _quantisation_tables(content) if marker == QUANTISATION else _huffman_tables(content)
        if marker in {QUANTISATION, HUFFMAN}:
            if not found:
                return False
            (tables if marker == QUANTISATION else codes).update(found)
    components, scan = _components(frame), segments[-1][1]
    count = scan[0] if scan else 0
    wanted = set(scan[1 : 1 + 2 * count : 2])
    if not count or len(scan) != 4 + 2 * count or not wanted <= components.keys():
        return False
    asked = {code for byte in scan[2 : 2 + 2 * count : 2] for code in (byte >> 4, 0x10 | byte & 15)}
    return asked <= codes and all(components[component] in tables for component in wanted)


def _components(frame: bytes) -> dict[int, int]:
    """The quantisation table of each colour component that a frame declares; nothing where that makes no sense."""
    count = frame[5] if len(frame) > 5 else 0
    if count not in {1, 3, 4} or len(frame) != 6 + 3 * count:
        return {}
    sampling = {half for byte in frame[7::3] for half in (byte >> 4, byte & 15)}
    return dict(zip(frame[6::3], frame[8::3], strict=True)) if sampling <= {1, 2, 3, 4} else {}


def _quantisation_tables(segment: bytes) -> set[int]:
    """The numbers of the tables in a DQT segment; none where it does not hold what it announces."""
    tables, at = set(), 0
    while at < len(segment):
        tables.add(segment[at] & 15)
        at += 129 if segment[at] >> 4 else 65
    return tables if at == len(segment) and tables <= {0, 1, 2, 3} else set()


def _huffman_tables(segment: bytes) -> set[int]:
    """Class and number of the tables in a DHT segment; none where one describes a code that cannot be."""
    tables, at = set(), 0
    while at < len(segment):
        counts = segment[at + 1 : at + 17]
        code = 0
        for length, count in enumerate(counts, 1):
            code = code * 2 + count
            if count and code >= 1 << length:  # no code may be all ones
                return set()
        values = segment[at + 17 : at + 17 + sum(counts)]
        if segment[at] & 0xEF > 3 or (segment[at] < 0x10 and max(values, default=0) > 15):
            return set()
        tables.add(segment[at])
        at += 17 + sum(counts)
    return tables if at == len(segment) else set()
