"""A key has no value, or a list has an empty item.

A key with nothing behind its colon is as good as a missing one. Keys that may stay empty, such as the last year of a
project that still goes on, are not reported.

Bad:

    year_start:
    tags:

Good:

    year_start: 2018
    tags:
      - Mobility
"""

from collections.abc import Iterator

from casecheck import schema
from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity
from casecheck.settings import Settings

NAME = "field-empty"
SEVERITY = Severity.WARNING


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """What the schema's check reports under this name."""
    for fault, span in schema.located(document.schema_faults, document.front_matter, NAME):
        yield Problem(fault.message, document.at(span), fault.help, fault.severity)
