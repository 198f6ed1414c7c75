"""The title repeats what stands beside it: the city's name before or behind its own, or the words 'Case Study'.

A page shows the city under the title, and every case is a case study. The title is the name of the plan or district.

Bad:

    title: Salt Quay Plan, Varenholm
    city: Varenholm

Good:

    title: Salt Quay Plan
    city: Varenholm
"""

import re
from collections.abc import Iterator

from casecheck import placeholders
from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, quoted
from casecheck.nearest import fold, nearest
from casecheck.parse.yaml_values import plain_or_quoted
from casecheck.settings import Settings

NAME = "title-redundant"
SEVERITY = Severity.NOTE

CASE_STUDY = re.compile(r"\s*[-–—:|,(]*\s*\bcase[- ]study\b(?:\s+(?:of|on|for)\b)?\s*[-–—:|,)]*\s*", re.IGNORECASE)
SEPARATOR = re.compile(r"\s*(?:,|\s[-–—|/](?=\s)|:|\()\s*")
LIKENESS = 0.85  # difflib's ratio; the city may be misspelt in one of the two places
PROJECT = re.compile(
    r"\b(?:plan|strategy|project|programme?|initiative|district|smart city|eco-?city|roadmap)\b", re.IGNORECASE
)
LONGEST = 300


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """A title with more, or with nothing else, than the name of the plan or district."""
    front_matter = document.front_matter
    title, city = front_matter.text("title"), front_matter.text("city") or ""
    if title is None or len(title) > LONGEST or placeholders.is_placeholder(title):
        return
    found = _case_study(title) or _city_alone(title, city) or _city_at_end(title, city) or _swapped(title, city)
    found = found or _city_first(title, city)
    if found:
        message, help_ = found
        yield Problem(message, document.at(front_matter.value_span("title")), help_)


def _case_study(title: str) -> tuple[str, str] | None:
    if not CASE_STUDY.search(title):
        return None
    rest = " ".join(CASE_STUDY.sub(" ", title).split())
    help_ = _write(rest) if rest else "Write the name of the plan or district."
    return f"The title says 'Case Study', which every case is: {quoted(title)}.", help_


def _city_at_end(title: str, city: str) -> tuple[str, str] | None:
    """The city, perhaps with its country, behind a comma, a dash, a colon or a bracket."""
    names = [name for name in (city, city.partition(",")[0], city.removesuffix(" City")) if name]
    for separator in SEPARATOR.finditer(title):
        place, _, country = title[separator.end() :].partition(",")
        if separator.start() == 0 or "," in country or not nearest(place.strip(" )"), names, LIKENESS):
            continue
        message = f"The title ends in the city's name, which is shown beside it anyway: {quoted(title)}."
        return message, _write(title[: separator.start()])
    return None


def _city_first(title: str, city: str) -> tuple[str, str] | None:
    """The city before a colon or a dash."""
    separator = SEPARATOR.search(title)
    if separator is None or "," in separator[0] or fold(title[: separator.start()]) != fold(city):
        return None
    rest = title[separator.end() :].strip(" )")
    message = f"The title begins with the city's name, which is shown beside it anyway: {quoted(title)}."
    return message, _write(rest)


def _city_alone(title: str, city: str) -> tuple[str, str] | None:
    """The city's name, perhaps with its country, and nothing else."""
    if not city or fold(title.partition(",")[0]) != fold(city) or title.count(",") > 1:
        return None
    message = f"The title is only the city's name: {quoted(title)}."
    return message, "If the plan or district has a name of its own, write that."


def _write(title: str) -> str:
    return f"Write: title: {plain_or_quoted(title)}"


def _swapped(title: str, city: str) -> tuple[str, str] | None:
    """Title and city that changed places."""
    if not PROJECT.search(city) or PROJECT.search(title) or fold(title) == fold(city):
        return None
    message = (
        f"The city ({quoted(city)}) looks like the name of the project, and the title ({quoted(title)}) like the city."
    )
    return message, "Let 'title' and 'city' change places."
