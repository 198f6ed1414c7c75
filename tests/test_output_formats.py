"""The formats without source lines, and the words of the summary."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from casecheck.finding import Finding, RelatedPlace, Severity
from casecheck.output import FORMATS, Options
from casecheck.output.statistics import statistics
from casecheck.output.summary import summary
from casecheck.report import CheckedDocument, Report
from casecheck.resources import schema_folder

SCHEMA = json.loads((schema_folder() / "report.schema.json").read_text("utf-8"))
HARBOUR, MILL = "cases/harbour/index.md", "cases/mill/index.md"


def found(
    severity: Severity, rule: str = "some-rule", document: str = HARBOUR, message: str = "It is wrong."
) -> Finding:
    return Finding(document, document, 3, 7, 3, 9, rule, severity, message)


def report(*findings: Finding, gate: Severity | None = Severity.ERROR, **counts: int) -> Report:
    documents = (CheckedDocument(HARBOUR, "case-study", "Draft"), CheckedDocument(MILL, "stub", None))
    return Report(documents, findings, {"default": gate}, **counts)


def test_concise_is_one_line_a_finding() -> None:
    hostile = found(Severity.NOTE, message="Two\nlines, \x1b[31mred\x1b[0m, [bold]not bold[/]: ünï 日本.")
    assert FORMATS["concise"](report(found(Severity.ERROR), hostile), Options(width=40, color=True)) == (
        "cases/harbour/index.md:3:7: error some-rule It is wrong.\n"
        r"cases/harbour/index.md:3:7: note some-rule Two\nlines, \x1b[31mred\x1b[0m, [bold]not bold[/]: ünï 日本."
        "\n"
    )


def test_json_is_as_documented() -> None:
    place = RelatedPlace("cases/harbour/map.geojson", 1, 2, 3, 4, "The map.")
    far = Finding(
        HARBOUR, "cases/harbour/map.geojson", 5, 1, 6, 1, "a-b", Severity.WARNING, "“No”", "Yes.\nOh.", related=(place,)
    )
    text = FORMATS["json"](report(found(Severity.ERROR), far), Options())
    assert text.isascii() and text.endswith("}\n")
    value = json.loads(text)
    assert value.pop("tool").keys() == {"name", "version"}
    assert value == {
        "version": 1,
        "documents": [
            {"path": HARBOUR, "profile": "case-study", "status": "Draft"},
            {"path": MILL, "profile": "stub", "status": None},
        ],
        "findings": [
            {"document": HARBOUR, "path": HARBOUR, "line": 3, "column": 7, "end_line": 3, "end_column": 9,
             "rule": "some-rule", "severity": "error", "message": "It is wrong.", "help": ""},
            {"document": HARBOUR, "path": "cases/harbour/map.geojson", "line": 5, "column": 1, "end_line": 6,
             "end_column": 1, "rule": "a-b", "severity": "warning", "message": "“No”", "help": "Yes.\nOh.",
             "related": [{"path": "cases/harbour/map.geojson", "line": 1, "column": 2, "end_line": 3,
                          "end_column": 4, "message": "The map."}]},
        ],
        "summary": {"documents": 2, "errors": 1, "warnings": 1, "notes": 0, "failed": True},
    }  # fmt: skip


@pytest.mark.parametrize("findings", [(), (Severity.NOTE,), tuple(Severity)])
def test_json_follows_its_schema(findings: tuple[Severity, ...]) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    text = FORMATS["json"](report(*map(found, findings)), Options())
    assert list(Draft202012Validator(SCHEMA).iter_errors(json.loads(text))) == []


def test_the_schema_refuses_what_is_no_report() -> None:
    value = json.loads(FORMATS["json"](report(found(Severity.NOTE)), Options()))
    for key, wrong in {"line": 0, "severity": "fatal", "path": "", "rule": "Not A Rule", "related": []}.items():
        changed = {**value, "findings": [{**value["findings"][0], key: wrong}]}
        assert not Draft202012Validator(SCHEMA).is_valid(changed), key
    for key in ("document", "end_column", "help"):
        changed = {**value, "findings": [{k: v for k, v in value["findings"][0].items() if k != key}]}
        assert not Draft202012Validator(SCHEMA).is_valid(changed), key


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_shows_every_finding_and_survives_hostile_text(name: str) -> None:
    path = "cases/\x1b]0;title\x07 \u202eevil \udcff ]]> [red] <b> %0A ::error::/index.md"
    said = path + "\ud800\n[/]"
    findings = tuple(Finding(path, path, 1, 1, 1, 1, f"rule-{level}", level, said, said, said) for level in Severity)
    text = FORMATS[name](Report((CheckedDocument(path, said, said),), findings, {"default": None}), Options())
    text.encode("utf-8")
    assert not any(character in text for character in "\x1b\x07\u202e")
    for finding in findings:
        assert finding.rule in text


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"full"}))
def test_formats_for_programs_do_not_import_what_draws(name: str) -> None:
    code = (
        "import sys; from casecheck.output import FORMATS, Options; from casecheck.report import Report;"
        f"FORMATS[{name!r}](Report((), (), {{}}), Options());"
        "sys.exit(any(module.split('.')[0] in {'rich', 'click', 'jsonschema'} for module in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


E_, W_, N_ = Severity.ERROR, Severity.WARNING, Severity.NOTE


@pytest.mark.parametrize(
    ("findings", "gate", "said"),
    [
        ((), E_, "No findings in 2 documents.\nThe gate (no errors) holds."),
        ((N_, W_, W_), E_, "2 warnings, 1 note in 2 documents.\nThe gate (no errors) holds."),
        (
            (N_, W_, E_),
            W_,
            "1 error, 1 warning, 1 note in 2 documents.\nThe gate (no errors, no warnings) does not hold.",
        ),
        ((N_,), N_, "1 note in 2 documents.\nThe gate (no findings) does not hold."),
        ((E_,), None, "1 error in 2 documents.\nThere is no gate."),
    ],
)
def test_summary_says_it_in_words(findings: tuple[Severity, ...], gate: Severity | None, said: str) -> None:
    assert summary(report(*map(found, findings), gate=gate), Options()).endswith(said)


def test_summary_counts_each_of_several_documents() -> None:
    text = summary(report(found(E_), found(N_), found(N_)), Options())
    assert text.split("\n\n")[0] == f"{HARBOUR}: 1 error, 2 notes\n1 document without findings"


def test_summary_says_what_is_left_out() -> None:
    documents = (CheckedDocument(Path(HARBOUR).as_posix(), "stub", None, suppressed=2),)
    text = summary(Report(documents, (), {"default": E_}, baselined=1500, fixed=1), Options())
    assert "Left out: 2 that comments in the documents answer, 1,500 that the baseline covers." in text
    assert "Mended since the baseline was written: 1 finding." in text


def test_a_gate_by_status_has_no_one_name() -> None:
    gates = {"default": E_, "Draft": None}
    documents = (CheckedDocument(HARBOUR, "stub", "Draft"), CheckedDocument(MILL, "stub", "Complete"))
    assert summary(Report(documents, (found(E_, document=MILL),), gates), Options()).endswith(
        "The gate does not hold: 1 document in Complete has errors."
    )
    assert summary(Report(documents, (found(E_),), gates), Options()).endswith("The gate holds.")


def test_statistics_count_rules_most_frequent_first() -> None:
    text = statistics(report(found(N_, "b"), found(E_, "a"), found(N_, "b"), found(W_, "b")))
    assert [line.split() for line in text.splitlines()] == [
        ["2", "note", "b"],
        ["1", "error", "a"],
        ["1", "warning", "b"],
    ]
