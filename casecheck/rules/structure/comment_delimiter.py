"""A comment begins or ends with a dash too many.

A comment is written between `<!--` and `-->`. With more dashes it still works, but other programs read it in other
ways, and a dash is soon lost or added in the wrong place.

Bad:
    <!--- About 100 words. --->

Good:
    <!-- About 100 words. -->
"""

import re
from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, quoted
from casecheck.settings import Settings
from casecheck.source import Span

NAME = "comment-delimiter"
SEVERITY = Severity.NOTE

OPENING = re.compile(r"<!---+|<!--[ \t]*<!--(?=[^\n]*-->$)")
CLOSING = re.compile(r"-+-->$")


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """Comments that work, with unusual delimiters; each once."""
    for comment in document.body.comments:
        if not comment.closed or not comment.text:
            continue
        written = document.source[comment.span]
        for pattern, right, where in ((OPENING, "<!--", "begins"), (CLOSING, "-->", "ends")):
            if found := pattern.search(written):
                start = comment.span.start + found.start()
                yield Problem(
                    f"This comment {where} with {quoted(found[0])}; '{right}' is enough.",
                    document.at(Span(start, start + len(found[0]))),
                    help=f"Write '{right}'.",
                )
                break
