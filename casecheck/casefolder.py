"""The folder of a case: its files, exactly as they are spelt, and indexed under what references may make of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from casecheck.filenames import caseless, composed, numbered, portable
from casecheck.nearest import fold

PICTURES = ("jpg", "jpeg", "jpe", "jfif", "png", "webp", "gif", "svg", "avif", "tif", "tiff", "bmp", "heic", "heif")
KINDS = {
    **dict.fromkeys(PICTURES, "picture"),
    **dict.fromkeys(("geojson", "json"), "map"),
}


@dataclass(frozen=True)
class CaseFolder:
    """The folder of a case: its name, and every file in it and below.

    `files` are paths relative to the folder, `/` between parts, exactly as the file system spells them, sorted.
    `parent` is the name of the folder above. `leaving` are those files that are symbolic links out of the folder (or
    folders that are); they are never read. `others` are the folders below that hold a case document of their own, and
    `unlisted` those that were not looked into (hidden, or not to be opened), both with `/` at the end. `truncated`
    says that there are too many files to list, `searched` that those with names which the document has are among them.
    `empty` are the folders below that have nothing in them.
    """

    name: str
    files: tuple[str, ...] = ()
    parent: str = ""
    leaving: frozenset[str] = frozenset()
    truncated: bool = False
    others: frozenset[str] = frozenset()
    unlisted: frozenset[str] = frozenset()
    searched: bool = False
    empty: frozenset[str] = frozenset()

    @cached_property
    def index(self) -> "Index":
        """The files under every form of their names that references are looked up by."""
        return Index.of(self.files)

    @cached_property
    def exits(self) -> frozenset[str]:
        """What the path of a file begins with that lies outside, `/` at its end."""
        return frozenset(f"{link}/" for link in self.leaving)

    @cached_property
    def folders(self) -> frozenset[str]:
        """The folders below that have files in them or nothing at all, without `/` at the end."""
        return self.empty | folders_above(self.files)

    @cached_property
    def twins(self) -> Mapping[str, tuple[str, ...]]:
        """Files whose paths are one on Windows and macOS, under that path; only where there are several."""
        groups: dict[str, list[str]] = {}
        for file in self.files:
            groups.setdefault(caseless(file), []).append(file)
        return {path: tuple(group) for path, group in groups.items() if len(group) > 1}

    def owns(self, file: str) -> bool:
        """Whether a file of the listing is this case's: not another one's below, and no link out of the folder."""
        return file not in self.leaving and not leads_through(file, self.others)

    def simple(self, file: str) -> str:
        """What a file could be called so that its name works everywhere; itself, or what no other file is called."""
        if (plain := portable(file)) == file:
            return file
        return next((name for name in numbered(plain) if caseless(name) not in self.index.by_case), plain)


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
            for letter in {"", stem_of(file)[:1]}:
                stems.setdefault((kind_of(file), letter), {})[stem_of(file)] = file
        return cls(
            exact=frozenset(ordered),
            by_form={composed(file): file for file in backwards},
            by_case={caseless(file): file for file in backwards},
            by_name={caseless(name_of(file)): file for file in backwards},
            by_stem={(kind, stem_of(file)): file for file in backwards for kind in ("", kind_of(file))},
            stems=stems,
        )


def leads_through(path: str, folders: frozenset[str]) -> bool:
    """Whether one of `folders`, which end in `/`, is on the way to a path; the case folder itself is ""."""
    at = 0
    while path[:at] not in folders:
        at = path.find("/", at) + 1
        if not at:
            return False
    return True


def folders_above(files: Iterable[str]) -> set[str]:
    """Every folder on the way to some files, without `/` at the end."""
    return {file[:at] for file in files for at, sign in enumerate(file) if sign == "/"}


def name_of(path: str) -> str:
    """The last part of a path."""
    return path.rpartition("/")[2]


def kind_of(path: str) -> str:
    """ "picture", "map", or the extension; "" without one."""
    extension = name_of(path).rpartition(".")[2].casefold() if "." in name_of(path) else ""
    return KINDS.get(extension, extension)


def stem_of(path: str) -> str:
    """A file's name without its extension and all that is neither letter nor digit."""
    name = name_of(path)
    stem = name.rpartition(".")[0] or name
    return "".join([c for c in fold(stem) if c.isalnum()]) or stem
