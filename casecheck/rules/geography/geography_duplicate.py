"""Two cases of different cities have the same map.

A case is often begun as a copy of another one, and then its map stays that of the other city, and so may its centroid.
Two cases of one city may well share a map; so may those whose centroids both lie in it, unless they are the same.

Bad:
    esp-arrantza/map.geojson and prt-vila-ribeira/map.geojson, both with the outline of Arrantza

Good:
    each case with the outline of its own city
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from casecheck.document import CaseDocument
from casecheck.finding import Finding, RelatedPlace, Severity, extent, quoted
from casecheck.nearest import fold
from casecheck.references import Role

NAME = "geography-duplicate"
SEVERITY = Severity.WARNING
DRAW = "Draw the place of this case in geojson.io, and save the file here."
DRAW_AND_LOCATE = f"{DRAW} Then write its middle as the centroid."


class Fact(NamedTuple):
    """What is to be known of one case's map: whose it is, what tells it from others, and where it is named.

    `centroid` is written out, "" where there is none; `is_home` says whether it lies in the map, None where that is not
    known; `is_sure` whether the folder is named after the city, too.
    """

    document: str
    city: str
    is_sure: bool
    fingerprint: str
    centroid: str
    is_home: bool | None
    target: str
    place: tuple[int, int, int, int]
    excerpt: str


def facts(document: CaseDocument) -> Fact | None:
    """The map of one case; None where it has none of its own."""
    location = document.location
    reference = next((reference for reference in document.references if reference.role is Role.GEOGRAPHY), None)
    if reference is None or location.map is None or location.map.fingerprint is None or not location.own_shapes:
        return None
    at = document.at(reference.span)
    place = extent(at)
    return Fact(
        document=document.source.path,
        city=fold(location.city or document.folder.name),
        is_sure=bool(fold(location.city)) and fold(location.city) in fold(document.folder.name),
        fingerprint=location.map.fingerprint,
        centroid=location.spelled(location.centroid) if location.centroid else "",
        is_home=location.is_near(location.centroid) if location.centroid and not location.sample else None,
        target=reference.target,
        place=place,
        excerpt=document.source.line(place[0]),
    )


def check(facts: Sequence[Fact]) -> Iterator[Finding]:
    """Every case whose map is another city's, as far as its centroid does not lie in it, or is that city's as well."""
    same: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        same[fact.fingerprint].append(fact)
    for group in same.values():
        for fact in group:
            others = [other for other in group if not _is_one_city(fact.city, other.city)]
            if fact.is_home:
                others = [other for other in others if _is_copy(fact, other)]
            if others:
                yield _finding(fact, min(others, key=lambda other: (not other.is_home, other.document)))


def _is_copy(fact: Fact, other: Fact) -> bool:
    """Whether two cases have one centroid as well, and nothing tells that it is this one's rather than the other's."""
    if not (fact.is_sure and other.is_sure) or fact.centroid != other.centroid:
        return False
    return not _is_named_after(fact) or _is_named_after(other)


def _is_named_after(fact: Fact) -> bool:
    """Whether the map's file is named after the city."""
    return fact.city in fold(fact.target)


def _is_one_city(city: str, other: str) -> bool:
    """Whether two names are of one city: 'New York' and 'New York City' are."""
    return city in other or other in city


def _finding(fact: Fact, other: Fact) -> Finding:
    line, column, end_line, end_column = fact.place
    is_copy = bool(fact.centroid) and fact.centroid == other.centroid
    what = f"The map {quoted(fact.target)}{' and the centroid are' if is_copy else ' is'}"
    those = "those" if is_copy else "that"
    return Finding(
        document=fact.document,
        path=fact.document,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        rule=NAME,
        severity=SEVERITY,
        message=f"{what} also {those} of {quoted(other.document)}, a case of another city.",
        help=DRAW_AND_LOCATE if is_copy else DRAW,
        excerpt=fact.excerpt,
        related=(RelatedPlace(other.document, *other.place, "The same map is named here."),),
    )
