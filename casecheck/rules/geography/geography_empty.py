"""The map holds nothing that can be drawn.

The file is in order, but there is no position in it; the page shows a map of the whole world, or none. A feature whose
geometry is null shows nothing either, but is no fault beside one that does.

Bad:
    { "type": "FeatureCollection", "features": [] }

Good:
    { "type": "FeatureCollection", "features": [
      { "type": "Feature", "properties": {}, "geometry": { "type": "Point", "coordinates": [-8.62, 41.14] } } ] }
"""

from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity
from casecheck.settings import Settings

NAME = "geography-empty"
SEVERITY = Severity.ERROR


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """A map without a single position."""
    return document.location.problems(NAME)
