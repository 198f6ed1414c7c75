"""Names of files: in which forms they count as one, what other systems refuse in them, and what works everywhere."""

import re
from collections.abc import Iterator
from unicodedata import normalize

CASE_DOCUMENT = "index.md"  # what the website takes from each folder

# https://learn.microsoft.com/windows/win32/fileio/naming-a-file; git refuses to check such names out there.
REFUSED = re.compile(r"[<>:\"|?*\\\x00-\x1f]")
DEVICES = {"con", "prn", "aux", "nul", "conin$", "conout$"} | {
    f"{p}{n}" for p in ("com", "lpt") for n in "123456789¹²³"
}
ACCENTS = re.compile(r"[\u0300-\u036f]+")
BESIDE_A_DOT = re.compile(r"-*\.-*")


def composed(path: str) -> str:
    """A path in the one form that all ways to store its accents have in common (NFC)."""
    return path if path.isascii() else normalize("NFC", path)


def caseless(path: str) -> str:
    """A path in the one form that it shares with those that Windows and macOS take for it, whatever their capitals."""
    if path.isascii():
        return path.lower()
    # They fold letter by letter: `ß` and `ss` are two names for them.
    return normalize("NFC", "".join([_small(letter) for letter in normalize("NFC", path)]))


def refusal(name: str) -> str | None:
    """Why Windows refuses a name (of a file or a folder, no path), as the end of a sentence; None where it does not."""
    if found := REFUSED.search(name):
        return f"has the character '{found[0]}'" if found[0].isprintable() else "has an invisible character"
    if name.partition(".")[0].rstrip(" ").lower() in DEVICES:
        return "is there the name of a device"
    return {".": "ends in a full stop", " ": "ends in a blank"}.get(name[-1:])


def portable(path: str) -> str:
    """A path like this one that works on every system and in every address, as far as that can be said of letters."""
    return "/".join([_portable(name) for name in path.split("/")])


def numbered(path: str) -> Iterator[str]:
    """A path, then with `-2` behind the file's stem, `-3`, and so on."""
    yield path
    folder, slash, name = path.rpartition("/")
    stem, dot, extension = name.rpartition(".") if "." in name[1:] else (name, "", "")
    for number in range(2, 100):
        yield f"{folder}{slash}{stem}-{number}{dot}{extension}"


def _portable(name: str) -> str:
    plain = normalize("NFC", ACCENTS.sub("", normalize("NFD", name)))
    plain = BESIDE_A_DOT.sub(".", re.sub(r"[^\w.]+", "-", plain)).strip("-").rstrip(".-") or "file"
    if refusal(plain):
        stem, dot, extension = plain.partition(".")
        plain = f"{stem}-1{dot}{extension}"
    return plain


def _small(letter: str) -> str:
    small = letter.casefold()
    return small if len(small) == 1 else letter
