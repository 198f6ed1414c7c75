"""Front matter against a JSON Schema: every error as a plain value at its exact path."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from casecheck.finding import Severity


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


@dataclass(frozen=True)
class Schema:
    """A JSON Schema (draft 2020-12) for front matter, loaded and known to be valid."""

    path: str
    document: Mapping[str, Any] = field(repr=False)


def load(path: str) -> Schema:
    """The schema in a file. Raises UsageError where it cannot be read or is no valid schema."""
    raise NotImplementedError


def check(schema: Schema, data: Mapping[str, Any]) -> tuple[SchemaFault, ...]:
    """How `data` breaks the schema."""
    raise NotImplementedError
