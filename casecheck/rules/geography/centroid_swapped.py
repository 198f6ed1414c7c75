"""The centroid has latitude and longitude the wrong way round.

A centroid is written latitude first, the way it is usually spoken; GeoJSON writes the longitude first. casecheck knows
which is which from the country and from the map.

Bad:
    country_code: ARE
    centroid: [54.37, 24.47]        (in Lithuania)

Good:
    country_code: ARE
    centroid: [24.47, 54.37]        (in Abu Dhabi)
"""

from collections.abc import Iterator

from casecheck.centroid import Fault, judge
from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, in_full
from casecheck.location import Location, Point, whereabouts
from casecheck.settings import Settings

NAME = "centroid-swapped"
SEVERITY = Severity.ERROR


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """A centroid that fits country and map only the other way round."""
    location = document.location
    verdict = judge(location)
    if Fault.SWAPPED in verdict.faults and verdict.better and location.centroid:
        is_sure = not location.centroid.is_on_globe or location.is_in_country(location.centroid) is False
        otherwise = "" if is_sure else " If the centroid is right, the map is the wrong way round."
        yield Problem(
            _message(location, location.centroid, verdict.better),
            document.at(document.front_matter.value_span("centroid")),
            help=f"Write {in_full(f'centroid: {location.spelled(verdict.better)}')}: latitude first, then longitude."
            f"{otherwise}",
        )


def _message(location: Location, centroid: Point, better: Point) -> str:
    way = "the other way round" if better == centroid.swapped else "the other way round, with another sign,"
    written = location.spelled(centroid)
    if not centroid.is_on_globe:
        what = f"The centroid {written} is not possible: a latitude goes from -90 to 90."
        return f"{what} It is the wrong way round."
    here, there = whereabouts(centroid), whereabouts(better)
    if here != there:
        return f"The centroid {written} lies {here}; {way} it lies {there}."
    return (
        f"The centroid {written} lies {location.kilometres(centroid) or 0:,.0f} km from the map; {way} it lies in it."
    )
