"""What earlier runs found: used while nothing has changed, and only then."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from casecheck import limits
from casecheck.cache import FOLDER, Cache, open_cache
from casecheck.cli import main
from casecheck.finding import Severity
from casecheck.report import Report
from casecheck.resources import schema_folder
from casecheck.rules import COLLECTION_RULES
from casecheck.rules.structure import section_missing
from casecheck.runner import Documents, check_documents
from casecheck.settings import Settings, bundled_profiles

EXAMPLES = Path(__file__).parent.parent / "examples"
EARLIER = 1_600_000_000  # seconds since 1970


@pytest.fixture
def collection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder, made the current one, with the example cases and a copy of the good one; all saved long ago."""
    top = tmp_path / "collection"
    for example in ("good", "bad"):
        shutil.copytree(EXAMPLES / example, top / "cases", dirs_exist_ok=True)
    good = next((top / "cases").glob("*/*.geojson")).parent
    shutil.copytree(good, good.with_name("prt-vila-nova"))
    settle(top)
    monkeypatch.chdir(top)
    return top


@pytest.fixture
def keep(tmp_path: Path) -> Path:
    return tmp_path / "kept"


def settle(folder: Path) -> None:
    """Let all files below a folder look as if they were saved long ago."""
    for file in folder.rglob("*"):
        os.utime(file, (EARLIER, EARLIER))


def check(keep: Path | None, settings: Settings | None = None, jobs: int = 1) -> Report:
    paths = sorted(Path("cases").glob("*/index.md"))
    return check_documents(Documents(tuple(paths)), settings or Settings(), jobs=jobs, keep=keep)


def casecheck(*arguments: str, **environment: str) -> Result:
    return CliRunner().invoke(main, ["check", *arguments], env=environment, prog_name="casecheck")


def entries(keep: Path) -> list[Path]:
    return [path for path in (keep / FOLDER).glob("*") if path.name != ".gitignore"]


def test_an_earlier_run_says_the_same(collection: Path, keep: Path) -> None:
    first, second = check(keep), check(keep)
    assert (first.unchanged, second.unchanged) == (0, len(first.documents))
    assert replace(second, unchanged=0) == first == check(None)
    assert [found.excerpt for found in second.findings] == [found.excerpt for found in first.findings]
    compared = {rule.NAME for rule in COLLECTION_RULES} & {found.rule for found in first.findings}
    assert compared, "the collection must have a finding that comes from comparing documents"


def test_some_documents_known_and_some_new(collection: Path, keep: Path) -> None:
    one = sorted(Path("cases").glob("*/index.md"))[:1]
    check_documents(Documents(tuple(one)), Settings(), keep=keep)
    report = check(keep)
    assert report.unchanged == 1
    assert replace(report, unchanged=0) == check(None)


def test_with_several_processes(collection: Path, keep: Path) -> None:
    assert check(keep, jobs=2) == check(None)
    assert check(keep, jobs=2).unchanged == len(check(None).documents)


def edit_text(case: Path) -> None:
    document = case / "index.md"
    document.write_text(document.read_text("utf-8").replace("## ", "### ", 1), "utf-8")


def edit_a_picture_to_the_same_size(case: Path) -> None:
    picture = next(case.glob("**/*.png"), None) or next(case.glob("**/*.jpg"))
    picture.write_bytes(bytes(picture.stat().st_size))


def edit_the_map(case: Path) -> None:
    file = next(case.glob("*.geojson"))
    file.write_bytes(file.read_bytes() + b" ")


def add_a_file(case: Path) -> None:
    (case / "unused.png").write_bytes(b"")


def remove_a_file(case: Path) -> None:
    next(case.glob("*.geojson")).unlink()


def rename_a_file(case: Path) -> None:
    file = next(case.glob("*.geojson"))
    file.rename(file.with_name(file.name.upper()))


@pytest.mark.parametrize(
    "change", [edit_text, edit_a_picture_to_the_same_size, edit_the_map, add_a_file, remove_a_file, rename_a_file]
)
def test_a_change_is_noticed(change: Callable[[Path], None], collection: Path, keep: Path) -> None:
    before = check(keep)
    case = next(Path("cases").glob("*/*.geojson")).parent
    change(case)
    settle(case)  # the time of a file is easily set; when its state changed is not
    report = check(keep)
    assert report.unchanged == len(before.documents) - 1
    assert replace(report, unchanged=0) == check(None)
    assert report.findings != before.findings or change is edit_the_map


