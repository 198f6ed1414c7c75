"""The name of a file does not work everywhere: Windows refuses it, or an address takes a sign in it for something else.

Windows has no names with `< > : " | ? *` or a backslash, none that end in a full stop or a blank, and none such as
`con.jpg` or `aux`. Who fetches a collection with one such name in it gets an error there, and no collection. Two names
that differ only in capital and small letters are one name on Windows and macOS, so one of the files is lost. And in an
address the name of a file ends at `#` or `?`, and `%20` is a code: a file that has them in its name is not found.

Bad:
    ![Plan of the quay](./plan#2.png)
    quay?.jpg, con.geojson, or Quay.jpg beside quay.jpg, in the folder

Good:
    ![Plan of the quay](./plan-2.png)
"""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from casecheck.casefolder import folders_above
from casecheck.document import CaseDocument
from casecheck.filenames import composed, numbered, portable, refusal
from casecheck.finding import Problem, Severity, in_full, listed, quoted
from casecheck.references import Match, Reference, remedy
from casecheck.settings import Settings
from casecheck.source import Place, Span

NAME = "path-unportable"
SEVERITY = Severity.WARNING

MAC_ICON = "Icon\r"  # macOS puts it there, shows it to nobody, and git is commonly told to leave it out


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """References that mean another file to browsers, and names in the folder that other systems cannot have."""
    told = set()
    for reference in document.references:
        if reference.resolution.match is Match.RESERVED:
            told.add(reference.resolution.file)
            yield _misread(document, reference)
    if document.front_matter.data:
        used = _used(document)
        yield from (_refused(document, path, used.get(path)) for path in _refused_paths(document) if path not in told)
        yield from (_twins(document, group, used) for group in document.folder.twins.values())


def _used(document: CaseDocument) -> dict[str, Reference]:
    """Every file that a reference leads to, and every folder on the way, with the first such reference."""
    used: dict[str, Reference] = {}
    for reference in document.references:
        path = reference.resolution.file or ""
        while path:
            used.setdefault(path, reference)
            path = path.rpartition("/")[0]
    return used


def _misread(document: CaseDocument, reference: Reference) -> Problem:
    """A reference in which a sign of the file's name is taken for something else."""
    target = reference.target.strip()
    end = re.search(r"[?#]", target)
    scheme = re.match(r"[A-Za-z][\w+.-]+:", target)
    if scheme:
        reason = f"browsers take {quoted(scheme[0])} for the beginning of an address on the web"
    elif end:
        reason = (
            f"the name of a file ends at '{end[0]}' in an address: browsers look for {quoted(target[: end.start()])}"
        )
    else:
        reason = f"browsers read codes such as '%20', and look for {quoted(unquote(target))}"
    return Problem(
        f"{quoted(reference.target)} does not lead to the file of this name, because {reason}.",
        document.at(reference.span),
        help=remedy(reference, document.folder),
        severity=Severity.ERROR if scheme or end else None,
    )


def _refused_paths(document: CaseDocument) -> list[str]:
    """The files of the case, and the folders on the way to them, whose own names Windows refuses."""
    owned = [file for file in document.folder.files if document.folder.owns(file)]
    folders = sorted(folders_above(owned))
    names = ((path, path.rpartition("/")[2]) for path in (*folders, *owned))
    return [path for path, name in names if refusal(name) and name != MAC_ICON]


def _refused(document: CaseDocument, path: str, used: Reference | None) -> Problem:
    name, kind = path.rpartition("/")[2], "file" if path in document.folder.index.exact else "folder"
    simple = path.removesuffix(name) + portable(name)
    mend = f"Rename the {kind} to {in_full(simple)}"
    if used:
        rest = (used.resolution.file or "")[len(path) :]
        mend += f", and write {in_full(used.written(simple + rest))} here"
    reason = refusal(name)
    message = f"Windows refuses the name {in_full(name)}, because it {reason}. Nobody can fetch the case to a computer"
    return Problem(f"{message} with Windows.", _place(document, used), help=f"{mend}.")


def _twins(document: CaseDocument, group: tuple[str, ...], used: Mapping[str, Reference]) -> Problem:
    """Files of which Windows and macOS keep one."""
    unused = [file for file in group if file not in used]
    how = (
        "how their accents are stored" if len({composed(file) for file in group}) == 1 else "capital and small letters"
    )
    other = next(name for name in numbered(group[-1]) if name != group[-1])
    mend = f"Rename one of them, for example to {in_full(other)}, and write that where it is used."
    if unused:
        mend = f"Delete what nothing in the document uses: {listed(unused)}."
    return Problem(
        f"The names {listed(group)} differ only in {how}. Windows and macOS keep only one of these files.",
        _place(document, next((used[file] for file in group if file in used), None)),
        help=mend,
    )


def _place(document: CaseDocument, used: Reference | None) -> Place:
    return Place(document.source, used.span if used else Span(0, 0))
