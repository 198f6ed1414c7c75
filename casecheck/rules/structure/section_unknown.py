"""A section is not one of the template's.

It may well be worth having; but check whether its content belongs to one of the usual sections, where readers look for
it.

Bad:
    ## Money

Good:
    ## Financing
"""

from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, listed, quoted
from casecheck.profile import other_kind
from casecheck.sections import main_titles
from casecheck.settings import Settings

NAME = "section-unknown"
SEVERITY = Severity.NOTE


def check(document: CaseDocument, settings: Settings) -> Iterator[Problem]:
    """Sections that no template of the profile asks for; titles of the whole page are left to section-level."""
    alignment = document.alignment
    if not alignment.template.sections or other_kind(
        settings.profiles, document.profile.name, main_titles(document.body)
    ):
        return  # in a document of another kind than it says, no section is where it belongs
    missing = [part.title for part in alignment.missing]
    for pair in alignment.pairs:
        if pair.template or pair.section.level == 1 or not pair.section.title:
            continue
        meant = f" If it is meant to be {listed(missing)}, give it that title." if len(missing) == 1 else ""
        yield Problem(
            f"The template has no section {quoted(pair.section.title)}.",
            document.at(pair.section.span),
            help=f"Keep it if no other section fits what it says.{meant}",
        )
