"""The centroid does not lie in the country that the case names.

One of the two is wrong: the centroid by a digit or a sign, or the country code, which a template brings along.

Bad:
    country_code: USA
    centroid: [51.50, -0.12]

Good:
    country_code: GBR
    centroid: [51.50, -0.12]
"""

from collections.abc import Iterator

from casecheck import country
from casecheck.centroid import Fault, judge
from casecheck.document import CaseDocument
from casecheck.finding import Problem, Related, Severity, in_full
from casecheck.location import Location, Point, whereabouts
from casecheck.settings import Settings

NAME = "centroid-country"
SEVERITY = Severity.WARNING
ISLET = "The map lies there too. Check both, and the country; all is well on an island that world maps leave out."


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """A centroid outside of the country, as far as nothing else explains it."""
    location = document.location
    verdict = judge(location)
    centroid, code = location.centroid, location.country
    if centroid is None or Fault.COUNTRY not in verdict.faults:
        return
    front_matter = document.front_matter
    if code is None or not centroid.is_on_globe:
        message = f"The centroid {location.spelled(centroid)} is nowhere: a latitude goes from -90 to 90."
        advice = "A centroid is latitude, then longitude."
        yield Problem(message, document.at(front_matter.value_span("centroid")), advice, Severity.ERROR)
        return
    is_perhaps_islet = country.country_at(*centroid) is None and location.is_near(centroid) and not verdict.better
    key = "country_code" if front_matter.text("country_code") else "country"
    yield Problem(
        f"The centroid {location.spelled(centroid)} lies {whereabouts(centroid)}, not in {country.name(code)}.",
        document.at(front_matter.value_span("centroid")),
        help=ISLET if is_perhaps_islet else _advice(location, centroid, verdict.better),
        severity=Severity.NOTE if is_perhaps_islet else None,
        related=(Related(document.at(front_matter.value_span(key)), "The country is named here."),),
    )


def _advice(location: Location, centroid: Point, better: Point | None) -> str:
    if better:
        return f"A minus sign is missing, or too many: write {in_full(f'centroid: {location.spelled(better)}')}."
    found = country.country_at(*centroid)
    if found and location.is_near(centroid):
        return f"The map lies there too, so it is probably the country: {in_full(f'country_code: {found}')}."
    return "Check both; a centroid is latitude, then longitude, and south and west have a minus sign."
