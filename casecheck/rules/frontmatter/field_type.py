"""A value is of the wrong kind: text instead of a list, words instead of a number.

A site expects each value in one form. Tags that are not a list, or a centroid that is not a pair of numbers, break the
page.

Bad:

    tags: Mobility, Energy
    year_start: since 2018

Good:

    tags:
      - Mobility
      - Energy
    year_start: 2018
"""

from collections.abc import Iterator

from casecheck import schema
from casecheck.centroid import judge
from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity
from casecheck.settings import Settings

NAME = "field-type"
SEVERITY = Severity.ERROR


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """What the schema's check reports under this name."""
    for fault, span in schema.located(document.schema_faults, document.front_matter, NAME):
        better = judge(document.location).better if fault.path == ("centroid",) else None
        help_ = f"Write: centroid: {document.location.spelled(better)}" if better else fault.help
        yield Problem(fault.message, document.at(span), help_, fault.severity)
