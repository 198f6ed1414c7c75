"""A file stands in the folder, but nothing in the document shows it or leads to it.

It may be left over, or the place that should show it is missing or misspelt. Every file in the folder is stored and
copied with the case.

Bad:
    skyline.jpg is in the folder, and no line of index.md mentions it

Good:
    ![The skyline from the river](./skyline.jpg "Skyline (Ana Horvat)")
"""

import re
from collections.abc import Iterator
from itertools import islice

from casecheck import limits
from casecheck.document import CaseDocument
from casecheck.filenames import CASE_DOCUMENT
from casecheck.finding import Problem, Severity, in_full, quoted
from casecheck.references import Match, resolve
from casecheck.settings import Settings
from casecheck.source import Place, Span

NAME = "file-unused"
SEVERITY = Severity.NOTE

IGNORED = re.compile(
    r"(?:\.|~\$|Icon\r$)|(?:thumbs\.db|desktop\.ini|readme|license|licence|notice)(?:\.\w+)?$", re.IGNORECASE
)
SHOW = "Show it in the text, or delete it."
MAX_PLACES = 20  # where the name of a file stands that are looked at
PAGE_PARTS = (".md", ".mdx", ".markdown", ".html", ".htm", ".css", ".js", ".ts", ".jsx", ".tsx", ".bib")


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """Files of the folder that no reference leads to."""
    if document.folder.truncated or not document.front_matter.data or _shares_its_folder(document):
        return
    wanted = {
        reference.resolution.nearest: reference
        for reference in document.references
        if reference.resolution.match in {Match.MISSING, Match.OUTSIDE} and reference.resolution.nearest
    }
    for count, file in enumerate(_unused(document)):
        if reference := wanted.get(file):
            line = document.source.position(reference.span.start).line
            mend = f"Line {line} probably means this file; write {in_full(reference.written(file))} there."
        else:
            mend = _mention(document, file) if count < limits.MAX_FINDINGS_PER_RULE else ""
        message = f"The file {quoted(file)} is in the folder, but nothing in the document shows it or leads to it."
        yield Problem(message, Place(document.source, Span(0, 0)), help=mend or _use(file))


def _shares_its_folder(document: CaseDocument) -> bool:
    """Whether other documents stand beside this one, so that the files may be theirs."""
    own = document.source.path.rpartition("/")[2]
    beside = [file for file in document.folder.files if "/" not in file and file.endswith(".md") and file != own]
    return own != CASE_DOCUMENT and any(not IGNORED.match(file) for file in beside)


def _unused(document: CaseDocument) -> Iterator[str]:
    folder = document.folder
    used = {reference.resolution.file for reference in document.references} | set(_miswritten(document))
    twins = {file for group in folder.twins.values() for file in group}  # path-unportable speaks of them
    swallowed = [comment.text for comment in document.body.comments if comment.runs_on]
    for file in folder.files:
        name = file.rpartition("/")[2]
        if file in used or file in twins or not folder.owns(file) or any(name in text for text in swallowed):
            continue
        if not IGNORED.match(name) and not name.lower().endswith(PAGE_PARTS):
            yield file


def _miswritten(document: CaseDocument) -> Iterator[str | None]:
    """The files that are meant by what is nearly a link or a picture, of which link-syntax and image-syntax speak."""
    for miss in document.near_misses:
        found = resolve(miss.address, document.folder)
        yield found.file or found.nearest


def _use(file: str) -> str:
    is_map = file.lower().endswith((".geojson", ".json"))
    return "If it is the map of the case, name it behind 'geography:'; else delete it." if is_map else SHOW


def _mention(document: CaseDocument, file: str) -> str:
    """Help for a file whose name stands in the document, but not where it counts."""
    name, source = file.rpartition("/")[2], document.source
    places = [found.start() for found in islice(re.finditer(re.escape(name), source.text), MAX_PLACES)]
    places = [at for at in places if not _in_yaml_comment(document, at)]
    hidden = [at for at in places if any(c.span.start <= at < c.span.end for c in document.body.comments)]
    if shown := [at for at in places if at not in hidden]:
        line = source.position(shown[0]).line
        return f"Its name stands in line {line}, but not in an image or link. Mend that line, or delete the file."
    if not hidden:
        return ""
    line = source.position(hidden[0]).line
    return f"Its name stands in line {line}, inside a comment, which no reader sees. Take it out, or delete the file."


def _in_yaml_comment(document: CaseDocument, at: int) -> bool:
    """Whether a place is on a line of the front matter that is a comment, as the template has them."""
    line = document.source.line(document.source.position(at).line)
    return at < document.front_matter.body_start and line.lstrip().startswith("#")
