"""SARIF 2.1.0, as GitHub's code scanning takes it (docs.github.com, "SARIF support for code scanning")."""

import inspect
import json
import os
from pathlib import PureWindowsPath
from typing import Any
from urllib.parse import quote

from casecheck import __version__
from casecheck.finding import Finding, RelatedPlace, Severity
from casecheck.output import Options
from casecheck.output.clean import clean, said
from casecheck.output.fingerprint import fingerprints
from casecheck.output.summary import plural
from casecheck.report import Report
from casecheck.rules import ALL_RULES, Page, family

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
PROBLEM = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "recommendation"}
MOST = 25_000  # results of a run; GitHub refuses a file that has more

# Where to read more is the tool itself: its rules explain themselves, and no web page of casecheck exists.
ABOUT = "data:," + quote("casecheck rule NAME explains a rule, casecheck --help the rest.")


def render(report: Report, _options: Options) -> str:
    """A log with one run."""
    rules = _rules(report)
    index = {rule["id"]: number for number, rule in enumerate(rules)}
    driver = {
        "name": "casecheck",
        "version": __version__,
        "semanticVersion": __version__,
        "informationUri": ABOUT,
        "rules": rules,
    }
    run = {
        "automationDetails": {"id": "casecheck/"},
        "columnKind": "unicodeCodePoints",
        "tool": {"driver": driver},
        "invocations": [_invocation(report)],
        "originalUriBaseIds": {"SRCROOT": {"description": {"text": "The folder in which casecheck was run."}}},
        "results": [_result(found, fingerprint, index) for found, fingerprint in _listed(report)],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _listed(report: Report) -> list[tuple[Finding, str]]:
    """The findings with their fingerprints; the mildest are left out where there are too many."""
    pairs = fingerprints(report)
    return pairs if len(pairs) <= MOST else sorted(pairs, key=lambda pair: pair[0].severity)[:MOST]


def _invocation(report: Report) -> dict[str, Any]:
    """Whether casecheck could do its job, and what it left out."""
    values: dict[str, Any] = {"executionSuccessful": not report.broken}
    left_out = len(report.findings) - MOST
    if left_out > 0:
        text = f"{plural(left_out, 'finding')}, the mildest of all, are left out: a file for GitHub holds {MOST:,}."
        values["toolExecutionNotifications"] = [{"level": "warning", "message": {"text": text}}]
    return values


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
    values = {
        "ruleId": found.rule,
        "ruleIndex": index[found.rule],
        "level": LEVELS[found.severity],
        "message": {"text": "\n".join(said(found))},
        "locations": [_location(found)],
        "partialFingerprints": {"casecheck/v1": fingerprint},
    }
    if found.related:
        values["relatedLocations"] = [
            {"id": number, **_location(place), "message": {"text": clean(place.message)}}
            for number, place in enumerate(found.related, start=1)
        ]
    return values


def _location(place: Finding | RelatedPlace) -> dict[str, Any]:
    """A place; GitHub wants all four sides of a region, and shows none that is empty."""
    one_line = place.end_line == place.line
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": max(place.end_column, place.column + 1) if one_line else place.end_column,
    }
    return {"physicalLocation": {"artifactLocation": _artifact(place.path), "region": region}}


def _artifact(path: str) -> dict[str, str]:
    """A path as an address: relative to the working directory, if it is (on Windows, it may be on another drive)."""
    address = quote(os.fsencode(path), safe="/")
    if path.startswith("/"):
        return {"uri": f"file://{address}"}
    if PureWindowsPath(path).is_absolute():
        return {"uri": f"file:///{address.replace('%3A', ':', 1)}"}
    return {"uri": address, "uriBaseId": "SRCROOT"}
