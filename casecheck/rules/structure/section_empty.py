"""A section has a heading, but nothing below it.

On the page the reader sees a title with nothing under it. Comments do not show, so a section with only the template's
instructions is empty as well.

Bad:
    ## Financing
    <!-- Identify at least one financing scheme. -->

    ## Outcomes

Good:
    ## Financing

    **Harbour fees**. Ships pay by length ...

    ## Outcomes
"""

from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, quoted
from casecheck.settings import Settings

NAME = "section-empty"
SEVERITY = Severity.WARNING


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """Sections in which a reader finds neither text nor pictures nor sections of their own."""
    pairs = document.alignment.pairs
    for number, pair in enumerate(pairs):
        section = pair.section
        divided = number + 1 < len(pairs) and pairs[number + 1].section.level > section.level
        cut_short = any(not comment.closed for comment in section.comments)
        page_title = section.level == 1 and pair.template is None  # section-level speaks of it
        if not section.empty or divided or cut_short or page_title:
            continue
        required = pair.template and not (pair.template.optional or section.optional)
        yield Problem(
            f"The section {quoted(section.title)} is empty." if section.title else "This heading is empty.",
            document.at(section.span),
            help="Write the section." if required else "Write the section, or delete its heading.",
        )
