"""A section has another title than the template gives it.

The site and its readers look for the sections by name, so every case uses the same titles.

Bad:
    ## Goals

    ## 3. Stakeholders:

Good:
    ## Goals and Aspirations

    ## Stakeholders
"""

import re
from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, in_full, quoted
from casecheck.sections import match_key
from casecheck.settings import Settings

NAME = "section-misnamed"
SEVERITY = Severity.WARNING

BETWEEN = re.compile(r"[/|()\[\]·–—]|\s-\s")


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """Sections that were surely meant for one of the template's; a note where the right title is there, with more."""
    for pair in document.alignment.pairs:
        if pair.template is None:
            continue
        found, wanted = pair.section.title, pair.template.title
        if pair.misnamed or found.casefold() != wanted.casefold():
            yield Problem(
                f"The section {quoted(found)} is called {quoted(wanted)} in the template.",
                document.at(pair.section.span),
                help=f"Write {in_full('#' * pair.template.level + ' ' + wanted)}.",
                severity=None if pair.misnamed and not _is_in_two_languages(found, wanted) else Severity.NOTE,
            )


def _is_in_two_languages(title: str, wanted: str) -> bool:
    """Whether one part of a title is the template's, as in 'Overview / Resumen'."""
    return match_key(wanted) in map(match_key, BETWEEN.split(title))
