"""`casecheck init`."""

from pathlib import Path

import click

from casecheck.cli.options import GroupedCommand, option
from casecheck.cli.streams import create, say
from casecheck.errors import UsageError
from casecheck.output.clean import clean

FILE = Path("casecheck.toml")
COPIES = Path("schemas")
EPILOG = """\b
Examples:
  casecheck init           a settings file to start from
  casecheck init --copy    and schemas and templates to make your own"""


@click.command(cls=GroupedCommand, epilog=EPILOG)
@option("Other", "--copy", is_flag=True, help=f"Copy the schemas and templates to {COPIES}/, and use the copies.")
def init(copy: bool) -> None:
    """Begin a collection: write casecheck.toml.

    Every setting stands in it at its default, commented out and explained. No file that is there is ever changed.
    """
    import json

    from casecheck import settings_file
    from casecheck.report import shown_path
    from casecheck.resources import bundled, schema_folder
    from casecheck.scaffold.settings import commented, copies
    from casecheck.settings import bundled_profiles

    files, profiles = copies(bundled_profiles(), COPIES) if copy else ({}, {})
    if copy:  # the templates name a map, which is known by what is in it
        files |= {COPIES / sample.name: sample for sample in schema_folder().glob("*.geojson")}
    standing = settings_file.find(Path())
    if standing and standing.parent == Path.cwd():
        raise UsageError(f"The settings in {standing.name} hold here already; nothing was written.")
    if there := next((target for target in files if target.exists()), None):
        raise UsageError(f"{there} is there already; nothing was written.")
    schema = json.loads(bundled("schema.json")["settings"].read_bytes())
    for target, original in files.items():
        create(target, original.read_bytes())
    create(FILE, commented(schema, profiles).encode())
    say("".join(f"Wrote {path.as_posix()}\n" for path in (*files, FILE)))
    if standing:
        say(f"{FILE} holds here from now on, in place of {clean(shown_path(standing))}.\n")
