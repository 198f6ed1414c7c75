"""Text of the template, or placeholder text such as "Lorem ipsum", is left in.

The template shows where text belongs and how much; all of it is to be replaced. Comments of the template may stay:
nobody sees them.

Bad:
    Lorem ipsum dolor sit amet, consectetur adipiscing elit.

    - Create a list by starting a line with `-`

    The pilot cost TBD.

Good:
    The tram stops every seven minutes.

    - [City of Brackwater: Mobility plan](https://www.example.org/plan), 2021

    The pilot cost 1.2 million euros.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, quoted
from casecheck.leftovers import LeftOver, left_over
from casecheck.samples import samples
from casecheck.settings import Settings
from casecheck.source import Span

NAME = "template-text"
SEVERITY = Severity.WARNING

NEARLY_A_COMMENT = re.compile(r"<!?[-–—]|[-–—]>")  # comment-unclosed says why the template's words show
MESSAGES = {
    "blind": "This is placeholder text: {}.",
    "own": "This text is still the template's own: {}.",
    "note": "Something is still to be written here: {}.",
}
HELP = {
    "blind": "Replace it with your own text, or delete it.",
    "own": "Replace it with your own text, or delete it.",
    "note": "Write what is missing, or delete the note.",
}


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """Paragraphs, list items and table cells with text that is not the author's, one finding each."""
    known = samples(document.profile)
    unwritten = [Span(one.span.end, one.extent.end) for one in document.sections if one.unwritten]
    for prose in document.body.prose:
        found = left_over(prose, known)
        start = prose.place(0, 1).start
        if found is None and _is_within(start, unwritten):
            found = LeftOver("note", 0, len(prose.text))
        if found and not (found.kind == "own" and NEARLY_A_COMMENT.search(prose.plain)):
            text = quoted(prose.text[found.start : found.end])
            place = document.at(prose.place(found.start, found.end))
            yield Problem(MESSAGES[found.kind].format(text), place, HELP[found.kind])


def _is_within(offset: int, stretches: list[Span]) -> bool:
    """Whether an offset is in one of some stretches, which are in order and apart."""
    nearest = bisect_right(stretches, offset, key=lambda stretch: stretch.start) - 1
    return nearest >= 0 and offset < stretches[nearest].end
