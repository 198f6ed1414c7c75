"""The files of a case folder, listed once: nothing followed out of it, nothing opened, never endless."""

import os
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Literal

from casecheck import limits
from casecheck.casefolder import CaseFolder

CASE_DOCUMENT = "index.md"

Kind = Literal["file", "folder", "exit"]


@dataclass(frozen=True, slots=True)
class Visit:
    """A folder to list: its path in the case folder (`/` at its end), its real path, and the real paths above it."""

    prefix: str
    real: str
    way: frozenset[str]


@dataclass(slots=True)
class Listing:
    """What a walk has gathered so far, see CaseFolder."""

    files: list[str] = field(default_factory=list)
    leaving: set[str] = field(default_factory=set)
    others: set[str] = field(default_factory=set)
    unlisted: set[str] = field(default_factory=set)
    seen: int = 0


def list_folder(document: Path) -> CaseFolder:
    """The listing of the folder that a document stands in (or would stand in), as far as it can be read.

    It goes up to `limits.MAX_FOLDER_FILES` entries, those nearest to the document first.
    """
    top = os.path.abspath(document.parent)
    home = os.path.realpath(top)
    listing = Listing()
    pending = deque([Visit("", home, frozenset({home}))])
    while pending and listing.seen <= limits.MAX_FOLDER_FILES:
        pending.extend(_list(pending.popleft(), home, {document.name, CASE_DOCUMENT}, listing))
    return CaseFolder(
        name=os.path.basename(top),
        files=tuple(sorted(listing.files)),
        parent=os.path.basename(os.path.dirname(top)),
        leaving=frozenset(listing.leaving),
        truncated=listing.seen > limits.MAX_FOLDER_FILES,
        others=frozenset(listing.others),
        unlisted=frozenset(listing.unlisted),
    )


def _list(visit: Visit, home: str, documents: set[str], listing: Listing) -> Iterator[Visit]:
    """Add what stands in one folder to the listing; return the folders in it that are to be listed next."""
    try:
        with os.scandir(visit.real) as found:
            entries = sorted(islice(found, limits.MAX_FOLDER_FILES + 1), key=lambda entry: entry.name)
    except OSError:
        listing.unlisted.add(visit.prefix)
        return
    if visit.prefix and any(entry.name in documents for entry in entries):
        listing.others.add(visit.prefix)
    for entry in entries:
        listing.seen += 1
        if listing.seen > limits.MAX_FOLDER_FILES:
            return
        name, kind = visit.prefix + entry.name, _kind(entry, home)
        if kind == "folder" and entry.name.startswith("."):
            listing.unlisted.add(f"{name}/")
        elif kind == "folder":
            real = os.path.realpath(entry.path) if entry.is_symlink() else entry.path
            if real not in visit.way:
                yield Visit(f"{name}/", real, visit.way | {real})
        elif kind:
            listing.files.append(name)
            if kind == "exit":
                listing.leaving.add(name)


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
