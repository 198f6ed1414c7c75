"""`casecheck schema`: what comes with casecheck, printed."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from casecheck.cli import main
from casecheck.resources import schema_folder


def schema(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["schema", *arguments], prog_name="casecheck")


@pytest.mark.parametrize("name", ["case-study", "stub", "settings", "report"])
def test_a_schema_is_printed_as_it_is(name: str) -> None:
    ran = subprocess.run([sys.executable, "-m", "casecheck", "schema", name], capture_output=True, check=True)
    assert ran.stdout.decode().replace("\r\n", "\n") == (schema_folder() / f"{name}.schema.json").read_text("utf-8")
    assert json.loads(ran.stdout)["$schema"].startswith(("https://json-schema.org/", "http://json-schema.org/"))


@pytest.mark.parametrize("name", ["case-study", "case-study-leadership", "stub"])
def test_a_template_is_printed_as_it_is(name: str) -> None:
    assert schema("--template", name).stdout == (schema_folder() / f"{name}.template.md").read_text("utf-8")


def test_all_that_comes_with_casecheck_is_listed() -> None:
    lines = schema().stdout.splitlines()
    listed = {Path(line.split()[1]): line.split()[0] for line in lines if line.startswith("  ")}
    files = {*schema_folder().glob("*.schema.json"), *schema_folder().glob("*.template.md")}
    assert listed == {file: file.name.split(".")[0] for file in files}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["setings"], "There is no schema named 'setings'. Did you mean 'settings'?"),
        (["x"], "There is no schema named 'x'. There are: case-study, report, settings, stub."),
        (["--template", "case_study"], "There is no template named 'case_study'. Did you mean 'case-study'?"),
        (["stub", "--template", "stub"], "one at a time"),
    ],
)
def test_what_there_is_not_is_said(arguments: list[str], said: str) -> None:
    result = schema(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
