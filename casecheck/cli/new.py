"""`casecheck new`."""

import os
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from casecheck.cli.completion import profile_names
from casecheck.cli.options import GroupedCommand, NamedPath, named, option, settings_options
from casecheck.cli.streams import create, say, width
from casecheck.errors import UsageError
from casecheck.filenames import CASE_DOCUMENT
from casecheck.output.clean import clean

if TYPE_CHECKING:  # `--help` needs none of it
    from casecheck.settings import ProfileSettings, Settings
    from casecheck.source import Source

INDENT = "     "  # of what belongs to a step
READABLE = {"title": "title", "city": "city", "country": "country", "country_code": "country code"}
EPILOG = """\b
Examples:
  casecheck new cases/dnk-varenholm-salt-quay
  casecheck new cases/dnk-varenholm --profile stub"""


@click.command(cls=GroupedCommand, epilog=EPILOG)
@click.argument("folder", type=NamedPath(path_type=Path))
@option(
    "Document",
    "--profile",
    metavar="NAME",
    shell_complete=profile_names,
    help="The kind of document, such as stub.  [default: the main one]",
)
@settings_options
def new(folder: Path, profile: str | None, config: tuple[str, ...], isolated: bool) -> None:
    """Begin a new case.

    FOLDER is the folder of the case, named after country, city and project. Its index.md is made from the template,
    with each key of the front matter explained. No file that is there is ever changed.
    """
    from casecheck import settings_file
    from casecheck.output.wrapping import wrap
    from casecheck.source import decode

    document = folder / CASE_DOCUMENT
    if document.exists() or document.is_symlink():
        raise UsageError(f"{document} is there already, and is left as it is.")
    settings = settings_file.load((folder,), config, isolated=isolated)
    kind = _kind(settings, profile)
    data = _text(_name(folder), kind).encode()
    create(document, data)
    say(f"Wrote {clean(str(document))}, a new document of the kind '{kind.name}'.\n\nNext:\n")
    for number, step in enumerate(_steps(folder, decode(str(document), data), settings), 1):
        text, *command = step.split("\n")
        lines = [
            *wrap(f"  {number}. {clean(text)}", width(), indent=INDENT),
            *(INDENT + clean(line) for line in command),
        ]
        say("".join(f"{line}\n" for line in lines))


def _name(folder: Path) -> str:
    """The name that a folder has, also where it is given as `.` or by a link."""
    return os.path.basename(os.path.realpath(folder))


def _kind(settings: "Settings", name: str | None) -> "ProfileSettings":
    from casecheck.profile import choose

    if name is None:
        return choose(settings.profiles, {})
    return named("profile", name, {profile.name: profile for profile in settings.profiles})


def _text(name: str, kind: "ProfileSettings") -> str:
    from casecheck import schema
    from casecheck.scaffold.case import case
    from casecheck.source import decode

    template = decode(str(kind.templates[0]), kind.templates[0].read_bytes()) if kind.templates else None
    return case(name, schema.load(str(kind.schema)), template, kind.when)


def _steps(folder: Path, document: "Source", settings: "Settings") -> Iterator[str]:
    """What the author does next."""
    from casecheck.discovery import Patterns
    from casecheck.parse import frontmatter
    from casecheck.scaffold.case import MAP, known
    from casecheck.schema import wording

    written, named = frontmatter.parse(document).data, known(_name(folder))
    taken = {key: value for key, value in named.items() if written.get(key) == value}
    if names := [name for key, name in READABLE.items() if key in taken]:
        yield f"See whether these are right, they come from the folder's name: {', '.join(names)}."
    if MAP in written and named[MAP] in document.text:
        yield (
            f"Draw the outline of the place, for example on geojson.io, save it here as {named[MAP][2:]}, and write"
            f" {wording.line(MAP, named[MAP])}"
        )
    yield "Write: the comments in the document say what each part of it asks for."
    if not Patterns(settings).match(folder / CASE_DOCUMENT, folder):
        yield f"The settings look for {' or '.join(settings.include)}, and this document is none: check it by its name."
        folder /= CASE_DOCUMENT
    command = f"casecheck check {shlex.quote(str(folder))}".replace("\n", "\\n")
    yield f"See what is left to do:\n{command}"
