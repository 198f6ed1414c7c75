"""The featured image is shown once more in the text.

It already stands at the top of the page, so readers see the same picture twice.

Bad:
    featured_image: ./skyline.jpg
    …
    ![The skyline](./skyline.jpg "Skyline (Ana Horvat)")

Good:
    featured_image: ./skyline.jpg
    …
    ![The harbour](./harbour.jpg "Harbour (Ana Horvat)")
"""

from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Related, Severity, quoted
from casecheck.references import Reference, Role
from casecheck.settings import Settings

NAME = "image-featured-in-body"
SEVERITY = Severity.WARNING


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """Pictures of the body that are the featured one, be it as a copy under another name."""
    featured = next((reference for reference in document.references if reference.role is Role.FEATURED), None)
    if featured is None or featured.resolution.file is None:
        return
    for _, reference in document.images_in_body():
        file = reference.resolution.file
        if file and _same(document, featured, reference):
            copy = "" if file == featured.resolution.file else f" It is a copy of {quoted(featured.resolution.file)}."
            yield Problem(
                f"The picture {quoted(file)} is the featured image, which the page already shows at its top.{copy}",
                document.at(reference.span),
                help="Show another picture here, or take this one out.",
                related=(Related(document.at(featured.span), "the featured image"),),
            )


def _same(document: CaseDocument, featured: Reference, shown: Reference) -> bool:
    """Whether two references lead to the same bytes."""
    if featured.resolution.file == shown.resolution.file:
        return True
    one, other = (document.pictures.get(reference.resolution.file or "") for reference in (featured, shown))
    return bool(one and other and one.size and (one.size, one.checksum) == (other.size, other.checksum))
