"""The text of a link does not say where it leads: "here", "link", "read more".

Readers skim a page by its links, and some have them read out one after another. A link should say by itself what is
behind it.

Bad:
    The harbour gets sensors. [Link.](https://www.example.org/harbour)

Good:
    The harbour gets [sensors for tide and traffic](https://www.example.org/harbour).
"""

import re
from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, quoted
from casecheck.settings import Settings

NAME = "link-generic"
SEVERITY = Severity.NOTE

GENERIC = re.compile(
    r"(?:(?:click|see|read|look|go|available|visit|find it|more) )?(?:right )?here"
    r"|(?:the |this |see |see the |source |web |website |url |external )?(?:links?|hyperlink)(?: here)?"
    r"|(?:this|the) (?:page|site|website|web page|article|document|source|one)|this"
    r"|click(?: this)?|(?:web ?)?page|site|(?:web ?site )?url|source"
    r"|(?:read |see |learn |find out |for |view |show )?more(?: info| information| details)?|continue reading"
)


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """Links with a text that could stand for any address."""
    for link in document.body.links:
        words = " ".join(re.findall(r"\w+", link.text[:80].casefold()))
        if GENERIC.fullmatch(words):
            yield Problem(
                f"The link text {quoted(link.text)} does not say where the link leads.",
                document.at(link.text_span),
                help="Write the title of the page, or make the words that it supports the link.",
            )
