"""A picture file is too large.

Readers on a slow connection wait for it, and the collection grows with every copy. A photograph that is 1920 pixels
wide fits into half a megabyte as JPEG; a screenshot saved as PNG often takes ten times that.

The bound is the setting `images.max-bytes` (1,000,000 bytes).

Bad:
    market-hall.png, a photograph of 3.1 MB

Good:
    market-hall.jpg, the same photograph saved as JPEG with quality 80: 420 kB
"""

from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, quoted
from casecheck.parse.image import Picture
from casecheck.settings import ImageSettings, Settings

NAME = "image-bytes"
SEVERITY = Severity.WARNING


def check(document: CaseDocument, settings: Settings) -> Iterator[Problem]:
    """Pictures with more bytes than the collection wants."""
    most = settings.images.max_bytes
    for reference, picture in document.shown_pictures():
        if picture.size > most and not picture.fault:
            size = f"{picture.size / 1000:,.0f} kB"
            message = (
                f"The picture {quoted(reference.resolution.file)} has {size}; at most {most / 1000:,.0f} kB are fine."
            )
            yield Problem(message, document.at(reference.span), help=_help(picture, settings.images))


def _help(picture: Picture, wanted: ImageSettings) -> str:
    too_wide = picture.width is not None and picture.width > wanted.max_width and picture.format != "SVG"
    scale = f"Scale it down to {wanted.max_width} pixels in width, which may be enough" if too_wide else ""
    if picture.format in {"PNG", "BMP"}:
        save = "save it as JPEG, unless it has transparent parts; a JPEG has a new name, so change the name here too"
    elif picture.format in {"SVG", "GIF"}:
        save = "save it as JPEG or PNG, or with fewer details"
    else:
        save = "save it with a lower quality, such as 80"
    return f"{scale}. Else {save}." if scale else f"{save[0].upper()}{save[1:]}."
