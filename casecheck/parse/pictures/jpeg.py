"""JPEG: its segments up to the end mark, which browsers follow to the letter (ITU-T T.81, annex B)."""

import re
from collections.abc import Iterator

from casecheck import limits
from casecheck.parse.pictures.header import CUT_SHORT, DAMAGED, Header, broken

Segment = tuple[int, bytes]  # marker, content

MARKER = re.compile(rb"\xff[\x01-\xfe]")  # decoders skip whatever stands between two segments
MARKER_IN_SCAN = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")  # restart marks belong to the pixels
START, END_OF_IMAGE, START_OF_SCAN, QUANTISATION, HUFFMAN, APP1 = 0xD8, 0xD9, 0xDA, 0xDB, 0xC4, 0xE1
RESTARTS = range(0xD0, 0xD8)
WITHOUT_LENGTH = {0x01, *RESTARTS, START, END_OF_IMAGE}
FRAMES = {0xC0, 0xC1, 0xC2}  # baseline, extended and progressive with Huffman coding: what browsers show
PROGRESSIVE = 0xC2
OTHER_FRAMES = {*range(0xC3, 0xD0)} - {HUFFMAN, 0xC8, 0xCC}
# Browsers give up at any other, a second start among them. The rest of these are DAC, DNL, DRI, COM and APPn.
KNOWN = {
    0x01,
    *RESTARTS,
    END_OF_IMAGE,
    *FRAMES,
    *OTHER_FRAMES,
    START_OF_SCAN,
    QUANTISATION,
    HUFFMAN,
    0xCC,
    0xDC,
    0xDD,
    0xFE,
}
KNOWN |= {*range(0xE0, 0xF0)}
MOST_SCANS = 100  # Chromium gives up beyond; encoders write some ten, and each takes a pass over all pixels
MOST_PIXELS_IN_A_BYTE = 512  # a block of 8 × 8 takes one bit or more
SAVE_AGAIN = "Open it in a picture editor and save it again as an ordinary JPEG."
EXIF, XMP = b"Exif\0", b"http://ns.adobe.com/xap/1.0/\0"


def read(data: bytes) -> Header:
    """The header of a JPEG file. What follows the end mark (a second picture, a phone's notes) is of no concern."""
    segments = list(_segments(data))
    markers = [marker for marker, _ in segments]
    frames = [content for marker, content in segments if marker in FRAMES]
    if OTHER_FRAMES & set(markers) or (frames and frames[0][:1] != b"\x08"):
        return Header(
            fault="is a kind of JPEG that browsers cannot show",
            remedy=SAVE_AGAIN,
        )
    if markers[-1:] != [END_OF_IMAGE]:
        return broken(CUT_SHORT)
    if len(frames) != 1 or START_OF_SCAN not in markers or not set(markers) <= KNOWN or not _decodable(segments):
        return broken(DAMAGED)
    scans = markers.count(START_OF_SCAN)
    if scans > MOST_SCANS:
        return Header(fault=f"consists of {scans:,} layers (scans), and browsers give up at so many", remedy=SAVE_AGAIN)
    height, width = int.from_bytes(frames[0][1:3], "big"), int.from_bytes(frames[0][3:5], "big")
    if not 0 < width * height <= MOST_PIXELS_IN_A_BYTE * len(data):
        return broken(DAMAGED)
    exif = _first(segments, EXIF)
    return Header(width, height, exif[6:], _first(segments, XMP))


def _segments(data: bytes) -> Iterator[Segment]:
    """The segments up to the end of the picture or of the file, the pixels behind each scan's header left out."""
    at, pattern = 2, MARKER
    for _ in range(limits.MAX_PICTURE_PARTS):
        found = pattern.search(data, at)
        if not found:
            return
        marker, at = data[found.end() - 1], found.end()
        start = at
        if marker not in WITHOUT_LENGTH:
            start, at = at + 2, at + max(2, int.from_bytes(data[at : at + 2], "big"))
        if at > len(data):
            return
        yield marker, data[start:at]
        if marker == END_OF_IMAGE:
            return
        pattern = MARKER_IN_SCAN if marker == START_OF_SCAN else MARKER


def _first(segments: list[Segment], beginning: bytes) -> bytes:
    """The content of the first APP1 segment that begins so; nothing where there is none."""
    return next((content for marker, content in segments if marker == APP1 and content.startswith(beginning)), b"")


def _decodable(segments: list[Segment]) -> bool:
    """Whether the tables make sense, and each scan asks only for tables and components that are there by then."""
    tables: set[int] = set()
    progressive = any(marker == PROGRESSIVE for marker, _ in segments)
    codes = set() if progressive else {0x00, 0x01, 0x10, 0x11}  # baseline decoders know the standard's own tables
    components: dict[int, int] = {}
    for marker, content in segments:
        if marker == QUANTISATION:
            found = _quantisation_tables(content)
            tables |= found
        elif marker == HUFFMAN:
            found = _huffman_tables(content)
            codes |= found
        elif marker in FRAMES:
            components = _components(content)
        if marker in {QUANTISATION, HUFFMAN} and not found:
            return False
        if marker == START_OF_SCAN:
            scanned = _scanned(content, progressive)
            if not scanned or not scanned[0] <= components.keys() or not scanned[1] <= codes:
                return False
            if not {components[component] for component in scanned[0]} <= tables:
                return False
    return True


def _scanned(scan: bytes, progressive: bool) -> tuple[set[int], set[int]] | None:
    """The components of a scan and the Huffman tables (class, number) that it needs; None where it makes no sense."""
    count = scan[0] if scan else 0
    if not count or len(scan) != 4 + 2 * count:
        return None
    components, tables = set(scan[1 : 1 + 2 * count : 2]), scan[2 : 2 + 2 * count : 2]
    first, last, high, low = scan[-3], scan[-2], scan[-1] >> 4, scan[-1] & 15
    dc, ac = {byte >> 4 for byte in tables}, {0x10 | byte & 15 for byte in tables}
    if not progressive:
        return components, dc | ac
    one_kind = last == 0 if first == 0 else count == 1 and first <= last < 64
    if not one_kind or low > 13 or (high and high != low + 1):
        return None
    return components, ac if first else set() if high else dc


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
