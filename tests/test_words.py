import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casecheck.parse.markdown import Node
from casecheck.source import Span
from casecheck.words import count, count_nodes

NOWHERE = Span(0, 0)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        (" – … * _ __ · ・ ", 0),
        ("Trams run every six minutes.", 5),
        ("a well-known co-owner's and/or Jane’s rights", 6),
        ("AT&T, U.S.A. and C3+D4", 4),
        ("1,200 homes from 9–17, 2019:2020", 5),
        ("first,second and third", 4),
        ("snake_case _emphasis_", 2),
        ("read https://example.org/a/b?c=d#e and www.example.org, or ask info@example.org", 4),
        ("the site data.example.org answers", 4),
        ("as shown [12], [1–3], [4, 7] and [^note]", 3),
        ("a [draft] and [2019a]", 4),
        ("智慧城市 pilot", 5),
        ("データ、ガ", 4),
        ("人々", 2),
        ("Łódź café Ærø", 3),
        ("स्मार्ट सिटी", 2),
        ("soft\u00adhyphen zero\u200bwidth", 2),
        ("می\u200cخواهم", 1),
    ],
)
def test_count(text: str, words: int) -> None:
    assert count(text) == words


@given(st.text())
def test_count_does_not_depend_on_the_unicode_form(text: str) -> None:
    assert count(unicodedata.normalize("NFD", text)) == count(unicodedata.normalize("NFC", text)) == count(text)


@given(st.lists(st.text(st.characters(categories=["Lu", "Ll"]), min_size=1)))
def test_alphabetic_words_are_counted_one_by_one(words: list[str]) -> None:
    assert count(" ".join(words)) == len(words)


@given(st.text(), st.text())
def test_a_blank_line_joins_nothing(before: str, after: str) -> None:
    assert count(f"{before}\n\n.\n\n{after}") == count(before) + count(after)


@given(st.text(max_size=200))
def test_there_are_no_more_words_than_characters(text: str) -> None:
    assert 0 <= count(text) <= len(text)


@pytest.mark.parametrize("piece", ["a.", "a@", "www.", "[1,", "[^", "a", "a'", "1,", "https://", "\u0301a", "智"])
def test_long_text_is_counted_in_one_pass(piece: str) -> None:
    assert count(piece * 200_000) <= 200_000


def test_nodes_count_what_a_reader_reads() -> None:
    def text(words: str) -> Node:
        return Node("text", NOWHERE, text=words)

    def paragraph(*children: Node) -> Node:
        return Node("paragraph", NOWHERE, children)

    blocks = (
        Node("heading", NOWHERE, (text("Not counted"),)),
        paragraph(text("un"), Node("strong", NOWHERE, (text("believ"),)), text("able ")),
        paragraph(Node("codespan", NOWHERE, text="x")),
        Node("list", NOWHERE, (
            Node("list_item", NOWHERE, (Node("block_text", NOWHERE, (text("one"),)),)),
            Node("list_item", NOWHERE, (Node("block_text", NOWHERE, (text("two"),)),)),
        )),
        paragraph(text("H"), Node("inline_html", NOWHERE, text="<sub>"), text("2")),
        paragraph(Node("image", NOWHERE, (text("alt text"),)), Node("link", NOWHERE, (text("https://example.org"),))),
        Node("block_html", NOWHERE, text="<!-- a comment -->"),
        Node("block_code", NOWHERE, text="print(1)"),
        paragraph(text("line"), Node("softbreak", NOWHERE), text("break")),
    )  # fmt: skip
    assert count_nodes(blocks) == len(["unbelievable", "x", "one", "two", "H2", "line", "break"])
