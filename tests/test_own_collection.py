"""The page on other kinds of documents: its files work, and print what it says they print."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from casecheck.cli import main

PAGE = (Path(__file__).parent.parent / "docs" / "own-collection.md").read_text("utf-8")
FILE = re.compile(r"^`(?P<name>[\w./-]+)`\n\n(?P<fence>`{3,})\w+\n(?P<text>.*?)^(?P=fence)$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^```console\n\$ casecheck (?P<arguments>.*)\n(?P<output>(?:.*\n)*?)```$", re.MULTILINE)


@pytest.fixture
def collection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the files of the page, made the current one."""
    for file in FILE.finditer(PAGE):
        path = tmp_path / file["name"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file["text"], "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "120")
    for name in ("NO_COLOR", "FORCE_COLOR", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def shown(output: str) -> list[str]:
    """The lines of an output; of a finding only its place, severity and rule, as messages may be worded anew."""
    return [" ".join(line.split()[:3]) if ": warning " in line else line for line in output.rstrip().split("\n")]


@pytest.mark.parametrize("command", list(COMMAND.finditer(PAGE)), ids=lambda command: command["arguments"])
def test_a_command_of_the_page_prints_what_the_page_says(command: re.Match[str], collection: Path) -> None:
    result = CliRunner().invoke(main, command["arguments"].split(), prog_name="casecheck")
    assert shown(result.stdout) == shown(command["output"])


def test_the_page_has_files_and_commands() -> None:
    assert len(FILE.findall(PAGE)) == 4
    assert len(COMMAND.findall(PAGE)) == 2
