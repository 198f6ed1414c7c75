"""A picture file tells where it was taken.

A phone writes the exact place into every photograph, and everybody who saves the picture can read it. On a picture of
a private home or of a person at work that may be more than they agreed to.

Bad:
    interview.jpg, with the position 55.6756, 12.5675 inside

Good:
    interview.jpg, saved without its position
"""

from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, quoted
from casecheck.settings import Settings

NAME = "image-metadata"
SEVERITY = Severity.NOTE

HOW_TO_REMOVE = (
    "If that is nobody's business, remove it. Windows: right click, Properties, Details, 'Remove Properties and"
    " Personal Information'. macOS: open it in Preview, Tools, Show Inspector, GPS, 'Remove Location Info'."
)


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """Pictures with a GPS position inside."""
    for reference, picture in document.shown_pictures():
        if picture.location:
            message = f"The file {quoted(reference.resolution.file)} tells the exact place where the picture was taken."
            yield Problem(message, document.at(reference.span), help=HOW_TO_REMOVE)
