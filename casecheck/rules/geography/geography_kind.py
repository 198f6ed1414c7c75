"""The map shows points or lines only, where the site asks for an area.

A case is about a district or a city; its outline says at a glance how large that is. A rough outline is enough.

Bad:
    { "type": "Point", "coordinates": [-8.62, 41.14] }

Good:
    { "type": "Polygon", "coordinates": [[[-8.63, 41.13], [-8.61, 41.13], [-8.61, 41.15], [-8.63, 41.13]]] }
"""

from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity
from casecheck.settings import Settings

NAME = "geography-kind"
SEVERITY = Severity.NOTE


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """A map without a single area."""
    geo_map = document.location.map
    if geo_map is None or not geo_map.shapes or any(shape.is_area for shape in geo_map.shapes):
        return
    kinds = {"points" if shape.type.endswith("Point") else "lines" for shape in geo_map.shapes}
    yield Problem(
        f"This map shows only {' and '.join(sorted(kinds, reverse=True))}, no area.",
        geo_map.at(geo_map.shapes[0].path),
        help="Draw the outline of the place in geojson.io; a rough one is enough.",
    )
