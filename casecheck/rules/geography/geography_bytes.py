"""The map is a large file.

Every reader of the page loads it. An outline for a web page needs a few hundred positions, not a hundred thousand.

Bad:
    a map of 12 MB, straight from a land register

Good:
    the same map, simplified to 200 kB
"""

from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity
from casecheck.parse.geojson_ import SIMPLIFY
from casecheck.settings import Settings
from casecheck.source import Place, Span

NAME = "geography-bytes"
SEVERITY = Severity.WARNING


def check(document: CaseDocument, settings: Settings) -> Iterator[Problem]:
    """A map with more bytes than the settings allow."""
    geo_map, limit = document.location.map, settings.geography.max_bytes
    if geo_map is None or geo_map.size <= limit or not geo_map.shapes:  # what is no map has another fault
        return
    size, most = f"{geo_map.size / 1e6:,.1f}", f"{limit / 1e6:,.1f}"
    if size == most:
        size, most = f"{geo_map.size / 1e6:,.6f}", f"{limit / 1e6:,.6f}"
    yield Problem(
        f"This map has {size} MB, with {geo_map.vertices:,} positions; it should have {most} MB at most.",
        Place(geo_map.source, Span(0, 1)),
        help=SIMPLIFY,
    )
