"""A map file is not readable as JSON.

GeoJSON is JSON: one comma too many, and no map is drawn at all. The finding points at the place where reading fails,
which may be a little behind the slip itself. A file of another kind does not become GeoJSON by its name.

Bad:
    { "type": "Point", "coordinates": [-8.62, 41.14], }

Good:
    { "type": "Point", "coordinates": [-8.62, 41.14] }
"""

from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity
from casecheck.settings import Settings

NAME = "geography-syntax"
SEVERITY = Severity.ERROR


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """What keeps the map from being read as JSON, and what some programs stumble over."""
    return document.location.problems(NAME)
