"""A text is much shorter than the template asks for.

The template says how long a section, or each item in it, should be, so that every case tells as much as the others.
Nobody counts words to the last: a text is mentioned when it is far from the figure, and a warning when it is very far.
Not counted are titles, headings, captions, web addresses and numbers of references such as [12].

Bad:
    ## Overview                     (the template: "About 100 to 150 word summary")

    Brackwater is a harbour town.

Good:
    ## Overview

    Brackwater is a harbour town that has put its ferries, locks and tide gates on one timetable. The timetable
    has been open since 2019, and ...
"""

from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Related, Severity
from casecheck.lengths import too_short
from casecheck.settings import Settings

NAME = "words-under"
SEVERITY = Severity.NOTE


def check(document: CaseDocument, settings: Settings) -> Iterator[Problem]:
    """One finding for each section that is too short, or has items that are."""
    kind = document.front_matter.text("type") or ""
    for pair in document.alignment.pairs:
        if pair.section.unwritten or pair.section.only_pictures:
            continue  # section-empty or template-text says that all of it is still to be written
        fault = too_short(pair, kind, settings.words)
        if fault:
            related = tuple(Related(document.at(one.span), f"{one.words} words.") for one in fault.lengths)
            yield Problem(fault.message, document.at(pair.section.span), fault.help, fault.severity, related)
