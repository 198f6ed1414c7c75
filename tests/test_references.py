from dataclasses import replace
from random import Random
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casecheck.casefolder import CaseFolder
from casecheck.parse.markdown import parse
from casecheck.references import Match, Reference, Role, as_address, names_file, remedy, resolve
from casecheck.source import Source, Span

FOLDER = CaseFolder(
    name="irl-kilwater",
    parent="cases",
    files=tuple(
        sorted(
            (
                "quay.jpg",
                "Tide Gardens.png",
                "50%25.png",
                "what?.png",
                "100%.png",
                "a#b.png",
                "plan:2.png",
                "strasse.png",
                "kil-water.geojson",
                normalize("NFC", "vörös.jpg"),
                normalize("NFD", "kék.jpg"),
                "images/Pump.webp",
                "images/old/quay.jpg",
                "linked.jpg",
                "linked-folder",
                "plan.pdf",
            )
        )
    ),
    leaving=frozenset({"linked.jpg", "linked-folder"}),
    unlisted=frozenset({".secret/"}),
)


@pytest.mark.parametrize(
    ("target", "match", "file"),
    [
        ("quay.jpg", Match.FOUND, "quay.jpg"),
        ("./quay.jpg", Match.FOUND, "quay.jpg"),
        ("  ./quay.jpg ", Match.FOUND, "quay.jpg"),
        ("<./quay.jpg>", Match.MISSING, "quay.jpg"),
        (".//././quay.jpg", Match.FOUND, "quay.jpg"),
        ("images/../quay.jpg", Match.FOUND, "quay.jpg"),
        ("../irl-kilwater/quay.jpg", Match.FOUND, "quay.jpg"),
        ("../../cases/irl-kilwater/quay.jpg", Match.FOUND, "quay.jpg"),
        ("plan.pdf#page=2", Match.FOUND, "plan.pdf"),
        ("plan.pdf?download=%20", Match.FOUND, "plan.pdf"),
        ("Tide Gardens.png", Match.FOUND, "Tide Gardens.png"),
        ("50%25.png", Match.RESERVED, "50%25.png"),
        ("what?.png", Match.RESERVED, "what?.png"),
        ("Tide%20Gardens.png", Match.ENCODED, "Tide Gardens.png"),
        ("./Tide%20Gardens.png?raw=1#top", Match.ENCODED, "Tide Gardens.png"),
        ("50%2525.png", Match.ENCODED, "50%25.png"),
        ("what%3F.png", Match.ENCODED, "what?.png"),
        ("images%2FPump.webp", Match.ENCODED, "images/Pump.webp"),
        ("QUAY.jpg", Match.CASE, "quay.jpg"),
        ("quay.JPG", Match.CASE, "quay.jpg"),
        ("Images/Pump.webp", Match.CASE, "images/Pump.webp"),
        ("./tide%20gardens.png", Match.CASE, "Tide Gardens.png"),
        (normalize("NFD", "VÖRÖS.jpg"), Match.CASE, normalize("NFC", "vörös.jpg")),
        (normalize("NFD", "vörös.jpg"), Match.UNICODE, normalize("NFC", "vörös.jpg")),
        (normalize("NFC", "kék.jpg"), Match.UNICODE, normalize("NFD", "kék.jpg")),
        ("k%C3%A9k.jpg", Match.UNICODE, normalize("NFD", "kék.jpg")),
        ("", Match.NONE, None),
        ("  ", Match.NONE, None),
        ("./#goals", Match.NONE, None),
        ("#goals", Match.NONE, None),
        ("?page=2", Match.NONE, None),
        ("https://www.example.org/quay.jpg", Match.REMOTE, None),
        ("//www.example.org/quay.jpg", Match.REMOTE, None),
        ("mailto:ana@example.org", Match.REMOTE, None),
        ("tel:+38520", Match.REMOTE, None),
        ("data:image/png;base64,AAAA", Match.REMOTE, None),
        ("linked.jpg", Match.OUTSIDE, None),
        ("LINKED.jpg", Match.OUTSIDE, None),
        ("linked-folder/a.jpg", Match.OUTSIDE, None),
        (".secret/a.jpg", Match.UNKNOWN, None),
        ("./", Match.NONE, None),
        (".", Match.NONE, None),
        ("images/..", Match.NONE, None),
        ("100%.png", Match.FOUND, "100%.png"),
        ("100%25.png", Match.ENCODED, "100%.png"),
        ("a%23b.png", Match.ENCODED, "a#b.png"),
        ("a#b.png", Match.RESERVED, "a#b.png"),
        ("plan:2.png", Match.RESERVED, "plan:2.png"),
        ("./plan:2.png", Match.FOUND, "plan:2.png"),
        ("%2e/quay.jpg", Match.ENCODED, "quay.jpg"),
        ("images/%2E%2e/quay.jpg", Match.ENCODED, "quay.jpg"),
        ("images", Match.MISSING, None),
        ("quay.jpg%00", Match.MISSING, None),
        ("quay.jpg/.", Match.MISSING, "quay.jpg"),
        ("straße.png", Match.MISSING, "strasse.png"),
        ("quay.jpg/", Match.MISSING, "quay.jpg"),
    ],
)
def test_what_a_reference_leads_to(target: str, match: Match, file: str | None) -> None:
    found = resolve(target, FOLDER)
    assert (found.match, found.file or found.nearest) == (match, file)


