"""What a reader finds in a picture file."""

from dataclasses import dataclass

CUT_SHORT = "is cut short: the end of the picture is missing"
DAMAGED = "is damaged: its content was changed, and browsers show it broken or not at all"
COPY_AGAIN = "Copy or download the picture again, open it to see that it is whole, and put it in place of this file."


@dataclass(frozen=True, slots=True)
class Header:
    """Size in pixels as stored, metadata as stored (EXIF from its TIFF header on), and what is wrong with the file.

    `fault` reads on from the name of the file, as in "is cut short"; `remedy` says what to do about it. `sure` is False
    where the structure of the file does not tell damage from which browsers show nothing, and decoding does.
    """

    width: int | None = None
    height: int | None = None
    exif: bytes = b""
    xmp: bytes = b""
    fault: str = ""
    remedy: str = ""
    sure: bool = True


def broken(fault: str) -> Header:
    """The header of a file that came to harm on its way."""
    return Header(fault=fault, remedy=COPY_AGAIN)
