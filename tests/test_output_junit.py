"""JUnit's XML, held against the schema of Jenkins."""

from pathlib import Path
from xml.etree import ElementTree

import pytest
import xmlschema
from sample_reports import HARBOUR, MILL, found, hostile, real, report

from casecheck.finding import Severity
from casecheck.output import FORMATS, Options
from casecheck.report import CheckedDocument, Report

SCHEMA = xmlschema.XMLSchema(Path(__file__).parent / "schemas" / "junit-10.xsd")
E_, W_, N_ = Severity.ERROR, Severity.WARNING, Severity.NOTE


def suites(of: Report) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(FORMATS["junit"](of, Options())))


def counts(element: ElementTree.Element) -> list[str | None]:
    return [element.get(key) for key in ("tests", "failures", "errors")]


REPORTS = {"real": real(), "hostile": hostile(), "empty": report(), "nothing": Report((), (), {"default": E_})}


@pytest.mark.parametrize("name", REPORTS)
def test_it_follows_the_schema(name: str) -> None:
    text = FORMATS["junit"](REPORTS[name], Options())
    assert text.isascii()
    SCHEMA.validate(text)


def test_the_schema_refuses_what_is_no_report() -> None:
    text = FORMATS["junit"](report(found()), Options())
    for right, wrong in {"failure": "fault", "testcase name=": "testcase nam=", 'tests="2"': 'count="2"'}.items():
        assert right in text and not SCHEMA.is_valid(text.replace(right, wrong)), right


def test_a_suite_a_document_a_case_a_finding() -> None:
    harbour, mill = suites(report(found(), found(N_, line=8, end_line=8)))
    assert (harbour.get("name"), mill.get("name")) == (HARBOUR, MILL)
    assert counts(harbour) == ["2", "1", "0"]
    error, note = harbour
    assert error.get("name") == f"some-rule at {HARBOUR}:3:7" and error.get("classname") == HARBOUR
    [failure] = error
    assert (failure.get("message"), failure.get("type")) == ("It is wrong.", "some-rule")
    assert failure.text == f"{HARBOUR}:3:7: error: It is wrong.\nWrite it anew."
    assert [part.tag for part in note] == ["system-out"]
    [clear] = mill
    assert counts(mill) == ["1", "0", "0"] and clear.get("name") == "no findings" and list(clear) == []


@pytest.mark.parametrize(("gate", "failing"), [(None, 0), (E_, 1), (W_, 3), (N_, 4)])
def test_it_fails_where_the_gate_does(gate: Severity | None, failing: int) -> None:
    of = report(*(found(level, line=line) for line, level in enumerate((E_, W_, W_, N_), start=1)), gate=gate)
    top = ElementTree.fromstring(FORMATS["junit"](of, Options()))
    assert counts(top) == ["5", str(failing), "0"]
    assert len(list(top.iter("failure"))) == failing
    assert of.failed == (failing > 0)


def test_the_gate_may_depend_on_the_status() -> None:
    documents = (CheckedDocument(HARBOUR, "", "Draft"), CheckedDocument(MILL, "", "Complete"))
    of = Report(documents, (found(), found(document=MILL)), {"default": E_, "Draft": None})
    assert [counts(suite)[1] for suite in suites(of)] == ["0", "1"]


def test_hostile_text_stays_text() -> None:
    [suite] = suites(hostile())
    first = suite[0][0]
    assert (first.get("message") or "").startswith(r"ERROR\n::error::x\r\n##[set-output name=a]b ]]> <script>")
    assert {element.tag for element in suite.iter()} == {"testsuite", "testcase", "failure", "system-out"}


def test_findings_of_documents_that_are_not_listed_are_there() -> None:
    assert [suite.get("name") for suite in suites(report(found(document="cases/lost.md")))][1] == "cases/lost.md"