@pytest.mark.parametrize(
    "settings",
    [
        Settings(select=("images",)),
        Settings(severity={"section-missing": Severity.NOTE}),
        Settings(images=replace(Settings().images, max_alt_words=3)),
        Settings(guidance="template"),
        Settings(per_file_ignores={"cases/**": ("words",)}),
    ],
)
def test_other_settings_are_noticed(settings: Settings, collection: Path, keep: Path) -> None:
    check(keep)
    report = check(keep, settings)
    assert report == check(None, settings)
    assert check(keep, settings).unchanged


def test_the_gate_may_change(collection: Path, keep: Path) -> None:
    check(keep)
    strict = check(keep, Settings(fail_on={"default": Severity.NOTE}))
    assert strict.unchanged == len(strict.documents)
    assert len(strict.failures) > len(check(None).failures)


@pytest.mark.parametrize("name", ["case-study.schema.json", "case-study.template.md"])
def test_another_schema_or_template_is_noticed(name: str, collection: Path, keep: Path) -> None:
    schemas = collection / "schemas"
    shutil.copytree(schema_folder(), schemas)
    profiles = tuple(
        replace(p, schema=schemas / p.schema.name, templates=tuple(schemas / t.name for t in p.templates))
        for p in bundled_profiles()
    )
    settings = Settings(profiles=profiles)
    check(keep, settings)
    assert check(keep, settings).unchanged
    file = schemas / name
    file.write_bytes(file.read_bytes().replace(b"Overview", b"Outline") + b"\n")
    assert check(keep, settings).unchanged == 0


