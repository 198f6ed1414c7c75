"""The map, or a part of it, has latitude and longitude the wrong way round.

GeoJSON writes the longitude first, most other places the latitude. Swapped, the map shows another part of the world.
casecheck knows it from the country and from the centroid: as it is written the map does not fit them, swapped it does.

Bad:
    "coordinates": [41.14, -8.62]        (Porto)

Good:
    "coordinates": [-8.62, 41.14]
"""

from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity
from casecheck.location import Point, whereabouts
from casecheck.parse.geojson_shapes import Shape
from casecheck.settings import Settings

NAME = "geography-swapped"
SEVERITY = Severity.ERROR


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """One finding for a whole map, or one for each part of it."""
    location = document.location
    swapped = location.swapped_shapes
    if location.map is None or not swapped:
        return
    is_whole = len(swapped) == len(location.own_shapes)
    for shape in swapped[:1] if is_whole else swapped:
        what = "This map" if is_whole else "This part of the map"
        longitude, latitude = shape.lines[0].longitudes[0], shape.lines[0].latitudes[0]
        yield Problem(
            f"{what} has latitude and longitude the wrong way round: it lies {_whereabouts(shape)}.",
            location.map.at((*shape.lines[0].path, 0)),
            help=f"GeoJSON writes the longitude first: [{latitude}, {longitude}]. Swap the numbers of every position"
            f"{'' if is_whole else ' of this part'}.",
        )


def _whereabouts(shape: Shape) -> str:
    """Where a shape lies as it is written, and where the other way round."""
    written = Point(*shape.box.centre)
    as_written, turned = whereabouts(written), whereabouts(written.swapped)
    return f"{as_written}, the other way round {turned}" if as_written != turned else as_written
