"""Near misses: what is certain is found, and what casecheck says to write instead is right."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casecheck.casefolder import CaseFolder
from casecheck.destinations import Destination, is_address, read
from casecheck.nearmisses import find, mend
from casecheck.nearmisses_in_prose import NearMiss
from casecheck.parse import markdown
from casecheck.source import Source


def near_misses(text: str) -> list[NearMiss]:
    source = Source("index.md", text)
    found = list(find(markdown.parse(source, 0), source))
    for miss in found:
        assert source[miss.span].replace("\n> ", "\n") == miss.written
    return found


FOLDER = CaseFolder("x", ("quay.jpg", "Old Quay.jpg", "plan.pdf", "a#b.png"))

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
    for miss in near_misses(text.replace("a", "./a.png").replace("b", "https://b.org")):
        assert mend(miss, FOLDER)


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


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("![q] (./quay.jpg)", "Write '![q](./quay.jpg)'."),
        ("![q] (./QUAY.jpg)", "Write '![q](./quay.jpg)'. The file is called 'quay.jpg'."),
        ('![q](./old quay.jpg "Q")', "Write '![q](./Old%20Quay.jpg \"Q\")'. The file is called 'Old Quay.jpg'."),
        ("![q](./Old\\ Quay.jpg)", "Write '![q](<./Old Quay.jpg>)'."),
        ("![q] (./quay.png)", "Write '![q](./quay.jpg)'. (The folder has no './quay.png', but 'quay.jpg'.)"),
        ("![q] (C:\\quay.jpg)", "Write '![q](./quay.jpg)'. (The folder has no 'C:\\quay.jpg', but 'quay.jpg'.)"),
        (
            "![q] (./ferry.jpg)",
            "Write '![q](./ferry.jpg)'. There is no './ferry.jpg' in the folder yet: put the file there, too.",
        ),
        ("![q] (./a#b.png)", "Write '![q](./a%23b.png)'. The file is called 'a#b.png'."),
        ("[p] (PLAN.pdf#page=2)", "Write '[p](./plan.pdf)'. The file is called 'plan.pdf'."),
        ("[p] (www.example.org)", "Write '[p](https://www.example.org)'."),
        ("[p] (https://www.example.org)", "Write '[p](https://www.example.org)'."),
        ("[p](https://example.org/Tide_(sea) is", "Write '[p](https://example.org/Tide_(sea))'."),
        (
            "<p>\n![q](quay.jpg)\n</p>",
            "Leave an empty line above and below it, and write it from the beginning of the line.",
        ),
        (
            "<p>\n![q](QUAY.jpg)\n</p>",
            "Leave an empty line above and below it, and write it from the beginning of the line: '![q](./quay.jpg)'."
            " The file is called 'quay.jpg'.",
        ),
        ('[p](https://example.org/ target="_blank")', "Write '[p](https://example.org/)'."),
        ('[p](https://example.org/{:target="_blank"})', "Write '[p](https://example.org/)'."),
        ('![q](./quay.jpg "Q" width=30)', "Write '![q](./quay.jpg \"Q\")'."),
        ("![q](./quay.jpg =300x200)", "Write '![q](./quay.jpg)'."),
        (
            "[p](https://www.quay a.org/a)",
            "The name of a website has no blank in it. Take the blank out of 'https://www.quay a.org/a', and try it.",
        ),
        ('! [q](./quay.jpg "Ana (own)")', "Write '![q](./quay.jpg \"Ana (own)\")'."),
        ('![q](./quay.jpg "Ana\n\nHorvat")', "Write '![q](./quay.jpg \"Ana Horvat\")'."),
        ("![[quay.jpg]]", "Write '![What it shows](./quay.jpg \"Name (Source)\")'."),
        ("![[QUAY.jpg|300]]", "Write '![What it shows](./quay.jpg \"Name (Source)\")'. The file is called 'quay.jpg'."),
        ("!(./quay.jpg)", "Write '![What it shows](./quay.jpg \"Name (Source)\")'."),
        ("[Port]{https://example.org/x}", "Write '[Port](https://example.org/x)'."),
        ("[Port]https://example.org/x.", "Write '[Port](https://example.org/x)'."),
        ("[p](https://example.org/))", "Write '[p](https://example.org/)'."),
        ("[[p](https://example.org/) or", "Write '[p](https://example.org/)'."),
        ("![q]（./quay.jpg）", "Write '![q](./quay.jpg)'."),
        ('![q](./quay.jpg "Q"）', "Write '![q](./quay.jpg \"Q\")'."),
        ('<img src="./quay.jpg" alt="q"', "Write '![q](./quay.jpg \"Name (Source)\")'."),
        ('<a href="https://example.org/">Port', "Write it as '[text](https://…)'."),
        ("The [Port Authority][port] says", "Write it as '[text](https://…)'."),
        (
            '![q](./quay.jpg\u00a0"Q")',
            "Delete the blank before the caption, and type it again: '![q](./quay.jpg \"Q\")'.",
        ),
        ("![The quay][harbour]", "Write it as '![what can be seen](./file.jpg \"Caption (Who made it)\")'."),
    ],
)
def test_what_to_write_instead(text: str, said: str) -> None:
    (miss,) = near_misses(text)
    assert mend(miss, FOLDER) == said


@pytest.mark.parametrize(
    "text",
    [
        "[sic][1] and [x][y], array[i][j], [Smith][Jones], [12][13], [Smith 2020][Jones 2021], - [ ][x]",
        "[1]https://example.org/x",
        "(see [x](https://example.org/))",
        "(see\n\n[x](https://example.org/))",
        "as follows: a) [x](https://example.org/)",
        "[[x](https://example.org/)]",
        '`<a href="https://example.org/">` begins a link',
        '<a href="https://example.org/">Port</a>',
        "`[x]{https://example.org}`",
    ],
)
def test_no_near_miss(text: str) -> None:
    assert near_misses(text) == []
