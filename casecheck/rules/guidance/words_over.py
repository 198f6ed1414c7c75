"""A text is much longer than the template asks for.

The template says how long a section, or each item in it, should be. Long texts are read by few, and hide what matters.
Nobody counts words to the last: a text is mentioned when it is far from the figure, and a warning when it is very far.
Not counted are titles, headings, captions, web addresses and numbers of references such as [12].

Bad:
    **Quieter streets**. The town has ... (150 words; the template: "The text should be around 50 words")

Good:
    **Quieter streets**. Freight moves to the canal before seven in the morning ... (60 words)
"""

from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Related, Severity
from casecheck.lengths import too_long
from casecheck.settings import Settings

NAME = "words-over"
SEVERITY = Severity.NOTE


def check(document: CaseDocument, settings: Settings) -> Iterator[Problem]:
    """One finding for each section that is too long, or has items that are."""
    kind = document.front_matter.text("type") or ""
    for pair in document.alignment.pairs:
        fault = too_long(pair, kind, settings.words)
        if fault:
            related = tuple(Related(document.at(one.span), f"{one.words} words.") for one in fault.lengths)
            yield Problem(fault.message, document.at(pair.section.span), fault.help, fault.severity, related)
