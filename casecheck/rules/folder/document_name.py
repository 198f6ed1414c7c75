"""The document is not called `index.md`, or has a copy beside it.

The website takes `index.md` from each folder. A document with another name, be it `Index.md` or `index.markdown`, is
not shown; a second one beside it is easily mistaken for the right one.

Bad:
    gbr-london/london.md
    gbr-london/index.md and gbr-london/index (1).md

Good:
    gbr-london/index.md
"""

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase

from casecheck.document import CaseDocument
from casecheck.filenames import CASE_DOCUMENT
from casecheck.finding import Problem, Severity, quoted
from casecheck.lookalikes import is_index
from casecheck.settings import Settings
from casecheck.source import Place, Span

NAME = "document-name"
SEVERITY = Severity.NOTE

COPY = re.compile(r"[^/]*\bindex\b[^/]*\.(?:md|mdx|markdown)$", re.IGNORECASE)


def check(document: CaseDocument, settings: Settings) -> Iterator[Problem]:
    """A document under a name that the collection does not look for, and copies of the right one."""
    if not document.front_matter.data:
        return
    own = document.source.path.rpartition("/")[2]
    names = [name for pattern in settings.include if "." in (name := pattern.rpartition("/")[2])]
    at = Place(document.source, Span(0, 0))
    if names and not any(fnmatchcase(own, name) for name in names):
        right = next((name for name in names if "*" not in name), CASE_DOCUMENT)
        message = f"The document is called {quoted(own)}, and the website does not look for this name."
        mend = f"Rename it to {quoted(right)}, in a folder of its own."
        yield Problem(message, at, mend, Severity.WARNING if is_index(own) else SEVERITY)
        return
    for file in document.folder.files:
        if file != own and COPY.match(file.replace("_", " ")):
            message = f"Beside this document stands {quoted(file)}, which looks like a copy of it."
            yield Problem(message, at, help="Keep the one that is right, and delete the other.")
