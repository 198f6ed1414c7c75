import os
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from casecheck.discovery import Found, discover, search, why_none
from casecheck.errors import UsageError
from casecheck.settings import Settings


@pytest.fixture
def collection(tmp_path: Path) -> Path:
    for name in ("cases/b/index.md", "cases/a/index.md", "cases/a/notes.md", "templates/t/index.md", ".git/x/index.md"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("---\n---\n")
    return tmp_path


def names(paths: tuple[Path, ...], root: Path) -> list[str]:
    return [path.relative_to(root).as_posix() for path in paths]


def test_a_folder_is_searched_and_sorted(collection: Path) -> None:
    settings = Settings(root=collection)
    assert names(discover([collection], settings), collection) == [
        "cases/a/index.md",
        "cases/b/index.md",
        "templates/t/index.md",
    ]


def test_patterns_count_from_the_settings_folder(collection: Path) -> None:
    settings = Settings(root=collection, include=("cases/**/index.md",), exclude=("cases/b",))
    assert names(discover([collection / "cases"], settings), collection) == ["cases/a/index.md"]


def test_a_named_file_is_taken_unless_excludes_are_forced(collection: Path) -> None:
    settings = Settings(root=collection, exclude=("cases/a",))
    named = [collection / "cases/a/notes.md"]
    assert names(discover(named, settings), collection) == ["cases/a/notes.md"]
    assert discover(named, settings, force_exclude=True) == ()


def test_a_picture_stands_for_the_document_of_its_folder(collection: Path) -> None:
    picture = collection / "cases/a/images/x.png"
    picture.parent.mkdir()
    picture.touch()
    settings = Settings(root=collection, exclude=("cases/b",))
    for force in (False, True):
        found = discover([picture, collection / "cases/a/index.md"], settings, force_exclude=force)
        assert names(found, collection) == ["cases/a/index.md"]
    excluded = collection / "cases/b/x.png"
    excluded.touch()
    assert discover([excluded], settings, force_exclude=True) == ()


def test_a_picture_stands_for_a_document_with_another_extension(collection: Path) -> None:
    document, picture = collection / "cases/c/case.markdown", collection / "cases/c/x.png"
    document.parent.mkdir()
    for file in (document, picture):
        file.touch()
    settings = Settings(root=collection, include=("**/case.markdown",))
    assert discover([picture], settings) == discover([collection], settings) == (document,)


def test_a_hook_may_name_files_that_belong_to_no_case(collection: Path) -> None:
    (collection / "README.md").touch()
    (collection / "logo.png").touch()
    named = [collection / "README.md", collection / "logo.png"]
    assert discover(named, Settings(root=collection), force_exclude=True) == ()


def test_notes_in_a_case_folder_stand_for_its_document(collection: Path) -> None:
    found = discover([collection / "cases/a/notes.md"], Settings(root=collection), force_exclude=True)
    assert names(found, collection) == ["cases/a/index.md"]


def test_each_document_once(collection: Path) -> None:
    settings = Settings(root=collection)
    twice = [collection / "cases", collection / "cases/a", collection / "cases" / "b" / ".." / "a" / "index.md"]
    assert len(discover(twice, settings)) == 2


def test_what_git_ignores_is_left_out(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    for name in ("build/x/index.md", "cases/a/index.md", "cases/draft-1/index.md", "cases/draft-2/index.md"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")
    (tmp_path / ".gitignore").write_text("build/\ndraft-*\n")
    (tmp_path / "cases" / ".gitignore").write_text("!draft-2\n")
    expected = ["cases/a/index.md", "cases/draft-2/index.md"]
    settings = replace(Settings(), root=tmp_path)
    assert names(discover([tmp_path], settings), tmp_path) == expected
    assert names(discover([tmp_path / "cases"], settings), tmp_path) == expected


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file or folder"):
        discover([tmp_path / "none"], Settings())


def test_why_there_is_no_document(collection: Path) -> None:
    (collection / "cases/b/map.geojson").touch()

    def why(path: str, **settings: tuple[str, ...]) -> str:
        changed = replace(Settings(root=collection), **settings)
        assert discover([collection / path], changed, force_exclude=True) == ()
        return why_none([collection / path], changed).replace(f"{collection.as_posix()}/", "")

    assert why("cases", include=()) == "the setting include is empty"
    assert why("cases", exclude=("cases",)) == "the setting exclude (cases) leaves out cases/a/index.md and 1 more"
    assert why("cases/b/map.geojson", exclude=("a", "b")) == "the setting exclude (a, b) leaves out cases/b/index.md"
    nothing = "no file in 'cases' or below it fits the setting include (*.markdown, x)"
    assert why("cases", include=("*.markdown", "x")) == nothing
    (collection / ".gitignore").write_text("cases/\n")
    assert why("cases") == "cases/a/index.md is left out, because git ignores it or a folder above it is hidden"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the administrator reads everything")
def test_a_folder_that_cannot_be_read_is_not_passed_over(collection: Path) -> None:
    (collection / "cases/b").chmod(0)
    try:
        with pytest.raises(UsageError, match=r"b: the folder cannot be read: .* name it in the setting exclude\."):
            discover([collection], Settings(root=collection))
        found = discover([collection / "cases"], Settings(root=collection, exclude=("cases/b/",)))
        assert names(found, collection) == ["cases/a/index.md"]
    finally:
        (collection / "cases/b").chmod(0o755)


CASE = "---\ntitle: Pier 9\ncity: Varenholm\n---\n"


@pytest.mark.parametrize("name", ["Index.md", "INDEX.MD", "index.markdown"])
def test_a_document_whose_name_is_nearly_right_is_checked(name: str, collection: Path) -> None:
    case = collection / "cases/c" / name
    case.parent.mkdir()
    case.write_text(CASE)
    (case.parent / "pier.jpg").touch()
    settings = Settings(root=collection, include=("cases/**/index.md",))
    assert search([collection], settings) == Found(discover([collection], settings), ())
    assert case in discover([collection], settings)
    for named in (case, case.with_name("pier.jpg")):
        assert discover([named], settings, force_exclude=True) == (case,)
    assert case not in discover([collection], replace(settings, exclude=("cases/c",)))
    (case.parent / "index.md").write_text(CASE)
    assert case not in discover([collection], settings)


def test_what_looks_like_a_case_under_another_name_is_a_stray(collection: Path) -> None:
    for name in ("c/leeds.md", "c/README.md", "d/template.md", "a/old.md", "e/leeds.txt"):
        file = collection / "cases" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(CASE)
    settings = Settings(root=collection)
    assert names(search([collection], settings).strays, collection) == ["cases/c/leeds.md"]
    assert search([collection], replace(settings, exclude=("cases/c",))).strays == ()
    assert search([collection], replace(settings, include=("**/case.md",))).strays == ()
    assert search([collection / "cases/c/leeds.md"], settings).strays == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# Notes\n\ntitle: a\ncity: b\n",
        "---\nlayout: home\n---\n",
        "---\ntitle: Our projects\ndescription: All of them\nauthor: A\ntags: [a]\n---\n",
        CASE.replace("title", "# a remark\n" * 300 + "title"),
    ],
)
def test_other_pages_are_no_strays(text: str, tmp_path: Path) -> None:
    for name in ("Index.md", "notes.md"):
        (tmp_path / name).write_text(text)
    assert search([tmp_path], Settings(root=tmp_path)) == Found((), ())


def test_what_is_no_file_is_no_stray(tmp_path: Path) -> None:
    (tmp_path / "loop.md").symlink_to("loop.md")
    os.mkfifo(tmp_path / "Index.md")
    (tmp_path / "index.markdown").mkdir()
    assert search([tmp_path], Settings(root=tmp_path)) == Found((), ())
