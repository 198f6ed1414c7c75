"""JUnit's XML, as Jenkins and most other servers read it: a suite a document, a case a finding.

The cases that fail are the findings that make the gate fail, so that a server comes to the same verdict as the exit
status; any other finding is a case that passes and says something. A document without findings is one case that
passes, so that a server shows that it was checked.
"""

from collections.abc import Sequence
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from casecheck.finding import Finding
from casecheck.output import Options
from casecheck.output.clean import clean, said
from casecheck.output.grouping import by_document
from casecheck.report import Report


def render(report: Report, _options: Options) -> str:
    """The XML of all suites, in ASCII, so that no encoding can harm it."""
    groups = by_document(report)
    cases = sum(len(findings) or 1 for findings in groups.values())
    top = Element("testsuites", {"name": "casecheck", **_counts(cases, len(report.failures))})
    failures = set(report.failures)
    for path, findings in groups.items():
        _suite(top, clean(path), findings, failures)
    ElementTree.indent(top)
    text: bytes = ElementTree.tostring(top, encoding="us-ascii", xml_declaration=True)
    return text.decode("ascii") + "\n"


def _suite(top: Element, name: str, findings: Sequence[Finding], failures: set[Finding]) -> None:
    failed = sum(found in failures for found in findings)
    suite = SubElement(top, "testsuite", {"name": name, **_counts(len(findings) or 1, failed)})
    for found in findings:
        place = clean(f"{found.path}:{found.line}:{found.column}")
        case = SubElement(suite, "testcase", name=f"{found.rule} at {place}", classname=name)
        text = "\n".join([f"{place}: {found.severity}: {clean(found.message)}", *said(found)[1:]])
        if found in failures:
            SubElement(case, "failure", message=clean(found.message), type=found.rule).text = text
        else:
            SubElement(case, "system-out").text = text
    if not findings:
        SubElement(suite, "testcase", name="no findings", classname=name)


def _counts(cases: int, failures: int) -> dict[str, str]:
    return {"tests": str(cases), "failures": str(failures), "errors": "0"}
