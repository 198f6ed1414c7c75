"""A line of the front matter cannot be read.

Front matter is written in YAML: one key a line, a colon, a blank, the value. One line that breaks the form keeps a site
from reading any of them. The usual causes are a colon inside a value that has no quotation marks, a value that goes on
in the next line, a tab, a quotation mark or a bracket that is not closed, and lines above the first '---'.

Bad:

    description: Salt Quay: a harbour becomes a district
    tags: [Mobility, Energy

Good:

    description: "Salt Quay: a harbour becomes a district"
    tags: [Mobility, Energy]
"""

from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity
from casecheck.settings import Settings

NAME = "frontmatter-syntax"
SEVERITY = Severity.ERROR


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """What the reader of front matter reports under this name."""
    for fault in document.front_matter.faults:
        if fault.kind == NAME:
            yield Problem(fault.message, document.at(fault.span), fault.help, fault.severity)
