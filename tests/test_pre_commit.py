"""The hook: installed from a repository of this checkout by the real pre-commit, in a real repository of cases."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from consumers import package_index

from casecheck import __version__

ROOT = Path(__file__).parents[1]
SHIPPED = ["casecheck", "schemas", ".pre-commit-hooks.yaml", "pyproject.toml", "README.md", "LICENSE", "NOTICE"]
NOWHERE = "http://127.0.0.1:9"  # the port that discards; nothing listens there
OFFLINE = {"PIP_INDEX_URL": NOWHERE, "http_proxy": NOWHERE, "https_proxy": NOWHERE, "HTTPS_PROXY": NOWHERE}


def git(folder: Path, *arguments: str, **environment: str) -> str:
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    command = ["git", *identity, *arguments]
    environment = {**os.environ, **environment}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=True)
    return done.stdout.strip()


def repository(folder: Path) -> str:
    """Make a repository of a folder; the revision of its only commit."""
    git(folder, "init", "--quiet")
    git(folder, "add", "--all", "--force")
    git(folder, "commit", "--quiet", "--message", "All")
    return git(folder, "rev-parse", "HEAD")


def released(folder: Path) -> str:
    """What is in this checkout, as a repository that pre-commit can install from; its revision."""
    folder.mkdir()
    for name in SHIPPED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, folder / name)
    return repository(folder)


class Collection:
    """A repository of cases with the hook in it; `files` of a run are those that it names to the hook."""

    def __init__(self, folder: Path) -> None:
        revision = released(folder / "casecheck")
        self.folder, self.home = folder / "collection", folder / "home"
        shutil.copytree(ROOT / "examples" / "good", self.folder / "cases")
        shutil.copytree(ROOT / "examples" / "bad", self.folder / "drafts")
        config = (ROOT / "examples" / "ci" / "pre-commit-config.yaml").read_text("utf-8")
        config = config.replace("OWNER/casecheck", str(folder / "casecheck")).replace(f"v{__version__}", revision)
        (self.folder / ".pre-commit-config.yaml").write_text(config, "utf-8")
        (self.folder / "casecheck.toml").write_text('exclude = ["drafts"]\n', "utf-8")
        repository(self.folder)

    def pre_commit(self, *arguments: str, **environment: str) -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, "-m", "pre_commit", *arguments],
            cwd=self.folder,
            env={**os.environ, "PRE_COMMIT_HOME": str(self.home), "PRE_COMMIT_COLOR": "never", **environment},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return done.returncode, done.stdout + done.stderr

    def run(self, *files: str) -> tuple[int, str]:
        """Run the hook, without a network."""
        return self.pre_commit("run", "--verbose", "--files", *files, **OFFLINE)

    def change(self, path: str, old: str, new: str) -> None:
        file = self.folder / path
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new), "utf-8")


CASE = "cases/dnk-varenholm-salt-quay"


def test_the_hook_in_a_real_repository(tmp_path: Path) -> None:
    package_index(tmp_path)
    collection = Collection(tmp_path)
    status, told = collection.pre_commit("install", "--install-hooks")
    assert status == 0, told

    everything_passes(collection)
    a_document_with_an_error_fails(collection)
    a_map_stands_for_its_document(collection)
    a_picture_stands_for_its_document(collection)
    other_files_are_no_concern_of_it(collection)
    what_is_excluded_stays_excluded(collection)
    a_commit_is_held_back(collection)


def everything_passes(collection: Collection) -> None:
    status, told = collection.pre_commit("run", "--all-files", "--verbose", **OFFLINE)
    assert status == 0 and "Passed" in told
    assert "in 1 document." in told and "drafts" not in told


def a_document_with_an_error_fails(collection: Collection) -> None:
    collection.change(f"{CASE}/index.md", "country_code: DNK", "country_code: DEN")
    status, told = collection.run(f"{CASE}/index.md")
    assert status == 1 and "error[field-country]" in told
    collection.change(f"{CASE}/index.md", "country_code: DEN", "country_code: DNK")


def a_map_stands_for_its_document(collection: Collection) -> None:
    [path] = (collection.folder / CASE).glob("*.geojson")
    text = path.read_text("utf-8")
    path.write_text(text[: len(text) // 2], "utf-8")
    status, told = collection.run(path.relative_to(collection.folder).as_posix())
    assert status == 1 and "error[geography-syntax]" in told and f"{CASE}/index.md (" in told
    path.write_text(text, "utf-8")


def a_picture_stands_for_its_document(collection: Collection) -> None:
    path = min(p for p in (collection.folder / CASE).iterdir() if p.suffix in {".jpg", ".png", ".webp"})
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    status, told = collection.run(path.relative_to(collection.folder).as_posix())
    assert status == 1 and "error[image-unreadable]" in told and f"{CASE}/index.md (" in told
    path.write_bytes(data)


def other_files_are_no_concern_of_it(collection: Collection) -> None:
    status, told = collection.run("casecheck.toml")
    assert status == 0 and "no files to check" in told


def what_is_excluded_stays_excluded(collection: Collection) -> None:
    files = sorted((collection.folder / "drafts").rglob("*.*"))
    status, told = collection.run(*(path.relative_to(collection.folder).as_posix() for path in files))
    assert status == 0 and "Passed" in told and "error" not in told


def a_commit_is_held_back(collection: Collection) -> None:
    collection.change(f"{CASE}/index.md", "country_code: DNK", "country_code: DEN")
    git(collection.folder, "add", ".")
    with pytest.raises(subprocess.CalledProcessError) as refused:
        git(collection.folder, "commit", "--message", "Wrong country", PRE_COMMIT_HOME=str(collection.home), **OFFLINE)
    assert "error[field-country]" in refused.value.stderr + refused.value.stdout


def test_the_hook_is_described_as_pre_commit_wants_it(tmp_path: Path) -> None:
    for command, path in (("validate-manifest", ".pre-commit-hooks.yaml"), ("validate-config", CONFIG)):
        done = subprocess.run(
            [sys.executable, "-m", "pre_commit", command, str(ROOT / path)],
            env={**os.environ, "PRE_COMMIT_HOME": str(tmp_path)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout
    [hook] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    [wanted] = yaml.safe_load((ROOT / CONFIG).read_text("utf-8"))["repos"][0]["hooks"]
    assert wanted["id"] == hook["id"]


CONFIG = "examples/ci/pre-commit-config.yaml"
