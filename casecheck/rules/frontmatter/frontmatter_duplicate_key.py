"""A key stands twice in the front matter.

Some sites take the last of the two values, others refuse to read the front matter at all. Often the template's own line
was left in below the author's.

Bad:

    title: Salt Quay Plan
    city: Varenholm
    title: Case Study Template

Good:

    title: Salt Quay Plan
    city: Varenholm
"""

from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity
from casecheck.settings import Settings

NAME = "frontmatter-duplicate-key"
SEVERITY = Severity.ERROR


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """What the reader of front matter reports under this name."""
    for fault in document.front_matter.faults:
        if fault.kind == NAME:
            yield Problem(fault.message, document.at(fault.span), fault.help)
