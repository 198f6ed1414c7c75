"""A picture has no caption, and so names no source.

The text in quotation marks behind the file's name is shown below the picture: what it shows, and who made it. A
picture without a source may not be printed by anybody.

Bad:
    ![Stalls in the market hall](./market-hall.jpg)

Good:
    ![Stalls in the market hall](./market-hall.jpg "The market hall in 2021 (Ana Horvat)")
"""

from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, quoted
from casecheck.settings import Settings

NAME = "image-caption"
SEVERITY = Severity.WARNING


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """Pictures in the body without a title. Raw HTML has no place for one; that is said elsewhere."""
    for image in document.body.images:
        if not image.html and not (image.title or "").strip():
            example = image.address if len(image.address) <= 40 else "./…"
            yield Problem(
                f"The picture {quoted(image.address)} has no caption that says what it shows and who made it.",
                document.at(image.span),
                help="Write it in quotation marks behind the file's name:"
                f" '({example} \"What it shows (Who made it)\")'.",
            )
