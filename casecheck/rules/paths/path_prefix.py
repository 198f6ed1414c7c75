"""A path does not begin with `./`, or takes a roundabout way to a file in the folder.

In the front matter, `./` tells a path to a file in this folder from any other text; without it, some tools take the
value for plain words. A path that leaves the folder and comes back breaks when the folder gets another name.

Bad:
    geography: map.geojson

Good:
    geography: ./map.geojson
"""

import re
from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, in_full, quoted
from casecheck.references import Match, Reference, remedy
from casecheck.settings import Settings

NAME = "path-prefix"
SEVERITY = Severity.NOTE

A_FILE_NAME = re.compile(r"\.[A-Za-z]\w{1,7}$")


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """Paths in the front matter without `./`, and any path with needless `..` in it."""
    for reference in document.references:
        found = reference.resolution
        if found.match in {Match.OUTSIDE, Match.REMOTE, Match.NONE}:
            continue
        if ".." in reference.target.split("/") and found.file:
            message = f"{quoted(reference.target)} takes a roundabout way to a file in this folder."
            yield Problem(message, document.at(reference.span), help=remedy(reference, document.folder))
        elif reference.in_front_matter and not reference.target.startswith((".", "/")) and _is_file(reference):
            message = (
                f"{quoted(reference.target)} does not begin with './', as the path of a file in this folder should."
            )
            mend = remedy(reference, document.folder) or f"Write {in_full(reference.written(reference.target))}."
            yield Problem(message, document.at(reference.span), help=mend)


def _is_file(reference: Reference) -> bool:
    """Whether a value is, or looks like, the name of a file; placeholders such as "n/a" do not."""
    return reference.resolution.file is not None or bool(A_FILE_NAME.search(reference.target))
