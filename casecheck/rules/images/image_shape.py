"""The featured image is not a landscape picture, or is too small.

It fills a wide card in the list of cases: an upright or square picture is cropped to a strip out of its middle, a
small one is blurred.

The bounds are the settings `images.featured-min-ratio` (width by height, 1.2) and `images.featured-min-width`
(800 pixels).

Bad:
    featured_image: ./tower.jpg         (1200 × 1800 pixels)

Good:
    featured_image: ./skyline.jpg       (1920 × 1280 pixels)
"""

from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, quoted
from casecheck.references import Role
from casecheck.settings import Settings

NAME = "image-shape"
SEVERITY = Severity.NOTE


def check(document: CaseDocument, settings: Settings) -> Iterator[Problem]:
    """The featured image, by its width and height."""
    wanted = settings.images
    for reference, picture in document.shown_pictures():
        width, height = picture.width, picture.height
        if reference.role is not Role.FEATURED or not width or not height or picture.fault:
            continue
        name, size = quoted(reference.resolution.file), f"{width} × {height} pixels"
        if width < height * wanted.featured_min_ratio:
            shape = "upright" if width < height else "square" if width == height else "almost square"
            message = f"The featured image {name} is {shape} ({size}), but is shown in a wide frame."
            yield Problem(message, document.at(reference.span), help="Crop it, or choose a landscape picture: 3 to 2.")
        elif width < wanted.featured_min_width and picture.format != "SVG":
            message = f"The featured image {name} is small ({size}) and will look blurred."
            least = f"Use a version that is at least {wanted.featured_min_width} pixels wide, best {wanted.max_width}."
            yield Problem(message, document.at(reference.span), help=least)
