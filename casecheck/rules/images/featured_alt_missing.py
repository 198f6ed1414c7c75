"""The featured image has no alternative text.

People who cannot see the picture hear `featured_alt` instead. The site reads this key and no other: what stands under
`featured_desc`, its old name, is never shown.

Bad:
    featured_image: ./skyline.jpg
    featured_alt:

Good:
    featured_image: ./skyline.jpg
    featured_alt: The skyline of Arden, seen from the river
"""

from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity
from casecheck.settings import Settings

NAME = "featured-alt-missing"
SEVERITY = Severity.WARNING

OLD_NAME = "featured_desc"


def check(document: CaseDocument, settings: Settings) -> Iterator[Problem]:
    """A featured image without `featured_alt`, unless the text stands there under a name that is said to be wrong."""
    front_matter = document.front_matter
    value = front_matter.data.get("featured_alt")
    empty = value is None or (isinstance(value, str) and not value.strip())
    if not empty or not front_matter.text("featured_image") or _misnamed(document):
        return
    key = next(key for key in ("featured_alt", OLD_NAME, "featured_image") if key in front_matter.data)
    yield Problem(
        "The featured image has no alternative text: the words that are read out to people who cannot see it.",
        document.at(front_matter.key_span(key)),
        help=f"Write 'featured_alt: ' and, in at most {settings.images.max_alt_words} words, what the picture shows.",
    )


def _misnamed(document: CaseDocument) -> bool:
    faults = (fault for fault in document.schema_faults if fault.rule == "field-unknown")
    return any("'featured_alt'" in fault.message + fault.help for fault in faults)
