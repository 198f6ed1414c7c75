"""A file name differs from the file only in capital and small letters.

Windows and macOS open `Map.geojson` for a file that is called `map.geojson`, so the page looks right on your own
computer. The web and Linux do not: there the picture or the map is missing.

Bad:
    geography: ./Map.geojson        (the file is called map.geojson)

Good:
    geography: ./map.geojson
"""

from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, quoted
from casecheck.references import Match, remedy
from casecheck.settings import Settings

NAME = "path-case"
SEVERITY = Severity.ERROR


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """References that find their file only where the letter case does not count."""
    for reference in document.references:
        found = reference.resolution
        if found.match is Match.CASE and found.file:
            yield Problem(
                f"{quoted(reference.target)} differs in capital and small letters from the file, which is called"
                f" {quoted(found.file)}. On the web it will not be found.",
                document.at(reference.span),
                help=remedy(reference, document.folder),
            )
