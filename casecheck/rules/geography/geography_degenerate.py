"""An area or a line of the map is none: it has too few positions, or does not close.

An area needs three corners at least, and ends with the position that it began with. One that is a single point, or a
straight line, has nothing to show.

Bad:
    { "type": "Polygon", "coordinates": [[[-8.63, 41.13], [-8.61, 41.13], [-8.61, 41.15]]] }

Good:
    { "type": "Polygon", "coordinates": [[[-8.63, 41.13], [-8.61, 41.13], [-8.61, 41.15], [-8.63, 41.13]]] }
"""

from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity
from casecheck.settings import Settings

NAME = "geography-degenerate"
SEVERITY = Severity.ERROR


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """Areas and lines that are none."""
    return document.location.problems(NAME)
