"""What the Tab key offers, in real shells where they are there."""

import os
import select
import shlex
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from casecheck.cli import main
from casecheck.resources import schema_folder
from casecheck.rules import ALL_RULES

SHELLS = ("bash", "zsh", "fish")
BASH = pytest.mark.skipif(os.name != "posix" or not shutil.which("bash"), reason="needs bash")


def offered(*words: str) -> list[str]:
    """The completions of the last word, as any shell gets them."""
    environment = {"COMP_WORDS": shlex.join(words), "COMP_CWORD": str(len(words) - 1)}
    environment["_CASECHECK_COMPLETE"] = "bash_complete"
    result = CliRunner().invoke(main, prog_name="casecheck", env=environment)
    return [line.partition(",")[2] for line in result.stdout.splitlines() if line]


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder, made the current one, with the program `casecheck` on the PATH."""
    program = tmp_path / "bin" / "casecheck"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m casecheck "$@"\n', "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def script(shell: str) -> str:
    environment = {**os.environ, "_CASECHECK_COMPLETE": f"{shell}_source"}
    return subprocess.run(["casecheck"], capture_output=True, check=True, text=True, env=environment).stdout


def test_rules_and_groups_of_them() -> None:
    assert set(offered("casecheck", "rule", "")) > {rule.NAME for rule in ALL_RULES}
    assert offered("casecheck", "rule", "image-al") == ["image-alt", "image-alt-repeated"]
    assert {"images", "image", "all", "geography"} < set(offered("casecheck", "rule", ""))
    assert "geography-self" not in offered("casecheck", "rule", "geography-s")


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_options_that_take_several_rules(option: str) -> None:
    assert offered("casecheck", "check", option, "path-c") == ["path-case"]
    assert offered("casecheck", "check", option, "links,path-c") == ["links,path-case"]
    assert offered("casecheck", "check", option, "gibberish") == []


def test_names_of_other_things(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert offered("casecheck", "schema", "st") == ["stub"]
    assert offered("casecheck", "schema", "--template", "case-study-") == ["case-study-leadership"]
    assert offered("casecheck", "new", "x", "--profile", "") == ["case-study", "stub"]
    Path("casecheck.toml").write_text(
        f'[profiles.own]\nschema = "{schema_folder().as_posix()}/stub.schema.json"\n', "utf-8"
    )
    assert offered("casecheck", "new", "x", "--profile", "") == ["own", "case-study", "stub"]
    Path("casecheck.toml").write_text("nosuch = 1\n", "utf-8")
    assert offered("casecheck", "new", "x", "--profile", "s") == ["stub"]
    assert {"check", "rule", "new", "init"} < set(offered("casecheck", ""))
    assert "sarif" in offered("casecheck", "check", "-f", "s")


def test_nothing_costly_is_imported_for_it() -> None:
    code = (
        "import sys; from casecheck.cli import main\n"
        "try: main(prog_name='casecheck')\n"
        "except SystemExit: print([name for name in sys.modules if name.startswith(('casecheck.rules', 'mistune'))])"
    )
    for words in ("casecheck rule im", "casecheck check --select im", "casecheck new x --profile s"):
        environment = {"COMP_WORDS": words, "COMP_CWORD": str(words.count(" ")), "_CASECHECK_COMPLETE": "bash_complete"}
        ran = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={**os.environ, **environment}
        )
        assert len(ran.stdout.splitlines()) > 1
        assert ran.stdout.endswith("[]\n")


@pytest.mark.skipif(os.name != "posix", reason="shells of POSIX")
@pytest.mark.parametrize("shell", SHELLS)
def test_each_shell_takes_its_script(path: Path, shell: str) -> None:
    text = script(shell)
    assert f"{shell}_complete" in text
    if shutil.which(shell):
        subprocess.run([shell, "-n"], input=text, text=True, check=True)


@BASH
def test_the_function_of_bash_offers_rules(path: Path) -> None:
    Path("complete.sh").write_text(script("bash"), "utf-8")
    code = (
        "source ./complete.sh; COMP_WORDS=(casecheck check --select links,path-); COMP_CWORD=3\n"
        '_casecheck_completion casecheck; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    ran = subprocess.run(["bash", "--norc", "--noprofile", "-c", code], capture_output=True, check=True, text=True)
    paths = [rule.NAME for rule in ALL_RULES if rule.NAME.startswith("path-")]
    assert ran.stdout.split() == [f"links,{name}" for name in paths]


@BASH
def test_the_tab_key_in_bash(path: Path) -> None:
    Path("complete.sh").write_text(script("bash"), "utf-8")
    terminal, end = os.openpty()
    command = ["bash", "--norc", "--noprofile", "-i"]
    with subprocess.Popen(command, stdin=end, stdout=end, stderr=end, start_new_session=True) as shell:
        os.write(terminal, b"source ./complete.sh\ncasecheck rule path-c\t\n")
        seen, until = b"", time.monotonic() + 60
        while b"family paths" not in seen and select.select([terminal], [], [], until - time.monotonic())[0]:
            seen += os.read(terminal, 10_000)
        shell.kill()
    os.close(terminal)
    os.close(end)
    assert b"family paths" in seen, seen
