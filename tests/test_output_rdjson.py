"""reviewdog's diagnostic format."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from consumers import package
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from sample_reports import HARBOUR, MILL, found, hostile, real, report

from casecheck.finding import RelatedPlace, Severity
from casecheck.output import FORMATS, Options
from casecheck.report import Report

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "rdjson.schema.json").read_text("utf-8"))
RELATED = found(related=(RelatedPlace(MILL, 5, 2, 5, 4, "Here."),), end_line=6, end_column=2)
REPORTS = {"real": real(), "hostile": hostile(), "empty": report(), "related": report(RELATED)}


def diagnostics(of: Report) -> list[Any]:
    listed: list[Any] = json.loads(FORMATS["rdjson"](of, Options()))["diagnostics"]
    return listed


@pytest.mark.parametrize("name", REPORTS)
def test_it_follows_the_schema(name: str) -> None:
    Draft202012Validator(SCHEMA).validate(json.loads(FORMATS["rdjson"](REPORTS[name], Options())))


def test_a_validator_of_the_format_finds_no_fault(tmp_path: Path) -> None:
    program = package("@umbrelladocs/rdformat-validator") / "bin" / "rdformat-validator.js"
    if not shutil.which("node"):
        pytest.skip("node is not installed")

    def validate(text: str) -> str:
        (tmp_path / "report.json").write_text(text, "utf-8")
        command = ["node", str(program), "--strict", "--no-extra-fields", "report.json"]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False).stdout

    for name, of in REPORTS.items():
        warned = int(not of.findings)  # it wonders at a report without findings, which reviewdog takes for what it is
        assert f"Total errors: 0\nTotal warnings: {warned}" in validate(FORMATS["rdjson"](of, Options())), name
    assert "Invalid files: 1" in validate('{"diagnostics": [{"message": "No place."}]}')


def test_a_diagnostic_says_what_where_and_how_bad() -> None:
    [error, warning, note] = diagnostics(report(*map(found, Severity)))
    assert error == {
        "message": "It is wrong.\nWrite it anew.",
        "location": {
            "path": HARBOUR,
            "range": {"start": {"line": 3, "column": 7}, "end": {"line": 3, "column": 9}},
        },
        "severity": "ERROR",
        "code": {"value": "some-rule"},
    }
    assert (warning["severity"], note["severity"]) == ("WARNING", "INFO")


def test_ends_in_other_lines_have_a_column_where_it_is_known() -> None:
    [first, second] = diagnostics(report(RELATED, found(end_line=4, end_column=1)))
    assert first["location"]["range"]["end"] == {"line": 6}
    assert second["location"]["range"]["end"] == {"line": 4, "column": 1}
    place = {"path": MILL, "range": {"start": {"line": 5}, "end": {"line": 5}}}
    assert first["related_locations"] == [{"message": "Here.", "location": place}]


@given(before=st.text(), marked=st.text())
def test_columns_count_bytes(before: str, marked: str) -> None:
    line = f"{before}{marked}."
    start, end = len(before) + 1, len(before + marked) + 1
    [got] = diagnostics(report(found(excerpt=line, column=start, end_column=end)))
    place = got["location"]["range"]
    data = line.encode("utf-8")
    assert data[place["start"]["column"] - 1 : place["end"]["column"] - 1].decode("utf-8") == marked
