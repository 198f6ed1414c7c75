"""The centroid is still the template's.

The template's centroid is New York. The page marks the case there, whatever its map shows.

Bad:
    city: Lisbon
    centroid: [40.712778, -74.006111]

Good:
    city: Lisbon
    centroid: [38.7223, -9.1393]
"""

from collections.abc import Iterator

from casecheck.centroid import Fault, judge
from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, in_full
from casecheck.settings import Settings

NAME = "centroid-template"
SEVERITY = Severity.WARNING


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """A template's centroid in a case that is somewhere else."""
    location = document.location
    verdict = judge(location)
    if Fault.TEMPLATE not in verdict.faults or location.centroid is None:
        return
    km = location.kilometres(location.centroid)
    away = f", {km:,.0f} km from the map" if km else ""
    better = verdict.better
    yield Problem(
        f"The centroid {location.spelled(location.centroid)} is still the template's{away}.",
        document.at(document.front_matter.value_span("centroid")),
        help=f"Write the middle of the map: {in_full(f'centroid: [{better.latitude}, {better.longitude}]')}."
        if better
        else "Write latitude and longitude of the place of your case, in this order.",
        severity=Severity.ERROR if km and km > location.settings.far_km else None,
    )
