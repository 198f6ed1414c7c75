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
from casecheck.finding import Problem, Severity, quoted
from casecheck.references import Role
from casecheck.settings import Settings

NAME = "link-local"
SEVERITY = Severity.NOTE


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """Links to files of the folder."""
    for reference in document.references:
        if reference.role is Role.LINK and reference.resolution.file:
            yield Problem(
                f"The link leads to the file {quoted(reference.resolution.file)} in this folder, and the website may"
                " not publish it.",
                document.at(reference.span),
                help="Ask the editors whether it does; if not, link to the place on the web where the file is.",
            )
