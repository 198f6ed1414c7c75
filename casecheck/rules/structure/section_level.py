"""A heading has more or fewer number signs than the template gives it.

The number of `#` says what belongs to what: a section with too many becomes a part of the one above it, one with too
few takes the following parts away from it. A single `#` is the title of the whole page, which comes from the front
matter.

Bad:
    # Overview

    ### Stakeholders

Good:
    ## Overview

    ## Stakeholders
"""

from collections.abc import Iterator

from casecheck.alignment import Pair
from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, in_full, quoted
from casecheck.settings import Settings

NAME = "section-level"
SEVERITY = Severity.WARNING


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """Sections of another level than the template's, and titles of level 1 where the template has none."""
    template = document.alignment.template
    titled = not template.sections or any(part.level == 1 for part in template.all_sections)
    for pair in document.alignment.pairs:
        found = pair.section.level
        if pair.template and found != pair.template.level:
            yield Problem(
                f"The heading {quoted(pair.section.title)} is one with {_marks(found)}; in the template it is one with"
                f" {_marks(pair.template.level)}.",
                document.at(pair.section.span),
                help=f"Write {_heading(pair, pair.template.level)}.",
            )
        elif pair.template is None and found == 1 and not titled:
            yield Problem(
                f"The heading {quoted(pair.section.title)} is one with '#', which is for the title of the whole page.",
                document.at(pair.section.span),
                help=f"Delete it if it repeats the title in the front matter, else write {_heading(pair, 2)}.",
            )


def _marks(level: int) -> str:
    return f"'{'#' * level}'"


def _heading(pair: Pair, level: int) -> str:
    return in_full(f"{'#' * level} {pair.section.title}")
