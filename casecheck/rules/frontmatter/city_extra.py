"""The city is more than a city's name.

The country has its own key, and lists that sort or group by city take 'Varenholm, Denmark' and 'Varenholm' for two.

Bad:

    city: Varenholm, Denmark

Good:

    city: Varenholm
"""

import re
from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, quoted
from casecheck.placeholders import is_placeholder
from casecheck.plaintext import has_markup
from casecheck.settings import Settings

NAME = "city-extra"
SEVERITY = Severity.NOTE

# A stroke without blanks is part of a name in two languages: 'Biel/Bienne'.
MORE = re.compile(r"(?P<city>[^,(;|]*?[^,(;|\s])\s*(?:[,(;|]|\s[-–—/]\s)\s*(?P<more>.*\S)", re.DOTALL)
WITH_COMMA = re.compile(r"washington,? d\.? ?c\.?", re.IGNORECASE)  # the one city whose name is written with a comma


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """A city with something after a comma, a bracket, a stroke or a dash."""
    city = document.front_matter.text("city")
    match = MORE.fullmatch(city[:200]) if city else None
    if city is None or match is None or WITH_COMMA.fullmatch(city):
        return
    if is_placeholder(city) or has_markup(city):  # other rules speak of these
        return
    message = f"The city has more than its name: {quoted(city)}."
    at = document.at(document.front_matter.value_span("city"))
    yield Problem(message, at, f"Write: city: {match['city']}")
