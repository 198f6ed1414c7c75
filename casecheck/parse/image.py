"""Pictures as they really are, whatever their names say."""

from dataclasses import dataclass
from zlib import crc32

from casecheck import limits
from casecheck.parse.pictures import decoded, exif, gif, jpeg, png, svg, webp
from casecheck.parse.pictures.header import COPY_AGAIN, Header, broken
from casecheck.parse.pictures.kind import kind as kind_of

READERS = {"JPEG": jpeg.read, "PNG": png.read, "GIF": gif.read, "WEBP": webp.read, "SVG": svg.read}
WITHOUT_BROWSERS = {"HEIF", "JPEG2000", "JXL", "PSD", "TIFF"}  # pictures, but not for the web
MAX_PIXELS_AT_ONCE = 25_000_000  # that are decoded without being asked to: a tenth of a second
NO_PICTURES = {
    "Git LFS pointer": (
        "is a Git LFS pointer, a short note that stands for the picture; the picture itself is not there",
        "Fetch the picture with 'git lfs pull', or put the picture itself in place of this file.",
    ),
    "HTML": (
        "is a web page, not a picture",
        "Open the page in a browser, save the picture itself (right click, 'Save image as') and use that.",
    ),
    "PDF": ("is a PDF document, not a picture", "Export the page as JPEG or PNG and use that."),
    "PostScript": ("is a PostScript drawing, which browsers cannot show", "Export it as JPEG, PNG or SVG."),
    "ZIP": ("is a ZIP archive or an office document, not a picture", "Take the picture out of it and use that."),
    "gzip": ("is a compressed archive, not a picture", "Unpack it and use the picture inside."),
    "video": ("is a video, not a picture", "Save one frame of it as JPEG, or link to the video."),
    "text": ("is a text, not a picture", COPY_AGAIN),
    "zeros": ("holds nothing but zeros: the picture never arrived", COPY_AGAIN),
    "text-damaged": ("is damaged: it was copied or saved as if it were text", COPY_AGAIN),
    "": ("is no picture that casecheck knows", "Open it in a picture editor and save it as JPEG or PNG."),
}


@dataclass(frozen=True, slots=True)
class Picture:
    """What is in a picture file.

    `format` is Pillow's name (`JPEG`, `PNG`, `WEBP`, `AVIF`, `GIF`, `BMP`, `ICO`, `TIFF`, `PSD`, `JPEG2000`), `SVG`,
    `HEIF` (an iPhone's HEIC) or `JXL`, and None where the file is no picture; `width` and `height` are pixels as shown
    (EXIF orientation applied), None where unknown; `size` is bytes. `fault` says in plain words why the picture cannot
    be shown, read on from the file's name ("is empty"), and `remedy` what to do; formats that are whole but not for
    browsers have none. `location` is True where a GPS position is inside. Two pictures with the same `size` and
    `checksum` hold the same bytes.
    """

    size: int
    format: str | None = None
    width: int | None = None
    height: int | None = None
    fault: str = ""
    remedy: str = ""
    location: bool = False
    checksum: int = 0


def parse(data: bytes, deep: bool = False) -> Picture:
    """The picture in a file's bytes.

    Without `deep`, structure, checksums, end marks and the number of pixels tell whether the file is whole, which finds
    every file that was cut short and what a transfer does to one. Only kinds whose structure tells too little and that
    are rare (GIF, AVIF, WebP without loss or of few pixels) are decoded. With `deep` the first frame of every picture
    is.
    """
    if not data:
        return Picture(0, fault="is empty (0 bytes)", remedy=COPY_AGAIN)
    kind, checksum = kind_of(data), crc32(data)
    if kind in NO_PICTURES:
        fault, remedy = NO_PICTURES[kind]
        return Picture(len(data), fault=fault, remedy=remedy, checksum=checksum)
    header = _header(data, kind, deep)
    width, height = header.width, header.height
    if exif.sideways(header.exif):
        width, height = height, width
    located = exif.located(header.exif, header.xmp)
    return Picture(len(data), kind, width, height, header.fault, header.remedy, located, checksum)


def _header(data: bytes, kind: str, deep: bool) -> Header:
    """The header of a picture of any kind; of a damaged one, with its fault."""
    if kind in WITHOUT_BROWSERS:
        return Header()
    read, most_pixels = READERS.get(kind), limits.MAX_DECODED_PIXELS if deep else MAX_PIXELS_AT_ONCE
    header = read(data) if read else decoded.read(data, kind, most_pixels)
    width, height = header.width or 0, header.height or 0
    if kind != "SVG" and width * height > limits.MAX_PICTURE_PIXELS:
        fault = f"has {width:,} × {height:,} pixels, more than browsers show"
        return Header(width, height, fault=fault, remedy="Save it again with far fewer pixels.")
    if read and kind != "SVG" and not header.fault and (deep or not header.sure):
        fault = decoded.read(data, kind, most_pixels).fault
        return broken(fault) if fault else header
    return header
