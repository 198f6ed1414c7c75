"""The template asks for a link in this section, and there is none; or a source has none, where others have.

Readers want to go on from here: to the organisation, to the person, to the plan itself.

Bad:
    ## Stakeholders                 (the template: "include a link to the organization")

    **Harbour Board**. It owns the locks.

Good:
    ## Stakeholders

    **[Harbour Board](https://example.org/board)**. It owns the locks.
"""

import re
from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, listed, quoted
from casecheck.items import Item, has_address, lists_sources
from casecheck.measures import has_link
from casecheck.parse.markdown import visible_text
from casecheck.sections import Section
from casecheck.settings import Settings

NAME = "guidance-link"
SEVERITY = Severity.WARNING

SPOKEN = re.compile(r"\b(?:interview|conversation|personal communication|e-?mail)\b", re.IGNORECASE)


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """Sections that should have a link and have none at all."""
    for pair in document.alignment.pairs:
        section = pair.section
        if (
            pair.guidance.links
            and not (section.unwritten or section.only_pictures or pair.blurred)
            and not has_link(section)
        ):
            yield Problem(
                f"The template asks for links in {quoted(section.title)}, but it has none.",
                document.at(section.span),
                help="Link each name to its website: '[Name](https://...)'.",
            )
        elif lists_sources(section.title):
            yield from _unlinked(document, section)


def _unlinked(document: CaseDocument, section: Section) -> Iterator[Problem]:
    """The entries without a link in a list of sources most of which have one."""
    entries = [item for item in section.items if not SPOKEN.search(_words(item))]
    without = [item for item in entries if not any(has_address(block) for block in item.blocks)]
    if without and 2 * len(without) < len(entries):
        how_many = f"{len(without)} of {len(entries)} entries {'has' if len(without) == 1 else 'have'}"
        yield Problem(
            f"In {quoted(section.title)}, {how_many} no link: {listed(map(_words, without))}.",
            document.at(without[0].span),
            help="Link the title of each to its page: '[Title](https://...)'; a source on paper may go without.",
            severity=Severity.NOTE,
        )


def _words(item: Item) -> str:
    return " ".join(" ".join(visible_text(block) for block in item.blocks).split())
