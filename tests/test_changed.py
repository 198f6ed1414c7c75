import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from casecheck.changed import affected, changed_files, export_staged, repository, staged_files
from casecheck.errors import UsageError
from casecheck.settings import Settings

Git = Callable[..., str]


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.delenv(name, raising=False)
    settings = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]

    def run(*arguments: str) -> str:
        done = subprocess.run(
            ["git", "-C", str(tmp_path), *settings, *arguments], check=True, capture_output=True, text=True
        )
        return done.stdout

    run("init", "-q", "-b", "main")
    for name in ("cases/a/index.md", "cases/a/a.jpg", "cases/b/index.md", "cases/ö b/index.md", "schema.json"):
        write(tmp_path, name, name)
    run("add", "-A")
    run("commit", "-qm", "first")
    return run


def write(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def names(paths: tuple[Path, ...], folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in paths}


def documents(folder: Path) -> list[Path]:
    return sorted(folder.glob("cases/*/index.md"))


def test_changes_are_counted_from_the_merge_base(git: Git, tmp_path: Path) -> None:
    git("checkout", "-qb", "work")
    write(tmp_path, "cases/a/index.md", "committed")
    git("commit", "-qam", "mine")
    git("checkout", "-q", "main")
    write(tmp_path, "cases/b/index.md", "theirs")
    git("commit", "-qam", "theirs")
    git("checkout", "-q", "work")
    write(tmp_path, "cases/a/a.jpg", "not committed")
    write(tmp_path, "cases/ö b/new.jpg", "untracked")
    expected = {"cases/a/index.md", "cases/a/a.jpg", "cases/ö b/new.jpg"}
    assert names(changed_files(tmp_path), tmp_path) == expected
    assert names(changed_files(tmp_path, "main"), tmp_path) == expected


def test_renamed_and_deleted_files_count(git: Git, tmp_path: Path) -> None:
    git("mv", "cases/a/a.jpg", "cases/b/b.jpg")
    (tmp_path / "cases/ö b/index.md").unlink()
    changed = changed_files(tmp_path)
    assert names(changed, tmp_path) == {"cases/a/a.jpg", "cases/b/b.jpg", "cases/ö b/index.md"}
    assert names(affected(documents(tmp_path), changed, Settings()), tmp_path) == {
        "cases/a/index.md",
        "cases/b/index.md",
    }


def test_a_changed_picture_leads_to_its_document(git: Git, tmp_path: Path) -> None:
    assert git("status", "--short") == ""
    changed = (tmp_path / "cases/a/images/deep.png",)
    assert names(affected(documents(tmp_path), changed, Settings()), tmp_path) == {"cases/a/index.md"}


@pytest.mark.parametrize("target", ["../b/index.md", "../../schema.json", "gone.jpg", "a.jpg"])
def test_a_changed_link_concerns_the_folder_that_it_stands_in(target: str, git: Git, tmp_path: Path) -> None:
    git("checkout", "-qb", "work")
    link = tmp_path / "cases" / "a" / "a.jpg"
    link.unlink()
    link.symlink_to(target)
    assert documents(tmp_path)[0] in affected(documents(tmp_path), changed_files(tmp_path), Settings())


def test_a_changed_schema_concerns_every_document(git: Git, tmp_path: Path) -> None:
    settings = Settings()
    schema = settings.profiles[0].schema
    assert affected(documents(tmp_path), (schema,), settings) == tuple(documents(tmp_path))
    assert git("status", "--short") == ""


def test_staged_content_is_what_is_exported(git: Git, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    write(tmp_path, "cases/ö b/index.md", "staged")
    git("add", "-A")
    write(tmp_path, "cases/ö b/index.md", "not staged")
    write(tmp_path, "cases/a/index.md", "not staged")
    staged = staged_files(tmp_path)
    assert names(staged, tmp_path) == {"cases/ö b/index.md"}
    target = tmp_path_factory.mktemp("export")
    export_staged(tmp_path, [tmp_path / "cases/ö b"], target)
    assert (target / "cases/ö b/index.md").read_text() == "staged"
    assert not (target / "cases/a").exists()


def test_before_the_first_commit_everything_is_staged(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    write(tmp_path, "index.md", "x")
    subprocess.run(["git", "-C", tmp_path, "add", "-A"], check=True)
    assert names(staged_files(tmp_path), tmp_path) == {"index.md"}


def test_outside_a_repository(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="not a git repository"):
        repository(tmp_path)


def test_an_unknown_revision(git: Git, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no revision 'nosuch'"):
        changed_files(tmp_path, "nosuch")
    assert repository(tmp_path / "cases" / "a" / "index.md") == Path(git("rev-parse", "--show-toplevel").strip())
