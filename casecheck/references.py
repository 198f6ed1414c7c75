"""Every reference from a document to a file, resolved against the listing of its folder.

The listing decides, not the file system: so a wrong letter case is found on macOS and Windows too. An address in the
body is read as browsers read it (https://url.spec.whatwg.org): query and fragment are no part of the path, and codes
such as `%20` are decoded, once. A value of the front matter is the path itself.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote, unquote

from casecheck.casefolder import CaseFolder, Index, kind_of, leads_through, name_of, stem_of
from casecheck.filenames import caseless, composed
from casecheck.finding import in_full
from casecheck.nearest import nearest
from casecheck.source import Span

MAX_TARGET = 4_096  # characters; no file system has longer paths, so nothing longer deserves a search
MAX_GUESSES = 12  # names that are compared letter by letter, for each reference that leads nowhere
MAX_GUESSED_CHARACTERS = 40

ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:|//[^/?#]*[.\[]")  # a scheme, or a host without one
ON_THIS_COMPUTER = re.compile(r"file:|[A-Za-z]:|\\\\|~[/\\]", re.IGNORECASE)  # file:///…, C:\…, \\server\…, ~/…
EXTENSION = re.compile(r"\.[A-Za-z]\w{1,7}(?:[?#].*)?$", re.DOTALL)  # which lets it take all at the first `?`
MARKDOWN = re.compile(r"^!?\[[^\[\]\n]{0,400}\]\(([^()\s]{1,400})(?:\s[^()\n]{0,400})?\)$")  # in the front matter
DOCUMENT = re.compile(r"\.(?:md|mdx|markdown)$", re.IGNORECASE)  # whoever names one means another case's
BREAKS_AN_ADDRESS = re.compile(r"[\s\x00-\x1f\x7f<>()\[\]\"'`%#?|\\]|&(?=[#\w]+;)")


class Match(StrEnum):
    """How a reference and the folder agree. Where several differences meet, the worst one names the match."""

    FOUND = "found"  # exactly there
    ENCODED = "encoded"  # there once `%20` and the like are decoded
    RESERVED = "reserved"  # there, but a sign in its name means something else to those who read an address
    CASE = "case"  # there, but for the letter case
    UNICODE = "unicode"  # there, but for the Unicode form (NFC or NFD)
    MISSING = "missing"
    OUTSIDE = "outside"  # absolute, leaves the case folder, or a link that does
    REMOTE = "remote"  # has a scheme or a host
    NONE = "none"  # empty, only a fragment, or the case folder itself
    UNKNOWN = "unknown"  # not in the part of the folder that could be listed


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a reference leads to.

    `file` is one of the folder's, exactly as it is spelt there (for FOUND, ENCODED, RESERVED, CASE and UNICODE);
    `nearest` is the file that was probably meant (for MISSING and OUTSIDE), None where none is like it. `is_folder`
    says of what is MISSING as a file that it is a folder.
    """

    match: Match
    file: str | None = None
    nearest: str | None = None
    is_folder: bool = False


class Role(StrEnum):
    """What a reference is for."""

    IMAGE = "image"
    FEATURED = "featured image"
    GEOGRAPHY = "geography"
    LINK = "link"
    EMBEDDED = "embedded file"  # what raw HTML shows, apart from pictures: videos, frames, pictures for other screens


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
        return f"./{file}" if self.in_front_matter else as_address(file)


def as_address(file: str) -> str:
    """How a link or a picture refers to a file of the folder: `./a%20b.jpg`."""
    return "./" + BREAKS_AN_ADDRESS.sub(lambda found: quote(found[0]), file)


def names_file(target: str) -> bool:
    """Whether a target ends in an extension, as that of a file does rather than that of a page."""
    return bool(EXTENSION.search(target))


def remedy(reference: Reference, folder: CaseFolder) -> str:
    """What to write instead of a reference, and which file to rename; "" where nothing better is known.

    All rules that speak of one reference say this, so that who follows one of them has done with all.
    """
    match, file = reference.resolution.match, reference.resolution.file
    if file is None:
        meant = reference.resolution.nearest
        return f"Did you mean {in_full(reference.written(meant))}?" if meant else ""
    simple = folder.simple(file)
    in_codes = match is Match.ENCODED and not reference.in_front_matter
    if simple != file and (match is Match.RESERVED or in_codes or (match is Match.UNICODE and simple.isascii())):
        return f"Best rename the file to {in_full(simple)}, and write {in_full(reference.written(simple))} here."
    if match is Match.UNICODE:
        return f"Copy the name of the file from here: {in_full(reference.written(file))}."
    return f"Write {in_full(reference.written(file))}."


def resolve(target: str, folder: CaseFolder, *, plain: bool = False) -> Resolution:
    """What `target`, as its author wrote it, leads to; `plain` says that it is a path and no address.

    Takes time linear in its length.
    """
    text = target.strip()
    if not text or (text[0] in "#?" and not plain):
        return Resolution(Match.NONE)
    if ON_THIS_COMPUTER.match(text):
        return Resolution(Match.OUTSIDE, nearest=_meant(text, folder))
    if not ELSEWHERE.match(text):
        return _in_folder(text[: MAX_TARGET + 1], folder, plain=plain)
    is_a_name = text in folder.index.exact and folder.owns(text)
    return Resolution(Match.FOUND if plain else Match.RESERVED, text) if is_a_name else Resolution(Match.REMOTE)


