"""The files of a case folder, listed once: nothing followed out of it, nothing opened, never endless."""

import os
import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from posixpath import normpath
from typing import Literal
from urllib.parse import unquote

from casecheck import limits
from casecheck.casefolder import CaseFolder, folders_above
from casecheck.filenames import CASE_DOCUMENT, caseless

MAX_DEPTH = 20  # folders in one another, down to which a file that a document names is searched for

Kind = Literal["file", "folder", "exit"]


@dataclass(frozen=True, slots=True)
class Visit:
    """A folder to list: its path in the case folder (`/` at its end), its real path, and the real paths above it."""

    prefix: str
    real: str
    way: frozenset[str]


@dataclass(slots=True)
class Listing:
    """What a walk has gathered so far, see CaseFolder; of more than `limit` entries it takes no notice.

    `wanted` are the only paths that it gathers, and those of folders (`/` at the end) that it looks into, without
    regard to letter case; None means all.
    """

    limit: int
    wanted: frozenset[str] | None = None
    files: list[str] = field(default_factory=list)
    leaving: set[str] = field(default_factory=set)
    others: set[str] = field(default_factory=set)
    unlisted: set[str] = field(default_factory=set)
    empty: set[str] = field(default_factory=set)
    seen: int = 0


def list_folder(document: Path) -> CaseFolder:
    """The listing of the folder that a document stands in (or would stand in), as far as it can be read.

    It goes up to `limits.MAX_FOLDER_FILES` entries, those nearest to the document first.
    """
    top = os.path.abspath(document.parent)
    listing = _walk(document, Listing(limits.MAX_FOLDER_FILES))
    return CaseFolder(
        name=os.path.basename(top),
        files=tuple(sorted(listing.files)),
        parent=os.path.basename(os.path.dirname(top)),
        leaving=frozenset(listing.leaving),
        truncated=listing.seen > listing.limit,
        others=frozenset(listing.others),
        unlisted=frozenset(listing.unlisted),
        empty=frozenset(listing.empty),
    )


def search(folder: CaseFolder, document: Path, targets: Iterable[str]) -> CaseFolder:
    """A folder that was too large to list, with those files beyond the listing that some references may name.

    It is `searched` unless a reference goes too deep, or the folder has more than `limits.MAX_SEARCHED_FILES` entries.
    """
    readings = {reading for target in targets for reading in (target.strip(), _bare(target))}
    shallow = {reading for reading in readings if reading.count("/") < MAX_DEPTH}
    paths = {caseless(normpath(reading.replace("\\", "/"))) for reading in shallow}
    ways = {f"{folder}/" for folder in folders_above(paths)}
    found = _walk(document, Listing(limits.MAX_SEARCHED_FILES, frozenset(paths | ways)))
    return replace(
        folder,
        files=tuple(sorted({*folder.files, *found.files})),
        leaving=folder.leaving | found.leaving,
        others=folder.others | found.others,
        unlisted=folder.unlisted | found.unlisted,
        searched=found.seen <= found.limit and shallow == readings,
    )


def _bare(target: str) -> str:
    """An address without what is no part of a path, and without codes such as `%20`."""
    return unquote(re.split(r"[?#]", target.strip(), maxsplit=1)[0], errors="surrogateescape")


def _walk(document: Path, listing: Listing) -> Listing:
    """Fill a listing, level by level."""
    home = os.path.realpath(document.parent)
    pending = deque([Visit("", home, frozenset({home}))])
    while pending and listing.seen <= listing.limit:
        pending.extend(_list(pending.popleft(), home, {document.name, CASE_DOCUMENT}, listing))
    return listing


def _list(visit: Visit, home: str, documents: set[str], listing: Listing) -> Iterator[Visit]:
    """Add what stands in one folder to the listing; return the folders in it that are to be listed next."""
    try:
        with os.scandir(visit.real) as found:
            entries = sorted(islice(found, listing.limit + 1), key=lambda entry: entry.name)
    except OSError:
        listing.unlisted.add(visit.prefix)
        return
    if visit.prefix:
        _note(visit.prefix, {entry.name for entry in entries}, documents, listing)
    for entry in entries:
        listing.seen += 1
        if listing.seen > listing.limit:
            return
        name, kind = visit.prefix + entry.name, _kind(entry, home)
        if kind == "folder" and entry.name.startswith("."):
            listing.unlisted.add(f"{name}/")
        elif kind == "folder":
            real = os.path.realpath(entry.path) if entry.is_symlink() else entry.path
            if real not in visit.way and _wants(listing, f"{name}/"):
                yield Visit(f"{name}/", real, visit.way | {real})
        elif kind and _wants(listing, name):
            listing.files.append(name)
            if kind == "exit":
                listing.leaving.add(name)


def _note(prefix: str, names: set[str], documents: set[str], listing: Listing) -> None:
    """Add what the names in a folder say of it."""
    if not names:
        listing.empty.add(prefix[:-1])
    if names & documents:
        listing.others.add(prefix)


def _wants(listing: Listing, path: str) -> bool:
    return listing.wanted is None or caseless(path) in listing.wanted


def _kind(entry: os.DirEntry[str], home: str) -> Kind | None:
    """What an entry is; None for what is no file (a pipe, a socket, a link that leads nowhere)."""
    try:
        if entry.is_symlink() and not Path(os.path.realpath(entry.path)).is_relative_to(home):
            return "exit"
        if entry.is_dir():
            return "folder"
        return "file" if entry.is_file() else None
    except OSError:  # a link that leads to itself
        return None
