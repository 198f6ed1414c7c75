"""Near misses: what is certain is found, and what casecheck says to write instead is right."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casecheck.destinations import Destination, is_address, read
from casecheck.nearmisses import NearMiss, find
from casecheck.parse import markdown
from casecheck.source import Source


def near_misses(text: str) -> list[NearMiss]:
    source = Source("index.md", text)
    found = list(find(markdown.parse(source, 0), source))
    for miss in found:
        assert source[miss.span].replace("\n> ", "\n") == miss.written
    return found


PIECES = {
    "text": ["plan", "The *old* plan", "12", "", "a (b)", "`c`", "d]", "Pläne, 2021"],
    "address": ["https://www.example.org/a_b", "./plan.pdf", "./the plan.pdf", "a.jpg", "./'old quay'.png", "a.org/("],
    "between": ["](", "] (", "]\n(", ")[", "][", "] [", "(", "]((", "](<", ']("', "](“"],
    "title": ["", ' "Title"', '"Title"', " “Title”", ' "The "old" plan"', " Title", " 'Title'", ' "T (Ana)"', ' "T'],
    "end": [")", "", "))", '")', "”)", ">)", "]"],
}  # fmt: skip


@st.composite
def nearly_links(draw: st.DrawFn) -> str:
    """A link or a picture, right or wrong in one or several places."""
    text, address, between, title, end = (draw(st.sampled_from(PIECES[name])) for name in PIECES)
    opening = draw(st.sampled_from(["[", "![", "(", "!(", "", "[!", "! ["]))
    return f"{opening}{text}{between}{address}{title}{end}"


@given(st.lists(nearly_links(), min_size=1, max_size=3).map(" and ".join))
@settings(max_examples=300, deadline=None)
def test_what_to_write_instead_is_a_link_or_a_picture_and_no_near_miss(text: str) -> None:
    for miss in near_misses(f"See {text} for more."):
        if not miss.instead:
            continue
        body = markdown.parse(Source("index.md", miss.instead), 0)
        (found,) = body.images if miss.picture else body.links
        assert (body.blocks[0].span, len(body.blocks)) == (found.span, 1)
        again = near_misses(miss.instead)
        assert [other.written for other in again] == []


@given(st.text(st.sampled_from("[]()!<>\"'“” \nab./:*`\\"), max_size=60))
@settings(max_examples=300, deadline=None)
def test_any_text_is_read(text: str) -> None:
    near_misses(text.replace("a", "./a.png").replace("b", "https://b.org"))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('./a.jpg "b"', Destination("./a.jpg", "b")),
        ("./it's.jpg", Destination("./it's.jpg")),
        ("<./a b.jpg> 'c'", Destination("./a b.jpg", "c")),
        ('./a.jpg"b"', Destination("./a.jpg", "b", "there is no blank before its caption")),
        ("./'a b'.png", Destination("./a b.png", None, "there is a blank in its address")),
        ("((./a))", Destination("(./a)", None, "there are two round brackets where one is right")),
    ],
)
def test_destination(written: str, expected: Destination) -> None:
    assert read(written) == expected


@pytest.mark.parametrize(
    "text", ["https://a.b", "www.example.org", "./a", "../b", "a.pdf", "A.JPG", "a.org", "mailto:a@b.c"]
)
def test_an_address(text: str) -> None:
    assert is_address(text)


@pytest.mark.parametrize("text", ["", "see below", "i.e.", "p. 4", "e.g", "12", "a.m", "2.5", "http", "..."])
def test_no_address(text: str) -> None:
    assert not is_address(text)
