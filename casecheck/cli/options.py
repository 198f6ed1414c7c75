"""Options: in groups, so that `--help` reads well, and with what is said of a value that there is not."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import click

from casecheck.errors import UsageError

OTHER = "Other"
Function = Callable[..., Any]
Choice = TypeVar("Choice")


class NamedPath(click.Path):
    """A path; an empty one is refused, because it comes from a variable of the shell that was never set."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path."""
        if value == "":
            self.fail("it is empty. The current folder is '.'", param, ctx)
        return super().convert(value, param, ctx)


class GroupedOption(click.Option):
    """An option that stands under a heading of `--help`."""

    def __init__(self, *names: Any, group: str, **attributes: Any) -> None:
        super().__init__(*names, **attributes)
        self.group = group


class GroupedCommand(click.Command):
    """A command whose `--help` shows its options under the headings that they name, in the order written."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, group by group."""
        groups: dict[str, list[tuple[str, str]]] = {}
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx) if isinstance(parameter, click.Option) else None
            if record:
                groups.setdefault(getattr(parameter, "group", OTHER), []).append(record)
        groups[OTHER] = groups.pop(OTHER)  # --help itself, last
        for title, rows in groups.items():
            with formatter.section(title):
                formatter.write_dl(rows)


def option(group: str, *names: str, **attributes: Any) -> Callable[[Function], Function]:
    """A click option under a heading of `--help`."""
    return click.option(*names, cls=GroupedOption, group=group, **attributes)


def color_option(group: str) -> Callable[[Function], Function]:
    """`--color`, the same for every command."""
    choices = ["auto", "always", "never"]
    text = f"Colour: {', '.join(choices)}.  [default: auto]"
    return option(group, "--color", type=click.Choice(choices), default="auto", metavar="WHEN", help=text)


def format_option(group: str) -> Callable[[Function], Function]:
    """`--output-format` of a command that says one thing, in words or for programs."""
    kinds = click.Choice(["text", "json"])
    text = "text or json.  [default: text]"
    return option(group, "-f", "--output-format", type=kinds, default="text", metavar="FORMAT", help=text)


def settings_options(function: Function) -> Function:
    """`--config` and `--isolated`."""
    file = option(
        "Settings",
        "--config",
        multiple=True,
        metavar="FILE",
        help="Read this settings file; or, with 'key = value', change one setting.",
    )
    return file(option("Settings", "--isolated", is_flag=True, help="Read no settings file.")(function))


def named(kind: str, name: str, choices: Mapping[str, Choice]) -> Choice:
    """The choice of this name. Raises UsageError where there is none, with the name that was probably meant."""
    from casecheck.nearest import nearest

    if name not in choices:
        guess = nearest(name, choices)
        hint = f"Did you mean '{guess}'?" if guess else f"There are: {', '.join(choices)}."
        raise UsageError(f"There is no {kind} named '{name}'. {hint}")
    return choices[name]
