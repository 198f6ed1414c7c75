"""A key is not one that the collection reads.

What stands under an unknown key appears nowhere. If the key looks like a known one, it is probably misspelt and its
value is missed; otherwise it does no harm.

Bad:

    Title: Salt Quay Plan
    year_begin: 2018

Good:

    title: Salt Quay Plan
    year_start: 2018
"""

from collections.abc import Iterator

from casecheck import schema
from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity
from casecheck.settings import Settings

NAME = "field-unknown"
SEVERITY = Severity.WARNING


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """What the schema's check reports under this name."""
    for fault, span in schema.located(document.schema_faults, document.front_matter, NAME):
        yield Problem(fault.message, document.at(span), fault.help, fault.severity)
