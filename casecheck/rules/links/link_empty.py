"""A link has no text to click on, or no address to lead to.

Bad:
    [Harbour plan]()
    [](https://www.example.org/harbour)

Good:
    [Harbour plan](https://www.example.org/harbour)
"""

from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, quoted
from casecheck.parse.markdown import Link
from casecheck.settings import Settings

NAME = "link-empty"
SEVERITY = Severity.WARNING


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """Links without text or address."""
    for link in document.body.links:
        has_address = link.address.strip() not in {"", "#"}
        if not has_address and _has_text(document, link):
            message = f"The link {quoted(link.text)} has no address, so it leads nowhere."
            mend = "Write the address between the round brackets, or take the brackets away."
        elif not has_address:
            message, mend = "This link has neither text nor address.", "Fill it in, or delete it."
        elif not _has_text(document, link):
            message = f"The link to {quoted(link.address)} has no text, so no reader sees it."
            mend = "Write between the square brackets what the link leads to."
        else:
            continue
        yield Problem(message, document.at(link.span), help=mend)


def _has_text(document: CaseDocument, link: Link) -> bool:
    """Whether there is something to click on: words, or a picture."""
    inside = document.source[link.text_span]
    return bool(link.text.strip()) or "![" in inside or "<" in inside
