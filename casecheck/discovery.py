"""From the paths that a user names to the case documents to check."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from pathspec import GitIgnoreSpec

from casecheck.errors import UsageError
from casecheck.filenames import CASE_DOCUMENT
from casecheck.lookalikes import is_case, is_index
from casecheck.settings import Settings

MARKDOWN = {".md", ".markdown"}
MOST_LOOKED_AT = 20_000  # files below a folder, to say why none of them is a document
SKIPPED = {"node_modules", "__pycache__", "venv"}


@dataclass(frozen=True, slots=True)
class Found:
    """What a search brings: the documents, and the files that look like a case but do not have a document's name."""

    documents: tuple[Path, ...]
    strays: tuple[Path, ...]


def discover(paths: Iterable[Path], settings: Settings, *, force_exclude: bool = False) -> tuple[Path, ...]:
    """The documents that `search` finds."""
    return search(paths, settings, force_exclude=force_exclude).documents


def search(paths: Iterable[Path], settings: Settings, *, force_exclude: bool = False) -> Found:
    """The case documents below (or named by) `paths`, each once, sorted.

    A folder is searched for files that match `include` and not `exclude`, nor a `.gitignore` of their repository. A
    Markdown file is taken as it is named; any other file stands for the documents of the case folder it is in. With
    `force_exclude` (a hook names every changed file) `include` and `exclude` hold for named files too. Raises
    UsageError for a path that is not there, or a folder that cannot be read.

    Where a folder has no document, `Index.md` and `index.markdown` are taken for one if they look like a case; any
    other Markdown file that does is a stray.
    """
    patterns = Patterns(settings)
    found: dict[Path, Path] = {}
    strays: set[Path] = set()
    for path in paths:
        if path.is_dir():
            files = list(_search(path, patterns))
            documents = [file for file in files if patterns.match(file, path)]
            strays.update(_strays(files, documents, path, patterns))
        elif not path.exists():
            raise UsageError(f"{path}: there is no such file or folder.")
        elif _is_markdown(path) and (not force_exclude or patterns.match(path, path.parent)):
            documents = [path]
        else:
            documents = _documents_of(path, patterns)
        for file in documents:
            found.setdefault(Path(os.path.abspath(file)), file)
    in_order = sorted(found.values(), key=lambda path: path.as_posix())
    return Found(tuple(in_order), tuple(sorted(strays - set(in_order))))


def why_none(paths: Iterable[Path], settings: Settings) -> str:
    """Why `discover` finds no document for these paths, as the rest of a sentence."""
    if not settings.include:
        return "the setting include is empty"
    paths = tuple(paths)
    folders = [path if path.is_dir() else path.parent for path in paths]
    patterns = Patterns(settings)
    excluded = [file for top in folders for file in _search(top, patterns) if patterns.includes(file, top)]
    if excluded:
        more = f" and {len(excluded) - 1:,} more" if len(excluded) > 1 else ""
        return f"the setting exclude ({', '.join(settings.exclude)}) leaves out {min(excluded).as_posix()}{more}"
    unseen = ((file, top) for top in folders for file in islice(_everything(top), MOST_LOOKED_AT))
    if hidden := next((file for file, top in unseen if patterns.match(file, top)), None):
        return f"{hidden.as_posix()} is left out, because git ignores it or a folder above it is hidden"
    where = " or ".join("this folder" if path == Path() else f"'{path}'" for path in folders)
    return f"no file in {where} or below it fits the setting include ({', '.join(settings.include)})"


class Patterns:
    """`include` and `exclude`, compiled."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._include = GitIgnoreSpec.from_lines(settings.include)
        self._exclude = GitIgnoreSpec.from_lines(settings.exclude)

    def match(self, file: Path, top: Path) -> bool:
        """Whether a file, found below `top`, is a case document."""
        return self.includes(file, top) and not self.excludes(file, top)

    def includes(self, file: Path, top: Path) -> bool:
        """Whether it would be one, but for `exclude`."""
        if self._include.match_file(_relative(file, top, self._settings)):
            return True
        return is_index(file.name) and self.looks_like_one(file, top) and CASE_DOCUMENT not in _names_beside(file)

    def looks_like_one(self, file: Path, top: Path) -> bool:
        """Whether a file without a document's name, found where one is looked for, looks like a case."""
        right = _relative(file.with_name(CASE_DOCUMENT), top, self._settings)
        return self._include.match_file(right) and is_case(file, self._settings)

    def excludes(self, path: Path, top: Path, slash: str = "") -> bool:
        """Whether `exclude` leaves out a file, or, with a `slash`, a folder."""
        return self._exclude.match_file(_relative(path, top, self._settings) + slash)


