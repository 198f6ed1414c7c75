"""Every reference from a document to a file, resolved against the listing of its folder.

The listing decides, not the file system: so a wrong letter case is found on macOS and Windows too.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from unicodedata import normalize
from urllib.parse import quote, unquote

from casecheck.nearest import fold, nearest
from casecheck.source import Span

MAX_TARGET = 4_096  # characters; no file system has longer paths, so nothing longer deserves a search
MAX_GUESSES = 12  # names that are compared letter by letter, for each reference that leads nowhere
MAX_GUESSED_CHARACTERS = 40

SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")
ON_THIS_COMPUTER = re.compile(r"file:|[A-Za-z]:|\\\\", re.IGNORECASE)  # file:///…, C:\…, \\server\…
BREAKS_AN_ADDRESS = re.compile(r"[\s<>()\[\]\"'`%#?\\]")

PICTURES = ("jpg", "jpeg", "jpe", "jfif", "png", "webp", "gif", "svg", "avif", "tif", "tiff", "bmp", "heic", "heif")
KINDS = {
    **dict.fromkeys(PICTURES, "picture"),
    **dict.fromkeys(("geojson", "json"), "map"),
}


class Match(StrEnum):
    """How a reference and the folder agree. Where several differences meet, the worst one names the match."""

    FOUND = "found"  # exactly there
    ENCODED = "encoded"  # there once `%20` and the like are decoded
    CASE = "case"  # there, but for the letter case
    UNICODE = "unicode"  # there, but for the Unicode form (NFC or NFD)
    MISSING = "missing"
    OUTSIDE = "outside"  # absolute, leaves the case folder, or a link that does
    REMOTE = "remote"  # has a scheme or a host
    NONE = "none"  # empty, or only a fragment
    UNKNOWN = "unknown"  # not in the part of the folder that could be listed


@dataclass(frozen=True)
class CaseFolder:
    """The folder of a case: its name, and every file in it and below.

    `files` are paths relative to the folder, `/` between parts, exactly as the file system spells them, sorted.
    `parent` is the name of the folder above. `leaving` are those files that are symbolic links out of the folder (or
    folders that are); they are never read. `others` are the folders below that hold a case document of their own, and
    `unlisted` those that were not looked into (hidden, or not to be opened), both with `/` at the end. `truncated`
    says that there are too many files to list.
    """

    name: str
    files: tuple[str, ...] = ()
    parent: str = ""
    leaving: frozenset[str] = frozenset()
    truncated: bool = False
    others: frozenset[str] = frozenset()
    unlisted: frozenset[str] = frozenset()

    @cached_property
    def index(self) -> "Index":
        """The files under every form of their names that `resolve` looks for."""
        return Index.of(self.files)

    @cached_property
    def exits(self) -> frozenset[str]:
        """What the path of a file begins with that lies outside, `/` at its end."""
        return frozenset(f"{link}/" for link in self.leaving)

    def owns(self, file: str) -> bool:
        """Whether a file of the listing is this case's: not another one's below, and no link out of the folder."""
        return file not in self.leaving and not _leads_through(file, self.others)


@dataclass(frozen=True, slots=True)
class Index:
    """Files under the forms of their paths (`exact`, `by_form`, `by_case`) and of their bare names.

    `by_stem` holds them under kind ("picture", "map", else the extension) and stem, which is the name without extension
    and separators; once more under the kind "", for references without an extension. `stems` holds all stems of a kind
    (under an empty string) and those that begin with a letter (under that letter), with the files that have them.
    """

    exact: frozenset[str]
    by_form: dict[str, str]
    by_case: dict[str, str]
    by_name: dict[str, str]
    by_stem: dict[tuple[str, str], str]
    stems: dict[tuple[str, str], dict[str, str]]

    @classmethod
    def of(cls, files: Iterable[str]) -> "Index":
        """The index of these files; of two files with one form, the one nearer to the top is kept."""
        ordered = sorted(files, key=lambda file: (file.count("/"), file))
        backwards = ordered[::-1]
        stems: dict[tuple[str, str], dict[str, str]] = {}
        for file in backwards:
            for letter in {"", _stem(file)[:1]}:
                stems.setdefault((_kind(file), letter), {})[_stem(file)] = file
        return cls(
            exact=frozenset(ordered),
            by_form={_composed(file): file for file in backwards},
            by_case={_caseless(file): file for file in backwards},
            by_name={_caseless(_name(file)): file for file in backwards},
            by_stem={(kind, _stem(file)): file for file in backwards for kind in ("", _kind(file))},
            stems=stems,
        )


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a reference leads to.

    `file` is one of the folder's, exactly as it is spelt there (for FOUND, ENCODED, CASE and UNICODE); `nearest` is the
    file that was probably meant (for MISSING and OUTSIDE), None where none is like it.
    """

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

    @property
    def in_front_matter(self) -> bool:
        """Whether it stands in the front matter, where a path is plain text and not an address."""
        return self.role in {Role.FEATURED, Role.GEOGRAPHY}

    def written(self, file: str) -> str:
        """How a reference to a file of the folder is written in this place: `./map.geojson`, `./a%20b.jpg`."""
        if self.in_front_matter:
            return f"./{file}"
        return "./" + BREAKS_AN_ADDRESS.sub(lambda found: quote(found[0]), file)


