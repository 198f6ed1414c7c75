"""A link leads to a file that is not in the folder.

Bad:
    [Harbour plan](./harbour-plan.pdf)      (the folder has no such file)

Good:
    [Harbour plan](https://www.example.org/harbour-plan.pdf)
"""

from collections.abc import Iterator

from casecheck.addresses import broken
from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, quoted
from casecheck.references import Match, Role, names_file, remedy
from casecheck.settings import Settings

NAME = "link-missing"
SEVERITY = Severity.ERROR

PUT_THERE = "Put the file into the folder, or write the full address of a page, with 'https://' at its start."
LINK_FILE = "Link to one of the files in it, or to a page on the web."
NO_PATH = ("(", '"', "'")  # the whole link is miswritten, which is another rule's concern


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """Links to a file that is not there."""
    for reference in document.references:
        if reference.role not in {Role.LINK, Role.EMBEDDED} or reference.resolution.match is not Match.MISSING:
            continue
        if reference.target.startswith(NO_PATH) or broken(reference.target):
            continue
        severity, target = None, quoted(reference.target)
        if names_file(reference.target):
            message = f"There is no file {target} in the folder of this case."
        elif reference.resolution.is_folder:
            message = f"The link leads to the folder {target}, and a website shows no list of the files in a folder."
            severity = Severity.WARNING
        else:
            message = f"The link leads to {target}, and there is nothing of this name in the folder."
            severity = Severity.WARNING
        mend = remedy(reference, document.folder) or (LINK_FILE if reference.resolution.is_folder else PUT_THERE)
        yield Problem(message, document.at(reference.span), help=mend, severity=severity)
