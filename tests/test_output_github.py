"""Workflow commands: read back as GitHub's runner reads them (actions/runner, src/Runner.Common/ActionCommand.cs)."""

import re
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_reports import HARBOUR, MILL, found, hostile, real, report

from casecheck.finding import Finding, Severity
from casecheck.output import FORMATS, Options
from casecheck.output.github import annotations
from casecheck.report import Report

E_, W_, N_ = Severity.ERROR, Severity.WARNING, Severity.NOTE


class Command(NamedTuple):
    name: str
    properties: dict[str, str]
    data: str


def unescape(text: str, codes: dict[str, str]) -> str:
    for code, character in codes.items():
        text = text.replace(code, character)
    return text


def read(line: str) -> Command:
    """A line of a step's output as the runner understands it."""
    line = line.lstrip()
    assert line.startswith("::")
    head, data = line[2:].split("::", 1)
    name, _, properties = head.partition(" ")
    codes = {"%0D": "\r", "%0A": "\n", "%25": "%"}
    values = dict(pair.split("=", 1) for pair in properties.split(","))
    return Command(
        name,
        {key: unescape(value, {"%3A": ":", "%2C": ",", **codes}) for key, value in values.items()},
        unescape(data, codes),
    )


def commands(text: str) -> list[Command]:
    assert text == "" or text.endswith("\n")
    return [read(line) for line in re.split(r"\r\n|\r|\n", text)[:-1]]


def shown(of: Report) -> list[Command]:
    return commands(FORMATS["github"](of, Options()))


def test_a_command_a_finding() -> None:
    [command] = shown(report(found()))
    place = {"file": HARBOUR, "line": "3", "endLine": "3", "col": "7", "endColumn": "8"}
    assert command == Command("error", {**place, "title": "casecheck some-rule"}, "It is wrong.\nWrite it anew.")


def test_columns_only_where_github_takes_them() -> None:
    over_lines, empty = shown(report(found(end_line=5), found(end_column=7)))
    assert over_lines.properties.keys() == empty.properties.keys() == {"file", "line", "endLine", "title"}
    assert over_lines.properties["endLine"] == "5"


def test_errors_come_first_then_warnings_then_notices() -> None:
    levels = (N_, W_, E_, N_, E_)
    findings = [found(level, line=line, end_line=line) for line, level in enumerate(levels, start=1)]
    names = [(command.name, command.properties["line"]) for command in shown(report(*findings))]
    assert names == [("error", "3"), ("error", "5"), ("warning", "2"), ("notice", "1"), ("notice", "4")]


def test_what_authors_write_cannot_become_a_command() -> None:
    got = shown(hostile())
    assert [command.name for command in got] == ["error", "warning", "notice"]
    for command in got:
        assert command.properties["file"].startswith(r"cases/a:b, c%20d \x1b[31m")
        assert command.data.isprintable() or "\n" in command.data
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u202e]", command.data)


@given(path=st.text(min_size=1), message=st.text(min_size=1), tip=st.text())
def test_any_text_comes_back(path: str, message: str, tip: str) -> None:
    [command] = shown(report(found(path=path, message=f"<{message}>", help=tip)))
    if path.isprintable():
        assert command.properties["file"] == path
    if message.isprintable() and tip.isprintable():
        assert command.data == "\n".join([f"<{message}>", *[tip] * bool(tip.strip())])


def many(severity: Severity, count: int) -> list[Finding]:
    return [found(severity, line=line, end_line=line) for line in range(1, count + 1)]


@pytest.mark.parametrize("counts", [(0, 0, 0), (10, 10, 10), (3, 1, 0)])
def test_annotations_are_all_findings_where_github_shows_them_all(counts: tuple[int, int, int]) -> None:
    of = report(*(each for level, count in zip(Severity, counts, strict=True) for each in many(level, count)))
    assert annotations(of) == FORMATS["github"](of, Options())


@pytest.mark.parametrize(
    ("counts", "kept", "said"),
    [
        ((11, 0, 0), (10, 0, 0), "1 more finding: the summary of the job and its log show all 11."),
        ((2, 30, 3), (2, 10, 3), "20 more findings: the summary of the job and its log show all 35."),
        ((1, 1, 11), (1, 1, 9), "2 more findings: the summary of the job and its log show all 13."),
        ((1500, 0, 10), (10, 0, 9), "1,491 more findings: the summary of the job and its log show all 1,510."),
    ],
)
def test_annotations_keep_within_ten_of_a_kind(
    counts: tuple[int, int, int], kept: tuple[int, int, int], said: str
) -> None:
    findings = [each for level, count in zip(Severity, counts, strict=True) for each in many(level, count)]
    *got, last = commands(annotations(report(*findings)))
    assert tuple(sum(command.name == name for command in got) for name in ("error", "warning", "notice")) == kept
    assert last == Command("notice", {"title": "casecheck"}, said)


def test_the_examples_are_annotated_within_the_limits() -> None:
    got = commands(annotations(real()))
    for name in ("error", "warning", "notice"):
        assert sum(command.name == name for command in got) <= 10
    assert got[0].name == "error" and MILL not in got[0].properties["file"]
