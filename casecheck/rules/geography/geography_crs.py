"""The map names a coordinate reference system.

The GeoJSON of 2008 had a member "crs" for that. Its successor, RFC 7946, dropped it: positions are always longitude and
latitude on WGS 84. Programs ignore the member, so it does no harm where the positions are in degrees.

Bad:
    { "type": "FeatureCollection", "crs": { … }, "features": [ … ] }

Good:
    { "type": "FeatureCollection", "features": [ … ] }
"""

from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, quoted
from casecheck.parse.geojson_structure import is_well_formed
from casecheck.settings import Settings
from casecheck.source import Place

NAME = "geography-crs"
SEVERITY = Severity.NOTE


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """A `crs` in the outermost object."""
    geo_map = document.location.map
    if geo_map is None or not is_well_formed(geo_map.crs):  # what is not, is for geography-structure
        return
    name = geo_map.crs["properties"].get("name")
    named = f" {quoted(name)}" if isinstance(name, str) else ""
    yield Problem(
        f'This map names a coordinate reference system{named}; GeoJSON no longer has the member "crs".',
        Place(geo_map.source, geo_map.positions.key(("crs",))),
        help='Remove "crs". Positions are always longitude and latitude on WGS 84.',
    )
