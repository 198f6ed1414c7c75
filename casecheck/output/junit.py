"""JUnit's XML, as Jenkins and most other servers read it: a suite a document, a case a finding.

Errors and warnings are failures; a note is a case that passes and says something. A document without findings is one
case that passes, so that a server shows that it was checked.
"""

from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from casecheck.finding import Finding, Severity
from casecheck.output import Options
from casecheck.output.clean import clean
from casecheck.report import Report


def render(report: Report, _options: Options) -> str:
    """The XML of all suites."""
    top = Element("testsuites", name="casecheck")
    for document in report.documents:
        findings = [found for found in report.findings if found.document == document.path]
        failures = sum(found.severity is not Severity.NOTE for found in findings)
        counts = {"name": clean(document.path), "tests": str(len(findings) or 1), "failures": str(failures)}
        suite = SubElement(top, "testsuite", {**counts, "errors": "0"})
        for found in findings:
            _case(suite, found)
        if not findings:
            SubElement(suite, "testcase", name="no findings", classname=clean(document.path))
    ElementTree.indent(top)
    return ElementTree.tostring(top, encoding="unicode", xml_declaration=False) + "\n"


def _case(suite: Element, found: Finding) -> None:
    place = f"{found.path}:{found.line}:{found.column}"
    case = SubElement(suite, "testcase", name=clean(f"{found.rule} at {place}"), classname=clean(found.document))
    text = clean(f"{place}: {found.severity}: {found.message}") + "".join(
        f"\n{clean(line)}" for line in found.help.split("\n") if line
    )
    if found.severity is Severity.NOTE:
        SubElement(case, "system-out").text = text
    else:
        SubElement(case, "failure", message=clean(found.message), type=found.rule).text = text
