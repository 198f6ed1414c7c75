"""A section has far more items than the template asks for.

A few that matter say more than many. One or two more than asked for are not mentioned, and sources are never too many.

Bad:
    ## Open Questions               (the template: "Identify 1-3 open questions")

    **Ice**. Who breaks it? ...

    (and five more)

Good:
    ## Open Questions

    **Ice**. Who breaks it? ...

    **Age**. Who follows the wardens? ...
"""

from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, quoted
from casecheck.items import lists_sources
from casecheck.measures import item_count
from casecheck.settings import Settings

NAME = "items-over"
SEVERITY = Severity.NOTE
TOLERANCE = 1.5  # four open questions instead of three are as good


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """Sections with far too many items, other than lists of sources."""
    kind = document.front_matter.text("type") or ""
    for pair in document.alignment.pairs:
        count = item_count(pair, kind)
        if (
            count
            and count.max is not None
            and count.found > TOLERANCE * count.max
            and not lists_sources(pair.section.title)
        ):
            yield Problem(
                f"{quoted(pair.section.title)} has {count.found} items; the template asks for {count.asked}.",
                document.at(pair.section.span),
                help="Keep those that matter most, or put together what belongs together.",
            )
