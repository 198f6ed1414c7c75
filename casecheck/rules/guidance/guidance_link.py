"""The template asks for a link in this section, and there is none.

Readers want to go on from here: to the organisation, to the person, to the plan itself.

Bad:
    ## Stakeholders                 (the template: "include a link to the organization")

    **Harbour Board**. It owns the locks.

Good:
    ## Stakeholders

    **[Harbour Board](https://example.org/board)**. It owns the locks.
"""

from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, quoted
from casecheck.measures import has_link
from casecheck.settings import Settings

NAME = "guidance-link"
SEVERITY = Severity.WARNING


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """Sections that should have a link and have none at all."""
    for pair in document.alignment.pairs:
        section = pair.section
        if (
            pair.guidance.links
            and not (section.unwritten or section.only_pictures or pair.blurred)
            and not has_link(section)
        ):
            yield Problem(
                f"The template asks for links in {quoted(section.title)}, but it has none.",
                document.at(section.span),
                help="Link each name to its website: '[Name](https://...)'.",
            )
