"""Parts of the map lie far from each other.

The page shows the whole map, so that a part on another continent makes the case itself a dot. Mostly it is a leftover:
a test, an example, or the map of another case.

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
from casecheck.location import Location, Point, whereabouts
from casecheck.parse.json_positions import Path
from casecheck.settings import Settings

NAME = "geography-scattered"
SEVERITY = Severity.WARNING


class Part(NamedTuple):
    """A feature and its box; one feature may well have parts that lie apart, such as a country and its islands."""

    path: Path
    box: Box


def check(document: CaseDocument, settings: Settings) -> Iterator[Problem]:
    """Each group of features that lies far from the one that the case is about."""
    location, far = document.location, settings.geography.scattered_km
    if location.map is None or location.box is None or location.box.diagonal_km <= far:
        return
    rows = _split(_parts(location, location.box), far, "south", "north")
    groups = [group for row in rows for group in _split(row, far, "west", "east")]
    if _is_national(groups, location, far):
        return
    home = _home(groups, location)
    for group in groups if home else []:
        if group is not home:
            part = group[0]
            centre = Point(*part.box.centre)
            km = _box(home or group).distance_km(*centre)
            what = f"{len(group)} features of the map lie" if len(group) > 1 else "A feature of the map lies"
            yield Problem(
                f"{what} {km:,.0f} km from the rest, {whereabouts(centre)}.",
                location.map.at(part.path),
                help="Remove what does not belong to this case.",
            )


def _parts(location: Location, whole: Box) -> list[Part]:
    """The features; where the map reaches across the 180th meridian, all of them counted from one side."""
    boxes: dict[Path, list[Box]] = {}
    for shape, box in location.boxes:
        is_beyond = whole.east > 180 and box.east < 0
        turned = box._replace(west=box.west + 360, east=box.east + 360) if is_beyond else box
        boxes.setdefault(shape.owner, []).append(turned)
    return [Part(path, around(inner) or inner[0]) for path, inner in boxes.items()]


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
    if location.country is None or (len(groups) < 3 and largest.diagonal_km <= far):
        return False
    return all(location.is_in_country(Point(*box.centre)) for box in others)  # the middle of Chile is in Argentina


def _home(groups: list[list[Part]], location: Location) -> list[Part] | None:
    """The group that the case is about; None where there is but one, or the centroid lies amid all of them."""
    if len(groups) < 2:
        return None
    centroid = location.centroid
    if centroid and not location.sample:
        near = [group for group in groups if _box(group).distance_km(*centroid) <= location.settings.far_km]
        if near or location.is_near(centroid):
            return near[0] if near else None
    return max(groups, key=len)


def _box(group: list[Part]) -> Box:
    return around(part.box for part in group) or group[0].box
