"""Positions that lie far from all others of their outline: a slip of one number draws a needle across the map."""

from typing import NamedTuple

from casecheck.boxes import Box
from casecheck.parse.geojson_shapes import Line, Shape

NEEDLE_KM = 50  # nothing shorter is called a needle
NEEDLE = 5  # how many times as long as all else is large a needle is
FEWEST_OTHERS = 3  # positions; of fewer, nobody can tell which of them is the stray one
MOST_POSITIONS = 200_000  # of one outline
NOWHERE = (0, 0)  # where programs put what has no position


class Stray(NamedTuple):
    """The position of a line with the number `at`, `km` away from `rest`, the box around all others."""

    line: Line
    at: int
    km: float
    rest: Box

    @property
    def position(self) -> tuple[float, float]:
        """Longitude and latitude, as written."""
        return self.line.longitudes[self.at], self.line.latitudes[self.at]

    @property
    def better(self) -> tuple[float, float] | None:
        """Longitude and latitude the other way round, or with other signs, where they lie amid the others."""
        x, y = self.position
        options = ((y, x), (-x, y), (x, -y), (-x, -y))
        near = max(self.rest.diagonal_km, 1)
        return next(((x, y) for x, y in options if abs(y) <= 90 and self.rest.distance_km(y, x) <= near), None)


def stray(shape: Shape, line: Line) -> Stray | None:
    """The position of a line that no hand put there.

    Of an area, any one from which the outline comes back at once; of anything else, only [0, 0]: a route may lead far.
    """
    if line.box.diagonal_km <= NEEDLE_KM or len(line.longitudes) > MOST_POSITIONS:
        return None
    is_across = line.box.east > 180 >= max(line.longitudes)
    xs = [x + 360 if is_across and x < 0 else x for x in line.longitudes]
    for axis in (xs, line.latitudes):
        for edge in (min(axis), max(axis)):
            index = axis.index(edge)
            found = _held_against_others(line, xs, index)
            if found and (shape.is_area or found.position == NOWHERE):
                return found
    return None


def _held_against_others(line: Line, xs: list[float], index: int) -> Stray | None:
    """The position at an index, if it is a stray one."""
    position = xs[index], line.latitudes[index]
    others = {other for other in zip(xs, line.latitudes, strict=True) if other != position}
    if len(others) < FEWEST_OTHERS:
        return None
    longitudes, latitudes = zip(*others, strict=True)
    rest = Box(min(longitudes), min(latitudes), max(longitudes), max(latitudes))
    long = max(NEEDLE_KM, NEEDLE * rest.diagonal_km)
    if line.box.diagonal_km < long / 2:  # far from it; spares working out the distance on the globe
        return None
    km = rest.distance_km(position[1], position[0])
    return Stray(line, index, km, rest) if km > long else None
