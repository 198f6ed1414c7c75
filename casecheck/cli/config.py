"""`casecheck config`."""

from pathlib import Path

import click

from casecheck.cli.options import GroupedCommand, color_option, format_option, settings_options
from casecheck.cli.streams import color_on_stdout, say
from casecheck.errors import UsageError

EPILOG = """\b
Examples:
  casecheck config                      the settings that hold in this folder
  casecheck config cases/gbr-leeds      the settings that hold for one case
  casecheck config -f json              the same for programs"""


@click.command(cls=GroupedCommand, epilog=EPILOG)
@click.argument("path", required=False, type=click.Path(path_type=Path))
@format_option("Report")
@color_option("Report")
@settings_options
def config(path: Path | None, output_format: str, color: str, config: tuple[str, ...], isolated: bool) -> None:
    """Show the settings that hold, and where each comes from.

    PATH is a document or a folder; without it, the current folder. The text is TOML, as in casecheck.toml.
    """
    from casecheck import settings_file
    from casecheck.output import config as output
    from casecheck.report import shown_path
    from casecheck.settings import Settings
    from casecheck.settings_values import apply

    if path is not None and not path.exists():
        raise UsageError(f"{path}: there is no such file or folder.")
    settings, sources = Settings(), list(settings_file.sources((path or Path(),), config, isolated=isolated))
    for source in sources:
        settings = apply(settings, source)
    if output_format == "json":
        say(output.as_json(settings, sources, shown_path))
    else:
        painted = color_on_stdout(color)
        say(output.as_text(settings, sources, shown_path, color=painted), color=painted)
