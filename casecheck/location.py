"""Where a case says that it is: by its centroid, its country and its map.

The three are witnesses. What is written the wrong way round is told by the other two: as written it does not fit them,
the other way round it does. `centroid.py` judges the centroid; what of the map is mistaken stands here.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import isfinite
from typing import Any, NamedTuple

from casecheck import country, country_codes
from casecheck.boxes import Box, around
from casecheck.finding import Problem
from casecheck.parse.frontmatter import FrontMatter
from casecheck.parse.geojson_ import GeoMap
from casecheck.parse.geojson_shapes import Shape, fingerprint
from casecheck.parse.geojson_strays import Stray, stray
from casecheck.parse.json_positions import Path
from casecheck.profile import Template
from casecheck.schema import coordinates
from casecheck.settings import GeographySettings
from casecheck.source import Source

# Fingerprints of example maps that templates in circulation carry and authors left in. The example of a template that
# the settings name is found beside it.
KNOWN_EXAMPLES = frozenset({"efbfeee7029429b5a4d027bac2314b6b"})
KNOWN_SAMPLE = (40.712778, -74.006111)  # the centroid in those templates: New York

SHAPES_LOOKED_AT = 200  # of a map with more, only these are held against the country one by one
STRAY_KM = 50  # a lone shape that comes this near to the centroid when it is swapped, was swapped
EDGE = 0.02  # how far outside of a box counts as inside, as a share of its diagonal
SLACK = 1e-6  # degrees; what projections back and forth add to the edge of the globe
SAME_PLACE = 1e-4  # degrees: some ten metres
NUMBER = re.compile(r"[-+]?\d[\d_]*(?:\.\d*)?(?:[eE][-+]?\d+)?")


class Point(NamedTuple):
    """A place in decimal degrees."""

    latitude: float
    longitude: float

    @property
    def swapped(self) -> "Point":
        """The place with latitude and longitude the other way round."""
        return Point(self.longitude, self.latitude)

    @property
    def is_on_globe(self) -> bool:
        """Whether there is such a place."""
        return abs(self.latitude) <= 90 and abs(self.longitude) <= 180

    @property
    def with_other_signs(self) -> tuple["Point", ...]:
        """The places that a minus sign too few or too many leads to."""
        latitude, longitude = self
        return Point(latitude, -longitude), Point(-latitude, longitude), Point(-latitude, -longitude)


@dataclass(frozen=True)
class Location:
    """What a case says of its place.

    `written` are the two numbers of the centroid as their author spelt them; `country` is an alpha-3 code whose outline
    is known, or None. `samples` are the centroids of templates, each with the city that the template gives it ("" for
    none); `examples` the fingerprints of the templates' maps.
    """

    centroid: Point | None = None
    written: tuple[str, ...] = ()
    city: str = ""
    country: str | None = None
    map: GeoMap | None = None
    samples: Mapping[Point, str] = field(default_factory=dict)
    examples: frozenset[str] = KNOWN_EXAMPLES
    settings: GeographySettings = field(default_factory=GeographySettings)

    @cached_property
    def sample(self) -> Point | None:
        """The template's centroid that the case's is equal to."""
        return next((sample for sample in self.samples if self.centroid and _is_same(sample, self.centroid)), None)

    @cached_property
    def template_shapes(self) -> tuple[Shape, ...]:
        """What of the map is a template's example, unless the case's own centroid lies there."""
        shapes = self.map.shapes if self.map else ()
        own = self.centroid if self.centroid and not self.sample else None
        return tuple(
            shape
            for shape in shapes[:SHAPES_LOOKED_AT]
            if fingerprint((shape,), shape.box) in self.examples
            and (own is None or shape.box.distance_km(*own) > self.settings.near_km)
        )

    @cached_property
    def own_shapes(self) -> tuple[Shape, ...]:
        """The shapes that the author drew."""
        left_in = {shape.path for shape in self.template_shapes}
        return tuple(shape for shape in self.map.shapes if shape.path not in left_in) if self.map else ()

    @cached_property
    def swapped_shapes(self) -> tuple[Shape, ...]:
        """The shapes of the map that have latitude and longitude the wrong way round.

        Of very many that are far from the centroid, the first ones stand for all.
        """
        far = [shape for shape in self.own_shapes if not self._is_near_anchor(shape)]
        away = [shape for shape in far[:SHAPES_LOOKED_AT] if not self._is_home(shape)]
        gone = {shape.path for shape in away}
        home = around(shape.box for shape in self.own_shapes if shape.path not in gone and is_on_globe(shape.box))
        swapped = [shape for shape in away if self._is_swapped(shape, home)]
        return tuple(far if len(swapped) == SHAPES_LOOKED_AT else swapped)

    @cached_property
    def boxes(self) -> tuple[tuple[Shape, Box], ...]:
        """The shapes that the author drew, with their boxes as they are meant; what lies on no globe is left out."""
        swapped = {shape.path for shape in self.swapped_shapes}
        meant = ((shape, shape.box.swapped if shape.path in swapped else shape.box) for shape in self.own_shapes)
        return tuple((shape, box) for shape, box in meant if is_on_globe(box))

    @cached_property
    def box(self) -> Box | None:
        """The box around the map as it is meant; None where there is none to compare with."""
        return around(box for _, box in self.boxes)

    @cached_property
    def strays(self) -> tuple[Stray, ...]:
        """The positions of the author's shapes that lie far from all others of their outline, but on the globe."""
        lines = ((shape, line) for shape, _ in self.boxes for line in shape.lines)
        return tuple(found for shape, line in lines if (found := stray(shape, line)))

    @cached_property
    def slipped_lines(self) -> frozenset[Path]:
        """The outlines with such a position, of which geography-scattered speaks."""
        return frozenset(stray.line.path for stray in self.strays)

    @cached_property
    def is_map_in_country(self) -> bool | None:
        """Whether any of the map lies in the country; None where one of them is not known."""
        if self.box is None or self.country is None:
            return None
        centres = [self.box.centre, *(box.centre for _, box in self.boxes[:SHAPES_LOOKED_AT])]
        return any(self.is_in_country(Point(*centre)) for centre in centres)

    @cached_property
    def is_map_abroad(self) -> bool:
        """Whether nothing of the map that was looked at lies in the country: no middle, and no outline's beginning."""
        if self.is_map_in_country is not False or self.swapped_shapes:
            return False
        lines = [line for shape, _ in self.boxes for line in shape.lines][:SHAPES_LOOKED_AT]
        return not any(self.is_in_country(Point(line.latitudes[0], line.longitudes[0])) for line in lines)

    def is_in_country(self, point: Point) -> bool | None:
        """Whether a place lies in the case's country; None where that is not known."""
        if self.country is None:
            return None
        tolerance = self.settings.country_tolerance_degrees
        return point.is_on_globe and bool(country.lies_in(self.country, *point, tolerance))

    def is_ashore(self, point: Point) -> bool | None:
        """Whether a place lies within the outline of the case's country, or nearly; None where that is not known."""
        if self.country is None:
            return None
        distance = country.distance_degrees(self.country, *point) if point.is_on_globe else None
        return distance is not None and distance <= self.settings.country_tolerance_degrees

    def kilometres(self, point: Point) -> float | None:
        """How far a place lies outside of the map's box; None where there is no map."""
        return self.box.distance_km(*point) if self.box else None

    def is_near(self, point: Point) -> bool | None:
        """Whether a place lies so near to the map's box that nobody would notice; None where there is no map."""
        if self.box is None:
            return None
        return self.box.distance_km(*point) <= max(self.settings.near_km, EDGE * self.box.diagonal_km)

    @cached_property
    def has_other_signs(self) -> bool:
        """Whether the map would lie where the case is with a minus sign less or more before each of its numbers.

        That is: beside the centroid, or in the country and nearer to the centroid, while as written it is abroad.
        """
        if self.box is None or self.centroid is None or self.is_in_country(self.centroid) is False:
            return False
        km, centroid, is_abroad = self.box.distance_km(*self.centroid), self.centroid, self.is_map_in_country is False
        return any(
            box.distance_km(*centroid) <= km / (2 if is_abroad and self.is_in_country(Point(*box.centre)) else 10)
            for box in self.box.with_other_signs
        )

    def problems(self, rule: str) -> Iterator[Problem]:
        """What is wrong with the map as a file, as far as a rule reports it."""
        return self.map.problems(rule) if self.map else iter(())

    def spelled(self, point: Point) -> str:
        """A centroid as the author would write it: with the digits that are there already."""
        digits = {abs(float(number)): number.lstrip("+-") for number in self.written}
        numbers = (("-" if degree < 0 else "") + digits.get(abs(degree), repr(abs(degree))) for degree in point)
        return f"[{', '.join(numbers)}]"

    def _is_near_anchor(self, shape: Shape) -> bool:
        """Whether a shape lies where the centroid says."""
        near = self._anchor and shape.box.distance_km(*self._anchor) <= self.settings.far_km
        return bool(near) and is_on_globe(shape.box)

    def _is_home(self, shape: Shape) -> bool:
        """Whether a shape that is not near the centroid lies in the country, or nothing speaks against it."""
        if not is_on_globe(shape.box):
            return False
        if self.country is None:
            return self._anchor is None
        is_adrift = not self._any(self.is_ashore, shape, shape.box) and self._any(
            self.is_ashore, shape, shape.box.swapped
        )
        return not is_adrift and self._any(self.is_in_country, shape, shape.box)

    @cached_property
    def _anchor(self) -> Point | None:
        """The centroid, where nothing but the map speaks against it."""
        centroid = self.centroid
        sound = centroid and centroid.is_on_globe and not self.sample and self.is_in_country(centroid) is not False
        return centroid if sound else None

    def _is_swapped(self, shape: Shape, home: Box | None) -> bool:
        """Whether a shape that is not where the case is would be there the other way round.

        `home` is the box of the shapes that are; None where none is, so that the centroid itself may be the mistaken
        one.
        """
        turned, anchor = shape.box.swapped, self._anchor
        if not is_on_globe(turned) or (home and home.distance_km(*turned.centre) > self.settings.scattered_km):
            return False
        if self.country and self._any(self.is_ashore, shape, turned):
            return not self._is_confirmed(shape)
        km = turned.distance_km(*anchor) if anchor else None
        if not is_on_globe(shape.box):
            return self.country is None or (km is not None and km <= self.settings.far_km)
        if anchor is None or km is None or km > STRAY_KM:
            return False
        if self.country is None:
            is_sea_the_other_way = country.country_at(*anchor.swapped) is None
            return home is not None or (country.country_at(*anchor) is not None and is_sea_the_other_way)
        return home is not None or self._any(self.is_in_country, shape, turned)

    def _is_confirmed(self, shape: Shape) -> bool:
        """Whether the centroid speaks for a shape as written without looking swapped itself: the country is wrong."""
        centroid = self.centroid
        if centroid is None or shape.box.distance_km(*centroid) > self.settings.near_km:
            return False
        return not self.is_in_country(centroid.swapped)

    @staticmethod
    def _any(is_there: Callable[[Point], bool | None], shape: Shape, box: Box) -> bool:
        """Whether a shape lies where a question asks; `box` is its own, or its swapped one."""
        line = shape.lines[0]
        first = Point(line.latitudes[0], line.longitudes[0])
        points = (first.swapped if box is not shape.box else first, Point(*box.centre))
        return any(is_there(point) for point in points)


