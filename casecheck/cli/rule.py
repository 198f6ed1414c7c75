"""`casecheck rule`."""

from typing import TYPE_CHECKING

import click

from casecheck.cli import completion
from casecheck.cli.options import GroupedCommand, color_option, format_option
from casecheck.cli.streams import color_on_stdout, say, width
from casecheck.errors import UsageError

if TYPE_CHECKING:  # `--help` needs none of it
    from casecheck.rules import Page

EPILOG = """\b
Examples:
  casecheck rule               all rules
  casecheck rule image         the rules whose names start with image-
  casecheck rule path-case     what is wrong, why it matters, how to mend it"""


@click.command(cls=GroupedCommand, epilog=EPILOG)
@click.argument("name", required=False, shell_complete=completion.rule_names)
@format_option("Report")
@color_option("Report")
def rule(name: str | None, output_format: str, color: str) -> None:
    """Explain a rule, or list them.

    NAME is a rule, a family of rules, or how the names of several rules begin; without it, all rules are listed.
    """
    from casecheck.output import manual

    rules = find(name)
    painted = color_on_stdout(color)
    if output_format == "json":
        say(manual.as_json(rules))
    elif name in {rule.NAME for rule in rules}:
        say(manual.page(rules[0], width(), color=painted), color=painted)
    else:
        say(manual.table(rules, width(), color=painted), color=painted)


def find(name: str | None) -> tuple["Page", ...]:
    """The rules that a name speaks of. Raises UsageError where there is none."""
    from casecheck.catalogue import rule_names
    from casecheck.rules import ALL_RULES, family
    from casecheck.selection import fits, require_known

    if name is None:
        return ALL_RULES
    require_known([name], rule_names())
    exact = tuple(rule for rule in ALL_RULES if name == rule.NAME)
    found = exact or tuple(rule for rule in ALL_RULES if fits(name, rule.NAME, family(rule)))
    if not found:
        raise UsageError(f"'{name}' has no manual page: with it, casecheck speaks of itself.")
    return found
