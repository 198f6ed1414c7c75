"""A picture is shown that is not in the folder.

Readers see a broken picture, and the site may refuse to build. Most often the name is misspelt, has another ending
(.jpeg for .jpg), or the file was never added.

Bad:
    ![The market hall](./market-hal.jpg "Market hall (Ana Horvat)")

Good:
    ![The market hall](./market-hall.jpg "Market hall (Ana Horvat)")
"""

from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, in_full, quoted
from casecheck.nearmisses import find
from casecheck.references import Match, Reference, Role
from casecheck.settings import Settings

NAME = "image-missing"
SEVERITY = Severity.ERROR


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """Pictures whose file is not there, or that name none."""
    absent = {Match.MISSING, Match.NONE}
    wanted = [reference for reference in document.references if reference.resolution.match in absent]
    miswritten = [miss.span for miss in find(document.body, document.source)] if wanted else []
    for reference in wanted:
        if reference.role not in {Role.IMAGE, Role.FEATURED}:
            continue
        if any(span.start <= reference.span.start < span.end for span in miswritten):
            continue  # image-syntax says what is wrong
        if reference.resolution.match is Match.MISSING:
            message = f"There is no picture {quoted(reference.target)} in the folder of this case."
            yield Problem(message, document.at(reference.span), help=_help(reference))
        else:
            message = "This picture names no file, so there is nothing to show."
            help_ = "Write the name of the file in the round brackets, as './market-hall.jpg', or take the picture out."
            yield Problem(message, document.at(reference.span), help=help_)


def _help(reference: Reference) -> str:
    if reference.resolution.nearest:
        return f"Did you mean {in_full(reference.written(reference.resolution.nearest))}?"
    if reference.role is Role.FEATURED:
        return "Put the file into the folder, next to this document."
    return "Put the file into the folder, next to this document, or take the picture out of the text."
