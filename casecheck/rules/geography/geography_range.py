"""A position of the map lies outside of the globe.

Longitudes go from -180 to 180, latitudes from -90 to 90. Numbers in the hundred thousands are usually metres: the map
was exported in a projection, and has to be exported again in degrees (WGS 84, EPSG:4326).

Bad:
    { "type": "Point", "coordinates": [529090.5, 179645.2] }

Good:
    { "type": "Point", "coordinates": [-0.1419, 51.5014] }
"""

from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity
from casecheck.location import SLACK, is_on_globe
from casecheck.parse.geojson_shapes import Line
from casecheck.settings import Settings

NAME = "geography-range"
SEVERITY = Severity.ERROR

METRES = 400  # no slip in a degree gets beyond that


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """The first position outside of the globe, with a count of the lines that have one."""
    location = document.location
    yield from location.problems(NAME)
    if location.map is None:
        return
    swapped = {shape.path for shape in location.swapped_shapes}
    lines = [
        line for shape in location.own_shapes if shape.path not in swapped for line in shape.lines if _is_off(line)
    ]
    if not lines:
        return
    line = lines[0]
    index = next(index for index in range(len(line.longitudes)) if _is_off(line, index))
    longitude, latitude = line.longitudes[index], line.latitudes[index]
    message = f"The position [{longitude}, {latitude}] lies outside of the globe"
    others = f"; {len(lines) - 1} more parts of the map have such positions" if len(lines) > 1 else ""
    if _is_in_metres(line):
        message = f"The position [{longitude}, {latitude}] is not in degrees; it looks like metres of a projection"
        advice = "Export the map again in degrees: WGS 84, also called EPSG:4326."
    elif _fits_swapped(line, index):
        advice = f"It is probably the wrong way round: [{latitude}, {longitude}]."
    else:
        advice = "A position is longitude (-180 to 180), then latitude (-90 to 90)."
    is_mild = all(is_on_globe(line.box) for line in lines)
    yield Problem(
        f"{message}{others}.", location.map.at((*line.path, index)), advice, Severity.WARNING if is_mild else None
    )


def _is_in_metres(line: Line) -> bool:
    """Whether most positions of a line are no degrees at all; of a few, a digit or a point slipped."""
    corners = zip(line.longitudes, line.latitudes, strict=True)
    return 2 * sum(max(abs(x), abs(y)) > METRES for x, y in corners) > len(line.longitudes)


def _fits_swapped(line: Line, index: int) -> bool:
    """Whether a position lies beside the one before it, on the globe, when its numbers change places."""
    x, y = line.latitudes[index], line.longitudes[index]
    before = (line.longitudes[index - 1], line.latitudes[index - 1])
    return max(abs(x - before[0]), abs(y - before[1])) < 1 and abs(y) <= 90


def _is_off(line: Line, index: int | None = None) -> bool:
    """Whether a line, or one position of it, lies outside of the degrees that there are."""
    longitudes = line.longitudes if index is None else line.longitudes[index : index + 1]
    latitudes = line.latitudes if index is None else line.latitudes[index : index + 1]
    east, north = 180 + SLACK, 90 + SLACK
    return max(longitudes) > east or min(longitudes) < -east or max(latitudes) > north or min(latitudes) < -north
