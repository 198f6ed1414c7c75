"""GitLab's code quality report."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from sample_reports import HARBOUR, found, hostile, real, report

from casecheck.finding import Severity
from casecheck.output import FORMATS, Options
from casecheck.report import Report

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "gitlab-code-quality.schema.json").read_text("utf-8"))


def issues(of: Report) -> Any:
    text = FORMATS["gitlab"](of, Options())
    assert text.isascii() and not text.startswith("\ufeff")
    return json.loads(text)


@pytest.mark.parametrize("of", [real(), hostile(), report()], ids=["real", "hostile", "empty"])
def test_it_follows_the_schema(of: Report) -> None:
    listed = issues(of)
    Draft202012Validator(SCHEMA).validate(listed)
    assert len({issue["fingerprint"] for issue in listed}) == len(listed) == len(of.findings)


def test_the_schema_refuses_what_is_no_report() -> None:
    [issue] = issues(report(found()))
    for key, value in {"severity": "error", "description": "Two\nlines.", "location": {"path": "a"}}.items():
        assert not Draft202012Validator(SCHEMA).is_valid([{**issue, key: value}]), key


def test_an_issue_says_all_that_gitlab_shows() -> None:
    [error, warning, note] = issues(report(*map(found, Severity)))
    del error["fingerprint"]
    assert error == {
        "description": "It is wrong. Write it anew.",
        "check_name": "some-rule",
        "severity": "major",
        "location": {"path": HARBOUR, "lines": {"begin": 3, "end": 3}},
    }
    assert (warning["severity"], note["severity"]) == ("minor", "info")
    assert warning["fingerprint"] != note["fingerprint"]


def test_hostile_text_is_shown_as_it_is() -> None:
    first = issues(hostile())[0]
    assert first["description"].startswith(r"ERROR\n::error::x\r\n##[set-output name=a]b ]]> <script>&amp; \x1b[31m")
    assert r"\udcff" in first["location"]["path"]
