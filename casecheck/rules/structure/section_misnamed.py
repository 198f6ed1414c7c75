"""A section has another title than the template gives it.

The site and its readers look for the sections by name, so every case uses the same titles.

Bad:
    ## Goals

    ## 3. Stakeholders:

Good:
    ## Goals and Aspirations

    ## Stakeholders
"""

from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, in_full, quoted
from casecheck.settings import Settings

NAME = "section-misnamed"
SEVERITY = Severity.WARNING


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """Sections that were surely meant for one of the template's; a note where only a number or a colon is too much."""
    for pair in document.alignment.pairs:
        if pair.template is None:
            continue
        found, wanted = pair.section.title, pair.template.title
        if pair.misnamed or found.casefold() != wanted.casefold():
            yield Problem(
                f"The section {quoted(found)} is called {quoted(wanted)} in the template.",
                document.at(pair.section.span),
                help=f"Write {in_full('#' * pair.template.level + ' ' + wanted)}.",
                severity=None if pair.misnamed else Severity.NOTE,
            )
