"""The names of all rules, without loading any: one module is one rule, in the folder of its family, with its name."""

from functools import cache

from casecheck.resources import PACKAGE

CRASH = "internal-error"  # what casecheck itself fails at: no comment answers it, no baseline covers it

# What casecheck says of itself, and has no module for. The first two speak of comments that answer findings.
OWN = ("suppression-unused", "suppression-unknown", CRASH)
OWN_FAMILY = "casecheck"


@cache
def rule_names() -> tuple[tuple[str, str], ...]:
    """The name and family of all that can be selected or ignored, by family and name."""
    modules = sorted((file.parent.name, file.stem) for file in (PACKAGE / "rules").glob("*/[!_]*.py"))
    named = ((module.replace("_", "-"), family) for family, module in modules)
    return (*named, *((name, OWN_FAMILY) for name in OWN))
