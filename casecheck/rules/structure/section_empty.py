"""A section has a heading, but nothing to read below it.

On the page the reader sees a title with nothing under it. Comments do not show, so a section with only the template's
instructions is empty as well. A section of the template that has only a picture lacks its text.

Bad:
    ## Financing
    <!-- Identify at least one financing scheme. -->

    ## Outcomes

Good:
    ## Financing

    **Harbour fees**. Ships pay by length ...

    ## Outcomes
"""

from collections import Counter
from collections.abc import Iterator

from casecheck.alignment import Pair
from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, quoted
from casecheck.sections import match_key
from casecheck.settings import Settings

NAME = "section-empty"
SEVERITY = Severity.WARNING


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """Sections in which a reader finds neither text nor pictures nor sections of their own."""
    pairs = document.alignment.pairs
    titles = Counter(match_key(pair.section.title) for pair in pairs)
    for pair, following in zip(pairs, (*pairs[1:], None), strict=False):
        section = pair.section
        cut_short = any(comment.runs_on for comment in section.comments)
        page_title = section.level == 1 and pair.template is None  # section-level speaks of it
        repeated = pair.template and titles[match_key(section.title)] > 1  # section-duplicate speaks of it
        required = pair.template and not (pair.template.optional or section.optional)
        untold = section.only_pictures and required and not pair.blurred
        if not (section.empty or untold) or _is_divided(pair, following) or cut_short or page_title or repeated:
            continue
        what = "has a picture, but no text" if untold else "is empty"
        yield Problem(
            f"The section {quoted(section.title)} {what}." if section.title else "This heading is empty.",
            document.at(section.span),
            help="Write the section." if required else "Write the section, or delete its heading.",
        )


def _is_divided(pair: Pair, following: Pair | None) -> bool:
    """Whether the next section is a part of this one: by its level, or by the template if its level is wrong."""
    if following is None:
        return False
    if pair.template and following.template and following.template.parent == pair.template.title:
        return True
    return following.section.level > pair.section.level
