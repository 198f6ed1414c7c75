"""A picture file cannot be shown: it is empty, cut short, damaged, or no picture at all.

A download that broke off, a web page saved under a picture's name, or a Git LFS pointer look like a picture in a
listing. On the page there is a gap or half a picture, and tools that scale pictures stop the build.

Whether a file is whole is told from its parts, their checksums and its end. `casecheck check --deep` also decodes every
picture, which is slower.

Bad:
    market-hall.jpg is the web page around the picture, saved as "market-hall.jpg"

Good:
    market-hall.jpg opens in a picture viewer and shows the whole picture
"""

from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, quoted
from casecheck.settings import Settings

NAME = "image-unreadable"
SEVERITY = Severity.ERROR


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """Picture files with a fault."""
    for reference, picture in document.shown_pictures():
        if picture.fault:
            message = f"The file {quoted(reference.resolution.file)} {picture.fault}."
            yield Problem(message, document.at(reference.span), help=picture.remedy)
