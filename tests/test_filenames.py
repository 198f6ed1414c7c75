"""Names that do not work everywhere. They cannot be fixtures: no Windows computer could check them out."""

from dataclasses import replace
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casecheck.casefolder import CaseFolder
from casecheck.filenames import caseless, composed, numbered, portable, refusal
from casecheck.finding import Problem
from casecheck.loading import load_document
from casecheck.mentions import mentions
from casecheck.rules.paths import file_unused, path_unportable
from casecheck.settings import Settings


@pytest.mark.parametrize(
    "name",
    ["con", "CON.png", "aux.tar.gz", "nul .txt", "com1.jpg", "LPT9", "com².txt", "conin$", "a?.png", "a:b", "a\\b",
     "a|b", "<a>", 'a"b', "a*", "a.", "a ", "Icon\r", "a\tb"],
)  # fmt: skip
def test_what_windows_refuses(name: str) -> None:
    assert refusal(name)
    assert refusal(portable(name)) is None


@pytest.mark.parametrize(
    "name", ["console.png", "com.png", "com0.png", "con-1.png", ".con", "a.b.c", "a b", "é#%.png", "~$a"]
)
def test_what_windows_takes(name: str) -> None:
    assert refusal(name) is None


@pytest.mark.parametrize(
    ("path", "simple"),
    [
        ("plan (1).jpg", "plan-1.jpg"),
        ("50%25.png", "50-25.png"),
        ("aux/con.jpg", "aux-1/con-1.jpg"),
        (normalize("NFD", "vörös rév.geojson"), "voros-rev.geojson"),
        ("港 図.png", "港-図.png"),
        ("???", "file"),
        ("a_b-c.tar.gz", "a_b-c.tar.gz"),
    ],
)
def test_a_name_that_works_everywhere(path: str, simple: str) -> None:
    assert portable(path) == simple


@given(st.text(st.characters(exclude_characters="/"), min_size=1))
def test_a_portable_name_is_one_and_stays_one(name: str) -> None:
    simple = portable(name)
    assert simple
    assert refusal(simple) is None
    assert portable(simple) == simple


def test_names_that_windows_and_macos_take_for_one() -> None:
    assert caseless("Quay.JPG") == caseless("quay.jpg")
    assert caseless(normalize("NFD", "RÉV")) == caseless(normalize("NFC", "rév"))
    assert caseless("straße") != caseless("strasse")
    assert composed(normalize("NFD", "é")) == "é"


def test_a_suggested_name_is_never_taken() -> None:
    folder = CaseFolder("x", ("a b.jpg", "A-B.jpg", "a-b-2.jpg", "c.jpg"))
    assert folder.simple("a b.jpg") == "a-b-3.jpg"
    assert folder.simple("c.jpg") == "c.jpg"
    assert list(numbered("d/.a"))[:2] == ["d/.a", "d/.a-2"]


def problems(tmp_path: Path, text: str, *files: str, others: frozenset[str] = frozenset()) -> list[tuple[Problem, str]]:
    """What path-unportable says of a document in a folder with these files, and the text at each place."""
    document = load_document(text.encode(), tmp_path / "index.md", "index.md", Settings())
    folder = CaseFolder("x", tuple(sorted(files)), others=others)
    found = tuple(mentions(document.front_matter, document.body, folder, document.source))
    document = replace(document, folder=folder, references=found)
    unused = [problem.message for problem in file_unused.check(document, Settings())]
    assert not [message for message in unused if "uay.jpg" in message]
    return [(p, document.source[p.at.span]) for p in path_unportable.check(document, Settings())]


HEAD = "---\ntitle: Tides\n---\n"


def test_a_name_that_windows_refuses_is_told_where_it_is_used(tmp_path: Path) -> None:
    ((problem, place),) = problems(tmp_path, f"{HEAD}[a](./con.pdf), [b](con.pdf)", "con.pdf")
    assert place == "./con.pdf"
    assert "'con.pdf', because it is there the name of a device" in problem.message
    assert problem.help == "Rename the file to 'con-1.pdf', and write './con-1.pdf' here."


def test_a_folder_that_windows_refuses_is_told_once(tmp_path: Path) -> None:
    ((problem, place),) = problems(tmp_path, f"{HEAD}![a](aux/a%20b.jpg)", "aux/a b.jpg", "aux/c.jpg")
    assert place == "aux/a%20b.jpg"
    assert problem.help == "Rename the folder to 'aux-1', and write './aux-1/a%20b.jpg' here."


def test_a_refused_name_that_nothing_uses_is_told_at_the_start(tmp_path: Path) -> None:
    ((problem, place),) = problems(tmp_path, HEAD, "plan .", "other/con.jpg", others=frozenset({"other/"}))
    assert (place, problem.help) == ("", "Rename the file to 'plan'.")


def test_a_name_with_a_question_mark_is_told_once(tmp_path: Path) -> None:
    ((problem, _),) = problems(tmp_path, f"{HEAD}![a](what?.jpg)", "what?.jpg")
    assert "ends at '?'" in problem.message


def test_a_name_that_begins_as_an_address(tmp_path: Path) -> None:
    ((problem, _),) = problems(tmp_path, f"{HEAD}![a](plan:2.jpg)", "plan:2.jpg")
    assert "'plan:'" in problem.message


@pytest.mark.parametrize(
    ("files", "how"),
    [
        (("Quay.jpg", "quay.jpg"), "capital and small letters"),
        ((normalize("NFC", "é-quay.jpg"), normalize("NFD", "é-quay.jpg")), "how their accents are stored"),
    ],
)
def test_two_names_that_are_one_elsewhere(tmp_path: Path, files: tuple[str, str], how: str) -> None:
    ((problem, place),) = problems(tmp_path, f"{HEAD}![a](./{files[1]})", *files)
    assert how in problem.message
    assert place == f"./{files[1]}"
    assert problem.help.startswith("Delete what nothing in the document uses")
    ((problem, _),) = problems(tmp_path, f"{HEAD}![a](./{files[1]}) ![b](./{files[0]})", *files)
    assert problem.help.startswith("Rename one of them")


def test_the_icon_of_a_folder_on_a_mac_is_nobody_s_concern(tmp_path: Path) -> None:
    assert problems(tmp_path, HEAD, "Icon\r") == []


def test_a_page_that_is_no_case_is_not_told_of_its_folder(tmp_path: Path) -> None:
    assert problems(tmp_path, "# A page", "con.pdf", "Quay.jpg", "quay.jpg") == []