def whereabouts(point: Point) -> str:
    """Where a place is, as it stands behind "lies": "in France", "in the sea"."""
    if not point.is_on_globe:
        return "nowhere on the globe"
    code = country.country_at(*point)
    return f"in {country.name(code)}" if code else "in the sea"


def is_on_globe(box: Box) -> bool:
    """Whether a box lies within the degrees that there are; it may reach across the 180th meridian."""
    latitude, longitude = 90 + SLACK, 180 + SLACK
    is_possible = -latitude <= box.south and box.north <= latitude
    return is_possible and -longitude <= box.west <= longitude and box.east <= 360 + longitude


def _is_same(point: Point, other: Point) -> bool:
    return all(abs(a - b) <= SAME_PLACE for a, b in zip(point, other, strict=True))


def locate(
    front_matter: FrontMatter,
    source: Source,
    geo_map: GeoMap | None,
    templates: Iterable[Template],
    settings: GeographySettings,
) -> Location:
    """What front matter and map say of a case's place, next to what the templates say of theirs."""
    templates = tuple(templates)
    samples = {Point(*KNOWN_SAMPLE): "New York"}
    for template in templates:
        if point := _point(template.front_matter.get("centroid")):
            samples.setdefault(point, str(template.front_matter.get("city") or ""))
    written = tuple(match[0].replace("_", "") for match in NUMBER.finditer(source[front_matter.value_span("centroid")]))
    given = front_matter.text("country_code") or front_matter.text("country") or ""
    return Location(
        centroid=_meant(front_matter.data.get("centroid")),
        written=written if len(written) == 2 else (),
        city=front_matter.text("city") or "",
        country=country.code_of(given) or country.code_of(country_codes.meant(given) or ""),
        map=geo_map,
        samples=samples,
        examples=KNOWN_EXAMPLES.union(*(template.examples for template in templates)),
        settings=settings,
    )


def _meant(value: Any) -> Point | None:
    """A centroid from front matter, in whatever form it was written."""
    if point := _point(value):
        return point
    pair = coordinates.pair(value)
    return Point(*pair) if pair else None


def _point(value: Any) -> Point | None:
    """A centroid from front matter, where it is a list of two numbers."""
    if not isinstance(value, list | tuple) or len(value) != 2:
        return None
    if any(isinstance(number, bool) or not isinstance(number, int | float) for number in value):
        return None
    try:
        point = Point(float(value[0]), float(value[1]))
    except OverflowError:
        return None
    return point if isfinite(point.latitude) and isfinite(point.longitude) else None
