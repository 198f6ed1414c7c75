"""Two different pictures have the same alternative text.

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
from casecheck.parse.markdown import Image
from casecheck.settings import Settings

NAME = "image-alt-repeated"
SEVERITY = Severity.NOTE


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """Alternative texts that stood on another picture before."""
    first: dict[str, tuple[Image, str]] = {}
    for image, reference in document.images_in_body():
        alt, file = fold(image.alt), reference.resolution.file or image.address
        if not alt:
            continue
        earlier, earlier_file = first.setdefault(alt, (image, file))
        if earlier_file != file:
            line = document.source.position(earlier.span.start).line
            yield Problem(
                f"The alternative text {quoted(image.alt)} is also that of another picture, in line {line}.",
                document.at(image.alt_span),
                help="Write what this picture shows.",
                related=(Related(document.at(earlier.span), "the other picture"),),
            )
