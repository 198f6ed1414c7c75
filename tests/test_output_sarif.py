"""SARIF: what GitHub's code scanning takes, held against the standard's schema and Microsoft's validator."""

import json
import re
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

import pytest
from consumers import sarif_multitool
from jsonschema import Draft202012Validator
from sample_reports import HARBOUR, MILL, found, hostile, real, report

from casecheck.finding import RelatedPlace, Severity
from casecheck.output import FORMATS, Options
from casecheck.output.sarif import MOST
from casecheck.report import Report

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0.json").read_text("utf-8"))
ABROAD = ("../elsewhere/index.md", "/srv/index.md", "D:/cases/index.md", "a:b/index.md", "ütf 8/%20?#.md")
REPORTS = {
    "real": real(),
    "hostile": hostile(),
    "empty": report(),
    "nothing": Report((), (), {"default": Severity.ERROR}),
    "abroad": report(*(found(Severity.NOTE, path=path) for path in ABROAD)),
    "broken": report(found(rule="internal-error", line=1, column=1, end_line=1, end_column=1)),
    "lines": report(found(end_line=9, end_column=1)),
}


def log(of: Report) -> Any:
    return json.loads(FORMATS["sarif"](of, Options()))


def run(of: Report) -> Any:
    return log(of)["runs"][0]


@pytest.mark.parametrize("name", REPORTS)
def test_it_follows_the_schema(name: str) -> None:
    Draft202012Validator(SCHEMA).validate(log(REPORTS[name]))


def test_microsofts_validator_finds_no_error_and_no_warning(tmp_path: Path) -> None:
    for name, each in REPORTS.items():
        (tmp_path / f"{name}.sarif").write_text(FORMATS["sarif"](each, Options()), "utf-8")
    wrong = log(REPORTS["lines"])
    del wrong["runs"][0]["tool"]["driver"]["informationUri"]
    wrong["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["endLine"] = 1
    (tmp_path / "wrong.sarif").write_text(json.dumps(wrong), "utf-8")

    command = [sarif_multitool(), "validate", "--rule-kind", "Sarif;Ghas", str(tmp_path / "*.sarif")]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    complaints = [line for line in told.splitlines() if re.search(r": (error|warning) \w+:", line)]
    assert [line for line in complaints if "wrong.sarif" not in line] == []
    assert {match[1] for line in complaints if (match := re.search(r": (\w+) SARIF", line))} == {"error", "warning"}
    assert f"{len(REPORTS) + 1} files scanned" in told


def test_a_result_says_what_where_and_how_bad() -> None:
    place = RelatedPlace(MILL, 5, 2, 5, 2, "It is right here.")
    [result] = run(report(found(Severity.WARNING, related=(place,))))["results"]
    assert result["message"]["text"] == "It is wrong.\nWrite it anew."
    assert (result["ruleId"], result["level"]) == ("some-rule", "warning")
    [location] = result["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": HARBOUR, "uriBaseId": "SRCROOT"},
        "region": {"startLine": 3, "startColumn": 7, "endLine": 3, "endColumn": 9},
    }
    [related] = result["relatedLocations"]
    assert (related["id"], related["message"]["text"]) == (1, "It is right here.")
    assert related["physicalLocation"]["region"] == {"startLine": 5, "startColumn": 2, "endLine": 5, "endColumn": 3}


def test_rules_explain_themselves() -> None:
    got = run(report(found(rule="image-alt"), found(Severity.NOTE, rule="image-alt"), found(rule="internal-error")))
    alt, own = got["tool"]["driver"]["rules"]
    assert [result["ruleIndex"] for result in got["results"]] == [0, 0, 1]
    assert alt["help"]["text"].startswith(alt["shortDescription"]["text"]) and "Bad:" in alt["help"]["markdown"]
    assert "Bad:" not in alt["fullDescription"]["text"]
    assert (alt["defaultConfiguration"]["level"], alt["properties"]["tags"]) == ("error", ["images"])
    assert own["properties"]["tags"] == ["casecheck"]


def test_every_rule_fits_into_what_github_shows() -> None:
    for rule in run(REPORTS["real"])["tool"]["driver"]["rules"]:
        assert rule["shortDescription"]["text"].endswith(".")
        assert len(rule["shortDescription"]["text"]) <= 1024 and len(rule["fullDescription"]["text"]) <= 1024


@pytest.mark.parametrize("path", [*ABROAD, "cases/\udcff.md"])
def test_addresses_lead_to_the_file(path: str) -> None:
    [result] = run(report(found(path=path)))["results"]
    artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert ("uriBaseId" in artifact) == (path not in {"/srv/index.md", "D:/cases/index.md"})
    said = unquote_to_bytes(artifact["uri"].removeprefix("file://"))
    assert said.removeprefix(b"/" if path.startswith("D:") else b"") == path.encode("utf-8", "surrogateescape")
    assert re.fullmatch(r"(file://)?[\w./%~:-]+", artifact["uri"], re.ASCII)


def test_a_run_that_broke_says_so() -> None:
    assert [invocation["executionSuccessful"] for invocation in run(REPORTS["broken"])["invocations"]] == [False]
    assert [invocation["executionSuccessful"] for invocation in run(REPORTS["real"])["invocations"]] == [True]


def test_what_is_too_much_for_github_is_left_out_the_mildest_first() -> None:
    notes = [found(Severity.NOTE, line=line, end_line=line) for line in range(1, MOST + 1)]
    got = run(report(*notes, found(line=MOST + 2, end_line=MOST + 2), found(Severity.WARNING)))
    assert [result["level"] for result in got["results"]] == ["error", "warning", *["note"] * (MOST - 2)]
    [notification] = got["invocations"][0]["toolExecutionNotifications"]
    assert notification["message"]["text"].startswith("2 findings,")


def test_fingerprints_survive_edits_elsewhere() -> None:
    def prints(*findings: Any) -> list[str]:
        return [result["partialFingerprints"]["casecheck/v1"] for result in run(report(*findings))["results"]]

    one = found(message="'Overview' has 96 words.", excerpt="title: no")
    moved = replace(one, line=8, end_line=8, message="'Overview' has 97 words.", excerpt="name:  no, not")
    assert prints(one) == prints(moved)
    others = [replace(one, excerpt="title: so"), replace(one, path="b.md"), replace(one, rule="b-rule")]
    assert len({*prints(one), *prints(*others, replace(one, message="It is."))}) == 5
    twice = prints(one, moved)
    assert twice[0] == prints(one)[0] and len(set(twice)) == 2


def test_of_a_long_line_only_what_is_marked_makes_the_fingerprint() -> None:
    line = '{"a": ' + "1234567890," * 200_000
    ends, excerpts = (100, 100, 150), (line, line + "}", line)
    got = run(report(*(found(excerpt=text, end_column=end) for text, end in zip(excerpts, ends, strict=True))))
    first, second, third = (result["partialFingerprints"]["casecheck/v1"] for result in got["results"])
    assert second.startswith(first) and not third.startswith(first)