@pytest.mark.parametrize(
    ("target", "match", "meant"),
    [
        ("/quay.jpg", Match.OUTSIDE, "quay.jpg"),
        ("/images/pump.webp", Match.OUTSIDE, "images/Pump.webp"),
        ("../other/quay.jpg", Match.OUTSIDE, "quay.jpg"),
        ("../IRL-Kilwater/quay.jpg", Match.OUTSIDE, "quay.jpg"),
        ("../../../../quay.jpg", Match.OUTSIDE, "quay.jpg"),
        (r"C:\Users\Ana\quay.jpg", Match.OUTSIDE, "quay.jpg"),
        (r"\\server\share\Quay.jpg", Match.OUTSIDE, "quay.jpg"),
        ("file:///home/ana/Tide%20Gardens.png", Match.OUTSIDE, "Tide Gardens.png"),
        ("/nowhere.txt", Match.OUTSIDE, None),
        ("~/Desktop/quay.jpg", Match.OUTSIDE, "quay.jpg"),
        ("//images/quay.jpg", Match.OUTSIDE, "quay.jpg"),
        (r"\images\pump.webp", Match.OUTSIDE, "images/Pump.webp"),
        (r"..\quay.jpg", Match.OUTSIDE, "quay.jpg"),
        ("%2e%2e/quay.jpg", Match.OUTSIDE, "quay.jpg"),
        (".%2E/other/quay.jpg", Match.OUTSIDE, "quay.jpg"),
        ("..%2Fquay.jpg", Match.OUTSIDE, "quay.jpg"),
        ("..%5Cquay.jpg", Match.OUTSIDE, "quay.jpg"),
        ("%2Fquay.jpg", Match.OUTSIDE, "quay.jpg"),
        ("%252e%252e/quay.jpg", Match.MISSING, "quay.jpg"),
        (r"images\Pump.webp", Match.MISSING, "images/Pump.webp"),
        (r".\quay.jpg", Match.MISSING, "quay.jpg"),
        ("pump.webp", Match.MISSING, "images/Pump.webp"),
        ("pictures/pump.webp", Match.MISSING, "images/Pump.webp"),
        ("quay.jpeg", Match.MISSING, "quay.jpg"),
        ("quay.png", Match.MISSING, "quay.jpg"),
        ("quay", Match.MISSING, "quay.jpg"),
        ("qauy.jpg", Match.MISSING, "quay.jpg"),
        ("kil.water.geojson", Match.MISSING, "kil-water.geojson"),
        ("example.geojson", Match.MISSING, "kil-water.geojson"),
        ("tide_gardens.png", Match.MISSING, "Tide Gardens.png"),
        ("Tide%2520Gardens.png", Match.MISSING, "Tide Gardens.png"),
        ("'Tide Gardens'.png", Match.MISSING, "Tide Gardens.png"),
        ("plann.pdf", Match.MISSING, "plan.pdf"),
        ("plan.docx", Match.MISSING, None),
        ("something-else.jpg", Match.MISSING, None),
        ("www.example.org", Match.MISSING, None),
        ("%FF%FE", Match.MISSING, None),
        ("quay.jpg" + "x" * 5_000, Match.MISSING, None),
    ],
)
def test_what_was_probably_meant(target: str, match: Match, meant: str | None) -> None:
    found = resolve(target, FOLDER)
    assert (found.match, found.file, found.nearest) == (match, None, meant)


