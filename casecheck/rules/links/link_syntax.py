"""What is meant to be a link is none, or leads nowhere, because something in its brackets is wrong.

A link is written `[text](address)`: the text in square brackets, right behind them the address in round ones, without
quotation marks and without blanks. If only one of them is wrong, the page shows brackets and address as text.

Bad:
    [Harbour plan] (https://www.example.org/plan)
    [Harbour plan]("https://www.example.org/plan")
    [Harbour plan]((https://www.example.org/plan))
    (Harbour plan)[https://www.example.org/plan]
    [Harbour plan]: https://www.example.org/plan

Good:
    [Harbour plan](https://www.example.org/plan)
"""

from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity
from casecheck.settings import Settings

NAME = "link-syntax"
SEVERITY = Severity.ERROR


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """What is nearly a link."""
    for miss in document.near_misses:
        if not miss.picture:
            yield document.miswritten(miss, "is no working link")
