"""An item still has the title that the template put in its place: "Insight 1", "Name of Interviewee".

Readers, and the search on the site, know an item by its title. "Insight 1" tells them nothing.

Bad:
    **Insight 1**. Residents trust sensors that they may switch off.

    **Goal 2: Quiet nights**. Lorries stay out between ten and six.

Good:
    **Sensors with a switch**. Residents trust sensors that they may switch off.

    **Quiet nights**. Lorries stay out between ten and six.
"""

from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, in_full, quoted
from casecheck.leftovers import PlaceholderTitle, placeholder_title
from casecheck.samples import samples
from casecheck.settings import Settings

NAME = "template-title"
SEVERITY = Severity.WARNING


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """Titles of items that are the template's, or begin with it."""
    known = samples(document.profile)
    for section in document.sections:
        for place, item in enumerate(section.items, 1):
            found = placeholder_title(item.title, place, known)
            if found:
                yield Problem(_message(item.title, found), document.at(item.span), _help(found))


def _message(title: str, found: PlaceholderTitle) -> str:
    if found.rest:
        return f"The title {quoted(title)} begins with the template's {quoted(found.placeholder)}."
    return f"The title {quoted(title)} is still the template's."


def _help(found: PlaceholderTitle) -> str:
    if found.rest:
        return f"Write {in_full(found.rest)}."
    return "Replace it with a short title that says what this item is about."
