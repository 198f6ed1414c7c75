"""Which documents a run checks: those that are named, changed or staged, or the one on the standard input."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from casecheck.cli.streams import tell
from casecheck.errors import UsageError

if TYPE_CHECKING:  # `--help` needs none of it
    from casecheck.cli.request import Request
    from casecheck.runner import Documents
    from casecheck.settings import Settings

STDIN = Path("-")
MOST_NAMED = 5


@contextmanager
def documents(request: "Request", settings: "Settings") -> Iterator["Documents"]:
    """The documents that a request asks for; a copy of staged ones lasts as long as the context."""
    from casecheck.runner import Documents

    if STDIN in request.paths or request.stdin_filename:
        yield _from_stdin(request)
    elif request.staged:
        with tempfile.TemporaryDirectory(prefix="casecheck-") as folder:
            yield _staged(request, settings, Path(folder).resolve())
    else:
        found = _found(request, settings)
        yield Documents(_changed(found, request, settings) if request.changed or request.since else found)


def why_none(request: "Request", settings: "Settings") -> str:
    """Why there is no document to check, as the rest of a sentence."""
    from casecheck import discovery
    from casecheck.output.summary import plural

    paths = request.paths or (Path(),)
    if found := discovery.discover(paths, settings, force_exclude=request.force_exclude):
        change = (
            "is changed by the next commit" if request.staged else f"differs from {request.since or 'the main branch'}"
        )
        return f"of {plural(len(found), 'document')}, none {change}"
    return discovery.why_none(paths, settings)


def _found(request: "Request", settings: "Settings") -> tuple[Path, ...]:
    """The documents below the paths; what looks like one, and has another name, is told. Raises UsageError if none."""
    from casecheck.discovery import search

    found = search(request.paths or (Path(),), settings, force_exclude=request.force_exclude)
    lines = [f"{path.as_posix()} looks like a case, but is not called index.md." for path in found.strays[:MOST_NAMED]]
    if more := len(found.strays) - len(lines):
        lines.append(f"So do {more:,} more files.")
    if lines and not found.documents:
        raise UsageError(f"No document was checked: {' '.join(lines)}")
    if lines and not request.quiet:
        tell("\n".join(f"casecheck: {line} It was not checked." for line in lines))
    return found.documents


def _from_stdin(request: "Request") -> "Documents":
    from casecheck.runner import Documents

    name = request.stdin_filename
    if request.paths != (STDIN,) or name is None:
        raise UsageError(
            "To check a document on the standard input, write: casecheck check - --stdin-filename PATH, where PATH"
            " is where the document stands; its pictures and its map are looked for beside it."
        )
    return Documents((name,), contents={name: sys.stdin.buffer.read()})


def _changed(found: tuple[Path, ...], request: "Request", settings: "Settings") -> tuple[Path, ...]:
    from casecheck.changed import affected, changed_files, repository

    top = repository(_start(request))
    return affected(found, changed_files(top, request.since), settings)


def _staged(request: "Request", settings: "Settings", folder: Path) -> "Documents":
    """The documents that the next commit concerns, as they will be committed."""
    from casecheck.changed import affected, export_staged, repository, staged_files, tracked_files
    from casecheck.discovery import Patterns
    from casecheck.runner import Documents

    top = repository(_start(request))
    patterns = Patterns(settings)
    below = [Path(os.path.realpath(path)) for path in request.paths or (Path(),)]
    tracked = [
        path
        for path in tracked_files(top)
        if patterns.match(path, top) and any(path.is_relative_to(start) for start in below)
    ]
    concerned = affected(tracked, staged_files(top), settings)
    if concerned:
        export_staged(top, {path.parent for path in concerned}, folder)
    return Documents(tuple(folder / path.relative_to(top) for path in concerned), (folder, top))


def _start(request: "Request") -> Path:
    start = request.paths[0] if request.paths else Path()
    if not start.exists():
        raise UsageError(f"{start}: there is no such file or folder.")
    return start
