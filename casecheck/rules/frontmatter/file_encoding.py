"""The file is not saved as plain UTF-8 text.

Sites read documents as UTF-8. Letters saved in another encoding become '�' for every reader. A byte-order mark, which
some editors put at the very start of a file, does no harm on most sites, but hides the front matter from some programs.

Bad:

    The word 'Malmö', saved as 'Windows-1252' or 'ANSI'.

Good:

    The same word, saved with the encoding 'UTF-8' (not 'UTF-8 with BOM').
"""

from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity
from casecheck.settings import Settings
from casecheck.source import Span

NAME = "file-encoding"
SEVERITY = Severity.ERROR

HELP = "Save the file with the encoding 'UTF-8': editors offer it under 'Save as' or 'Save with encoding'."


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """The first byte that is no UTF-8, or else a byte-order mark."""
    source = document.source
    if source.utf_16:
        message = "The file is saved as UTF-16, which Windows calls 'Unicode'; sites cannot read it."
        yield Problem(message, document.at(Span(0, 0)), HELP)
    elif source.undecodable:
        message = "The file is not saved as UTF-8: from here on, letters with accents and other signs are unreadable."
        yield Problem(message, document.at(source.undecodable), f"{HELP} Then look at these letters again.")
    elif source.byte_order_mark:
        message = "The file begins with an invisible byte-order mark, which some programs stumble over."
        help_ = "Save the file with the encoding 'UTF-8', not 'UTF-8 with BOM'."
        yield Problem(message, document.at(Span(0, min(3, len(source.text)))), help_, Severity.NOTE)
