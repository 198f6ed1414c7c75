"""A case document: all that a rule may look at."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from casecheck.alignment import Alignment
from casecheck.casefolder import CaseFolder
from casecheck.finding import Problem, Severity, quoted
from casecheck.location import Location
from casecheck.nearmisses import find, mend
from casecheck.nearmisses_in_prose import NearMiss
from casecheck.online import Answers
from casecheck.parse.frontmatter import FrontMatter
from casecheck.parse.geojson_ import GeoMap
from casecheck.parse.image import Picture
from casecheck.parse.markdown import Body, Image
from casecheck.profile import Profile
from casecheck.references import Reference, Role
from casecheck.schema import SchemaFault
from casecheck.sections import Section
from casecheck.source import Place, Source, Span


@dataclass(frozen=True)
class CaseDocument:
    """One case document with its folder, read once; rules look at nothing else.

    `pictures` and `maps` hold, under their paths in the folder, the files that `references` lead to. `location` brings
    together what front matter and map say of the case's place. `limits` says what was too large or too deep to be read.
    `answers` holds what the web says of addresses, under them without fragment; it is empty unless it was asked.
    """

    source: Source
    folder: CaseFolder
    profile: Profile
    front_matter: FrontMatter
    schema_faults: tuple[SchemaFault, ...]
    body: Body
    sections: tuple[Section, ...]
    alignment: Alignment
    references: tuple[Reference, ...] = ()
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    maps: Mapping[str, GeoMap] = field(default_factory=dict)
    location: Location = field(default_factory=Location)
    limits: tuple[Problem, ...] = ()
    answers: Answers = field(default_factory=dict)

    @cached_property
    def near_misses(self) -> tuple[NearMiss, ...]:
        """What is meant to be a link or a picture and is none."""
        return tuple(find(self.body, self.source))

    @cached_property
    def _miswritten(self) -> tuple[Span, ...]:
        """The places of these, in order, without those in one another and those that readers see all the same."""
        places: list[Span] = []
        for span in sorted(miss.span for miss in self.near_misses if not miss.works):
            if not places or span.end > places[-1].end:
                places.append(span)
        return tuple(places)

    def is_miswritten(self, span: Span) -> bool:
        """Whether a place is in what is meant to be a link or a picture and is none, which has a rule of its own."""
        at = bisect_right(self._miswritten, span.start, key=lambda place: place.start) - 1
        return at >= 0 and span.start < self._miswritten[at].end

    def miswritten(self, miss: NearMiss, fault: str) -> Problem:
        """What is to be said of a near miss; `fault` is what it does, or fails to do, to the page."""
        return Problem(
            f"{quoted(miss.written)} {'looks odd' if miss.works else fault}, because {miss.reason}.",
            self.at(miss.span),
            help=mend(miss, self.folder),
            severity=None if miss.sure else Severity.WARNING,
        )

    @property
    def status(self) -> str | None:
        """What the front matter says of the document's status."""
        return self.front_matter.text("status")

    def at(self, span: Span) -> Place:
        """A place in this document."""
        return Place(self.source, span)

    def shown_pictures(self) -> Iterator[tuple[Reference, Picture]]:
        """Every picture file that the document shows, once, with the first reference that shows it."""
        seen: set[str] = set()
        for reference in self.references:
            file = reference.resolution.file
            if file and file in self.pictures and file not in seen and reference.role in {Role.FEATURED, Role.IMAGE}:
                seen.add(file)
                yield reference, self.pictures[file]

    def images_in_body(self) -> Iterator[tuple[Image, Reference]]:
        """Every image of the body in order, with the reference that it makes."""
        return zip(self.body.images, (r for r in self.references if r.role is Role.IMAGE), strict=True)
