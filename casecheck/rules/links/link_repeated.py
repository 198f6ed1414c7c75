"""Two references lead to the same address.

A source needs to be listed only once; a second entry is often a slip, where another address was meant.

Bad:
    - [Harbour plan](https://www.example.org/harbour)
    - [Tide sensors](https://www.example.org/harbour/)

Good:
    - [Harbour plan](https://www.example.org/harbour)
    - [Tide sensors](https://www.example.org/tides)
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Related, Severity, quoted
from casecheck.nearest import fold
from casecheck.settings import Settings
from casecheck.source import Span

NAME = "link-repeated"
SEVERITY = Severity.NOTE

LISTS = {"bibliography", "reference", "references", "sources", "workscited"} | {
    f"{kind}source{plural}" for kind in ("primary", "secondary") for plural in ("", "s")
}
BARE = re.compile(r"https?://[^\s<>()\[\]\"']+")
FRAME = re.compile(r"https?://(?:www\.)?([^/?#]+)", re.IGNORECASE)


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """Addresses that the lists of sources name more than once."""
    first: dict[str, tuple[int, Span]] = {}
    for span, address in _listed(document):
        line = document.source.position(span.start).line
        earlier, at = first.setdefault(_plain(address), (line, span))
        if earlier != line:
            yield Problem(
                f"The address {quoted(address)} is listed twice; it stands in line {earlier} already.",
                document.at(span),
                help="Delete one of the two, or mend its address if it should lead elsewhere.",
                related=(Related(document.at(at), "listed here first"),),
            )


def _listed(document: CaseDocument) -> list[tuple[Span, str]]:
    """Every web address in the lists of sources with its place, links and plain addresses, in order."""
    lists = [part.extent for part in document.sections if {fold(part.title), fold(part.parent)} & LISTS]
    starts = [extent.start for extent in lists]

    def listed(offset: int) -> bool:
        nearest = bisect_right(starts, offset) - 1
        return nearest >= 0 and offset < lists[nearest].end

    found = [(link.span, link.address.strip()) for link in document.body.links if listed(link.span.start)]
    for prose in document.body.prose:
        if listed(prose.place(0, 0).start):
            found += [(prose.place(*bare.span()), bare[0].rstrip(".,;:")) for bare in BARE.finditer(prose.plain)]
    return sorted((span, address) for span, address in found if FRAME.match(address))


def _plain(address: str) -> str:
    """An address without what makes no difference: scheme, `www.`, a slash at the end, a marked passage."""
    address = address.strip().partition("#:~:")[0]
    found = FRAME.match(address)
    return f"{found[1].lower()}{address[found.end() :].rstrip('/')}" if found else address
