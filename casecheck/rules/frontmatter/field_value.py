"""A value is none of those that the collection allows.

Some keys have a fixed choice (status, type, tags), a form or a range. A value outside of it is dropped, or hides the
page: only a document whose status is exactly 'Complete' is published.

Bad:

    status: Finished
    tags:
      - Bicycles

Good:

    status: Complete
    tags:
      - Mobility
"""

from collections.abc import Iterator

from casecheck import plaintext, schema
from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity
from casecheck.settings import Settings

NAME = "field-value"
SEVERITY = Severity.ERROR


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """What the schema's check reports under this name; markup in a value is reported elsewhere."""
    for fault, span in schema.located(document.schema_faults, document.front_matter, NAME):
        if not plaintext.has_markup(document.front_matter.at(fault.path)):
            yield Problem(fault.message, document.at(span), fault.help, fault.severity)
