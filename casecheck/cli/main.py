"""`casecheck`: the group of its commands, and the exit status of all that goes wrong."""

import sys
from typing import Any, NoReturn

import click

from casecheck import __version__
from casecheck.cli.check import COULD_NOT, check
from casecheck.cli.config import config
from casecheck.cli.guidance import guidance
from casecheck.cli.init import init
from casecheck.cli.new import new
from casecheck.cli.rule import rule
from casecheck.cli.schema import schema
from casecheck.cli.streams import tell
from casecheck.errors import UsageError

INTERRUPTED = 130  # as shells say it: 128 and the number of the signal
SECTIONS = {"For authors": (new, check, rule), "For a collection": (init, config, schema, guidance)}
EPILOG = """\b
Example:
  casecheck new cases/dnk-varenholm-salt-quay
  casecheck check cases/dnk-varenholm-salt-quay

`casecheck COMMAND --help` says more about a command."""


class Program(click.Group):
    """The commands; whatever keeps one from doing its job is one plain sentence and exit status 2."""

    def main(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Run a command and exit."""
        kwargs["standalone_mode"] = False
        try:
            status = super().main(*args, **kwargs)
        except click.ClickException as error:
            error.show()
            status = COULD_NOT
        except UsageError as error:
            status = _failed(str(error))
        except OSError as error:
            status = _failed(
                f"{error.filename}: {error.strerror}." if error.filename else f"{error.strerror or error}."
            )
        except (click.Abort, KeyboardInterrupt):
            status = INTERRUPTED
        except Exception:  # a mistake of our own; Python would end with 1, which says that the gate does not hold
            import traceback

            traceback.print_exc()
            status = COULD_NOT
        sys.exit(status)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is asked for; who names a path without a command probably means `check`."""
        from pathlib import Path

        name = args[0]
        if self.get_command(ctx, name) is None and Path(name).exists():
            raise UsageError(f"'{name}' is no command. To check it, write: casecheck check {name}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands, section by section."""
        for title, commands in SECTIONS.items():
            with formatter.section(title):
                formatter.write_dl([(str(command.name), command.get_short_help_str(60)) for command in commands])


def _failed(message: str) -> int:
    tell("casecheck: " + message.replace("\n", "\\n"))
    return COULD_NOT


@click.group(
    cls=Program,
    commands=[command for section in SECTIONS.values() for command in section],
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=EPILOG,
)
@click.version_option(__version__, message="%(prog)s %(version)s")
def main() -> None:
    """Check case studies before an editor has to."""
