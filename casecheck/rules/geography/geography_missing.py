"""The map that the front matter names is not in the folder.

The page looks for the file beside the document, and shows no map where it finds none.

Bad:
    geography: ./quarter.geojson        (the folder holds salt-quarter.geojson)

Good:
    geography: ./salt-quarter.geojson
"""

from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, in_full, quoted
from casecheck.references import Match, Role
from casecheck.settings import Settings

NAME = "geography-missing"
SEVERITY = Severity.ERROR

DRAW = "Draw the place in geojson.io, save the file in this folder, and write its name here."


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """A `geography` that leads to no file."""
    for reference in document.references:
        if reference.role is not Role.GEOGRAPHY:
            continue
        found, at = reference.resolution, document.at(reference.span)
        if found.match is Match.REMOTE:
            message = (
                f"The map {quoted(reference.target)} is an address on the web; the page needs a file in the folder."
            )
            yield Problem(message, at, "Save the file in this folder, and write its name here.")
        elif found.match in {Match.MISSING, Match.NONE}:
            near = found.nearest or _only_map(document)
            advice = f"Did you mean {in_full(reference.written(near))}?" if near else DRAW
            yield Problem(f"The map {quoted(reference.target)} is not in the folder.", at, advice)


def _only_map(document: CaseDocument) -> str | None:
    """The map in the folder, where there is but one."""
    maps = [file for file in document.folder.files if file.lower().endswith(".geojson") and document.folder.owns(file)]
    return maps[0] if len(maps) == 1 else None
