"""An accented letter in a file name is stored in another way than in the file's own name.

A letter such as `é` can be stored as one character or as an `e` followed by an accent. Both look the same, and macOS
treats them as the same; on the web they are two different names, and the file is not found.

Bad:
    geography: ./café.geojson       (é as e + accent, while the file's name has é as one character)

Good:
    geography: ./cafe.geojson       (the file renamed, so that it has no accents at all)
"""

from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, quoted
from casecheck.references import Match, remedy
from casecheck.settings import Settings

NAME = "path-unicode"
SEVERITY = Severity.ERROR


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """References that find their file only where two ways to store a letter count as one."""
    for reference in document.references:
        found = reference.resolution
        if found.match is Match.UNICODE and found.file:
            yield Problem(
                f"{quoted(reference.target)} looks like the name of a file in this folder, but its accented letters are"
                " stored in another way. On the web it will not be found.",
                document.at(reference.span),
                help=remedy(reference, document.folder),
            )
