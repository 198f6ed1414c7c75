"""A map file is JSON, but not GeoJSON as its standard (RFC 7946) has it.

What a program does with such a file is anybody's guess: some leave out the part, others the whole map.

Bad:
    { "type": "polygon", "coordinates": [[-8.63, 41.13], [-8.61, 41.13], [-8.61, 41.15], [-8.63, 41.13]] }

Good:
    { "type": "Polygon", "coordinates": [[[-8.63, 41.13], [-8.61, 41.13], [-8.61, 41.15], [-8.63, 41.13]]] }
"""

from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity
from casecheck.settings import Settings

NAME = "geography-structure"
SEVERITY = Severity.ERROR


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """What breaks RFC 7946, each at its place in the map."""
    return document.location.problems(NAME)
