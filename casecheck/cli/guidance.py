"""`casecheck guidance`."""

from pathlib import Path

import click

from casecheck.cli.options import GroupedCommand, color_option, format_option
from casecheck.cli.streams import color_on_stdout, say, width

EPILOG = """\b
Examples:
  casecheck guidance               the templates that hold here
  casecheck guidance template.md   what its comments ask for
  casecheck guidance -f json FILE  the same for a program"""


@click.command(cls=GroupedCommand, epilog=EPILOG)
@click.argument("file", required=False, type=click.Path(path_type=Path))
@format_option("Report")
@color_option("Report")
def guidance(file: Path | None, output_format: str, color: str) -> None:
    """Show what was understood from the comments of a template.

    FILE is a template, or a document with comments; without it, the templates of all profiles are shown.
    """
    from casecheck import settings_file
    from casecheck.output import guidance as output
    from casecheck.profile import load_template

    if file is not None:
        templates = [load_template(file, "file")]
    else:
        profiles = settings_file.load(()).profiles
        paths = dict.fromkeys(path for profile in profiles for path in profile.templates)
        templates = [load_template(path) for path in paths]
    painted = color_on_stdout(color)
    if output_format == "text":
        say(output.as_text(templates, width(), color=painted), color=painted)
    else:
        say(output.as_json(templates[0]) if file else output.all_as_json(templates))
