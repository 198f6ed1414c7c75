"""An address leads nowhere: it is misspelt, lacks its `https://`, or is one that no reader can open.

Without `https://` (or with a mistake in it) a browser looks for a page of that name on our own website, and finds none.
Other addresses only work in your own browser or network, as `localhost` and what begins with `javascript:`.

Bad:
    [Harbour plan](www.example.org/harbour)
    [Harbour plan](htps://www.example.org/harbour)
    [Harbour plan](chrome-extension://abcdef/https://www.example.org/harbour.pdf)

Good:
    [Harbour plan](https://www.example.org/harbour)
"""

from collections.abc import Iterator

from casecheck.addresses import broken
from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, in_full, quoted
from casecheck.references import Role
from casecheck.settings import Settings

NAME = "link-url"
SEVERITY = Severity.ERROR


def check(document: CaseDocument, settings: Settings) -> Iterator[Problem]:
    """Links whose address certainly leads nowhere; a collection for one network may allow those that lead there."""
    for reference in document.references:
        if reference.role not in {Role.LINK, Role.EMBEDDED} or reference.resolution.file:
            continue
        fault = broken(reference.target)
        if fault and not (fault.nearby and settings.links.allow_private):
            yield Problem(
                f"The address {quoted(reference.target)} {fault.reason}. The link leads nowhere.",
                document.at(reference.span),
                help=f"Write {in_full(fault.meant)}." if fault.meant else fault.advice,
            )
