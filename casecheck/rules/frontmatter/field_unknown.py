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
from casecheck.finding import Problem, Severity, quoted
from casecheck.schema import SchemaFault
from casecheck.settings import Settings

NAME = "field-unknown"
SEVERITY = Severity.WARNING


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """What the schema's check reports under this name."""
    for fault, span in schema.located(document.schema_faults, document.front_matter, NAME):
        above = _goes_on_from(document, fault) if fault.severity is Severity.NOTE else None
        if above:
            message = f"{quoted(fault.path[0])} is not a key; it looks like the rest of {quoted(above)} above."
            help_ = f"Write all of {quoted(above)} on one line, between quotation marks, because it has a colon in it."
            yield Problem(message, document.at(span), help_)
        else:
            yield Problem(fault.message, document.at(span), fault.help, fault.severity)


def _goes_on_from(document: CaseDocument, fault: SchemaFault) -> str | None:
    """The key on the line above, if what stands for a key is several words, and so rather the end of that value."""
    front_matter = document.front_matter
    key = fault.path[0]
    if len(fault.path) > 1 or len(str(key).split()) < 2 or not (entry := front_matter.entries[key,].key):
        return None
    line = document.source.position(entry.start).line
    for name, value in front_matter.data.items():
        span = front_matter.value_span(name)
        if isinstance(value, str) and document.source.position(span.end).line == line - 1:
            return name
    return None
