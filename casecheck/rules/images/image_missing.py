"""A picture is to be shown that is not in the folder, or that no browser can show.

Readers see a broken picture, and the site may refuse to build. Most often the name is misspelt, has another ending
(.jpeg for .jpg), or the file was never added.

Bad:
    ![The market hall](./market-hal.jpg "Market hall (Ana Horvat)")

Good:
    ![The market hall](./market-hall.jpg "Market hall (Ana Horvat)")
"""

from collections.abc import Iterator

from casecheck.addresses import broken, no_picture
from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, quoted
from casecheck.references import Match, Reference, Role, remedy
from casecheck.settings import Settings
from casecheck.source import Span

NAME = "image-missing"
SEVERITY = Severity.ERROR

ABSENT = {Match.MISSING, Match.NONE, Match.REMOTE}


HAVE_FILE = "Save the picture as a file in this folder, and write its name here, as './market-hall.jpg'."


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """Pictures whose file is not there, or that name none."""
    shown = [reference for reference in document.references if reference.role in {Role.IMAGE, Role.FEATURED}]
    wanted = [reference for reference in shown if reference.resolution.match in ABSENT]
    settled = [*_with_candidates(document)] if wanted else []
    for reference in wanted:
        if any(span.start <= reference.span.start < span.end for span in settled):
            continue
        if document.is_miswritten(reference.span):  # image-syntax says what is wrong
            continue
        if fault := _fault(reference):
            yield Problem(fault, document.at(reference.span), help=_help(reference, document))


def _with_candidates(document: CaseDocument) -> Iterator[Span]:
    """`<img srcset=…>`, which needs no other address."""
    html = (image.span for image in document.body.images if image.html and not image.address)
    return (span for span in html if "srcset" in document.source[span].lower())


def _fault(reference: Reference) -> str | None:
    """What is wrong with an address that names no picture of the folder; None where it shows one from elsewhere."""
    target, match = reference.target, reference.resolution.match
    if match is Match.NONE:
        return "This picture names no file, so there is nothing to show."
    reason = no_picture(target) if match is Match.REMOTE or broken(target) else None
    if reason:
        return f"The address {quoted(target)} {reason}. So there is no picture to show."
    if reference.resolution.is_folder:
        return f"{quoted(target)} is a folder, and not a picture."
    return f"There is no picture {quoted(target)} in the folder of this case." if match is Match.MISSING else None


def _help(reference: Reference, document: CaseDocument) -> str:
    found = reference.resolution
    if mend := remedy(reference, document.folder):
        return f"{mend} A path has '/' and not '\\' between its parts." if "\\" in reference.target else mend
    if found.match is Match.NONE:
        return "Write the name of the file in the round brackets, as './market-hall.jpg', or take the picture out."
    if found.match is Match.REMOTE or broken(reference.target):
        return HAVE_FILE
    if reference.role is Role.FEATURED:
        return "Put the file into the folder, next to this document."
    return "Put the file into the folder, next to this document, or take the picture out of the text."
