"""The manual of the rules, taken from their docstrings."""

import inspect
import json
import re
import textwrap
from collections.abc import Sequence

from casecheck.output.color import paint
from casecheck.output.wrapping import wrap
from casecheck.rules import Page, family

EXAMPLES = re.compile(r"^(Bad:|Good:)\n\n(?= )", re.MULTILINE)


def page(rule: Page, width: int, *, color: bool) -> str:
    """The manual page of a rule: its name, severity and family, then what its docstring says."""
    title = paint(rule.NAME, "strong", color=color)
    severity = paint(str(rule.SEVERITY), str(rule.SEVERITY), color=color)
    lines = [f"{title} ({severity}, family {family(rule)})", ""]
    for block in EXAMPLES.sub(r"\1\n", manual(rule)).split("\n\n"):
        lines += [*_block(block, width, color=color), ""]
    return "\n".join(lines)


def _block(block: str, width: int, *, color: bool) -> list[str]:
    """A paragraph, broken anew; or an example as it stands, with its heading."""
    if block.startswith(" "):
        return textwrap.indent(textwrap.dedent(block), "    ").split("\n")
    if block.startswith(("Bad:\n", "Good:\n")):
        heading, example = block.split("\n", 1)
        return [paint(heading, "strong", color=color), *_block(example, width, color=color)]
    return wrap(" ".join(block.split()), width)


def table(rules: Sequence[Page], width: int, *, color: bool) -> str:
    """Rules by family, each with its severity and what it finds."""
    lines = []
    for name in dict.fromkeys(map(family, rules)):
        members = [rule for rule in rules if family(rule) == name]
        lines += [paint(name, "strong", color=color), *(_row(rule, width, color=color) for rule in members), ""]
    return "\n".join(lines)


def _row(rule: Page, width: int, *, color: bool) -> str:
    severity = str(rule.SEVERITY)
    start = f"  {paint(severity, severity, color=color)}{' ' * (9 - len(severity))}{rule.NAME}"
    lines = wrap(summary(rule), width, first=15, indent=" " * 15)
    return "\n".join([start, " " * 15 + lines[0], *lines[1:]])


def as_json(rules: Sequence[Page]) -> str:
    """Rules for programs."""
    rows = [
        {
            "name": rule.NAME,
            "family": family(rule),
            "severity": str(rule.SEVERITY),
            "summary": summary(rule),
            "manual": manual(rule),
        }
        for rule in rules
    ]
    return json.dumps({"version": 1, "rules": rows}, indent=2) + "\n"


def summary(rule: Page) -> str:
    """What a rule finds, in one sentence."""
    return " ".join(manual(rule).split("\n\n", 1)[0].split())


def manual(rule: Page) -> str:
    """The docstring of a rule without the indentation of its source."""
    return inspect.cleandoc(rule.__doc__ or "")
