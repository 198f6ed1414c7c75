"""The coordinates of geometries: positions, lines and rings (RFC 7946, 3.1.1 to 3.1.7).

Sound coordinates are told by a few passes in C over a whole ring; only where one fails is each position looked at.
"""

from collections.abc import Iterator
from itertools import chain
from operator import mul
from typing import Any

from casecheck.boxes import Box
from casecheck.finding import Severity
from casecheck.parse.geojson_shapes import Line, StructureFault, describe
from casecheck.parse.json_positions import Path

# How many lists stand around the positions of each type of geometry.
LEVELS = {"Point": 0, "MultiPoint": 1, "LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3}

SAMPLES = ("[30, 10]", "[[30, 10], [31, 11]]", "[[[30, 10], [31, 10], [31, 11], [30, 10]]]", "[[[[30, 10], …]]]")

LARGEST_COORDINATE = 1e12  # larger than the metres of any projection; only slips and 1e999 get there
SLIVER = 1e-9  # a ring that fills no more of its box than this is looked at closely

POSITION = "Write a position as two numbers, longitude first: [-73.99, 40.73]."
RING = "Draw the area with three corners at least, and end where it began."

Found = Line | StructureFault


def read_coordinates(kind: str, coordinates: list[Any], path: Path) -> Iterator[Found]:
    """The lines in the coordinates of a geometry; what cannot be drawn is a fault in their place."""
    levels = LEVELS[kind]
    if excess := _excess(coordinates, levels):
        yield _wrong_depth(kind, excess, path)
    elif levels == 0:
        yield from _read_line(kind, [coordinates], path, is_point=True)
    else:
        yield from _read_lines(kind, coordinates, path, levels)


def _read_lines(kind: str, value: Any, path: Path, levels: int) -> Iterator[Found]:
    """The lines in a value whose positions should stand `levels` lists down."""
    if not isinstance(value, list):
        message = f"A list of positions is expected here, not {describe(value)}."
        yield StructureFault("geography-structure", path, message, POSITION)
    elif excess := _excess(value, levels):
        yield _wrong_depth(kind, excess, path)
    elif levels == 1:
        yield from _read_line(kind, value, path)
    else:
        for index, inner in enumerate(value):
            yield from _read_lines(kind, inner, (*path, index), levels - 1)


def _excess(coordinates: list[Any], levels: int) -> int:
    """How many lists too many stand around the first position, negative where there are too few.

    0 also where that is open: at an empty list, and at something that is no position.
    """
    depth, inner, value = -1, coordinates, coordinates
    while isinstance(value, list):
        if not value:
            return 0
        depth, inner, value = depth + 1, value, value[0]
    is_position = len(inner) > 1 and set(map(type, inner)) <= {int, float}
    return depth - levels if is_position or depth > levels else 0


def _wrong_depth(kind: str, excess: int, path: Path) -> StructureFault:
    what = f"The coordinates of this {kind}" if path[-1] == "coordinates" else f"This part of a {kind}"
    stand = "stand" if path[-1] == "coordinates" else "stands"
    pairs = "one pair" if abs(excess) == 1 else f"{abs(excess)} pairs"
    message = f"{what} {stand} in {pairs} of square brackets too {'few' if excess < 0 else 'many'}."
    advice = f"A {kind} is written like this: {SAMPLES[LEVELS[kind]]}."
    return StructureFault("geography-structure", path, message, advice)


def _read_line(kind: str, positions: list[Any], path: Path, *, is_point: bool = False) -> Iterator[Found]:
    """One run of positions, and what is wrong with it."""
    if positions and not _sound(positions):
        yield _bad_position(positions, path, is_point=is_point)
        return
    if positions and max(map(len, positions)) > 3:
        index = next(index for index, position in enumerate(positions) if len(position) > 3)
        message = f"This position has {len(positions[index])} numbers; programs differ in what they make of the rest."
        advice = "Keep longitude, latitude and, if need be, the height."
        at = path if is_point else (*path, index)
        yield StructureFault("geography-structure", at, message, advice, Severity.WARNING)
    longitudes = [position[0] for position in positions]
    latitudes = [position[1] for position in positions]
    box = _box(longitudes, latitudes) if positions else Box(0, 0, 0, 0)
    is_ring = kind.endswith("Polygon")
    line = Line(path, longitudes, latitudes, box, signed_area(longitudes, latitudes) if is_ring else 0.0)
    if is_ring:
        yield from _ring_faults(line, positions)
    elif kind.endswith("LineString"):
        yield from _line_faults(line)
    if positions:
        yield line


def _sound(positions: list[Any]) -> bool:
    """Whether all positions are lists of two or more numbers of a sane size."""
    if set(map(type, positions)) != {list} or min(map(len, positions)) < 2:
        return False
    numbers = list(chain.from_iterable(positions))
    are_numbers = set(map(type, numbers)) <= {int, float}
    return are_numbers and max(numbers) < LARGEST_COORDINATE and min(numbers) > -LARGEST_COORDINATE


def _bad_position(positions: list[Any], path: Path, *, is_point: bool) -> StructureFault:
    """The fault of the first position that is not sound, with a count of the others."""
    bad = [index for index, position in enumerate(positions) if not (isinstance(position, list) and _sound([position]))]
    kind, message, advice = _complaint(positions[bad[0]])
    if len(bad) > 1:
        others = f"{len(bad) - 1} more position{'s' if len(bad) > 2 else ''}"
        message += f" So it is with {others} of the same list."
    return StructureFault(kind, path if is_point else (*path, bad[0]), message, advice)


def _complaint(position: Any) -> tuple[str, str, str]:
    """What is wrong with one position: rule, message, help."""
    kind = "geography-structure"
    if not isinstance(position, list):
        return kind, f"A position is expected here, not {describe(position)}.", POSITION
    for number in position:
        if isinstance(number, str):
            return kind, f"This position holds {describe(number)} instead of a number.", "Remove the quotation marks."
        if isinstance(number, bool) or not isinstance(number, int | float):
            return kind, f"This position holds {describe(number)} instead of a number.", POSITION
    if len(position) < 2:
        count = "only one number" if position else "no number"
        return kind, f"This position has {count}; it needs a longitude and a latitude.", POSITION
    return "geography-range", "This position holds a number that is far too large for any map.", POSITION


def _box(longitudes: list[float], latitudes: list[float]) -> Box:
    """The box around positions; a line that jumps over the 180th meridian is followed across it."""
    west, east = min(longitudes), max(longitudes)
    if east - west > 180 and west > -180 and east < 180:
        turned = [longitude + 360 if longitude < 0 else longitude for longitude in longitudes]
        if max(turned) - min(turned) < east - west:
            west, east = min(turned), max(turned)
    return Box(west, min(latitudes), east, max(latitudes))


def signed_area(longitudes: list[float], latitudes: list[float]) -> float:
    """The area of a ring by the shoelace formula, in square degrees; positive where it runs counter-clockwise."""
    if not longitudes:
        return 0.0
    west, south = longitudes[0], latitudes[0]
    xs = [longitude - west for longitude in longitudes]
    ys = [latitude - south for latitude in latitudes]
    doubled: float = sum(map(mul, xs, ys[1:])) - sum(map(mul, xs[1:], ys))
    return doubled / 2


def _ring_faults(line: Line, positions: list[Any]) -> Iterator[StructureFault]:
    """What keeps a ring from being one (RFC 7946, 3.1.6), and what makes it useless."""
    count, advice, severity = len(positions), RING, None
    if count < 4:
        counted = f"{count} position{'' if count == 1 else 's'}"
        message = f"This outline has {counted}; it needs four at least: three corners, and the first one again."
    elif line.box.west == line.box.east and line.box.south == line.box.north:
        message = f"This area is a single point, {positions[0][:2]}, written {count} times."
    elif positions[0] != positions[-1]:
        message = f"This outline is not closed: it begins at {positions[0]} and ends at {positions[-1]}."
        advice = f"Add the first position again at its end: {positions[0]}."
        if positions[0][:2] == positions[-1][:2]:
            advice, severity = f"End with the same height: {positions[0]}.", Severity.WARNING
    elif is_straight(line):
        message, severity = "This area has no inside: all its positions lie on one straight line.", Severity.WARNING
    else:
        return
    yield StructureFault("geography-degenerate", line.path, message, advice, severity)


def is_straight(line: Line) -> bool:
    """Whether all positions of a ring lie on one straight line."""
    box = line.box
    if abs(line.area) > SLIVER * (box.east - box.west) * (box.north - box.south):
        return False
    xs = [longitude - line.longitudes[0] for longitude in line.longitudes]
    ys = [latitude - line.latitudes[0] for latitude in line.latitudes]
    far_x, far_y = max(zip(xs, ys, strict=True), key=lambda point: abs(point[0]) + abs(point[1]))
    size = (abs(far_x) + abs(far_y)) ** 2
    return all(abs(x * far_y - y * far_x) <= SLIVER * size for x, y in zip(xs, ys, strict=True))


def _line_faults(line: Line) -> Iterator[StructureFault]:
    """What keeps a line from being one (RFC 7946, 3.1.4), and what makes it useless."""
    count, severity = len(line.longitudes), None
    if count < 2:
        message = f"This line has {'only one position' if count else 'no position'}; it needs two at least."
    elif line.box.west == line.box.east and line.box.south == line.box.north:
        message, severity = f"This line is a single point, written {count} times.", Severity.WARNING
    else:
        return
    advice = 'Add the other end of the line, or make it a "Point".'
    yield StructureFault("geography-degenerate", line.path, message, advice, severity)
