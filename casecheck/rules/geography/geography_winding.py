"""The outlines of the map run clockwise, where the standard wants them counter-clockwise.

RFC 7946 has outer rings run counter-clockwise and holes clockwise. Web maps draw both; some programs take a ring that
runs the wrong way for the whole world but the area.

Bad:
    [[[0, 0], [0, 1], [1, 1], [1, 0], [0, 0]]]

Good:
    [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]]
"""

from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity
from casecheck.parse.geojson_shapes import Line, Shape
from casecheck.settings import Settings

NAME = "geography-winding"
SEVERITY = Severity.NOTE


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """One finding for a map: how many of its areas have a ring that runs the wrong way."""
    location = document.location
    areas = [shape for shape, box in location.boxes if shape.is_area and box is shape.box]  # what is swapped is told
    wrong = [ring for shape in areas if (ring := next(_wrong(shape), None)) and ring.path not in location.slipped_lines]
    if location.map and wrong:
        of_them = f"{len(wrong)} of the {len(areas)} areas" if len(areas) > 1 else "The area"
        verb = "run" if len(wrong) > 1 else "runs"
        yield Problem(
            f"{of_them} of this map {verb} the wrong way round; outlines run counter-clockwise, holes clockwise.",
            location.map.at(wrong[0].path),
            help="Web maps draw it all the same. To mend it, open the map in mapshaper.org and export it as GeoJSON.",
        )


def _wrong(shape: Shape) -> Iterator[Line]:
    """The rings of a shape that run the wrong way; one around half the globe has no right way."""
    for ring in shape.lines:
        if ring.area and (ring.area > 0) == ring.is_hole and ring.box.east - ring.box.west < 180:
            yield ring
