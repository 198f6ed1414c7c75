"""The file is not saved as plain UTF-8 text, or was opened once as if it were something else.

Sites read documents as UTF-8. Letters saved in another encoding become '�' for every reader, and letters that some
program took for others stay wrong even if the file is saved rightly from then on. A byte-order mark, which some editors
put at the very start of a file, does no harm on most sites, but hides the front matter from some programs.

Bad:

    The word 'Malmö', saved as 'Windows-1252' or 'ANSI'.
    The town’s MalmÃ¶ plan

Good:

    The same word, saved with the encoding 'UTF-8' (not 'UTF-8 with BOM').
"""

import re
from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, quoted
from casecheck.settings import Settings
from casecheck.source import SAVED_AS_UTF_16, Span

NAME = "file-encoding"
SEVERITY = Severity.ERROR

# The bytes of one UTF-8 letter or sign, each read as a letter of Windows-1252: "Ã¶", "â€™".
MISREAD = re.compile("Ã[\u00a0-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ]|Å[\u00a0-ª¬-º‚›]|Â[\u00a0-ª¬-º]|â€.")
LOST = re.compile("[\0\ufffd]")  # what is shown as "�"

HELP = "Save the file with the encoding 'UTF-8': editors offer it under 'Save as' or 'Save with encoding'."


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """The first byte that is no UTF-8, or else a byte-order mark."""
    source = document.source
    if source.utf_16:
        yield Problem(SAVED_AS_UTF_16, document.at(Span(0, 0)), HELP)
    elif source.undecodable:
        message = "The file is not saved as UTF-8: from here on, letters with accents and other signs are unreadable."
        yield Problem(message, document.at(source.undecodable), f"{HELP} Then look at these letters again.")
    else:
        yield from _wrong_letters(document)
    if source.byte_order_mark and not source.utf_16:
        message = "The file begins with an invisible byte-order mark, which some programs stumble over."
        help_ = "Save the file with the encoding 'UTF-8', not 'UTF-8 with BOM'."
        yield Problem(message, document.at(Span(0, min(3, len(source.text)))), help_, Severity.NOTE)


def _wrong_letters(document: CaseDocument) -> Iterator[Problem]:
    """The first letter that a program lost, and the first that one misread."""
    text, body = document.source.text, document.front_matter.body_start
    if lost := LOST.search(text, body if "\0" in text[:body] else 0):
        message = "A letter or sign was lost here; readers see '�' in its place."
        yield Problem(
            message, document.at(Span(*lost.span())), "Write what is missing, here and below.", Severity.WARNING
        )
    misread = [found for found in MISREAD.finditer(text) if _meant(found[0])]
    if misread:
        first = misread[0]
        message = f"{quoted(first[0])} was probably {quoted(_meant(first[0]))} before a program misread the file."
        more = f" There are {len(misread) - 1} more of this kind." if len(misread) > 1 else ""
        yield Problem(message, document.at(Span(*first.span())), f"Correct it.{more}", Severity.WARNING)


def _meant(misread: str) -> str:
    """The letter whose bytes were read one by one; empty where they make none."""
    try:
        return misread.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return ""
