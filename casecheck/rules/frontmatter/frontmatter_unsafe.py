"""The front matter uses features of YAML that can do more than hold values.

Names for values ('&name'), references to them ('*name'), types ('!type') and lists nested very deeply make a small file
expand without end or run code in careless programs. Front matter needs none of them. A value that is meant as text but
begins with one of these characters needs quotation marks.

Bad:

    title: *Salt Quay

Good:

    title: "*Salt Quay"
"""

from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity
from casecheck.settings import Settings

NAME = "frontmatter-unsafe"
SEVERITY = Severity.ERROR


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """What the reader of front matter reports under this name."""
    for fault in document.front_matter.faults:
        if fault.kind == NAME:
            yield Problem(fault.message, document.at(fault.span), fault.help)
