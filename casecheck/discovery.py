"""From the paths that a user names to the case documents to check."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from pathspec import GitIgnoreSpec

from casecheck.errors import UsageError
from casecheck.settings import Settings

SKIPPED = {"node_modules", "__pycache__", "venv"}


def discover(paths: Iterable[Path], settings: Settings) -> tuple[Path, ...]:
    """The case documents below (or named by) `paths`, each once, sorted.

    A file is taken as it is named; a folder is searched for files that match `include` and not `exclude`. Raises
    UsageError for a path that is not there.
    """
    include = GitIgnoreSpec.from_lines(settings.include)
    exclude = GitIgnoreSpec.from_lines(settings.exclude)
    found: set[Path] = set()
    for path in paths:
        if path.is_dir():
            found.update(_search(path, include, exclude))
        elif path.exists():
            found.add(path)
        else:
            raise UsageError(f"{path}: there is no such file or folder.")
    return tuple(sorted(found, key=lambda path: path.as_posix()))


def _search(top: Path, include: GitIgnoreSpec, exclude: GitIgnoreSpec) -> Iterator[Path]:
    for folder, names, files in os.walk(top):
        names[:] = sorted(name for name in names if not name.startswith(".") and name not in SKIPPED)
        for file in files:
            path = Path(folder, file)
            relative = path.relative_to(top).as_posix()
            if include.match_file(relative) and not exclude.match_file(relative):
                yield path
