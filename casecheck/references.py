"""Every reference from a document to a file, resolved against the listing of its folder.

The listing decides, not the file system: so a wrong letter case is found on macOS and Windows too.
"""

from dataclasses import dataclass
from enum import StrEnum

from casecheck.source import Span


class Match(StrEnum):
    """How a reference and the folder agree."""

    FOUND = "found"  # exactly there
    ENCODED = "encoded"  # there once `%20` and the like are decoded
    CASE = "case"  # there, but for the letter case
    UNICODE = "unicode"  # there, but for the Unicode form (NFC or NFD)
    MISSING = "missing"
    OUTSIDE = "outside"  # absolute, leaves the case folder, or a link that does
    REMOTE = "remote"  # has a scheme or a host
    NONE = "none"  # empty, or only a fragment


@dataclass(frozen=True, slots=True)
class CaseFolder:
    """The folder of a case: its name, and every file in it.

    `files` are paths relative to the folder, `/` between parts, exactly as the file system spells them, sorted; what
    belongs to another case document in a sub-folder is left out. `parent` is the name of the folder above.
    `leaving` are those of them that are symbolic links out of the folder; they are never read.
    """

    name: str
    files: tuple[str, ...] = ()
    parent: str = ""
    leaving: frozenset[str] = frozenset()
    truncated: bool = False


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a reference leads to: `file` is one of the folder's (also for CASE and UNICODE), `nearest` a suggestion."""

    match: Match
    file: str | None = None
    nearest: str | None = None


class Role(StrEnum):
    """What a reference is for."""

    IMAGE = "image"
    FEATURED = "featured image"
    GEOGRAPHY = "geography"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Reference:
    """One mention of a file or an address in a document, as the author wrote it."""

    role: Role
    target: str
    span: Span
    resolution: Resolution


def resolve(target: str, folder: CaseFolder) -> Resolution:
    """What `target`, as written in front matter or body, leads to."""
    raise NotImplementedError