def _is_markdown(path: Path) -> bool:
    return path.suffix.lower() in MARKDOWN


def _strays(files: Sequence[Path], documents: Iterable[Path], top: Path, patterns: Patterns) -> Iterator[Path]:
    """The Markdown files that look like a case, in folders without a document."""
    with_document = {file.parent for file in documents} | {file.parent for file in files if file.name == CASE_DOCUMENT}
    for file in files:
        if not _is_markdown(file) or file.parent in with_document or patterns.excludes(file, top):
            continue
        if patterns.looks_like_one(file, top):
            yield file


def _names_beside(file: Path) -> list[str]:
    """The names in a file's folder, as they are: not every file system tells letter cases apart."""
    try:
        return os.listdir(file.parent)
    except OSError:
        return []


def _documents_of(file: Path, patterns: Patterns) -> list[Path]:
    """The documents of the nearest folder at or above a file that has any; none beyond the top of the repository."""
    for folder in file.parents:
        documents = [path for path in sorted(folder.glob("*")) if _is_markdown(path) and patterns.match(path, folder)]
        if documents or (folder / ".git").exists():
            return documents
    return []


def _relative(file: Path, top: Path, settings: Settings) -> str:
    """A path as patterns see it: relative to the settings' folder, else to the folder that is searched."""
    absolute = Path(os.path.abspath(file))
    for base in (settings.root.absolute(), Path(os.path.abspath(top))):
        if absolute.is_relative_to(base) and absolute != base:
            return absolute.relative_to(base).as_posix()
    return file.name


def _search(top: Path, patterns: Patterns) -> Iterator[Path]:
    """Every file below a folder that git would not ignore; hidden folders are left out."""

    def unread(error: OSError) -> None:
        if isinstance(error, PermissionError) and not patterns.excludes(Path(error.filename), top, "/"):
            what = f"{error.filename}: the folder cannot be read: {error.strerror}."
            raise UsageError(f"{what} To do without it, name it in the setting exclude.")

    ignored = {top: _gitignores_above(top)}
    for folder, names, files in os.walk(top, onerror=unread):
        here = Path(folder)
        specs = ignored.pop(here)
        if ".gitignore" in files:
            specs = [*specs, _gitignore(here)]
        names[:] = sorted(n for n in names if not n.startswith(".") and n not in SKIPPED)
        names[:] = [name for name in names if not _ignored(here / name, specs, "/")]
        ignored.update((here / name, specs) for name in names)
        yield from (here / file for file in files if not _ignored(here / file, specs, ""))


def _everything(top: Path) -> Iterator[Path]:
    """Every file below a folder, whatever hides it."""
    for folder, names, files in os.walk(top):
        names[:] = sorted(set(names) - {".git"})
        yield from (Path(folder) / file for file in sorted(files))


def _gitignores_above(top: Path) -> list[tuple[Path, GitIgnoreSpec]]:
    """The `.gitignore` files between the top of the repository, if there is one, and the folder above `top`."""
    start = Path(os.path.abspath(top))
    above = list(start.parents)
    root = next((folder for folder in (start, *above) if (folder / ".git").exists()), None)
    inside = [folder for folder in reversed(above) if root and folder.is_relative_to(root)]
    return [_gitignore(folder) for folder in inside if (folder / ".gitignore").is_file()]


def _gitignore(folder: Path) -> tuple[Path, GitIgnoreSpec]:
    try:
        lines = (folder / ".gitignore").read_text("utf-8", "replace").splitlines()
    except OSError:
        lines = []
    return Path(os.path.abspath(folder)), GitIgnoreSpec.from_lines(lines)


def _ignored(path: Path, specs: list[tuple[Path, GitIgnoreSpec]], slash: str) -> bool:
    """Whether git ignores a path: the nearest `.gitignore` that speaks of it decides."""
    absolute = Path(os.path.abspath(path))
    for folder, spec in reversed(specs):
        verdict = spec.check_file(absolute.relative_to(folder).as_posix() + slash).include
        if verdict is not None:
            return verdict
    return False