@pytest.mark.parametrize(
    ("target", "match", "file"),
    [
        ("./what?.png", Match.FOUND, "what?.png"),
        ("a#b.png", Match.FOUND, "a#b.png"),
        ("plan:2.png", Match.FOUND, "plan:2.png"),
        ("50%25.png", Match.FOUND, "50%25.png"),
        ("Tide%20Gardens.png", Match.ENCODED, "Tide Gardens.png"),
        ("quay.jpg?raw=true", Match.MISSING, "quay.jpg"),
        ("<./quay.jpg>", Match.MISSING, "quay.jpg"),
        ("#goals", Match.MISSING, None),
        ("./", Match.NONE, None),
    ],
)
def test_what_a_value_of_the_front_matter_leads_to(target: str, match: Match, file: str | None) -> None:
    found = resolve(target, FOLDER, plain=True)
    assert (found.match, found.file or found.nearest) == (match, file)


@pytest.mark.parametrize("target", ["images", "./images/", "images/old#top", "images/old/../"])
def test_a_folder_is_no_file(target: str) -> None:
    assert resolve(target, FOLDER).is_folder


def test_what_lies_outside_is_never_suggested() -> None:
    folder = CaseFolder("x", ("a.jpg",), leaving=frozenset({"a.jpg"}))
    assert resolve("b/a.jpg", folder).nearest is None


@pytest.mark.parametrize(
    ("role", "target", "said"),
    [
        (Role.LINK, "PLAN.pdf", "Write './plan.pdf'."),
        (
            Role.LINK,
            "Tide%20Gardens.png",
            "Best rename the file to 'Tide-Gardens.png', and write './Tide-Gardens.png' here.",
        ),
        (Role.FEATURED, "Tide%20Gardens.png", "Write './Tide Gardens.png'."),
        (Role.LINK, "a#b.png", "Best rename the file to 'a-b.png', and write './a-b.png' here."),
        (Role.LINK, normalize("NFC", "kék.jpg"), "Best rename the file to 'kek.jpg', and write './kek.jpg' here."),
        (Role.LINK, "plann.pdf", "Did you mean './plan.pdf'?"),
        (Role.LINK, "nothing-like-it.pdf", ""),
    ],
)
def test_one_remedy_for_all_that_is_wrong_with_a_reference(role: Role, target: str, said: str) -> None:
    found = resolve(target, FOLDER, plain=role is Role.FEATURED)
    assert remedy(Reference(role, target, Span(0, 0), found), FOLDER) == said


def test_of_files_that_differ_in_case_only_each_is_found() -> None:
    folder = CaseFolder("x", ("A.jpg", "a.jpg"))
    assert [resolve(name, folder).file for name in ("A.jpg", "a.jpg")] == ["A.jpg", "a.jpg"]


def test_of_files_of_one_name_the_one_nearest_to_the_document_is_suggested() -> None:
    assert resolve("pictures/quay.jpg", FOLDER).nearest == "quay.jpg"


def test_in_a_folder_that_was_not_listed_in_full_nothing_is_missing() -> None:
    folder = CaseFolder("x", ("a.jpg",), truncated=True)
    assert resolve("b.jpg", folder).match is Match.UNKNOWN
    assert resolve("a.jpg", folder).match is Match.FOUND


def test_a_folder_without_a_name_has_no_way_back_into_it() -> None:
    assert resolve("../x/a.jpg", CaseFolder("", ("a.jpg",))).match is Match.OUTSIDE


@pytest.mark.parametrize(
    ("role", "file", "written"),
    [
        (Role.GEOGRAPHY, "a b.geojson", "./a b.geojson"),
        (Role.FEATURED, "50%.jpg", "./50%.jpg"),
        (Role.IMAGE, "images/a b.jpg", "./images/a%20b.jpg"),
        (Role.LINK, "50% (new)#1.pdf", "./50%25%20%28new%29%231.pdf"),
        (Role.LINK, "kék.pdf", "./kék.pdf"),
        (Role.LINK, "港\u3000図.pdf", "./港%E3%80%80図.pdf"),
    ],
)
def test_how_a_reference_is_written(role: Role, file: str, written: str) -> None:
    reference = Reference(role, "", Span(0, 0), resolve("", FOLDER))
    assert reference.written(file) == written


