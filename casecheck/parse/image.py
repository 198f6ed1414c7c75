"""Pictures as they really are, whatever their names say."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Picture:
    """What is in a picture file.

    `format` is Pillow's name (`JPEG`, `PNG`, `WEBP`, `AVIF`, `GIF`, `MPO` …) or `SVG`, None where it cannot be read;
    `width` and `height` are pixels as shown (EXIF orientation applied), None where unknown; `size` is bytes; `fault`
    says in plain words why the picture cannot be shown; `location` is True where a GPS position is inside.
    """

    size: int
    format: str | None = None
    width: int | None = None
    height: int | None = None
    fault: str = ""
    location: bool = False


def parse(data: bytes, name: str) -> Picture:
    """A picture file; `name` is its file name."""
    raise NotImplementedError