def resolve(target: str, folder: CaseFolder) -> Resolution:
    """What `target`, as written in front matter or body, leads to. Takes time linear in its length."""
    text = target.strip()
    if text.startswith("<") and text.endswith(">"):
        text = text[1:-1].strip()
    if not text or text[0] in "#?":
        return Resolution(Match.NONE)
    if ON_THIS_COMPUTER.match(text):
        return Resolution(Match.OUTSIDE, nearest=_meant(text, folder))
    if text.startswith("//") or SCHEME.match(text):
        return Resolution(Match.REMOTE)
    if text.startswith("/") or all(_inside(path, folder) is None for path in _readings(text)):
        return Resolution(Match.OUTSIDE, nearest=_meant(text, folder))
    match, file = _look_up(text, folder) if len(text) <= MAX_TARGET else (Match.MISSING, None)
    if match in {Match.MISSING, Match.UNKNOWN}:
        return Resolution(match, nearest=_meant(text, folder))
    return Resolution(match, file)


def _readings(text: str) -> dict[str, Match]:
    """The paths that an address may stand for: as it is, then without query and fragment, then decoded."""
    bare = re.split(r"[?#]", text, maxsplit=1)[0]
    literal = {text: Match.FOUND, bare: Match.FOUND}
    return {**dict.fromkeys((text, bare, unquote(bare), unquote(text)), Match.ENCODED), **literal}


def _inside(path: str, folder: CaseFolder) -> str | None:
    """A path relative to the case folder, without `.` and `..`; None where it leads out of the folder."""
    home = [folder.parent, folder.name]
    parts = home.copy()
    for part in path.split("/"):
        if part not in {"", ".", ".."}:
            parts.append(part)
        elif part == ".." and not parts:
            return None
        elif part == "..":
            parts.pop()
    inside = "/".join(parts[2:]) + "/" * path.endswith("/")
    return inside if parts[:2] == home else None


def _look_up(text: str, folder: CaseFolder) -> tuple[Match, str | None]:
    """The file that one of the readings of `text` names, and how well it does."""
    index = folder.index
    paths = {path: match for reading, match in _readings(text).items() if (path := _inside(reading, folder))}
    for path, match in paths.items():
        if folder.leaving and _leads_through(f"{path}/", folder.exits):
            return Match.OUTSIDE, None
        if path in index.exact:
            return match, path
    for path in paths:
        if file := index.by_form.get(_composed(path)):
            return (Match.UNICODE, file) if file not in folder.leaving else (Match.OUTSIDE, None)
    for path in paths:
        if file := index.by_case.get(_caseless(path)):
            return (Match.CASE, file) if file not in folder.leaving else (Match.OUTSIDE, None)
    unknown = folder.truncated or (folder.unlisted and any(_leads_through(path, folder.unlisted) for path in paths))
    return (Match.UNKNOWN if unknown else Match.MISSING), None


def _leads_through(path: str, folders: frozenset[str]) -> bool:
    """Whether one of `folders`, which end in `/`, is on the way to a path; the case folder itself is ""."""
    at = 0
    while path[:at] not in folders:
        at = path.find("/", at) + 1
        if not at:
            return False
    return True


def _meant(text: str, folder: CaseFolder) -> str | None:
    """The file that a reference that leads nowhere was probably meant for."""
    if len(text) > MAX_TARGET:
        return None
    index = folder.index
    path = unquote(unquote(re.split(r"[?#]", text, maxsplit=1)[0])).replace("\\", "/").strip("/").removeprefix("./")
    name, kind = _name(path), _kind(path)
    found = index.by_case.get(_caseless(path)) or index.by_name.get(_caseless(name))
    if found or not name:
        return found
    return index.by_stem.get((kind, _stem(name))) or _alike(name, kind, index)


def _alike(name: str, kind: str, index: Index) -> str | None:
    """The file of this kind with the most similar name; of maps, the only one whatever its name."""
    stem = _stem(name)
    stems = index.stems.get((kind, ""), {})
    if kind == "map" and len(stems) == 1:
        return next(iter(stems.values()))
    if len(stems) > MAX_GUESSES:
        stems = index.stems.get((kind, stem[:1]), {})
    if len(stems) > MAX_GUESSES or len(stem) > MAX_GUESSED_CHARACTERS:
        return None
    guess = nearest(stem, (other for other in stems if len(other) <= MAX_GUESSED_CHARACTERS))
    return stems[guess] if guess else None


def _composed(path: str) -> str:
    return normalize("NFC", path)


def _caseless(path: str) -> str:
    return normalize("NFC", normalize("NFC", path).casefold())


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def _kind(path: str) -> str:
    """ "picture", "map", or the extension; "" without one."""
    extension = _name(path).rpartition(".")[2].casefold() if "." in _name(path) else ""
    return KINDS.get(extension, extension)


def _stem(path: str) -> str:
    """A file's name without its extension and all that is neither letter nor digit."""
    name = _name(path)
    stem = name.rpartition(".")[0] or name
    return "".join(c for c in fold(stem) if c.isalnum()) or stem
