"""casecheck as a step of a workflow: what it adds to its report, and what it keeps the runner from reading."""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from casecheck.cli import main

CASE = Path(__file__).parents[1] / "examples" / "bad" / "prt-vale-novo"
FORMATS_FOR_PROGRAMS = ("json", "sarif", "gitlab", "junit", "rdjson", "markdown", "github")


@pytest.fixture
def collection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with one bad case, in which the step runs."""
    shutil.copytree(CASE, tmp_path / "cases" / "prt-vale-novo")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    return tmp_path


def step(*arguments: str, told: str = "", status: int = 1, **environment: str) -> str:
    """The standard output of `casecheck check` as a step, which tells something on the standard error."""
    done = CliRunner().invoke(main, ["check", "--isolated", *arguments], env=environment)
    assert done.exit_code == status
    assert done.stderr.startswith(told) and bool(done.stderr) == bool(told)
    return done.stdout


def annotated(text: str) -> list[str]:
    """The commands that the runner finds: at the start of a line, but not where it was told to stop reading."""
    token, kept = None, []
    for line in text.split("\n"):
        command = line.lstrip()
        if token is not None:
            token = None if command == f"::{token}::" else token
        elif command.startswith("::stop-commands::"):
            token = command.removeprefix("::stop-commands::")
        elif command.startswith("::") or "##[" in line:
            kept.append(command)
    assert token is None
    return kept


@pytest.mark.parametrize("arguments", [(), ("-f", "concise"), ("-f", "full", "-o", "-", "-f", "json", "-o", "r.json")])
def test_annotations_follow_a_report_for_people(collection: Path, arguments: tuple[str, ...]) -> None:
    commands = annotated(step(*arguments))
    assert commands[0].startswith("::error file=cases/prt-vale-novo/index.md,line=")
    kinds = [re.match(r"::(\w+)", command) for command in commands]
    assert [kind[1] for kind in kinds if kind] == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 10


def test_the_report_itself_is_as_ever(collection: Path) -> None:
    told, plain = step(), step(GITHUB_ACTIONS="false")
    assert annotated(plain) == [] and plain in told
    assert (collection / "summary.md").read_text("utf-8").count("## casecheck") == 1


@pytest.mark.parametrize("name", FORMATS_FOR_PROGRAMS)
def test_nothing_is_added_to_a_report_for_programs(collection: Path, name: str) -> None:
    told = step("-f", name)
    assert told == step("-f", name, GITHUB_ACTIONS="")
    assert (collection / "summary.md").read_text("utf-8").startswith("## casecheck: ")


def test_annotations_come_once(collection: Path) -> None:
    both = ("-f", "full", "-o", "-", "-f", "github", "-o", "annotations.txt")
    assert annotated(step(*both)) == []
    assert annotated(step("-f", "json", "-o", "report.json"))  # nothing else is on the standard output


def test_paths_are_those_of_the_checkout(collection: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = "::error file=cases/prt-vale-novo/index.md,"
    for workspace in (str(collection), str(collection / "other"), ""):
        assert annotated(step(GITHUB_WORKSPACE=workspace))[0].startswith(file)
    for folder in ("cases", "cases/prt-vale-novo"):
        monkeypatch.chdir(collection / folder)
        assert annotated(step())[0].startswith(file)


def test_what_a_document_says_is_no_command(collection: Path) -> None:
    document = collection / "cases" / "prt-vale-novo" / "index.md"
    text = document.read_text("utf-8")
    command = "##[set-output name=errors]0 ::error::not ours ::stop-commands::x"
    document.write_text(text.replace("# Cais", f"{command}\n# Cais") + f"\n[]({command})\n\n![{command}]()\n", "utf-8")
    told = step("--select", "link,image,paths")
    assert "##[set-output" in told
    assert not [line for line in annotated(told) if not re.match(r"::(error|warning|notice) (file|title)=", line)]


def test_the_summary_is_added_to_what_is_there(collection: Path) -> None:
    summary = collection / "summary.md"
    summary.write_text("## Tests\n\nAll 3 passed.\n", "utf-8")
    step()
    assert summary.read_text("utf-8").startswith("## Tests\n\nAll 3 passed.\n\n## casecheck: ")


@pytest.mark.parametrize(("taken", "written"), [(2**20 - 5_000, True), (2**20 - 100, False), (2**20 + 1, False)])
def test_the_summary_keeps_within_what_github_takes(collection: Path, taken: int, written: bool) -> None:
    summary = collection / "summary.md"
    summary.write_bytes(b"x" * taken)
    step()
    size = summary.stat().st_size
    assert (size > taken) == written
    assert size <= max(taken, 2**20)


def test_a_summary_that_was_asked_for_is_written_once(collection: Path) -> None:
    summary = collection / "summary.md"
    step("-f", "full", "-o", "-", "-f", "markdown", "-o", str(summary))
    assert summary.read_text("utf-8").count("## casecheck") == 1


def test_without_a_summary_to_write_to_all_else_goes_on(collection: Path) -> None:
    assert annotated(step(GITHUB_STEP_SUMMARY=""))


def test_without_documents_there_is_nothing_to_say(collection: Path) -> None:
    shutil.rmtree(collection / "cases")
    assert step(told="casecheck: No document was checked", status=0) == ""
    assert not (collection / "summary.md").exists()


def test_a_summary_that_cannot_be_written_is_no_failure(collection: Path) -> None:
    told = "casecheck: The summary of the job cannot be written: "
    assert annotated(step(told=told, GITHUB_STEP_SUMMARY=str(collection)))