def test_another_working_directory_shows_other_paths(
    collection: Path, keep: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = tuple(sorted((collection / "cases").glob("*/index.md")))
    check_documents(Documents(paths), Settings(root=collection), keep=keep)
    monkeypatch.chdir(collection / "cases")
    report = check_documents(Documents(paths), Settings(root=collection), keep=keep)
    assert report.unchanged == 0
    assert {found.document.count("/") for found in report.findings} == {1}


def test_a_copied_collection_is_another_one(collection: Path, keep: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check(keep)
    copy = collection.with_name("copy")
    shutil.copytree(collection, copy)
    monkeypatch.chdir(copy)
    assert check(keep).unchanged == 0


def test_a_file_that_was_changed_just_now_may_change_once_more(collection: Path, keep: Path) -> None:
    picture = next(Path("cases").glob("*/**/*.png"))
    os.utime(picture)
    check(keep)
    assert check(keep).unchanged == len(check(None).documents) - 1


def test_a_text_that_was_changed_just_now_is_known_by_its_content(collection: Path, keep: Path) -> None:
    for document in Path("cases").glob("*/index.md"):
        os.utime(document)
    assert check(keep).unchanged == 0
    assert check(keep).unchanged == len(check(None).documents)


@pytest.mark.parametrize(
    "content",
    [b"", b"[", b"{}", b"[" * 100_000, b'["digest", null]', b"[1, 2]", b"\xff", b'"text"', bytes(20)],
    ids=lambda content: repr(content[:16]),
)
def test_a_broken_entry_is_no_entry(content: bytes, collection: Path, keep: Path) -> None:
    before = check(keep)
    for entry in entries(keep):
        entry.write_bytes(content)
    assert check(keep) == before
    assert check(keep).unchanged


def test_an_entry_of_something_else_is_no_entry(collection: Path, keep: Path) -> None:
    before = check(keep)
    for entry in entries(keep):
        state, _ = json.loads(entry.read_bytes())
        entry.write_text(json.dumps([state, [["a"], [[1]], [], [3], True]]), "utf-8")
    assert check(keep) == before


def test_an_entry_that_is_a_folder_harms_nobody(collection: Path, keep: Path) -> None:
    before = check(keep)
    for entry in entries(keep):
        entry.unlink()
        entry.mkdir()
    assert check(keep) == before


def test_a_cache_that_cannot_be_written_harms_nobody(collection: Path, keep: Path) -> None:
    keep.write_bytes(b"a file")
    assert check(keep) == check(keep) == check(None)


def test_a_crash_is_not_kept(collection: Path, keep: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as patch:
        patch.setattr(section_missing, "check", fail)
        assert check(keep).broken
    report = check(keep)
    assert not report.broken
    assert report.unchanged == 0


def test_what_could_not_be_read_is_tried_again(collection: Path, keep: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(limits, "MAX_PICTURE_BYTES", 10)
        assert "limit-exceeded" in {found.rule for found in check(keep).findings}
    assert check(keep) == check(None)


def test_a_comparison_with_a_crash_is_not_kept(collection: Path, keep: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as patch:
        patch.setattr(COLLECTION_RULES[0], "check", fail)
        assert check(keep).broken
    assert not check(keep).broken


def test_a_comparison_is_kept_only_if_all_documents_are(collection: Path, keep: Path) -> None:
    os.utime(next(Path("cases").glob("*/**/*.png")))
    check(keep)
    assert len(entries(keep)) == len(check(None).documents) - 1
    settle(collection)
    check(keep)
    assert len(entries(keep)) == len(check(None).documents) + 1


def old_file(file: Path, age: int) -> Path:
    file.write_text("", "utf-8")
    os.utime(file, (EARLIER - age, EARLIER - age))
    return file


def test_the_oldest_entries_go(collection: Path, keep: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("casecheck.cache.MOST_ENTRIES", 10)
    check(keep)
    mine = entries(keep)
    newer, *older = [old_file(keep / FOLDER / f"{number:064x}", age=number) for number in range(20)]
    killed = old_file(keep / FOLDER / f".{'0' * 40}.x1y2", age=100)
    others = [old_file(keep / FOLDER / name, age=100) for name in ("measured.csv", ".hidden", "0a")]
    open_cache(keep, Settings()).prune()
    assert all(file.exists() for file in (*mine, newer, *others))
    assert len(entries(keep)) - len(others) == 9
    assert not killed.exists() and not older[-1].exists()


def test_another_casecheck_is_noticed(collection: Path, keep: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def circumstances() -> str:
        return open_cache(keep, Settings()).circumstances

    before = circumstances()
    assert circumstances() == before
    monkeypatch.setattr(sys, "version", "4.0")
    assert circumstances() != before


def test_what_answers_a_finding_of_a_comparison_is_remembered(collection: Path, keep: Path) -> None:
    found = next(f for f in check(None).findings if f.rule in {rule.NAME for rule in COLLECTION_RULES})
    document = Path(found.document)
    text = document.read_text("utf-8")
    document.write_text(f"{text}\n<!-- casecheck-disable-file {found.rule} -- two cases of one place -->\n", "utf-8")
    settle(collection)
    for report in (check(keep), check(keep)):
        assert found.document not in {other.document for other in report.findings if other.rule == found.rule}
        assert next(each for each in report.documents if each.path == found.document).suppressed


# The command line


def test_the_command_line_keeps_results(collection: Path, keep: Path) -> None:
    runs = [casecheck("-v", "-f", "json", "--cache-dir", str(keep)) for _ in range(2)]
    assert runs[0].stdout == runs[1].stdout == casecheck("-f", "json", "--no-cache").stdout
    assert "of them unchanged since an earlier run" not in runs[0].stderr
    assert f"{len(check(None).documents)} of them unchanged since an earlier run" in runs[1].stderr
    assert {path.name for path in keep.iterdir()} == {FOLDER}
    assert (keep / FOLDER / ".gitignore").read_text("utf-8") == "*\n"


def test_the_environment_may_name_the_folder(collection: Path, keep: Path) -> None:
    casecheck(CASECHECK_CACHE_DIR=str(keep))
    assert entries(keep)


@pytest.mark.parametrize("arguments", [["--no-cache"], ["--show-files"]])
def test_nothing_is_kept_unless_wanted(arguments: list[str], collection: Path, keep: Path) -> None:
    casecheck(*arguments, "--cache-dir", str(keep))
    assert not keep.exists()


def test_a_document_on_the_standard_input_is_not_kept(collection: Path, keep: Path) -> None:
    name = min(Path("cases").glob("*/index.md"))
    arguments = ["check", "-", "--stdin-filename", str(name), "--cache-dir", str(keep)]
    CliRunner().invoke(main, arguments, input=name.read_bytes())
    assert not keep.exists()


def test_a_run_in_which_nothing_is_new_loads_no_rules(collection: Path, keep: Path) -> None:
    program = "import sys; from casecheck.cli import main\ntry: main()\nfinally: print(*sys.modules, file=sys.stderr)"
    command = [sys.executable, "-c", program, "check", "--cache-dir", str(keep)]
    loaded = [subprocess.run(command, capture_output=True, text=True, check=False).stderr.split() for _ in range(2)]
    heavy = {"casecheck.rules", "casecheck.document", "mistune", "yaml", "jsonschema", "shapely", "PIL"}
    assert heavy - {"shapely", "PIL"} <= set(loaded[0])
    assert not heavy & set(loaded[1])


def test_states_tell_folders_apart(collection: Path) -> None:
    cache = Cache(Path("nowhere"), "")
    documents = sorted(Path("cases").glob("*/index.md"))
    states = {cache.state(document, str(document), b"the same") for document in documents}
    assert len({state.entry for state in states}) == len({state.digest for state in states}) == len(documents)
