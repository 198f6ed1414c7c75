"""Parts of the map lie far from each other.

The page shows the whole map, so that a part on another continent makes the case itself a dot. Mostly it is a leftover:
a test, an example, or the map of another case. A single position far from all others of its outline is a slip: a minus
sign lost, two numbers swapped. An area that covers most of the globe shows no place at all.

Bad:
    one area in Nairobi, and one in New York

Good:
    all areas in and around Nairobi
"""

from collections.abc import Iterator
from math import cos, radians
from typing import NamedTuple

from casecheck.boxes import DEGREE_KM, Box, around
from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity
from casecheck.location import SHAPES_LOOKED_AT, Location, Point, whereabouts
from casecheck.parse.geojson_shapes import Shape
from casecheck.parse.geojson_strays import Stray
from casecheck.parse.json_positions import Path
from casecheck.settings import Settings

NAME = "geography-scattered"
SEVERITY = Severity.WARNING


WORLD = (270, 60)  # degrees from west to east and from south to north: Antarctica is as wide, but not as high
PIECES_LOOKED_AT = 5  # of those that lie together; one of them in the country speaks for all
NOWHERE = "Remove it; [0, 0] is what programs write where they know no position."


class Part(NamedTuple):
    """A feature and its box; one feature may well have pieces that lie apart, such as a country and its islands.

    Of a country's case, a piece that lies in another country is a part of its own.
    """

    path: Path
    box: Box


def check(document: CaseDocument, settings: Settings) -> Iterator[Problem]:
    """Each group of features that lies far from the one that the case is about."""
    location, far = document.location, settings.geography.scattered_km
    yield from _strays(location)
    yield from _worldwide(location)
    if location.map is None or location.box is None or location.box.diagonal_km <= far:
        return
    groups = _grouped(_parts(location, location.box), far)
    if _is_national(groups, location, far):
        return
    home = _home(groups, location)
    for group in groups if home else []:
        if group is not home:
            part, rest = group[0], _box(home or group)
            centre = Point(*part.box.centre)
            what = f"{len(group)} parts of the map lie" if len(group) > 1 else "A part of the map lies"
            yield Problem(
                f"{what} {rest.distance_km(*centre):,.0f} km from the rest, {whereabouts(centre)}.",
                location.map.at(part.path),
                help=_advice(centre, rest, far),
            )


def _advice(centre: Point, rest: Box, far: float) -> str:
    if centre == (0, 0):
        return NOWHERE
    turned = centre.swapped
    if turned.is_on_globe and rest.distance_km(*turned) <= far / 10:
        return "It seems to have latitude and longitude the wrong way round: GeoJSON writes the longitude first."
    return "Remove what does not belong to this case."


def _strays(location: Location) -> Iterator[Problem]:
    """Single positions far from their outline."""
    for stray in location.strays:
        if location.map:
            shown = f"[{stray.position[0]}, {stray.position[1]}]"
            yield Problem(
                f"The position {shown} lies {stray.km:,.0f} km from all others of its outline.",
                location.map.at((*stray.line.path, stray.at)),
                help=_better(stray),
            )


def _worldwide(location: Location) -> Iterator[Problem]:
    """The first area that covers most of the globe."""
    slips = location.slipped_lines
    rings = (line for shape, _ in location.boxes if shape.is_area for line in shape.lines if line.path not in slips)
    for ring in rings:
        width, height = ring.box.east - ring.box.west, ring.box.north - ring.box.south
        if location.map and width >= WORLD[0] and height >= WORLD[1]:
            yield Problem(
                f"An area of this map is {width * DEGREE_KM:,.0f} km across: that is most of the globe.",
                location.map.at(ring.path),
                help="Draw the place of this case alone, for example in geojson.io.",
            )
            return


def _better(stray: Stray) -> str:
    if stray.better:
        return f"Did you mean [{stray.better[0]}, {stray.better[1]}]?"
    return NOWHERE if stray.position == (0, 0) else "Move or remove it."


def _parts(location: Location, whole: Box) -> list[Part]:
    """The features; where the map reaches across the 180th meridian, all of them counted from one side."""
    boxes: dict[Path, list[Box]] = {}
    for number, (shape, shape_box) in enumerate(location.boxes):
        pieces = _pieces(location, shape, shape_box) if number < SHAPES_LOOKED_AT else [(shape.owner, shape_box)]
        for path, box in pieces:
            is_beyond = whole.east > 180 and box.east < 0
            turned = box._replace(west=box.west + 360, east=box.east + 360) if is_beyond else box
            boxes.setdefault(path, []).append(turned)
    return [Part(path, around(inner) or inner[0]) for path, inner in boxes.items()]


def _pieces(location: Location, shape: Shape, box: Box) -> Iterator[tuple[Path, Box]]:
    """A shape with its box, or the pieces of a scattered one: those abroad on their own, the others as its feature."""
    is_swapped, far = box is not shape.box, location.settings.scattered_km
    if is_swapped or location.country is None or box.diagonal_km <= far:
        yield shape.owner, box
        return
    for group in _grouped([Part(line.path, line.box) for line in shape.lines], far):
        is_home = any(location.is_in_country(Point(*piece.box.centre)) for piece in group[:PIECES_LOOKED_AT])
        yield (shape.owner if is_home else group[0].path), _box(group)


def _grouped(parts: list[Part], far: float) -> list[list[Part]]:
    """The parts in groups that lie far from each other."""
    rows = _split(parts, far, "south", "north")
    return [group for row in rows for group in _split(row, far, "west", "east")]


def _split(parts: list[Part], far: float, start: str, end: str) -> list[list[Part]]:
    """The features in groups, apart where a gap of more than `far` km runs right through the map."""
    poleward = max(max(abs(part.box.south), abs(part.box.north)) for part in parts)
    degree_km = DEGREE_KM * (cos(radians(poleward)) if start == "west" else 1)
    groups: list[list[Part]] = []
    edge = 0.0
    for part in sorted(parts, key=lambda part: getattr(part.box, start)):
        if not groups or (getattr(part.box, start) - edge) * degree_km > far:
            groups.append([])
            edge = getattr(part.box, end)
        groups[-1].append(part)
        edge = max(edge, getattr(part.box, end))
    return groups


def _is_national(groups: list[list[Part]], location: Location, far: float) -> bool:
    """Whether this is the map of a country: one group of features is large, or there are several, and all lie there."""
    *others, largest = sorted(map(_box, groups), key=lambda box: box.diagonal_km)
    if location.country is None or (len(groups) < 3 and largest.diagonal_km <= far / 2):
        return False
    return all(location.is_in_country(Point(*box.centre)) for box in others)  # the middle of Chile is in Argentina


def _home(groups: list[list[Part]], location: Location) -> list[Part] | None:
    """The group that the case is about; None where there is but one, or the centroid lies amid all of them.

    Where no centroid tells, it is one in the country, then the one with the most parts.
    """
    if len(groups) < 2:
        return None
    centroid = location.centroid
    if centroid and not location.sample:
        near = [group for group in groups if _box(group).distance_km(*centroid) <= location.settings.far_km]
        if near or location.is_near(centroid):
            return near[0] if near else None
    return max(groups, key=lambda group: (bool(location.is_in_country(Point(*_box(group).centre))), len(group)))


def _box(group: list[Part]) -> Box:
    return around(part.box for part in group) or group[0].box
