"""`x-casecheck`: what a schema itself says of its errors."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from casecheck.finding import Severity, quoted
from casecheck.schema.fault import SchemaFault
from casecheck.schema.structure import Node


def apply(fault: SchemaFault, places: Sequence[Node], value: object) -> SchemaFault:
    """The fault as the first of `places` (innermost first) that speaks of its rule wants it."""
    for place in places:
        said = _said(place.get("x-casecheck"), fault.rule)
        if said:
            severity = said.get("severity")
            return replace(
                fault,
                severity=Severity[severity.upper()] if severity else fault.severity,
                message=_filled(said.get("message", ""), fault, value) or fault.message,
                help=_filled(said.get("help", ""), fault, value) or fault.help,
            )
    return fault


def asks_for(places: Sequence[Node], rule: str) -> bool:
    """Whether one of `places` speaks of this rule by name."""
    return any(rule in place.get("x-casecheck", {}) for place in places)


def _said(override: Any, rule: str) -> dict[str, str]:
    """What holds for `rule`: under its own name, or else for all rules."""
    if not isinstance(override, dict):
        return {}
    own = override.get(rule)
    return own if isinstance(own, dict) else {k: v for k, v in override.items() if isinstance(v, str)}


def _filled(text: str, fault: SchemaFault, value: object) -> str:
    names = [step for step in fault.path if isinstance(step, str)]
    return text.replace("{key}", quoted(names[-1] if names else "")).replace("{value}", quoted(value))
