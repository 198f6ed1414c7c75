"""SARIF 2.1.0, as GitHub's code scanning takes it."""

import inspect
import json
from typing import Any
from urllib.parse import quote

from casecheck import __version__
from casecheck.finding import Finding, Severity
from casecheck.output import Options
from casecheck.output.fingerprint import fingerprints
from casecheck.report import Report
from casecheck.rules import ALL_RULES, Page, family

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
PROBLEM = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "recommendation"}


def render(report: Report, _options: Options) -> str:
    """A log with one run."""
    rules = _rules(report)
    index = {rule["id"]: number for number, rule in enumerate(rules)}
    results = [_result(found, fingerprint, index) for found, fingerprint in fingerprints(report)]
    driver = {"name": "casecheck", "version": __version__, "semanticVersion": __version__, "rules": rules}
    run = {
        "automationDetails": {"id": "casecheck/"},
        "columnKind": "unicodeCodePoints",
        "tool": {"driver": driver},
        "originalUriBaseIds": {"SRCROOT": {"description": {"text": "The folder in which casecheck was run."}}},
        "results": results,
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rules(report: Report) -> list[dict[str, Any]]:
    """The rules that found something, by name; those that casecheck says of itself have no module."""
    modules = {rule.NAME: rule for rule in ALL_RULES}
    worst: dict[str, Severity] = {}
    for found in report.findings:
        worst[found.rule] = min(found.severity, worst.get(found.rule, found.severity))
    return [_rule(name, worst[name], modules.get(name)) for name in sorted(worst)]


def _rule(name: str, severity: Severity, module: Page | None) -> dict[str, Any]:
    manual = inspect.cleandoc((module and module.__doc__) or f"{name}: what casecheck says of its own work.")
    first, _, rest = manual.partition("\n")
    about = rest.split("Bad:")[0].strip() or first
    return {
        "id": name,
        "name": "".join(word.capitalize() for word in name.split("-")),
        "shortDescription": {"text": first},
        "fullDescription": {"text": " ".join(about.split())},
        "help": {"text": manual, "markdown": manual},
        "defaultConfiguration": {"level": LEVELS[severity]},
        "properties": {
            "tags": [family(module) if module else "casecheck"],
            "precision": "high",
            "problem.severity": PROBLEM[severity],
        },
    }


def _result(found: Finding, fingerprint: str, index: dict[str, int]) -> dict[str, Any]:
    uri = quote(found.path.encode("utf-8", "surrogateescape"), safe="/")
    end = max(found.end_column, found.column + 1) if found.end_line == found.line else found.end_column
    region = {
        "startLine": found.line,
        "startColumn": found.column,
        "endLine": found.end_line,
        "endColumn": end,
    }
    return {
        "ruleId": found.rule,
        "ruleIndex": index[found.rule],
        "level": LEVELS[found.severity],
        "message": {"text": f"{found.message}\n{found.help}".rstrip()},
        "locations": [
            {"physicalLocation": {"artifactLocation": {"uri": uri, "uriBaseId": "SRCROOT"}, "region": region}}
        ],
        "partialFingerprints": {"casecheck/v1": fingerprint},
    }
