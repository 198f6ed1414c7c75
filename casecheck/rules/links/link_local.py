"""A link leads to a file in the folder, which the website may not publish.

The website publishes the pictures and the map of a case. Whether it also publishes other files, such as PDFs, depends
on how it is built; where it does not, the link is dead although the file is there.

Bad:
    [Harbour plan](./harbour-plan.pdf)

Good:
    [Harbour plan](https://www.example.org/harbour-plan.pdf)
"""

from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, in_full, quoted
from casecheck.references import Match, Role
from casecheck.settings import Settings

NAME = "link-local"
SEVERITY = Severity.NOTE


ASK = "Ask the editors whether it does; if not, link to the place on the web where the file is."


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """Links to files of the folder."""
    own = document.source.path.rpartition("/")[2]
    for reference in document.references:
        found = reference.resolution
        if reference.role is not Role.LINK or found.file is None or document.is_miswritten(reference.span):
            continue
        message = f"The link leads to the file {quoted(found.file)} in this folder, and the website may not publish it."
        help_ = ASK
        if found.file == own:
            message = f"The link leads to {quoted(own)}, which is this page itself; on the website it has another name."
            help_ = _within(reference.target)
        elif found.match in {Match.CASE, Match.UNICODE, Match.RESERVED}:
            message = f"The link is meant for {quoted(found.file)} in this folder, and the website may not publish it."
        yield Problem(message, document.at(reference.span), help=help_)


def _within(target: str) -> str:
    _, sign, place = target.partition("#")
    return f"Write {in_full(sign + place)} for this place on the page." if place else "Take the link away."
