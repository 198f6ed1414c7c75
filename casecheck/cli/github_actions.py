"""What GitHub's runner gets to know of a run: annotations beside the lines of a pull request, a summary of the job.

The runner takes whatever a step prints for commands to itself, also what a report quotes from a document. So it is
told to stop that while a report is printed (docs.github.com, "Workflow commands for GitHub Actions").
"""

import os
import posixpath
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from casecheck.cli.request import STDOUT
from casecheck.cli.streams import say, tell

if TYPE_CHECKING:  # `--help` needs none of it
    from casecheck.report import Report

FOR_PEOPLE = {"full", "concise"}  # other formats on the standard output are left as a program wants them


def present() -> bool:
    """Whether this is a step of a workflow."""
    return os.environ.get("GITHUB_ACTIONS") == "true"


def shielded(text: str, format_name: str) -> str:
    """A report for the standard output, in which the runner finds no commands."""
    if not text or format_name not in FOR_PEOPLE or not present():
        return text
    import secrets

    token = secrets.token_hex(16)  # a document must not be able to say it
    return f"::stop-commands::{token}\n{text}::{token}::\n"


def announce(report: "Report", targets: list[tuple[str, str]]) -> None:
    """Annotate and summarise in a workflow, as far as the formats that were asked for do not; else do nothing."""
    if not present() or not report.documents:
        return
    from casecheck.output.github import annotations

    printed = {name for name, file in targets if file == STDOUT}
    if printed <= FOR_PEOPLE and "github" not in dict(targets):
        say(annotations(_from_workspace(report)))
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary and ("markdown", summary) not in targets:
        _summarise(report, Path(summary))


def _from_workspace(report: "Report") -> "Report":
    """The report with its paths relative to the checkout, as GitHub reads them, wherever casecheck was run."""
    workspace = Path(os.path.realpath(os.environ.get("GITHUB_WORKSPACE") or "."))
    if not Path.cwd().is_relative_to(workspace):
        return report
    folder = Path.cwd().relative_to(workspace).as_posix()
    moved = (replace(found, path=posixpath.normpath(f"{folder}/{found.path}")) for found in report.findings)
    return replace(report, findings=tuple(moved))


def _summarise(report: "Report", path: Path) -> None:
    """Append to the summary of the step, as far as there is room."""
    from casecheck.output.markdown import MAX_BYTES, bounded

    try:
        taken = path.stat().st_size if path.exists() else 0
        text = bounded(report, MAX_BYTES - taken - 1)
        with path.open("a", encoding="utf-8", newline="\n") as file:
            file.write(f"\n{text}" if taken and text else text)
    except OSError as error:
        tell(f"casecheck: The summary of the job cannot be written: {error.strerror}.")
