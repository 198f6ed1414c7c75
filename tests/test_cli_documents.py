"""Which documents a run checks, and what a baseline leaves of the findings, with real git and real processes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

GOOD = "---\ntitle: Pier 9\n---\n\n![a pier](./pier.png)\n"


class Collection:
    """A git repository with two cases, both of which lack their picture."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.git("init", "-q", "-b", "main")
        for case in ("aaa", "bbb"):
            self.write(f"cases/{case}/index.md", GOOD)
        self.commit("first")

    def git(self, *arguments: str) -> None:
        identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", "-C", self.folder, *identity, *arguments], check=True, capture_output=True)

    def commit(self, message: str) -> None:
        self.git("add", "-A")
        self.git("commit", "-qm", message)

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def check(self, *arguments: str, stdin: str = "") -> tuple[int, str, str]:
        """Exit status, standard output, standard error; findings as 'path:line rule'."""
        command = [sys.executable, "-m", "casecheck", "check", "--select", "image-missing,section-unknown", *arguments]
        done = subprocess.run(command, cwd=self.folder, input=stdin, capture_output=True, encoding="utf-8", check=False)
        return done.returncode, done.stdout, done.stderr

    def findings(self, *arguments: str, stdin: str = "") -> list[str]:
        _, out, err = self.check("-f", "json", *arguments, stdin=stdin)
        assert out, err
        return [f"{found['path']}:{found['line']} {found['rule']}" for found in json.loads(out)["findings"]]


@pytest.fixture
def collection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Collection:
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)
    return Collection(tmp_path)


BOTH = ["cases/aaa/index.md:5 image-missing", "cases/bbb/index.md:5 image-missing"]


def test_changed_checks_what_differs_from_main(collection: Collection) -> None:
    collection.git("checkout", "-qb", "work")
    assert collection.findings("--changed") == []
    collection.write("cases/bbb/new.txt", "x")
    assert collection.findings("--changed") == BOTH[1:]
    collection.commit("second")
    assert collection.findings("--changed") == BOTH[1:]
    assert collection.findings("--since", "HEAD") == []


def test_staged_checks_what_will_be_committed(collection: Collection) -> None:
    collection.write("cases/aaa/index.md", GOOD.replace("# Pier", "x") + "\ntext\n")
    collection.git("add", "-A")
    collection.write("cases/aaa/index.md", "not staged, and no case at all")
    collection.write("cases/bbb/index.md", "not staged")
    assert collection.findings("--staged") == BOTH[:1]
    assert collection.check("--staged", "--show-files")[1] == "cases/aaa/index.md\n"
    assert collection.findings("--staged", "cases/bbb") == []


def test_staged_pictures_count_as_they_are_staged(collection: Collection) -> None:
    collection.write("cases/aaa/pier.png", "x")
    collection.git("add", "-A")
    (collection.folder / "cases/aaa/pier.png").unlink()
    assert collection.findings("--staged") == []


def test_nothing_changed_is_said(collection: Collection) -> None:
    status, _, err = collection.check("--changed", "--since", "HEAD")
    assert status == 0
    assert err == "casecheck: No document was checked: of 2 documents, none differs from HEAD.\n"
    err = collection.check("--staged")[2]
    assert err == "casecheck: No document was checked: of 2 documents, none is changed by the next commit.\n"


def test_standard_input_stands_where_its_name_says(collection: Collection) -> None:
    collection.write("cases/aaa/pier.png", "x")
    text = GOOD + "\n![b](./none.png)\n"
    found = collection.findings("-", "--stdin-filename", "cases/aaa/index.md", stdin=text)
    assert found == ["cases/aaa/index.md:7 image-missing"]


@pytest.mark.parametrize("arguments", [("-",), ("--stdin-filename", "x.md"), ("-", "x.md", "--stdin-filename", "x.md")])
def test_standard_input_needs_its_name(arguments: tuple[str, ...], collection: Collection) -> None:
    status, out, err = collection.check(*arguments)
    assert (status, out) == (2, "")
    assert "--stdin-filename PATH" in err


def test_a_baseline_hides_the_old_and_shows_the_new(collection: Collection) -> None:
    assert collection.check()[0] == 1
    assert collection.check("--baseline", "base.json", "--write-baseline")[0] == 0
    assert json.loads((collection.folder / "base.json").read_text()) == {
        f"cases/{case}/index.md": {"image-missing": 1} for case in ("aaa", "bbb")
    }
    assert collection.findings("--baseline", "base.json") == []
    collection.write("cases/aaa/index.md", GOOD + "\n![b](./none.png)\n")
    assert collection.findings("--baseline", "base.json") == [BOTH[0], "cases/aaa/index.md:7 image-missing"]
    collection.write("casecheck.toml", "baseline = 'base.json'\n")
    assert collection.findings("cases/bbb") == []


def test_a_baseline_is_pruned_when_asked(collection: Collection) -> None:
    collection.check("--baseline", "base.json", "--write-baseline")
    collection.write("cases/aaa/pier.png", "x")
    _, out, _ = collection.check("--baseline", "base.json")
    assert "--prune-baseline" in out
    collection.check("--baseline", "base.json", "--prune-baseline")
    assert json.loads((collection.folder / "base.json").read_text()) == {"cases/bbb/index.md": {"image-missing": 1}}


def test_a_baseline_needs_its_file(collection: Collection) -> None:
    status, _, err = collection.check("--write-baseline")
    assert status == 2
    assert "--baseline" in err


def test_several_processes_say_the_same(collection: Collection) -> None:
    assert collection.findings("--jobs", "3") == collection.findings("--jobs", "1") == BOTH


def test_a_case_under_another_name_is_told(collection: Collection) -> None:
    collection.write("cases/ccc/pier.md", "---\ntitle: Pier 9\ncity: Varenholm\n---\n")
    name = "cases/ccc/pier.md looks like a case, but is not called index.md."
    assert f"casecheck: {name} It was not checked." in collection.check()[2]
    assert name not in collection.check("--quiet")[2]
    status, _, said = collection.check("cases/ccc")
    assert (status, name in said) == (2, True)
