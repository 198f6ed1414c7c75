"""A key that the collection requires is missing from the front matter.

Every page shows the same facts: title, place, picture, map. Where a key is missing, the page has a hole or cannot be
built. Often the key is there under a misspelt name; then `field-unknown` says so instead.

Bad:

    title: Salt Quay Plan
    status: Complete

Good:

    title: Salt Quay Plan
    status: Complete
    city: Varenholm
    centroid: [55.6761, 12.5683]
"""

from collections.abc import Iterator

from casecheck import schema
from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity
from casecheck.settings import Settings

NAME = "field-missing"
SEVERITY = Severity.ERROR


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """What the schema's check reports under this name."""
    for fault, span in schema.located(document.schema_faults, document.front_matter, NAME):
        yield Problem(fault.message, document.at(span), fault.help, fault.severity)
