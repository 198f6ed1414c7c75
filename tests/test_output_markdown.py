"""Markdown for summaries and comments, as a renderer shows it."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from sample_reports import HARBOUR, MILL, found, hostile, real, report

from casecheck.finding import Severity
from casecheck.output import FORMATS, Options
from casecheck.output.clean import clean
from casecheck.output.markdown import MAX_BYTES, bounded
from casecheck.report import CheckedDocument, Report

E_, W_, N_ = Severity.ERROR, Severity.WARNING, Severity.NOTE
OURS = {"h2", "p", "strong", "table", "thead", "tbody", "tr", "th", "td", "details", "summary"}
OURS |= {"ul", "li", "b", "br", "sub", "pre", "span"}


class Page(HTMLParser):
    """What a browser makes of the text: its elements and their attributes, its texts, and the text as a whole."""

    def __init__(self, markdown: str) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.texts: list[str] = []
        self.feed(MarkdownIt("commonmark", {"html": True}).enable("table").render(markdown))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.attributes += attrs
        self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        self.texts.append("")

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    @property
    def text(self) -> str:
        return "".join(self.texts)


def markdown(of: Report) -> str:
    return FORMATS["markdown"](of, Options())


def test_the_whole_text() -> None:
    yaml = found(W_, help="Write:\n  tags:\n    - One")
    same = found(help="Write it anew.", line=9)
    assert (
        markdown(report(found(), same, yaml, baselined=2, fixed=1))
        == """\
## casecheck: 2 errors, 1 warning

2 documents checked. **The gate (no errors) does not hold: 2 findings in 1 document.**

Left out: 2 that the baseline covers.

Mended since the baseline was written: 1 finding. --prune-baseline takes them out.

| document | errors | warnings | notes |
| --- | ---: | ---: | ---: |
| ❌ cases/harbour/index.md | 2 | 1 | 0 |

1 document without findings.

<details><summary>cases/harbour/index.md: 2 errors, 1 warning</summary>
<ul>
<li>❌ <b>error</b> It is wrong.<br>Write it anew.<br><sub>index.md<span>:</span>3:7 · some-rule</sub></li>
<li>❌ <b>error</b> It is wrong.<br><sub>index.md<span>:</span>9:7 · some-rule</sub></li>
<li>⚠️ <b>warning</b> It is wrong.<pre>Write:
  tags:
    - One</pre><br><sub>index.md<span>:</span>3:7 · some-rule</sub></li>
</ul>
</details>
"""
    )


@pytest.mark.parametrize(
    ("of", "said"),
    [
        (report(found(N_)), "2 documents checked. The gate (no errors) holds."),
        (report(found(), gate=None), "2 documents checked. There is no gate."),
        (report(found(), found(document=MILL)), "The gate (no errors) does not hold: 2 findings in 2 documents."),
        (report(), "casecheck: no findings"),
        (Report((), (), {"default": E_}), "0 documents checked. The gate (no errors) holds."),
        (
            Report((CheckedDocument(HARBOUR, "", None, suppressed=3),), (), {"default": E_}),
            "Left out: 3 that comments in the documents answer.",
        ),
    ],
)
def test_it_says_why_the_run_failed_or_passed(of: Report, said: str) -> None:
    assert said in Page(markdown(of)).text


def test_only_documents_that_fail_are_marked() -> None:
    documents = (CheckedDocument(HARBOUR, "", "Draft"), CheckedDocument(MILL, "", "Complete"))
    text = markdown(Report(documents, (found(), found(document=MILL)), {"default": E_, "Draft": None}))
    assert f"| {HARBOUR} | 1 |" in text and f"| ❌ {MILL} | 1 |" in text


def test_worst_first_within_a_document() -> None:
    text = markdown(report(found(N_, line=1), found(W_, line=2), found(line=9), found(line=4)))
    assert re.findall(r"</span>(\d+):7 ", text) == ["4", "9", "2", "1"]


def test_hostile_text_is_text() -> None:
    text = markdown(hostile())
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\ud800-\udfff]", text)
    page = Page(text)
    assert set(page.elements) <= OURS
    assert {name for name, _ in page.attributes} <= {"style"}  # the alignment of table cells, from the renderer
    assert page.elements.count("details") == 1 and page.elements.count("li") == len(hostile().findings)
    for finding in hostile().findings:
        assert clean(finding.message) in page.text
    assert page.text.count(clean(hostile().documents[0].path)) == 2
    for piece in page.texts:  # GitHub looks for these in each piece of text by itself
        assert not re.search(r"@\w|#\d|:\w+:|://", piece)


TEXTS = st.text(st.one_of(st.characters(), st.sampled_from(list("<>&\\`*_[]()|~#@:!-+=\n\t\"'"))), min_size=1)


@given(message=TEXTS, tip=TEXTS, path=TEXTS)
def test_any_text_is_shown_as_it_is(message: str, tip: str, path: str) -> None:
    of = Report((CheckedDocument(path, "", None),), (found(document=path, message=f"({message})", help=tip),), {})
    page = Page(markdown(of))
    assert set(page.elements) <= OURS and page.elements.count("li") == 1 and page.elements.count("tr") == 2
    assert clean(f"({message})") in page.text
    for line in tip.split("\n"):
        assert line.strip() == "" or clean(line) in page.text


def test_a_large_report_keeps_within_what_github_takes() -> None:
    paths = [f"cases/{number:05}-the-old-harbour-of-zandhaven/index.md" for number in range(12_000)]
    findings = tuple(found(document=path) for path in paths)
    of = Report(tuple(CheckedDocument(path, "", None) for path in paths), findings, {"default": E_})
    text = markdown(of)
    assert MAX_BYTES * 0.9 < len(text.encode()) <= MAX_BYTES
    page = Page(text)
    detailed = page.elements.count("details")
    assert f"The findings of {12_000 - detailed:,} documents do not fit here." in page.text
    assert text.count("\n| ") > 5_000
    rows = page.elements.count("tr") - 2
    assert f"… and {12_000 - rows:,} documents more" in page.text


@pytest.mark.parametrize("most", [-5, 0, 100, 800, 1_500, 3_000, 10_000, MAX_BYTES])
def test_it_fits_into_any_room(most: int) -> None:
    text = bounded(real(), most)
    assert len(text.encode()) <= max(0, most)
    assert text == "" or text.startswith("## casecheck: ")
    assert text.count("<details>") == text.count("</details>")


def test_one_giant_does_not_crowd_out_the_others() -> None:
    giants = [found(document="cases/a/index.md", line=line, end_line=line) for line in range(1, 20_000)]
    text = markdown(report(*giants, found()))
    assert f"<summary>{HARBOUR}: 1 error</summary>" in text
    assert "The findings of 1 document do not fit here." in text
