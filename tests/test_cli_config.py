"""`casecheck config`: what holds, and where it comes from."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from casecheck.cli import main
from casecheck.settings import Settings
from casecheck.settings_file import load

OWN = """\
extend = "base/shared.toml"
include = ["cases/**/index.md"]
fail-on = { Draft = "never" }

[severity]
image-alt = "error"

[per-file-ignores]
"cases/old/**" = ["links", "words"]

[profiles.essay]
schema = "essay.json"
when = { kind = "es\\"say" }

[profiles.stub]
when = { kind = "short" }
"""
SHARED = """\
exclude = ["templates"]
fail-on = "warning"
baseline = "known.json"

[images]
max-bytes = 5
"""


@pytest.fixture
def collection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with settings that extend others, made the current one."""
    (tmp_path / "base").mkdir()
    (tmp_path / "cases").mkdir()
    (tmp_path / "base" / "shared.toml").write_text(SHARED, "utf-8")
    (tmp_path / "casecheck.toml").write_text(OWN, "utf-8")
    (tmp_path / "essay.json").write_text("{}", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def config(*arguments: str) -> Result:
    result = CliRunner().invoke(main, ["config", *arguments], prog_name="casecheck")
    assert result.exit_code == 0, result.output
    return result


def origins(*arguments: str) -> dict[str, tuple[Any, ...]]:
    content = json.loads(config("-f", "json", *arguments).stdout)
    return {" ".join(each["key"]): (each["from"], each.get("path"), each.get("line")) for each in content["origins"]}


def test_what_is_shown_reads_the_same(collection: Path) -> None:
    before = load([], ["images.deep = true"])
    text = config("--config", "images.deep = true").stdout
    Path("casecheck.toml").write_text(text, "utf-8")
    assert load([]) == before != Settings()


def test_defaults_read_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = config("--isolated").stdout
    assert text.startswith("# No settings file was read.\n")
    Path("casecheck.toml").write_text(text, "utf-8")
    assert load([]) == Settings()


def test_each_setting_says_where_it_comes_from(collection: Path) -> None:
    found = origins("--config", "images.deep = true", "--config", "images.max-alt-words = 3")
    assert found["include"] == ("file", "casecheck.toml", 2)
    assert found["exclude"] == ("file", "base/shared.toml", 1)
    assert found["fail-on default"] == ("file", "base/shared.toml", 2)
    assert found["fail-on Draft"] == ("file", "casecheck.toml", 3)
    assert found["baseline"] == ("file", "base/shared.toml", 3)
    assert found["images max-bytes"] == ("file", "base/shared.toml", 6)
    assert found["images deep"] == found["images max-alt-words"] == ("command line", None, None)
    assert found["images max-width"] == found["guidance"] == ("default", None, None)
    assert found["severity image-alt"] == ("file", "casecheck.toml", 6)
    assert found["per-file-ignores cases/old/**"] == ("file", "casecheck.toml", 9)
    assert found["profiles essay schema"] == ("file", "casecheck.toml", 12)
    assert found["profiles essay templates"] == ("default", None, None)
    assert found["profiles stub when"] == ("file", "casecheck.toml", 16)
    assert found["profiles stub schema"] == ("default", None, None)


def test_the_text_is_toml_with_comments(collection: Path) -> None:
    lines = config("--config", "images.deep = true").stdout.splitlines()
    assert lines[:2] == [
        "# Read from base/shared.toml, then casecheck.toml, then the command line.",
        "# Paths and patterns count from this folder.",
    ]
    assert 'include = ["cases/**/index.md"]  # casecheck.toml:2' in lines
    assert 'baseline = "base/known.json"  # base/shared.toml:3' in lines
    assert "deep = true  # command line" in lines
    assert "max-width = 1920  # default" in lines
    assert '"cases/old/**" = ["links", "words"]  # casecheck.toml:9' in lines


def test_a_path_has_the_settings_that_are_nearest_to_it(collection: Path) -> None:
    text = "[project]\nname = 'x'\n\n[tool.casecheck.images]\nmax-width = 7\n"
    (collection / "cases" / "pyproject.toml").write_text(text, "utf-8")
    assert origins("cases")["images max-width"] == ("file", "cases/pyproject.toml", 5)
    assert origins("cases")["include"] == ("default", None, None)
    content = json.loads(config("cases", "-f", "json").stdout)
    assert (content["root"], content["read"]) == ("cases", ["cases/pyproject.toml"])
    assert content["settings"]["images"]["max-width"] == 7
    assert origins("cases", "--config", "casecheck.toml")["include"] == ("file", "casecheck.toml", 2)
    assert origins("cases", "--isolated")["images max-width"] == ("default", None, None)


def test_what_cannot_be_shown_is_said(collection: Path) -> None:
    Path("casecheck.toml").write_text("inclde = []\n", "utf-8")
    for arguments, said in ((["cases"], "casecheck.toml:1: "), (["nowhere"], "nowhere: there is no such file")):
        result = CliRunner().invoke(main, ["config", *arguments])
        assert (result.exit_code, result.stdout) == (2, "")
        assert said in result.stderr


def test_comments_are_faint_where_colour_is_wanted(collection: Path) -> None:
    assert "\x1b" not in config().stdout
    ran = subprocess.run(
        [sys.executable, "-m", "casecheck", "config", "--color", "always"], capture_output=True, check=True, text=True
    )
    assert "\x1b[2m# casecheck.toml:2\x1b[0m" in ran.stdout
