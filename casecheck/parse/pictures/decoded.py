"""Pictures as Pillow reads them: rare formats, and any picture in full where that is asked for."""

from importlib import import_module
from io import BytesIO
from warnings import catch_warnings, simplefilter

from casecheck import limits
from casecheck.parse.pictures.header import CUT_SHORT, DAMAGED, Header, broken

READERS = {
    "AVIF": ("AvifImagePlugin", "AvifImageFile"),
    "BMP": ("BmpImagePlugin", "BmpImageFile"),
    "GIF": ("GifImagePlugin", "GifImageFile"),
    "ICO": ("IcoImagePlugin", "IcoImageFile"),
    "JPEG": ("JpegImagePlugin", "JpegImageFile"),
    "PNG": ("PngImagePlugin", "PngImageFile"),
    "WEBP": ("WebPImagePlugin", "WebPImageFile"),
}
NEEDED_BOXES = {b"meta", b"moov", b"mdat"}


def read(data: bytes, kind: str, most_pixels: int) -> Header:
    """The header of a picture, and a check of its first frame by decoding it, unless it has more pixels than that.

    The readers are called by name: `Image.open` would try others, and warn or raise by settings that the whole
    process shares.
    """
    module, name = READERS[kind]
    if kind == "AVIF":
        from PIL import features

        if not _boxes_are_whole(data):
            return broken(CUT_SHORT)
        if not features.check("avif"):
            return Header()
    try:
        with catch_warnings():
            simplefilter("ignore")
            picture = getattr(import_module(f"PIL.{module}"), name)(BytesIO(data))
            width, height = picture.size
            if width * height <= most_pixels:
                picture.load()
    except Exception:  # Pillow's readers let through whatever their code meets in a damaged file
        return broken(DAMAGED)
    # A PNG can name a text of its own "exif" or "xmp", so what stands there need not be bytes.
    exif, xmp = (found if isinstance(found := picture.info.get(key), bytes) else b"" for key in ("exif", "xmp"))
    return Header(width, height, exif.removeprefix(b"Exif\0\0"), xmp)


def _boxes_are_whole(data: bytes) -> bool:
    """Whether the boxes of an AVIF file that describe and hold the pixels are there to their ends."""
    at, kinds = 0, set()
    for _ in range(limits.MAX_PICTURE_PARTS):
        if at + 8 > len(data):
            break
        size, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        if size == 1:
            size = int.from_bytes(data[at + 8 : at + 16], "big")
        at = at + max(size, 8) if size else len(data)  # a box of size 0 goes on to the end
        if at > len(data) and kind in NEEDED_BOXES:
            return False
        kinds.add(kind)
    return b"mdat" in kinds or b"idat" in data
