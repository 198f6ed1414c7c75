"""The two things in a camera's notes that matter on a page: which way is up, and where the picture was taken."""

from typing import Literal

ORIENTATION, GPS_FOLDER = 0x0112, 0x8825  # tags of the first folder (IFD)
GPS_LATITUDE, GPS_LONGITUDE = 2, 4  # tags of the GPS folder
SIDEWAYS = {5, 6, 7, 8}  # orientations that swap width and height
MAX_ENTRIES = 1_000

ByteOrder = Literal["little", "big"]
Tags = dict[int, int]


def sideways(exif: bytes) -> bool:
    """Whether the picture is shown turned by a quarter (EXIF 2.32, tag Orientation)."""
    order = _byte_order(exif)
    return _tags(exif, _number(exif, 4, 4, order), order).get(ORIENTATION, 1) in SIDEWAYS


def located(exif: bytes, xmp: bytes) -> bool:
    """Whether metadata hold a GPS position. Cameras without a fix write a GPS folder with nothing, or zeros, in it."""
    if b"GPSLatitude" in xmp and b"GPSLongitude" in xmp:
        return True
    order = _byte_order(exif)
    folder = _tags(exif, _number(exif, 4, 4, order), order).get(GPS_FOLDER)
    if folder is None:
        return False
    position = _tags(exif, folder, order)
    return any(_degrees(exif, position[tag], order) for tag in (GPS_LATITUDE, GPS_LONGITUDE) if tag in position)


def _byte_order(exif: bytes) -> ByteOrder:
    return "little" if exif[:2] == b"II" else "big"


def _number(exif: bytes, at: int, size: int, order: ByteOrder) -> int:
    return int.from_bytes(exif[at : at + size], order)


def _tags(exif: bytes, at: int, order: ByteOrder) -> Tags:
    """The entries of the folder (IFD) at an offset: short values as they are, of others the offset of the value."""
    tags = {}
    if exif[:4] in {b"II*\0", b"MM\0*"}:
        for entry in range(at + 2, at + 2 + 12 * min(_number(exif, at, 2, order), MAX_ENTRIES), 12):
            size = 2 if _number(exif, entry + 2, 2, order) == 3 else 4
            tags[_number(exif, entry, 2, order)] = _number(exif, entry + 8, size, order)
    return tags


def _degrees(exif: bytes, at: int, order: ByteOrder) -> bool:
    """Whether three fractions, degrees, minutes and seconds, say more than zero."""
    fractions = [(_number(exif, at + 8 * i, 4, order), _number(exif, at + 8 * i + 4, 4, order)) for i in range(3)]
    return any(numerator and denominator for numerator, denominator in fractions)
