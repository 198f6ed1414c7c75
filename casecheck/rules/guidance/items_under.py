"""A section has fewer items than the template asks for.

An item opens with its name in bold, is an entry of a list, or has a heading of its own. A section in plain paragraphs
is not counted. Too few sources are only a note.

Bad:
    ## Outcomes                     (the template: "Identify 3-5 outcomes")

    **Fewer floods**. Two since 2019 ...

Good:
    ## Outcomes

    **Fewer floods**. Two since 2019 ...

    **Fuller ferries**. Up by half ...

    **Cheaper fares**. From next spring ...
"""

from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, quoted
from casecheck.items import lists_sources
from casecheck.measures import item_count
from casecheck.settings import Settings

NAME = "items-under"
SEVERITY = Severity.WARNING


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """Sections with too few items, where items can be counted."""
    kind = document.front_matter.text("type") or ""
    for pair in document.alignment.pairs:
        count = item_count(pair, kind)
        if count is None or count.min is None or count.found >= count.min:
            continue
        title, more = quoted(pair.section.title), f"Add at least {count.min - count.found} more."
        if lists_sources(pair.section.title):
            found = f"{count.found} {'entry' if count.found == 1 else 'entries'}"
            advice, severity = f"{more} Each source needs an entry of its own.", Severity.NOTE
        else:
            found = f"{count.found} item{'s' * (count.found != 1)}"
            advice, severity = f"{more} Each one opens with its name in bold, as in '**Name**. Text'.", SEVERITY
        message = f"{title} has {found}; the template asks for {count.asked}."
        yield Problem(message, document.at(pair.section.span), help=advice, severity=severity)
