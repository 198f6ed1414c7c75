"""The outline of an area crosses itself, or its parts do not fit together.

Which side of such an outline is inside is not certain, so programs fill it in different ways. It often comes from
corners clicked in the wrong order, or from a simplification that went too far.

Bad:
    [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]

Good:
    [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]]
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from typing import NamedTuple

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity
from casecheck.location import is_on_globe
from casecheck.parse.geojson_lines import is_straight
from casecheck.parse.geojson_shapes import Line, Shape
from casecheck.settings import Settings

NAME = "geography-self-intersection"
SEVERITY = Severity.NOTE

# Two edges that share a longitude may cross; their pairs take time, and a hostile map has very many.
FEW_PAIRS = 10_000  # of one map; up to here, looking at the edges oneself is quicker than importing shapely
MOST_PAIRS = 30_000_000  # of one map; shapely takes a second at worst for so many
FEW_EDGES = 30  # of a ring, whose pairs are not worth counting
MANY_EDGES = 2_000  # of a polygon, which take long to count one by one
REASON = re.compile(r"(?P<words>[^\[]+)\[(?P<x>\S+) (?P<y>\S+)\]")
WORDS = {
    "Self-intersection": "The outline of an area crosses itself",
    "Ring Self-intersection": "The outline of an area touches itself",
    "Hole lies outside shell": "A hole lies outside of the area that it is cut from",
    "Holes are nested": "A hole lies within another hole",
    "Interior is disconnected": "A hole cuts an area in two",
    "Duplicate Rings": "An area has the same outline twice",
}


Corner = tuple[float, float]


class Crossing(NamedTuple):
    """What shapely says of a polygon: its words, and the longitude and latitude that it speaks of."""

    words: str
    longitude: float
    latitude: float


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """The first polygon of a map that is not valid, with a count of the others."""
    geo_map = document.location.map
    if geo_map is None:
        return
    slips = document.location.slipped_lines
    shapes = (shape for shape in geo_map.shapes if shape.is_area and is_on_globe(shape.box))
    polygons = (rings for shape in shapes for rings in _polygons(shape) if slips.isdisjoint(r.path for r in rings))
    found = list(_found(polygons))
    if not found:
        return
    rings, crossing = found[0]
    where = f"at [{round(crossing.longitude, 6)}, {round(crossing.latitude, 6)}]"
    others = f" So it is with {len(found) - 1} more of this map." if len(found) > 1 else ""
    yield Problem(
        f"{crossing.words} {where}.{others}",
        geo_map.at(_nearest(rings, crossing)),
        help="Move or remove the corner there. mapshaper.org shows such places, and repairs them with 'clean'.",
    )


def _polygons(shape: Shape) -> Iterator[list[Line]]:
    """The polygons of a shape, each its outer ring and its holes; what is no ring at all is for another rule."""
    for _, lines in groupby(shape.lines, key=lambda line: line.path[:-1]):
        rings = list(lines)
        if all(_is_ring(ring) for ring in rings):
            yield rings


def _found(polygons: Iterable[list[Line]]) -> Iterator[tuple[list[Line], Crossing]]:
    """The polygons that are not valid; one that would take too long is passed over."""
    spent = 0
    for rings in polygons:
        pairs = _pairs(rings)
        if spent + pairs > MOST_PAIRS:
            continue
        spent += pairs
        if len(rings) == 1 and spent <= FEW_PAIRS and _is_apart(rings[0]):
            continue
        if crossing := _crossing(rings):
            yield rings, crossing


def _pairs(rings: list[Line]) -> int:
    """How many pairs of edges share a longitude, and how many edges the holes are held against, at most."""
    count = sum(len(ring.longitudes) - 1 for ring in rings)
    if count <= FEW_EDGES:
        return count * count // 2
    # A pair that is apart is counted once here, one that is not twice, and each edge with itself.
    counted = _counted_fast(rings) if count > MANY_EDGES else _counted(rings)
    longest = max(len(ring.longitudes) for ring in rings)
    return counted - count * (count + 1) // 2 + (len(rings) - 1) * longest


def _counted(rings: list[Line]) -> int:
    """For each edge, how many begin to the west of its eastern end, in all."""
    edges = [edge for ring in rings for edge in pairwise(ring.longitudes)]
    wests = sorted(map(min, edges))
    return sum(bisect_right(wests, max(edge)) for edge in edges)


def _counted_fast(rings: list[Line]) -> int:
    """The same with numpy, which shapely will load in any case for so many edges."""
    import numpy

    lines = [numpy.asarray(ring.longitudes) for ring in rings]
    wests = numpy.sort(numpy.concatenate([numpy.minimum(xs[:-1], xs[1:]) for xs in lines]))
    easts = numpy.concatenate([numpy.maximum(xs[:-1], xs[1:]) for xs in lines])
    return int(numpy.searchsorted(wests, numpy.sort(easts), side="right").sum())


def _is_ring(line: Line) -> bool:
    xs, ys = line.longitudes, line.latitudes
    is_closed = xs[0] == xs[-1] and ys[0] == ys[-1]
    is_small = line.box.east - line.box.west < 180 and line.box.west < line.box.east
    return is_closed and len(xs) >= 4 and is_small and not is_straight(line)


def _crossing(rings: list[Line]) -> Crossing | None:
    """Why a polygon is not valid; None where it is."""
    import shapely

    outer, *holes = [shapely.linearrings(ring.longitudes, ring.latitudes) for ring in rings]
    reason = REASON.match(shapely.is_valid_reason(shapely.polygons(outer, holes or None)))
    if reason is None or reason["words"] not in WORDS:
        return None
    return Crossing(WORDS[reason["words"]], float(reason["x"]), float(reason["y"]))


def _is_apart(ring: Line) -> bool:
    """Whether no two edges of a small ring come near each other, but for their common corners.

    Most maps hold one small outline that is in order; they so need no shapely, whose import takes longer than all else.
    """
    corners = [
        first for first, second in pairwise(zip(ring.longitudes, ring.latitudes, strict=True)) if first != second
    ]
    count = len(corners)
    edges = sorted(
        (min(start[0], end[0]), max(start[0], end[0]), index, start, end)
        for index, (start, end) in enumerate(pairwise([*corners, corners[0]]))
    )
    for place, (_, east, index, start, end) in enumerate(edges):
        for west, _, other, other_start, other_end in edges[place + 1 :]:
            if west > east:
                break
            if (other - index) % count in {1, count - 1}:
                if _folds_back(start, end, other_end) if other_start == end else _folds_back(other_start, start, end):
                    return False
            elif not (_is_beside(start, end, other_start, other_end) or _is_beside(other_start, other_end, start, end)):
                return False
    return count > 2


def _folds_back(before: Corner, corner: Corner, after: Corner) -> bool:
    """Whether an outline turns round at a corner and runs back on itself."""
    ahead = (corner[0] - before[0]) * (after[0] - corner[0]) + (corner[1] - before[1]) * (after[1] - corner[1])
    return ahead < 0 and _turn(before, corner, after) == 0


def _is_beside(start: Corner, end: Corner, *others: Corner) -> bool:
    """Whether corners lie on one side of the line through an edge, and none on it."""
    turns = [_turn(start, end, other) for other in others]
    return min(turns) > 0 or max(turns) < 0


def _turn(start: Corner, end: Corner, other: Corner) -> float:
    """Positive where a corner lies to the left of an edge; 0 where that is too close to tell."""
    run, rise = end[0] - start[0], end[1] - start[1]
    left, right = run * (other[1] - start[1]), rise * (other[0] - start[0])
    return left - right if abs(left - right) > 1e-9 * (abs(left) + abs(right)) else 0


def _nearest(rings: list[Line], crossing: Crossing) -> tuple[str | int, ...]:
    """The path of the corner that is nearest to a crossing."""
    corners = (
        (abs(x - crossing.longitude) + abs(y - crossing.latitude), ring, index)
        for ring in rings
        for index, (x, y) in enumerate(zip(ring.longitudes, ring.latitudes, strict=True))
    )
    _, ring, index = min(corners, key=lambda corner: corner[0])
    return (*ring.path, index)
