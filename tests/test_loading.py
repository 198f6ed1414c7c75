import os
import sys
from pathlib import Path

import pytest

from casecheck import limits
from casecheck.finding import Severity
from casecheck.listing import list_folder
from casecheck.loading import load_document
from casecheck.references import Match, Role, resolve
from casecheck.runner import check_paths, check_source
from casecheck.settings import Settings

needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such links, pipes and names")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case folder `cases/irl-kilwater` with nothing but an empty document in it."""
    folder = tmp_path / "cases" / "irl-kilwater"
    folder.mkdir(parents=True)
    (folder / "index.md").write_text("")
    return folder


def touch(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"")


def test_a_listing_has_every_file_below_sorted_and_the_folder_s_names(case: Path) -> None:
    touch(case, "b.jpg", "A.jpg", "images/old/c.jpg", ".hidden.jpg")
    folder = list_folder(case / "index.md")
    assert folder.files == (".hidden.jpg", "A.jpg", "b.jpg", "images/old/c.jpg", "index.md")
    assert (folder.name, folder.parent, folder.truncated) == ("irl-kilwater", "cases", False)


def test_a_relative_path_has_the_same_names(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(case)
    assert list_folder(Path("index.md")) == list_folder(case / "index.md")


def test_what_belongs_to_another_case_below_is_there_but_not_owned(case: Path) -> None:
    touch(case, "own/a.jpg", "other/index.md", "other/images/b.jpg", "otherwise/c.jpg")
    folder = list_folder(case / "index.md")
    owned = [file for file in folder.files if folder.owns(file)]
    assert owned == ["index.md", "otherwise/c.jpg", "own/a.jpg"]
    assert resolve("other/images/b.jpg", folder).match is Match.FOUND


def test_a_hidden_folder_is_not_looked_into_and_nothing_in_it_is_missing(case: Path) -> None:
    touch(case, ".cache/a.jpg")
    folder = list_folder(case / "index.md")
    assert folder.files == ("index.md",)
    assert resolve(".cache/a.jpg", folder).match is Match.UNKNOWN
    assert resolve("a.jpg", folder).match is Match.MISSING


def test_a_folder_that_is_not_there_has_an_empty_listing_in_which_nothing_is_missing(tmp_path: Path) -> None:
    folder = list_folder(tmp_path / "nowhere" / "index.md")
    assert folder.files == ()
    assert resolve("a.jpg", folder).match is Match.UNKNOWN


@needs_posix
def test_a_folder_that_may_not_be_opened_is_passed_over(case: Path) -> None:
    touch(case, "locked/a.jpg", "b.jpg")
    (case / "locked").chmod(0)
    try:
        if os.access(case / "locked", os.R_OK):
            pytest.skip("this user may open everything")
        folder = list_folder(case / "index.md")
    finally:
        (case / "locked").chmod(0o700)
    assert folder.files == ("b.jpg", "index.md")
    assert resolve("locked/a.jpg", folder).match is Match.UNKNOWN


@needs_posix
def test_links_out_of_the_folder_are_listed_and_never_followed(case: Path) -> None:
    outside = case.parent / "outside"
    touch(outside, "a.jpg", "deep/b.jpg")
    (case / "linked.jpg").symlink_to(outside / "a.jpg")
    (case / "pictures").symlink_to(outside)
    (case / "relative").symlink_to("../outside/deep")
    folder = list_folder(case / "index.md")
    assert folder.files == ("index.md", "linked.jpg", "pictures", "relative")
    assert folder.leaving == {"linked.jpg", "pictures", "relative"}
    assert resolve("pictures/deep/b.jpg", folder).match is Match.OUTSIDE


@needs_posix
def test_links_within_the_folder_are_followed_once(case: Path) -> None:
    touch(case, "images/a.jpg")
    (case / "pictures").symlink_to("images")
    (case / "same.jpg").symlink_to("images/a.jpg")
    (case / "images" / "up").symlink_to("..")
    (case / "itself").symlink_to("itself")
    (case / "nowhere.jpg").symlink_to("gone.jpg")
    folder = list_folder(case / "index.md")
    assert folder.files == ("images/a.jpg", "index.md", "pictures/a.jpg", "same.jpg")
    assert folder.leaving == frozenset()


@needs_posix
def test_folders_that_link_to_each_other_end_at_the_limit(case: Path) -> None:
    for one in range(9):
        (case / f"{one}").mkdir()
        for other in range(9):
            (case / f"{one}" / f"to-{other}").symlink_to(f"../{other}")
    assert list_folder(case / "index.md").truncated


@needs_posix
def test_a_case_folder_that_is_itself_a_link_is_a_folder_like_any_other(case: Path) -> None:
    touch(case, "a.jpg")
    (case.parent / "linked").symlink_to(case)
    folder = list_folder(case.parent / "linked" / "index.md")
    assert (folder.name, folder.files, folder.leaving) == ("linked", ("a.jpg", "index.md"), frozenset())


@needs_posix
def test_a_pipe_is_no_file(case: Path) -> None:
    os.mkfifo(case / "a.jpg")
    assert list_folder(case / "index.md").files == ("index.md",)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse names that are not Unicode")
def test_a_name_that_is_not_unicode_is_kept_and_can_be_shown(case: Path) -> None:
    (case / os.fsdecode(b"caf\xe9.jpg")).write_bytes(b"")
    document = case / "index.md"
    document.write_text("---\ntitle: Tides\n---\n")
    assert os.fsdecode(b"caf\xe9.jpg") in list_folder(document).files
    _, findings = check_source(document.read_bytes(), document, Settings(select=("file-unused",)))
    assert "caf\\udce9.jpg" in findings[0].message.encode("utf-8").decode()


def test_a_listing_ends_at_the_limit_with_what_is_nearest(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_FOLDER_FILES", 5)
    touch(case, "a/1.jpg", "a/2.jpg", "a/3.jpg", "a/4.jpg", "b.jpg", "c.jpg")
    folder = list_folder(case / "index.md")
    assert folder.files == ("a/1.jpg", "b.jpg", "c.jpg", "index.md")
    assert folder.truncated
    assert resolve("a/4.jpg", folder).match is Match.UNKNOWN


def test_a_file_beyond_the_listing_is_found_if_the_document_names_it(
    case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MAX_FOLDER_FILES", 3)
    touch(case, "a/1.jpg", "b.jpg", "c.jpg", "x y.jpg", "z/1.jpg", "z/2.jpg")
    text = "![A](x%20y.jpg) ![B](./z/1.jpg) ![C](Z/2.jpg) ![D](z/3.jpg)"
    (case / "index.md").write_text(text)
    document = load_document(text.encode(), case / "index.md", "index.md", Settings())
    matches = [reference.resolution.match for reference in document.references]
    assert matches == [Match.ENCODED, Match.FOUND, Match.CASE, Match.MISSING]
    assert [(problem.severity, bool(problem.help)) for problem in document.limits] == [(Severity.WARNING, True)]


def test_a_folder_too_large_to_search_is_an_error(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_FOLDER_FILES", 3)
    monkeypatch.setattr(limits, "MAX_SEARCHED_FILES", 4)
    touch(case, "a.jpg", "b.jpg", "c.jpg", "d.jpg", "e.jpg")
    document = load_document(b"![A](x.jpg)", case / "index.md", "index.md", Settings())
    assert [reference.resolution.match for reference in document.references] == [Match.UNKNOWN]
    assert [problem.severity for problem in document.limits] == [Severity.ERROR]


def test_exactly_as_many_files_as_the_limit_allows_are_listed_in_full(
    case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MAX_FOLDER_FILES", 3)
    touch(case, "a.jpg", "b.jpg")
    assert not list_folder(case / "index.md").truncated


def references(case: Path, text: str) -> list[tuple[Role, str, str]]:
    """Role, target and the text at the place of every reference."""
    document = load_document(text.encode(), case / "index.md", "index.md", Settings())
    return [(found.role, found.target, document.source[found.span]) for found in document.references]


def test_references_come_from_front_matter_body_and_html_in_this_order(case: Path) -> None:
    text = """---
title: Tides
featured_image: ./quay.jpg
geography: "map.geojson"
---
<a class="x" href="plan.pdf"><img src="pump.png" srcset="p1.png 1x, p2.png 2x"></a>

![Quay](<a b.jpg> "Quay") and [a list][list] <source src='tide.mp4'>

[list]: ./list.pdf
[unused]: ./unused.pdf

<!-- ![Gone](gone.jpg) <a href="gone.pdf"></a> -->
"""
    srcset = "p1.png 1x, p2.png 2x"
    assert references(case, text) == [
        (Role.FEATURED, "./quay.jpg", "./quay.jpg"),
        (Role.GEOGRAPHY, "map.geojson", '"map.geojson"'),
        (Role.IMAGE, "pump.png", "pump.png"),
        (Role.IMAGE, "a b.jpg", "a b.jpg"),
        (Role.LINK, "./list.pdf", "./list.pdf"),
        (Role.LINK, "plan.pdf", "plan.pdf"),
        (Role.EMBEDDED, "p1.png", srcset),
        (Role.EMBEDDED, "p2.png", srcset),
        (Role.EMBEDDED, "tide.mp4", "tide.mp4"),
    ]


def test_html_in_a_list_is_referred_to_as_a_whole(case: Path) -> None:
    text = '- > <a\n  > href="plan.pdf">x</a>\n'
    ((_, target, place),) = references(case, text)
    assert (target, place) == ("plan.pdf", '<a\n  > href="plan.pdf">')


def test_the_addresses_of_a_srcset_may_have_commas_and_what_is_written_out_is_no_reference(case: Path) -> None:
    text = '<img srcset="data:image/png;base64,AA 1x, a,b.jpg 2x,c.jpg 100w"><a href="data:text/html,x">'
    assert [target for _, target, _ in references(case, text)] == ["", "a,b.jpg", "c.jpg", "data:text/html,x"]


def test_a_footnote_is_no_address(case: Path) -> None:
    text = "[^1] and [^2] and [ferry]\n\n[^1]: Smith.\n[^2]: https://www.example.org/a\n[ferry]: Smith.\n"
    assert [target for _, target, _ in references(case, text)] == ["https://www.example.org/a", "Smith."]


def test_a_picture_that_is_named_as_map_too_is_read_as_both(case: Path) -> None:
    (case / "a.jpg").write_bytes(b"{}")
    text = "---\nfeatured_image: ./a.jpg\ngeography: ./a.jpg\n---\n"
    document = load_document(text.encode(), case / "index.md", "index.md", Settings())
    assert list(document.pictures) == list(document.maps) == ["a.jpg"]


def test_a_folder_with_too_many_files_is_a_warning(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_FOLDER_FILES", 2)
    touch(case, "a.jpg", "b.jpg", "c.jpg")
    _, findings = check_source(b"---\ntitle: x\n---\n", case / "index.md", Settings(select=("limit-exceeded",)))
    assert [(found.rule, str(found.severity)) for found in findings] == [("limit-exceeded", "warning")]


def test_a_document_that_is_a_link_out_of_its_folder_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("---\ntitle: secret\n---\n")
    case = tmp_path / "case"
    case.mkdir()
    (case / "index.md").symlink_to(tmp_path / "secret.md")
    report = check_paths([case / "index.md"], Settings())
    assert [found.rule for found in report.findings] == ["path-outside"]
    assert "secret" not in str(report.findings)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_document_that_is_a_pipe_stops_nothing(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "index.md")
    assert [found.rule for found in check_paths([tmp_path / "index.md"], Settings()).findings] == ["limit-exceeded"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("---\ntitle: Tides\n# ./quay.jpg\nalt: quay.jpg\n---\n", "Its name stands in line 4, but"),
        ("---\ntitle: Tides\n# ./quay.jpg\n---\n", "Show it in the text"),
        ("---\ntitle: Tides\n---\n<!-- quay.jpg -->\n\nSee quay.jpg.\n", "Its name stands in line 6, but"),
        ("---\ntitle: Tides\n---\n<!-- quay.jpg -->\n", "Its name stands in line 4, inside a comment"),
    ],
)
def test_the_line_that_names_an_unused_file_is_no_comment_of_the_template(case: Path, text: str, said: str) -> None:
    touch(case, "quay.jpg")
    _, findings = check_source(text.encode(), case / "index.md", Settings(select=("file-unused",)))
    assert [finding.help[: len(said)] for finding in findings] == [said]


def test_a_miswritten_picture_is_told_once(case: Path) -> None:
    touch(case, "quay.jpg", "plan.pdf")
    text = '---\ntitle: Tides\n---\n! [q](./quay.jpg "Ana")\n\n[plan](‘https://example.org/’)\n\n[plan](./plan.pdf)\n'
    rules = ("file-unused", "image-syntax", "link-local", "link-missing", "link-syntax")
    _, findings = check_source(text.encode(), case / "index.md", Settings(select=rules))
    assert [(finding.line, finding.rule) for finding in findings] == [
        (4, "image-syntax"), (6, "link-syntax"), (8, "link-local"),
    ]  # fmt: skip


def test_an_empty_folder_with_the_name_of_a_picture_is_called_a_folder(case: Path) -> None:
    (case / "quay.jpg").mkdir()
    _, findings = check_source(b"![Q](./quay.jpg)", case / "index.md", Settings(select=("image-missing",)))
    assert [finding.message for finding in findings] == ["'./quay.jpg' is a folder, and not a picture."]
