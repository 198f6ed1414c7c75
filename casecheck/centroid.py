"""What is wrong with a centroid: one mistake, one verdict, so that one rule speaks of it."""

from enum import StrEnum
from typing import NamedTuple

from casecheck.country import country_at
from casecheck.location import KNOWN_SAMPLE, Location, Point
from casecheck.nearest import fold

NEW_YORK = ("newyork", "nyc", "manhattan", "brooklyn", "queens", "bronx", "statenisland", "rooseveltisland")


class Fault(StrEnum):
    """What can be wrong with a centroid, named after the rule that says so."""

    SWAPPED = "centroid-swapped"
    TEMPLATE = "centroid-template"
    COUNTRY = "centroid-country"
    PLACE = "geography-place"


class Verdict(NamedTuple):
    """What is wrong with a centroid; `better` is what its author probably meant."""

    faults: frozenset[Fault] = frozenset()
    better: Point | None = None


FINE = Verdict()


def judge(location: Location) -> Verdict:
    """Hold the centroid of a case against its country and its map."""
    centroid = location.centroid
    if centroid is None:
        return FINE
    if location.sample:
        return _of_sample(location, centroid)
    if not centroid.is_on_globe:
        return _impossible(location, centroid)
    is_adrift = _is_adrift(location, centroid)
    if not is_adrift and location.is_in_country(centroid) is not False and location.is_near(centroid) is not False:
        return FINE
    if better := centroid.swapped if is_adrift else _turned(location, centroid):
        return Verdict(frozenset({Fault.SWAPPED}), better)
    signed = next((point for point in centroid.with_other_signs if _agrees(location, point)), None)
    return Verdict(frozenset(_faults(location, centroid)), signed)


def _of_sample(location: Location, centroid: Point) -> Verdict:
    """A template's centroid is left in, unless the case lies there itself."""
    near, is_its_city = location.is_near(centroid), _is_city_of_sample(location)
    if location.is_in_country(centroid) is not False and (near or is_its_city):
        return Verdict(frozenset({Fault.PLACE})) if near is False else FINE
    middle = location.box.centre if location.box and location.is_map_in_country is not False else None
    better = Point(round(middle[0], 6), round(middle[1], 6)) if middle else None
    return Verdict(frozenset({Fault.TEMPLATE}), better)


def _is_city_of_sample(location: Location) -> bool:
    """Whether the case's city is the one whose centroid the template gives."""
    city = fold(location.city)
    if location.sample == Point(*KNOWN_SAMPLE):
        return any(name in city for name in NEW_YORK)
    named = fold(location.samples[location.sample]) if location.sample else ""
    return bool(named) and named == city


def _impossible(location: Location, centroid: Point) -> Verdict:
    """A centroid that lies on no globe: swapped, if it does the other way round; beyond 180, the schema speaks."""
    turned = centroid.swapped
    if not turned.is_on_globe:
        return Verdict(frozenset({Fault.COUNTRY})) if max(map(abs, centroid)) <= 180 else FINE
    options = (turned, *turned.with_other_signs)
    better = next((point for point in options if _agrees(location, point)), turned)
    is_abroad = location.is_in_country(better) is False and not location.is_near(better)
    if is_abroad and country_at(*better) is None:  # no swap leads into the sea, but a digit too many does
        return Verdict(frozenset({Fault.COUNTRY}))
    return Verdict(frozenset({Fault.SWAPPED}), better)


def _is_adrift(location: Location, centroid: Point) -> bool:
    """Whether a centroid lies off the coast, where no map is and an island might be, and ashore the other way round."""
    is_at_sea = location.is_ashore(centroid) is False and location.is_near(centroid) is not True
    return (
        is_at_sea and location.is_ashore(centroid.swapped) is True and location.is_near(centroid.swapped) is not False
    )


def _turned(location: Location, centroid: Point) -> Point | None:
    """The centroid the other way round, where that fits better."""
    turned = centroid.swapped
    if turned.is_on_globe and _is_better(location, turned, centroid):
        return turned
    if location.is_near(centroid) is not False:
        return None
    others = (point for point in turned.with_other_signs if point.is_on_globe and location.is_near(point))
    return next((point for point in others if location.is_in_country(point) is not False), None)


def _is_better(location: Location, turned: Point, centroid: Point) -> bool:
    """Whether country and map speak for the centroid the other way round."""
    here, there = location.is_in_country(centroid), location.is_in_country(turned)
    if here is False and there:
        return location.is_near(centroid) is not True or location.is_near(turned) is True
    return bool(there) >= bool(here) and location.is_near(turned) is True and location.is_near(centroid) is False


def _agrees(location: Location, point: Point) -> bool:
    """Whether one of country and map, if not both, speaks for a place, and none against it."""
    in_country, near = location.is_in_country(point), location.is_near(point)
    return point.is_on_globe and in_country is not False and near is not False and bool(in_country or near)


def _faults(location: Location, centroid: Point) -> set[Fault]:
    """What is wrong with a centroid that is not swapped."""
    is_away = location.is_near(centroid) is False
    is_abroad = location.is_in_country(centroid) is False
    faults = {Fault.PLACE} if is_away else set()
    if is_abroad and not (is_away and location.is_map_in_country):
        faults.add(Fault.COUNTRY)
    return faults
