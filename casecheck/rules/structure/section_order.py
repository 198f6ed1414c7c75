"""The sections stand in another order than in the template.

Readers who go from case to case find their way more easily where the order is the same.

Bad:
    ## Stakeholders
    ## Overview

Good:
    ## Overview
    ## Stakeholders
"""

from collections.abc import Iterator

from casecheck.alignment import Pair
from casecheck.document import CaseDocument
from casecheck.finding import Problem, Related, Severity, quoted
from casecheck.settings import Settings

NAME = "section-order"
SEVERITY = Severity.NOTE


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """One finding for all sections that have moved."""
    moved = [pair for pair in document.alignment.pairs if pair.out_of_order]
    if not moved:
        return
    sentences = [f"{quoted(pair.section.title)} should {_place(document, pair)}" for pair in moved]
    yield Problem(
        f"The order of the sections is not that of the template: {'; '.join(sentences)}.",
        document.at(moved[0].section.span),
        help="Move the section with all that belongs to it." if len(moved) == 1 else "Move these sections.",
        related=tuple(
            Related(document.at(pair.section.span), f"This one should {_place(document, pair)}.") for pair in moved[1:]
        ),
    )


def _place(document: CaseDocument, moved: Pair) -> str:
    """Where a section belongs: after the nearest of those before it in the template that is there, else first."""
    before = document.alignment.before(moved.template) if moved.template else None
    return f"follow {quoted(before[1].title)}" if before else "stand first"