NAMES = st.text(st.sampled_from("aAbB.é%20/\\ #?\u0301\u3000\ud800-\n"), min_size=1, max_size=12)
FOLDERS = st.builds(
    CaseFolder,
    name=st.sampled_from(["", "x", "a", ".."]),
    files=st.frozensets(NAMES, max_size=8).map(lambda names: tuple(sorted(names))),
    parent=st.sampled_from(["", "cases", "a"]),
    leaving=st.frozensets(NAMES, max_size=2),
    truncated=st.booleans(),
    unlisted=st.frozensets(NAMES.map(lambda name: f"{name}/"), max_size=1),
)
PREFIXES = st.sampled_from(["", "./", "../", "../x/", "/", "//", "C:\\", "https://", "<", "#", "file:", "..\\"])
TARGETS = st.tuples(PREFIXES, NAMES | st.text(max_size=20), st.sampled_from(["", "?a", "#b", ">", "/"])).map("".join)


@given(TARGETS, FOLDERS, st.booleans())
def test_every_reference_leads_to_a_listed_file_or_nowhere(target: str, folder: CaseFolder, plain: bool) -> None:
    found = resolve(target, folder, plain=plain)
    has_file = found.match in {Match.FOUND, Match.ENCODED, Match.RESERVED, Match.CASE, Match.UNICODE}
    assert (found.file in folder.files) is has_file
    assert found.nearest is None or found.nearest in folder.files
    assert found.file is None or not f"{found.file}/".startswith(tuple(folder.exits))
    assert found.match is not Match.MISSING or not folder.truncated


@given(TARGETS, FOLDERS, st.randoms())
def test_the_order_of_the_listing_does_not_matter(target: str, folder: CaseFolder, random: Random) -> None:
    files = list(folder.files)
    random.shuffle(files)
    other = replace(folder, files=tuple(files))
    assert resolve(target, folder) == resolve(target, other)


@given(FOLDERS.filter(lambda folder: folder.files and not folder.leaving), st.data(), st.sampled_from(list(Role)))
def test_what_is_suggested_to_write_leads_to_the_file(folder: CaseFolder, data: st.DataObject, role: Role) -> None:
    plain = [file for file in folder.files if file.strip() == file.strip(".") == file and not set(file) & set("/\\")]
    if plain:
        file = data.draw(st.sampled_from(plain))
        written = Reference(role, "", Span(0, 0), resolve("", folder)).written(file)
        plain_text = role in {Role.FEATURED, Role.GEOGRAPHY}
        assert resolve(written, folder, plain=plain_text).file == file


@given(
    st.text(st.characters(codec="utf-8", exclude_characters="/\0"), min_size=1, max_size=12).filter(
        lambda n: set(n) != {"."}
    )
)
def test_an_address_written_for_a_file_leads_to_it_through_markdown(name: str) -> None:
    written = as_address(name)
    (image,) = parse(Source("index.md", f"| quay |\n| --- |\n| ![A quay]({written} 'Quay') |\n"), 0).images
    found = resolve(image.address, CaseFolder("x", (name,)))
    assert found.file == name
    assert found.match in {Match.FOUND, Match.ENCODED}


def test_a_long_address_is_looked_at_once() -> None:
    assert names_file("./a.pdf") and names_file("/a.pdf?page=2#top") and not names_file("/people/anna")
    assert names_file("/" + ".ab?" * 200_000 + "\n/")


@pytest.mark.parametrize("target", ["../other-garden/index.md", "../other-garden/index", "/cases/index.md", "indx.md"])
def test_the_document_itself_is_never_meant_by_the_name_of_another(target: str) -> None:
    assert resolve(target, CaseFolder("x", ("index.md", "quay.jpg"), parent="cases")).nearest is None


def test_a_picture_of_markdown_in_the_front_matter_means_its_file() -> None:
    found = resolve('![The quay](./quay.jpg "Ana Horvat")', CaseFolder("x", ("quay.jpg", "map.geojson")), plain=True)
    assert (found.match, found.nearest) == (Match.MISSING, "quay.jpg")
