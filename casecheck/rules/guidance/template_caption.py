"""A picture still has the caption of the template's own picture, or a placeholder for one.

The caption says what a picture shows and who made it. The template's caption names the photographer of the template's
picture: below another one it gives credit to the wrong person.

Bad:
    ![The lock at low tide](./lock.jpg "Daniel Adams (Unsplash)")
    ![The lock at low tide](./lock.jpg "Caption (Source)")

Good:
    ![The lock at low tide](./lock.jpg "The lock of 1911 (Ana Horvat)")
"""

from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, quoted
from casecheck.leftovers import is_placeholder_caption, is_sample_caption
from casecheck.samples import samples
from casecheck.settings import Settings

NAME = "template-caption"
SEVERITY = Severity.WARNING


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """Captions of the template on pictures that are not the template's, and placeholders."""
    known = samples(document.profile)
    for image in document.body.images:
        caption = image.title or ""
        if is_sample_caption(caption, image.address, known):
            message = (
                f"The caption {quoted(caption)} belongs to the template's picture, not to {quoted(image.address)}."
            )
        elif is_placeholder_caption(caption):
            message = f"The caption {quoted(caption)} is a placeholder."
        else:
            continue
        yield Problem(message, document.at(image.title_span), help="Say what the picture shows and who made it.")
