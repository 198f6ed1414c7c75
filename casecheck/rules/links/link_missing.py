"""A link leads to a file that is not in the folder.

Bad:
    [Harbour plan](./harbour-plan.pdf)      (the folder has no such file)

Good:
    [Harbour plan](https://www.example.org/harbour-plan.pdf)
"""

import re
from collections.abc import Iterator

from casecheck.addresses import broken
from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, in_full, quoted
from casecheck.references import Match, Reference, Role
from casecheck.settings import Settings

NAME = "link-missing"
SEVERITY = Severity.ERROR

A_FILE = re.compile(r"\.[A-Za-z]\w{1,7}(?:[?#].*)?$", re.DOTALL)
NO_PATH = ("(", '"', "'")  # the whole link is miswritten, which is another rule's concern


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """Links to a file that is not there."""
    for reference in document.references:
        if reference.role is not Role.LINK or reference.resolution.match is not Match.MISSING:
            continue
        if reference.target.startswith(NO_PATH) or broken(reference.target):
            continue
        if A_FILE.search(reference.target):
            message = f"There is no file {quoted(reference.target)} in the folder of this case."
            yield Problem(message, document.at(reference.span), help=_mend(reference))
        else:
            message = f"The link leads to {quoted(reference.target)}, and there is nothing of this name in the folder."
            yield Problem(message, document.at(reference.span), help=_mend(reference), severity=Severity.WARNING)


def _mend(reference: Reference) -> str:
    if nearest := reference.resolution.nearest:
        return f"Did you mean {in_full(reference.written(nearest))}?"
    return "Put the file into the folder, or write the full address of a page, with 'https://' at its start."
