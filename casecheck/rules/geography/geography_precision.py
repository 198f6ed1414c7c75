"""Positions of the map are written with more digits than there is precision.

Six decimals of a degree are ten centimetres, and no program keeps more than 17 digits. The rest only makes the file
larger.

Bad:
    [-8.620000000000000106581410364, 41.140000000000000568434188608]

Good:
    [-8.62, 41.14]
"""

import re
from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, quoted
from casecheck.settings import Settings
from casecheck.source import Place, Span

NAME = "geography-precision"
SEVERITY = Severity.NOTE


def check(document: CaseDocument, settings: Settings) -> Iterator[Problem]:
    """One finding for a map: its first over-long coordinate, and how many there are."""
    geo_map, most = document.location.map, settings.geography.max_decimals
    if geo_map is None or not geo_map.shapes:
        return
    text = geo_map.source.text
    decimals = re.compile(rf"\.0*+\d{{{most + 1}}}")
    if not decimals.search(text):
        return
    coordinate = re.compile(rf"[\[,][ \t\n]*+(-?\d++\.0*+\d{{{most + 1},}}+)[ \t\n]*+[\],]")
    found = [match.span(1) for match in coordinate.finditer(text)]
    if found:
        start, end = found[0]
        others = f", like {len(found) - 1:,} others" if len(found) > 1 else ""
        yield Problem(
            f"The coordinate {quoted(text[start:end])} has more than {most} decimals{others}.",
            Place(geo_map.source, Span(start, end)),
            help="Six decimals are ten centimetres. mapshaper.org exports GeoJSON with a precision that you choose.",
        )
