"""A link still has the text or the address that the template put in its place.

The template's "Organization Name" leads to a page about Markdown, not to an organisation.

Bad:
    [Organization Name](https://www.markdownguide.org/basic-syntax/)

Good:
    [Brackwater Harbour Board](https://www.example.org/board)
"""

from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, quoted
from casecheck.leftovers import is_sample_address, is_sample_link
from casecheck.samples import samples
from casecheck.settings import Settings

NAME = "template-link"
SEVERITY = Severity.WARNING


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """Links with a text or an address of the template, one finding each."""
    known = samples(document.profile)
    for link in document.body.links:
        if is_sample_link(link.text, known):
            yield Problem(
                f"The link text {quoted(link.text)} is still the template's.",
                document.at(link.text_span),
                help="Write the name of what the link leads to, and check its address.",
            )
        elif is_sample_address(link.address, known):
            yield Problem(
                f"The link {quoted(link.text)} still leads to the template's {quoted(link.address)}.",
                document.at(link.address_span),
                help="Write the address of the page that you mean.",
            )
