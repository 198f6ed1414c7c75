"""What is wrong with front matter according to its schema."""

from dataclasses import dataclass

from casecheck.finding import Severity

# The rules that report schema faults, with their severities; at one place, an earlier one says more.
SEVERITIES = {
    "field-missing": Severity.ERROR,
    "field-empty": Severity.WARNING,
    "field-type": Severity.ERROR,
    "field-value": Severity.ERROR,
    "field-unknown": Severity.WARNING,
}


@dataclass(frozen=True, slots=True)
class SchemaFault:
    """One way in which front matter breaks its schema.

    `rule` is the rule that reports it (`field-missing`, `field-type` …), `path` leads to the value (for a missing or
    an unknown key, to that key). `severity`, if given, overrides the rule's; like `message` and `help` it may come from
    the schema's own `x-casecheck`.
    """

    rule: str
    path: tuple[str | int, ...]
    message: str
    help: str = ""
    severity: Severity | None = None

    @property
    def weight(self) -> Severity:
        """The severity that holds: its own, or else the rule's."""
        return self.severity or SEVERITIES[self.rule]
