"""`casecheck guidance`: what was understood from a template, for its author and for programs."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from casecheck.cli import main

TEMPLATE = """# Decision

## Drivers

<!-- List two to five drivers, 30 words each at most, with a link. Use a few sentences. -->

## Notes (Optional)

## People

<!-- For plans: name three people. For districts: name five. Give 100 words in all, 20 each. -->
"""

SHOWN = """template.md

Decision, line 1
  Nothing that can be counted or looked for.

Drivers, line 3
  Words     at most 30 words, for each item: the figure is
            for each item.
  Items     2 to 5 drivers.
  Needs     a link.
  Unclear   Use a few sentences. (it names no figure)

Notes, line 7
  Optional  It may be left out.

People, line 9
  Words     100 words, for the section: the figure is for
            all together.
  Words     20 words, for each item: the figure is for each
            item.
  Items     3 people where the type is 'plan'.
  Items     5 items where the type is 'district'.
"""


@pytest.fixture
def template(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "60")
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    path = tmp_path / "template.md"
    path.write_text(TEMPLATE, "utf-8")
    return path


def casecheck(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, prog_name="casecheck")


def test_people_read_it_section_by_section(template: Path) -> None:
    result = casecheck("guidance", "template.md")
    assert result.exit_code == 0
    assert result.output == SHOWN
    assert "\x1b[" in casecheck("guidance", "template.md", "--color", "always").output


def test_programs_read_it_as_json(template: Path) -> None:
    report = json.loads(casecheck("guidance", "template.md", "-f", "json").output)
    assert report["version"] == 1
    heading, drivers, notes, people = report["sections"]
    assert heading["section"] == "Decision"
    each = {"min": None, "max": 30, "approximate": False, "scope": "item", "reason": "the figure is for each item"}
    assert drivers == {
        "section": "Drivers",
        "line": 3,
        "comment": "List two to five drivers, 30 words each at most, with a link. Use a few sentences.",
        "words": [each],
        "items": {"min": 2, "max": 5, "what": "drivers"},
        "links": True,
        "images": False,
        "captions": False,
        "optional": False,
        "not_understood": ["Use a few sentences. (it names no figure)"],
    }
    assert notes["optional"] and notes["words"] == [] and notes["items"] is None
    assert people["items"] == {"min": 5, "max": 5, "what": "items", "condition": "district"}
    assert [count["condition"] for count in people["all_items"]] == ["plan", "district"]


def test_without_a_file_all_templates_of_the_settings_are_shown(template: Path) -> None:
    assert casecheck("guidance").output.count("Overview, line") == 3
    report = json.loads(casecheck("guidance", "-f", "json").output)
    assert [len(shown["sections"]) for shown in report["templates"]] == [11, 12, 1]
    template.with_name("schema.json").write_text("{}", "utf-8")
    profile = '[profiles.own]\nschema = "schema.json"\ntemplates = ["template.md"]\n'
    template.with_name("casecheck.toml").write_text(profile, "utf-8")
    report = json.loads(casecheck("guidance", "-f", "json").output)
    first = report["templates"][0]
    assert [part["section"] for part in first["sections"]] == ["Decision", "Drivers", "Notes", "People"]


def test_a_file_that_is_not_there_is_exit_status_2(template: Path) -> None:
    result = casecheck("guidance", "templat.md")
    assert result.exit_code == 2
    assert result.stderr == "casecheck: There is no file 'templat.md'. Did you mean 'template.md'?\n"
    assert casecheck("guidance", ".").exit_code == 2


def test_hostile_text_is_shown_harmlessly(template: Path) -> None:
    template.write_bytes(b"## A \x1b[31m\n<!-- 50 words \xff\xe2\x80\xae each; a few sentences -->\n")
    for form in ("text", "json"):
        result = casecheck("guidance", "template.md", "-f", form)
        assert result.exit_code == 0
        assert "\x1b" not in result.output
    template.write_bytes(b"")
    assert "no headings" in casecheck("guidance", "template.md").output
