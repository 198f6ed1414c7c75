from pathlib import Path

import pytest

from casecheck.rules.structure import section_unknown
from casecheck.runner import check_source
from casecheck.settings import Settings

SELECT = ("section-unknown", "image-missing", "field-empty", "geography-crs", "suppression")
MAP = '{"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": "x"}}, "features": []}'


def check(folder: Path, front_matter: str, body: str, select: tuple[str, ...] = SELECT) -> tuple[list[str], int]:
    """The findings as 'line rule', and how many were suppressed."""
    document = folder / "index.md"
    (folder / "map.geojson").write_text(MAP)
    document.write_text(f"---\n{front_matter}---\n{body}", "utf-8")
    checked, findings = check_source(document.read_bytes(), document, Settings(select=select))
    return [f"{found.line} {found.rule}" for found in findings], checked.suppressed


def test_without_a_comment_it_is_found(tmp_path: Path) -> None:
    assert check(tmp_path, "", "![a](./x.jpg)\n") == (["3 image-missing"], 0)


@pytest.mark.parametrize(
    "body",
    [
        "<!-- casecheck-disable-next-line image-missing -- it comes later -->\n\n![a](./x.jpg)\n",
        "![a](./x.jpg) <!-- casecheck-disable-line image-missing -- it comes later -->\n",
        "<!-- casecheck-disable image-missing -- they come later -->\n\n![a](./x.jpg)\n",
        "<!-- casecheck-disable image -- they come later -->\n\n![a](./x.jpg)\n\n<!-- casecheck-enable image -->\n",
        "![a](./x.jpg)\n\n<!-- casecheck-disable-file images section-unknown -- a draft -->\n\n## Odd\n",
        "<!--\n  casecheck-disable-next-line\n  image-missing, section-unknown\n  -- over lines\n-->\n![a](./x.jpg)\n",
    ],
)
def test_a_comment_with_a_reason_answers_a_finding(body: str, tmp_path: Path) -> None:
    found, suppressed = check(tmp_path, "", body)
    assert [f for f in found if "suppression-unused" not in f] == []
    assert suppressed >= 1


def test_enable_ends_it(tmp_path: Path) -> None:
    body = (
        "<!-- casecheck-disable image-missing -- later -->\n\n![a](./x.jpg)\n\n"
        "<!-- casecheck-enable image-missing -->\n\n![b](./y.jpg)\n"
    )
    assert check(tmp_path, "", body) == (["9 image-missing"], 1)


def test_front_matter_and_findings_inside_the_map(tmp_path: Path) -> None:
    front = "geography: ./map.geojson # casecheck-disable-line geography-crs -- the exporter adds it\n"
    assert check(tmp_path, front, "") == ([], 1)
    assert check(tmp_path, "geography: ./map.geojson\n", "") == (["1 geography-crs"], 0)


def test_findings_inside_the_map_when_the_case_folder_is_the_current_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    front = "geography: ./map.geojson # casecheck-disable-line geography-crs -- the exporter adds it\n"
    assert check(Path(), front, "") == ([], 1)


def test_nothing_answers_a_mistake_of_our_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(section_unknown, "check", fail)
    found, _ = check(tmp_path, "", "<!-- casecheck-disable-file all -- all is well -->\n")
    assert "1 internal-error" in found


def test_no_reason_switches_nothing_off(tmp_path: Path) -> None:
    body = "<!-- casecheck-disable-next-line image-missing -->\n![a](./x.jpg)\n"
    found, suppressed = check(tmp_path, "", body)
    assert (sorted(found), suppressed) == (["3 suppression-unknown", "4 image-missing"], 0)


@pytest.mark.parametrize(
    "comment",
    [
        "casecheck-disable-next-lin image-missing -- r",
        "casecheck-disable-next-line image-mising -- r",
        "casecheck-disable-next-line -- r",
    ],
)
def test_what_is_not_known_is_told(comment: str, tmp_path: Path) -> None:
    found, _ = check(tmp_path, "", f"<!-- {comment} -->\n![a](./x.jpg)\n")
    assert "3 suppression-unknown" in found
    assert "4 image-missing" in found


def test_a_comment_that_answers_nothing_is_told(tmp_path: Path) -> None:
    body = "<!-- casecheck-disable-next-line image-missing -- later -->\n\ntext\n"
    assert check(tmp_path, "", body) == (["3 suppression-unused"], 0)


def test_a_rule_that_did_not_run_leaves_no_comment_unused(tmp_path: Path) -> None:
    body = "<!-- casecheck-disable-next-line image-missing -- later -->\n\ntext\n"
    assert check(tmp_path, "", body, select=("section-unknown", "suppression")) == ([], 0)


def test_the_words_of_a_suppression_are_no_guidance(tmp_path: Path) -> None:
    comment = "<!-- casecheck-disable section-unknown -- agreed: at least 900 words -->"
    texts = [f"## Overview\n\n{first}\n\nShort text.\n" for first in (comment, "")]
    assert len({str(check(tmp_path, "", text, ("words-under",))) for text in texts}) == 1


def test_one_comment_with_endless_names_is_bounded(tmp_path: Path) -> None:
    names = ",".join(f"no-{number}" for number in range(20_000))
    found, _ = check(tmp_path, "", f"<!-- casecheck-disable {names} -- r -->\n\n![a](./x.jpg)\n")
    assert len(found) < 100


def test_a_flood_of_comments_stops_nothing(tmp_path: Path) -> None:
    comment = "<!-- casecheck-disable-next-line image-missing -- later -->\n"
    found, suppressed = check(tmp_path, "", comment * 30_000 + "![a](./x.jpg)\n")
    assert "image-missing" in found[-1] and suppressed == 0
