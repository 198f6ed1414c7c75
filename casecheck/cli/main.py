"""`casecheck`."""

from pathlib import Path

import click

from casecheck import __version__


@click.group()
@click.version_option(__version__)
def main() -> None:
    """Check case studies before an editor has to."""


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
def check(paths: tuple[Path, ...]) -> None:
    """Check case documents."""
    from casecheck.discovery import discover
    from casecheck.runner import check_paths
    from casecheck.settings import Settings

    settings = Settings()
    report = check_paths(discover(paths or (Path(),), settings), settings)
    for found in report.findings:
        place = f"{found.path}:{found.line}:{found.column}"
        click.echo(f"{place}: {found.severity} {found.rule}: {found.message} {found.help}")
