"""The map, or a part of it, is still the template's example.

The template comes with a map so that a new case looks complete. It shows the template's place, not yours.

Bad:
    geography: ./example.geojson        (with the template's area in it)

Good:
    geography: ./example.geojson        (with the area of your case in it: the name does not matter)
"""

from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity
from casecheck.settings import Settings

NAME = "geography-template"
SEVERITY = Severity.WARNING


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """Areas of a template's example map."""
    location = document.location
    for shape in location.template_shapes:
        if location.map:
            what = "A part of this map" if location.own_shapes else "This map"
            advice = (
                "Remove it." if location.own_shapes else "Draw the place of your case in geojson.io, and save it here."
            )
            yield Problem(f"{what} is still the template's example.", location.map.at(shape.owner), advice)
