"""`casecheck schema`."""

from pathlib import Path

import click

from casecheck.cli.completion import schema_names, template_names
from casecheck.cli.options import GroupedCommand, named, option
from casecheck.cli.streams import say
from casecheck.errors import UsageError

EPILOG = """\b
Examples:
  casecheck schema                     what there is, and where
  casecheck schema case-study          the front matter of a case study
  casecheck schema --template stub     the template of a stub"""


@click.command(cls=GroupedCommand, epilog=EPILOG)
@click.argument("name", required=False, shell_complete=schema_names)
@option("Other", "--template", metavar="NAME", shell_complete=template_names, help="Print this template.")
def schema(name: str | None, template: str | None) -> None:
    """Print a schema or a template, or list them.

    NAME is a schema that comes with casecheck; without it, schemas and templates are listed with their paths.
    """
    from casecheck.resources import bundled

    if name and template:
        raise UsageError("Name a schema, or a template with --template; one at a time.")
    if name:
        say(named("schema", name, bundled("schema.json")).read_text("utf-8"))
    elif template:
        say(named("template", template, bundled("template.md")).read_text("utf-8"))
    else:
        say(_listed("Schemas", bundled("schema.json")) + "\n" + _listed("Templates", bundled("template.md")))


def _listed(title: str, files: dict[str, Path]) -> str:
    width = max(map(len, files)) + 2
    return f"{title}:\n" + "".join(f"  {name:{width}}{path}\n" for name, path in files.items())
