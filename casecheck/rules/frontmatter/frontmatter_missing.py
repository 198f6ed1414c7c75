"""The document has no front matter.

The lines between the two '---' at the top of a document say what the case is called, where it is and which picture
stands for it. Without them a site has nothing to show and leaves the document out.

Bad:

    # Salt Quay Plan

    The plan turns a former harbour into ...

Good:

    ---
    title: Salt Quay Plan
    city: Varenholm
    ---

    The plan turns a former harbour into ...
"""

from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity
from casecheck.settings import Settings

NAME = "frontmatter-missing"
SEVERITY = Severity.ERROR


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """What the reader of front matter reports under this name."""
    for fault in document.front_matter.faults:
        if fault.kind == NAME:
            yield Problem(fault.message, document.at(fault.span), fault.help)
