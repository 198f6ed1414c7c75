"""The centroid does not lie in the map, or near it.

The page marks the case at its centroid and draws the map around it, so both should speak of the same place. A centroid
far away is usually wrong by a digit or a sign; or the map belongs to another case. Where there is no centroid yet, the
map should lie in the country at least.

Bad:
    centroid: [41.65, -0.87]        (the map is of Bilbao, 240 km away)

Good:
    centroid: [43.26, -2.93]
"""

from collections.abc import Iterator

from casecheck import country
from casecheck.boxes import Box
from casecheck.centroid import Fault, judge
from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, in_full, quoted
from casecheck.location import Location, Point, whereabouts
from casecheck.settings import Settings

NAME = "geography-place"
SEVERITY = Severity.WARNING

OTHER_SIGNS = "The map's positions seem to have lost a minus sign, or gained one: south and west have one."


def check(document: CaseDocument, settings: Settings) -> Iterator[Problem]:
    """A centroid outside of the map's bounding box."""
    location = document.location
    centroid, box = location.centroid, location.box
    verdict = judge(location)
    if location.is_map_abroad and (centroid is None or Fault.TEMPLATE in verdict.faults):
        yield _abroad(document, location)
    if centroid is None or box is None or Fault.PLACE not in verdict.faults:
        return
    km = box.distance_km(*centroid)
    is_far = km > settings.geography.far_km
    yield Problem(
        f"The centroid {location.spelled(centroid)} lies {_km(km)} from the map{_contrast(location, is_far)}.",
        document.at(document.front_matter.value_span("centroid")),
        help=_advice(location, verdict.better),
        severity=Severity.ERROR if is_far else None,
    )


def _abroad(document: CaseDocument, location: Location) -> Problem:
    """A map that no centroid can be held against, but the country can."""
    box = location.box or Box(0, 0, 0, 0)
    signed = any(location.is_in_country(Point(*turned.centre)) for turned in box.with_other_signs)
    return Problem(
        f"The map lies {whereabouts(Point(*box.centre))}, not in {country.name(location.country or '')}.",
        document.at(document.front_matter.value_span("geography")),
        help=OTHER_SIGNS if signed else "Check that the map is this case's, and that the country is.",
    )


def _km(km: float) -> str:
    return f"{km:,.0f} km" if km >= 10 else f"{km:.1f} km"


def _contrast(location: Location, is_far: bool) -> str:
    """Where the two of them are, if that tells them apart."""
    if not (is_far and location.centroid and location.box):
        return ""
    here, there = whereabouts(location.centroid), whereabouts(Point(*location.box.centre))
    return f": it is {here}, the map {there}" if here != there else ""


def _advice(location: Location, better: Point | None) -> str:
    if better:
        return f"A minus sign is missing, or too many: write {in_full(f'centroid: {location.spelled(better)}')}."
    if location.has_other_signs and location.map:
        return f"{OTHER_SIGNS} The map is {quoted(location.map.source.path.rpartition('/')[2])}."
    latitude, longitude = location.box.centre if location.box else (0, 0)
    middle = f"[{round(latitude, 5)}, {round(longitude, 5)}]"
    if location.is_map_in_country is False:
        return f"Check that the map is this case's. If it is, its middle is {in_full(f'centroid: {middle}')}."
    return f"If the map is right, write its middle: {in_full(f'centroid: {middle}')}."
