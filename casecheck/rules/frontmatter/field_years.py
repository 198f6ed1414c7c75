"""The years of a project cannot be right.

A project that ends before it begins, or a year such as 2103 for 2013, is a slip of the keyboard.

Bad:

    year_start: 2018
    year_completed: 2015

Good:

    year_start: 2015
    year_completed: 2018
"""

import re
from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, quoted
from casecheck.settings import Settings
from casecheck.source import Span

NAME = "field-years"
SEVERITY = Severity.ERROR

FIRST, LATEST_START, LAST = 1700, 2060, 2150
TEXTS = ("title", "description", "featured_alt", "geography_caption")
MONTH = r"(?:(?:jan|febr)uary|march|april|may|june|july|august|(?:septem|octo|novem|decem)ber)"
TIME = rf"(?:{MONTH}|spring|summer|autumn|fall|winter|year|since|until|till|by|in|from)"
FAR = r"2[1-9]\d\d"
YEAR_IN_TEXT = re.compile(
    rf"\b{TIME} (?P<year>{FAR})(?=[.,;:!?)]|\s*$|\s+(?:and|to|the)\b)|\b{MONTH}(?: \d{{1,2}},?)? (?P<dated>{FAR})\b",
    re.IGNORECASE,
)


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """The start after the end; years that no project has; years of a far future in the text values."""
    data, front_matter = document.front_matter.data, document.front_matter
    start, end = (_year(data.get(key)) for key in ("year_start", "year_completed"))
    odd = [key for key, year, last in (("year_start", start, LATEST_START), ("year_completed", end, LAST))
           if year is not None and not FIRST <= year <= last]  # fmt: skip
    for key in odd:
        help_ = _help(int(data[key])) or f"Correct the year: {key}: …"
        message = f"{quoted(data[key])} is an unlikely year for {quoted(key)}."
        yield Problem(message, document.at(front_matter.value_span(key)), help_, Severity.WARNING)
    if start is not None and end is not None and start > end and not odd:
        message = f"The project ends in {end}, before it starts in {start}."
        help_ = "Correct 'year_start' or 'year_completed'; perhaps they only need to change places."
        yield Problem(message, document.at(front_matter.value_span("year_completed")), help_)
    for key in TEXTS:
        yield from _in_text(document, key)


def _year(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _in_text(document: CaseDocument, key: str) -> Iterator[Problem]:
    if not document.front_matter.text(key):
        return
    span = document.front_matter.value_span(key)
    for found in YEAR_IN_TEXT.finditer(document.source[span]):
        group = "year" if found["year"] else "dated"
        if int(found[group]) % 50 == 0:  # a horizon, or a number of something
            continue
        at = document.at(Span(span.start + found.start(group), span.start + found.end(group)))
        message = f"The year {found[group]} in {quoted(key)} lies in the far future."
        yield Problem(message, at, _help(int(found[group])) or "Look at it again.", Severity.NOTE)


def _help(year: int) -> str:
    """A suggestion, where two digits that change places make a likely year of it."""
    digits = str(year)
    for index in range(len(digits) - 1):
        swapped = digits[:index] + digits[index + 1] + digits[index] + digits[index + 2 :]
        if len(digits) == 4 and 1950 <= int(swapped) <= 2040:
            return f"Did you mean {swapped}?"
    return ""
