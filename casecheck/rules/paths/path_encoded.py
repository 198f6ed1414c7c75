"""A file name is written with codes such as `%20` for a blank.

The file is there under its plain name, and most tools decode the codes; some do not, and then the picture is missing.
A name without blanks and special characters works everywhere.

Bad:
    ![A timeline](./our%20timeline.png)

Good:
    ![A timeline](./our-timeline.png)
"""

from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, quoted
from casecheck.references import Match, remedy
from casecheck.settings import Settings

NAME = "path-encoded"
SEVERITY = Severity.NOTE


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """References that find their file once they are decoded."""
    for reference in document.references:
        found = reference.resolution
        if found.match is Match.ENCODED and found.file:
            yield Problem(
                f"{quoted(reference.target)} stands for the file {quoted(found.file)}. Not every tool decodes that.",
                document.at(reference.span),
                help=remedy(reference, document.folder),
            )