def _in_folder(text: str, folder: CaseFolder, *, plain: bool) -> Resolution:
    """What a path leads to."""
    readings = _readings(text, plain=plain)
    name = next(iter(readings))
    if "\\" in name and not name.startswith("/") and _inside(name, folder) in folder.index.exact:
        return Resolution(*_look_up(readings, folder))  # only Windows takes a backslash in a name for a slash
    path = name.replace("\\", "/")
    inside = None if path.startswith("/") else _inside(path, folder)
    if inside is None:
        return Resolution(Match.OUTSIDE, nearest=_meant(text, folder))
    if not inside.strip("/"):
        return Resolution(Match.NONE)
    match, file = _look_up(readings, folder)
    if file is not None or match is Match.OUTSIDE:
        return Resolution(match, file)
    return Resolution(match, nearest=_meant(text, folder), is_folder=inside.rstrip("/") in folder.folders)


def _readings(text: str, *, plain: bool) -> dict[str, Match]:
    """The paths that a text may stand for, and what it takes to find a file by them; first the one that counts."""
    if plain:
        return {text: Match.FOUND} | ({unquote(text): Match.ENCODED} if "%" in text else {})
    bare = re.split(r"[?#]", text, maxsplit=1)[0]
    path = unquote(bare, errors="surrogateescape")
    others = dict.fromkeys((bare, text, unquote(text)), Match.RESERVED)
    return {path: Match.FOUND if path == bare else Match.ENCODED} | {o: m for o, m in others.items() if o != path}


def _inside(path: str, folder: CaseFolder) -> str | None:
    """A path relative to the case folder, without `.` and `..`; None where it leads out of the folder.

    It ends in `/` where it can only be that of a folder.
    """
    home = [folder.parent, folder.name]
    parts = home.copy()
    for part in path.split("/"):
        if part not in {"", ".", ".."}:
            parts.append(part)
        elif part == ".." and not parts:
            return None
        elif part == "..":
            parts.pop()
    inside = "/".join(parts[2:]) + "/" * (name_of(path) in {"", ".", ".."})
    return inside if parts[:2] == home else None


def _look_up(readings: dict[str, Match], folder: CaseFolder) -> tuple[Match, str | None]:
    """The file that one of some readings names, and how well it does."""
    index = folder.index
    paths = {path: match for reading, match in readings.items() if (path := _inside(reading, folder))}
    for path, match in paths.items():
        if folder.leaving and leads_through(f"{path}/", folder.exits):
            return Match.OUTSIDE, None
        if path in index.exact:
            return match, path
    for path in paths:
        if file := index.by_form.get(composed(path)):
            return (Match.UNICODE, file) if file not in folder.leaving else (Match.OUTSIDE, None)
    for path in paths:
        if file := index.by_case.get(caseless(path)):
            return (Match.CASE, file) if file not in folder.leaving else (Match.OUTSIDE, None)
    hidden = any(leads_through(path, folder.unlisted) for path in paths) if folder.unlisted else False
    unknown = hidden or (folder.truncated and not folder.searched)
    return (Match.UNKNOWN if unknown else Match.MISSING), None


def _meant(text: str, folder: CaseFolder) -> str | None:
    """The file of the folder that a reference that leads nowhere was probably meant for."""
    found = _guess(text, folder) if len(text) <= MAX_TARGET else None
    return found if found and folder.owns(found) and not DOCUMENT.search(found) else None


def _guess(text: str, folder: CaseFolder) -> str | None:
    index = folder.index
    text = MARKDOWN.sub(r"\1", text)
    path = unquote(unquote(re.split(r"[?#]", text.strip("<>"), maxsplit=1)[0])).replace("\\", "/")
    path = path.rstrip("/.").lstrip("/").removeprefix("./")
    name, kind = name_of(path), kind_of(path)
    found = index.by_case.get(caseless(path)) or index.by_name.get(caseless(name))
    if found or not name:
        return found
    return index.by_stem.get((kind, stem_of(name))) or _alike(name, kind, index)


def _alike(name: str, kind: str, index: Index) -> str | None:
    """The file of this kind with the most similar name; of maps, the only one whatever its name."""
    stem = stem_of(name)
    stems = index.stems.get((kind, ""), {})
    if kind == "map" and len(stems) == 1:
        return next(iter(stems.values()))
    if len(stems) > MAX_GUESSES:
        stems = index.stems.get((kind, stem[:1]), {})
    if len(stems) > MAX_GUESSES or len(stem) > MAX_GUESSED_CHARACTERS:
        return None
    guess = nearest(stem, (other for other in stems if len(other) <= MAX_GUESSED_CHARACTERS))
    return stems[guess] if guess else None
