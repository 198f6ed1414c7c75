"""Bounding boxes in degrees, and distances on the globe in kilometres."""

from collections.abc import Iterable
from math import asin, cos, hypot, radians, sin, sqrt
from typing import NamedTuple

EARTH_RADIUS_KM = 6371.0
DEGREE_KM = 111.2


class Box(NamedTuple):
    """The smallest box around something, in degrees; `east` is above 180 where it lies across the 180th meridian."""

    west: float
    south: float
    east: float
    north: float

    @property
    def swapped(self) -> "Box":
        """The box with latitude and longitude the other way round."""
        return Box(self.south, self.west, self.north, self.east)

    @property
    def with_other_signs(self) -> tuple["Box", ...]:
        """The boxes that a minus sign too few or too many, before every longitude, every latitude or both, leads to."""
        west, south, east, north = self
        return Box(-east, south, -west, north), Box(west, -north, east, -south), Box(-east, -north, -west, -south)

    @property
    def diagonal_km(self) -> float:
        """From the south-western corner to the north-eastern one."""
        width = (self.east - self.west) * cos(radians(min(abs(self.south), abs(self.north), 90)))
        return hypot(width, self.north - self.south) * DEGREE_KM

    @property
    def centre(self) -> tuple[float, float]:
        """Latitude and longitude of the middle."""
        longitude = (self.west + self.east) / 2
        return (self.south + self.north) / 2, longitude - 360 if longitude > 180 else longitude

    def distance_km(self, latitude: float, longitude: float) -> float:
        """How far a point lies outside; 0 inside and on the edge."""
        nearest_latitude = min(max(latitude, self.south), self.north)
        return min(
            distance_km(latitude, turned, nearest_latitude, min(max(turned, self.west), self.east))
            for turned in (longitude - 360, longitude, longitude + 360)
        )


def around(boxes: Iterable[Box]) -> Box | None:
    """The smallest box around several; None where there are none.

    Boxes on both sides of the 180th meridian are joined across it where that gives the narrower one (RFC 7946, 5.2).
    """
    boxes = list(boxes)
    if len(boxes) < 2:
        return boxes[0] if boxes else None
    plain = _join(boxes)
    if plain.east - plain.west <= 180 or plain.east > 180 or plain.west < -180:
        return plain
    across = _join([box._replace(west=box.west + 360, east=box.east + 360) if box.east < 0 else box for box in boxes])
    return across if across.east - across.west < plain.east - plain.west else plain


def _join(boxes: list[Box]) -> Box:
    wests, souths, easts, norths = zip(*boxes, strict=True)
    return Box(min(wests), min(souths), max(easts), max(norths))


def distance_km(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """The great-circle distance of two points (haversine formula on a sphere)."""
    north, other_north = radians(latitude), radians(other_latitude)
    rise = sin((other_north - north) / 2)
    run = sin(radians(other_longitude - longitude) / 2)
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(rise * rise + cos(north) * cos(other_north) * run * run)))
