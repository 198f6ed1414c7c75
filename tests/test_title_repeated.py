from pathlib import Path

from casecheck.runner import check_paths
from casecheck.settings import Settings

SELECT = Settings(select=("title-repeated",))


def write(folder: Path, title: str) -> Path:
    folder.mkdir(parents=True)
    (folder / "index.md").write_text(f"---\ntitle: {title}\n---\n", "utf-8")
    return folder / "index.md"


def test_both_cases_of_one_title_are_told(tmp_path: Path) -> None:
    paths = [write(tmp_path / "a", "Smart Plan"), write(tmp_path / "b", "smart plan"), write(tmp_path / "c", "Other")]
    findings = check_paths(paths, SELECT).findings
    assert [(Path(found.path).parent.name, found.line, found.column) for found in findings] == [
        ("a", 2, 8),
        ("b", 2, 8),
    ]
    assert "'Smart Plan'" in findings[0].message


def test_a_draft_and_its_published_state_may_share_a_title(tmp_path: Path) -> None:
    paths = [write(tmp_path / "drafts" / "a", "Smart Plan"), write(tmp_path / "cases" / "a", "Smart Plan")]
    assert check_paths(paths, SELECT).findings == ()


def test_the_titles_of_templates_are_left_to_another_rule(tmp_path: Path) -> None:
    paths = [write(tmp_path / name, "Case Study Template") for name in ("a", "b")]
    assert check_paths(paths, SELECT).findings == ()
