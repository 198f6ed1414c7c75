"""A picture is wider than the page can show.

What is wider than the widest column is scaled down in every reader's browser, after all its pixels were sent.

The bound is the setting `images.max-width` (1920 pixels). Drawings (SVG) have no pixels and are left alone.

Bad:
    market-hall.jpg with 5634 × 3753 pixels

Good:
    market-hall.jpg with 1920 × 1280 pixels
"""

from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, quoted
from casecheck.settings import Settings

NAME = "image-pixels"
SEVERITY = Severity.WARNING


def check(document: CaseDocument, settings: Settings) -> Iterator[Problem]:
    """Pictures that are wider than the collection wants."""
    most = settings.images.max_width
    for reference, picture in document.shown_pictures():
        width, height = picture.width, picture.height
        if width and height and width > most and picture.format != "SVG" and not picture.fault:
            yield Problem(
                f"The picture {quoted(reference.resolution.file)} is {width} pixels wide ({width} × {height});"
                f" at most {most} are shown.",
                document.at(reference.span),
                help=f"Scale it down to {most} × {max(1, round(height * most / width))} pixels in a picture editor.",
            )
