"""A section occurs twice.

Mostly a heading was copied and not renamed, or a text was pasted twice.

Bad:
    ## Outcomes
    Fewer floods ...

    ## Outcomes
    Fuller ferries ...

Good:
    ## Outcomes
    Fewer floods ...
    Fuller ferries ...
"""

from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Related, Severity, quoted
from casecheck.sections import Section, match_key
from casecheck.settings import Settings

NAME = "section-duplicate"
SEVERITY = Severity.WARNING


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """Sections with the title of an earlier one within the same section."""
    seen: dict[tuple[str, str], Section] = {}
    twice: set[str] = set()  # titles of those reported, whose parts are there twice with them
    for pair in document.alignment.pairs:
        section = pair.section
        title = match_key(section.title)
        first = seen.setdefault((title, "" if pair.template else match_key(section.parent)), section)
        moved_along = first.parent == section.parent and section.parent in twice
        if first is section or not title or moved_along:
            continue
        twice.add(section.title)
        line = document.source.position(first.span.start).line
        yield Problem(
            f"There is a section {quoted(section.title)} already, in line {line}.",
            document.at(section.span),
            help="Put both together, or give this one its own title.",
            related=(Related(document.at(first.span), "The first of them."),),
        )
