import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from casecheck import limits, settings_file
from casecheck.baseline import compare, dump, make, prune, read
from casecheck.errors import UsageError
from casecheck.finding import Finding, Severity

HERE = Path()


def found(path: str, rule: str, line: int = 1) -> Finding:
    return Finding("cases/a/index.md", path, line, 1, line, 2, rule, Severity.ERROR, f"line {line}")


OLD = (found("cases/a/index.md", "x", 1), found("cases/a/index.md", "x", 5), found("cases/a/map.geojson", "y"))
DOCUMENTS = ["cases/a/index.md"]


def test_a_baseline_covers_what_it_was_made_of() -> None:
    baseline = make(OLD, HERE)
    assert baseline == {"cases/a/index.md": {"x": 2}, "cases/a/map.geojson": {"y": 1}}
    result = compare(OLD, baseline, DOCUMENTS, HERE)
    assert (result.kept, result.covered, result.fixed) == ((), 3, 0)


def test_lines_may_move() -> None:
    moved = tuple(found(f.path, f.rule, f.line + 10) for f in OLD)
    assert compare(moved, make(OLD, HERE), DOCUMENTS, HERE).kept == ()


def test_one_more_of_a_rule_brings_all_of_it_back() -> None:
    new = found("cases/a/index.md", "x", 9)
    result = compare((*OLD, new), make(OLD, HERE), DOCUMENTS, HERE)
    assert {f.line for f in result.kept} == {1, 5, 9}
    assert result.covered == 1


def test_another_rule_or_file_is_never_covered() -> None:
    new = (found("cases/a/index.md", "y"), found("cases/b/index.md", "x"))
    assert compare(new, make(OLD, HERE), DOCUMENTS, HERE).kept == new


def test_what_is_fixed_is_counted_and_pruned_where_it_was_checked() -> None:
    baseline = {**make(OLD, HERE), "cases/b/index.md": {"x": 4}}
    left = OLD[:1]
    assert compare(left, baseline, DOCUMENTS, HERE).fixed == 2
    assert prune(left, baseline, DOCUMENTS, HERE) == {"cases/a/index.md": {"x": 1}, "cases/b/index.md": {"x": 4}}


def test_pruning_never_takes_in_new_findings() -> None:
    new = (*OLD, found("cases/a/index.md", "x", 9), found("cases/a/index.md", "z"))
    assert prune(new, make(OLD, HERE), DOCUMENTS, HERE) == make(OLD, HERE)


def test_paths_count_from_the_baseline_file() -> None:
    assert make(OLD[:1], Path("cases")) == {"a/index.md": {"x": 2 - 1}}
    assert compare(OLD[:1], {"a/index.md": {"x": 1}}, DOCUMENTS, Path("cases")).kept == ()


def test_the_file_is_sorted_and_stable(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(dump(make(OLD[::-1], HERE)))
    assert read(path) == make(OLD, HERE)
    assert path.read_text() == dump(make(OLD, HERE))


@pytest.mark.parametrize("text", ["", "[]", '{"a": 1}', '{"a": {"x": "1"}}', '{"a": {"x": 0}}', json.dumps({"a": []})])
def test_a_broken_baseline_is_refused(text: str, tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(text)
    with pytest.raises(UsageError, match=r"baseline\.json"):
        read(path)


def test_a_missing_baseline_says_how_to_write_one(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--write-baseline"):
        read(tmp_path / "none.json")


@pytest.mark.parametrize("make_one", [Path.mkdir, os.mkfifo], ids=["folder", "pipe"])
def test_what_is_no_plain_file_is_not_opened(make_one: Callable[[Path], None], tmp_path: Path) -> None:
    make_one(tmp_path / "baseline.json")
    with pytest.raises(UsageError, match=r"baseline\.json: this is no plain file"):
        read(tmp_path / "baseline.json")


def test_a_huge_file_is_not_read_to_its_end(tmp_path: Path) -> None:
    with (tmp_path / "baseline.json").open("wb") as file:
        file.truncate(limits.MAX_BASELINE_BYTES + 1)
    with pytest.raises(UsageError, match="larger than 50,000,000 bytes"):
        read(tmp_path / "baseline.json")


def test_settings_that_name_no_plain_file_are_told_with_their_line(tmp_path: Path) -> None:
    (tmp_path / "casecheck.toml").write_text(f'fail-on = "error"\nbaseline = "{os.devnull}"\n')
    with pytest.raises(UsageError, match=r"casecheck\.toml:2: baseline must name a plain file"):
        settings_file.load([tmp_path])


def test_endless_nesting_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "baseline.json").write_text("[" * 100_000)
    with pytest.raises(UsageError, match="nested too deeply"):
        read(tmp_path / "baseline.json")
