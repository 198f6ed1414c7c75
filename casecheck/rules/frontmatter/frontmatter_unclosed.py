"""The front matter is not closed with a line '---'.

A site reads as front matter all that stands between the first line '---' and the next one. Where the second is missing,
or is written with other characters, it takes the whole text for front matter and shows nothing.

Bad:

    ---
    title: Salt Quay Plan

    ## Overview

Good:

    ---
    title: Salt Quay Plan
    ---

    ## Overview
"""

from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity
from casecheck.settings import Settings

NAME = "frontmatter-unclosed"
SEVERITY = Severity.ERROR


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """What the reader of front matter reports under this name."""
    for fault in document.front_matter.faults:
        if fault.kind == NAME:
            yield Problem(fault.message, document.at(fault.span), fault.help)
