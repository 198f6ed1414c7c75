"""Something is too large, too deep or too many to be checked.

casecheck reads within bounds, so that no document can hang a run. What lies beyond a bound is not
checked, and this finding says so: a file that no author writes by hand is usually the wrong file.

Bad:

    A document of 5 MB, into which a picture was pasted as text.

Good:

    The picture in a file of its own, beside the document.
"""

from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity
from casecheck.settings import Settings

NAME = "limit-exceeded"
SEVERITY = Severity.ERROR


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """What could not be read while the document was loaded."""
    yield from document.limits
    for fault in document.front_matter.faults:
        if fault.kind == NAME:
            yield Problem(fault.message, document.at(fault.span), fault.help)
