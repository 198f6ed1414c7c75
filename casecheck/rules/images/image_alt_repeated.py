"""Two different pictures, the featured one among them, have the same alternative text.

Mostly the line was copied and only the file was changed: the text now speaks of another picture.

Bad:
    ![The market hall](./market-hall.jpg "Market hall (Ana Horvat)")
    ![The market hall](./tram.jpg "Tram (Ana Horvat)")

Good:
    ![The market hall](./market-hall.jpg "Market hall (Ana Horvat)")
    ![A tram at the terminus](./tram.jpg "Tram (Ana Horvat)")
"""

from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Related, Severity, quoted
from casecheck.nearest import fold
from casecheck.references import Role
from casecheck.settings import Settings
from casecheck.source import Span

NAME = "image-alt-repeated"
SEVERITY = Severity.NOTE


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """Alternative texts that stood on another picture before."""
    first = dict(_featured(document))
    for image, reference in document.images_in_body():
        alt, file = fold(image.alt), reference.resolution.file or image.address
        if not alt:
            continue
        earlier, earlier_file = first.setdefault(alt, (image.span, file))
        if earlier_file != file:
            line = document.source.position(earlier.start).line
            yield Problem(
                f"The alternative text {quoted(image.alt)} is also that of another picture, in line {line}.",
                document.at(image.alt_span),
                help="Write what this picture shows.",
                related=(Related(document.at(earlier), "the other picture"),),
            )


def _featured(document: CaseDocument) -> Iterator[tuple[str, tuple[Span, str]]]:
    """The alternative text of the featured image, with its place and the image's file."""
    alt = fold(document.front_matter.text("featured_alt") or "")
    for reference in document.references:
        if alt and reference.role is Role.FEATURED:
            span = document.front_matter.value_span("featured_alt")
            yield alt, (span, reference.resolution.file or reference.target)
