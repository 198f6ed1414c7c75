import pytest
from hypothesis import given
from hypothesis import strategies as st

from casecheck.addresses import broken, no_picture


@pytest.mark.parametrize(
    ("address", "meant"),
    [
        ("www.example.org", "https://www.example.org"),
        ("WWW.Example.org/plan", "https://WWW.Example.org/plan"),
        ("ww.example.org", "https://ww.example.org"),
        ("example.org", "https://example.org"),
        ("example.org/plan.pdf", "https://example.org/plan.pdf"),
        ("city.gov.uk", "https://city.gov.uk"),
        ("example.fr/plan", "https://example.fr/plan"),
        ("linkedin.com/in/ana", "https://linkedin.com/in/ana"),
        ("http.example.org/x", "https://http.example.org/x"),
        ("htp://example.org", "http://example.org"),
        ("ttps://example.org", "https://example.org"),
        ("httsp://example.org", "https://example.org"),
        ("HTTPSS://example.org", "https://example.org"),
        ("http:/example.org", "http://example.org"),
        ("http//example.org", "http://example.org"),
        ("http//:example.org", "http://example.org"),
        ("https;//example.org", "https://example.org"),
        ("https:\\\\example.org", "https://example.org"),
        ("https:example.org", "https://example.org"),
        ("https: //example.org", "https://example.org"),
        ("https:// example.org", "https://example.org"),
        ("http://https://example.org", "https://example.org"),
        ("https://http//example.org", "http://example.org"),
        ("\u200bhttps://example.org", "https://example.org"),
        ("https://www.exam\u200bple.org/a", "https://www.example.org/a"),
        ("https://example.org/a%E2%80%8B", "https://example.org/a"),
        ("https://example.org/ target=", "https://example.org/"),
        ("%20%20https://example.org", "https://example.org"),
        ("../https://example.org", "https://example.org"),
        ("ana@example.org", "mailto:ana@example.org"),
        ("doi:10.1234/abc", "https://doi.org/10.1234/abc"),
        ("10.1234/abc", "https://doi.org/10.1234/abc"),
        ("https://", None),
        ("https:///", None),
        ("https://?x", None),
        ("https://localhost/x", None),
        ("http://127.0.0.1:8000", None),
        ("https://intranet", None),
        ("https://exa mple.org", None),
        ("https://example.org:Title", None),
        ("https://example..org", None),
        ("https://(example.org)", None),
        ("https:///x", None),
        ("http://[::1", None),
        ("http://[::1]/plan", None),
        ("https://example.org:99999", None),
        ("http://192.168.1.20/plan", None),
        ("https://files.intranet.local/plan", None),
        ("https://example.org@/x", None),
        ("javascript:alert(1)", None),
        ("JavaScript:void(0)", None),
        ("vbscript:x", None),
        ("data:text/html,hi", None),
        ("data:" + "x" * 100_000, None),
        ("blob:https://example.org/1b-2c", None),
        ("about:blank", None),
        ("smb://server/share/plan.pdf", None),
        ("cid:image001.png@01D1", None),
        ("chrome-extension://abc/https://example.org/plan.pdf", "https://example.org/plan.pdf"),
        ("view-source:https://example.org", "https://example.org"),
        ("mailto:", None),
        ("mailto:ana", None),
        ("mailto:@example.org", None),
        ("mailto://ana@example.org", "mailto:ana@example.org"),
        ("tel:", None),
        ("tel:harbour", None),
        ("//data.example..org/x", None),
    ],
)
def test_what_is_certainly_broken(address: str, meant: str | None) -> None:
    found = broken(address)
    assert found and found.meant == meant


@pytest.mark.parametrize(
    "address",
    [
        "",
        "#goals",
        "?page=2",
        "/cases/other",
        "plan.pdf",
        "www.pdf",
        "figure.ps",
        "notes.md",
        "table.io",
        "the.city",
        "v1.2.3",
        "10.5",
        "images/example.com/a.png",
        "http/plan.pdf",
        "pts/example.org",
        "https.pdf",
        "mailto:ana@example.org",
        "tel:+38520",
        "ftp://example.org",
        "ssh://example.org",
        "mailto:ana%40example.org",
        "mailto:?subject=Tides",
        "mailto:ana@example.org,ben@example.org?subject=Tides",
        "tel:+45-1234",
        "sms:+4512",
        "//www.example.org/plan",
        "//images/pump.png",
        "https://10.example.org/plan",
        "geo:54.3,10.1",
        "HTTPS://EXAMPLE.ORG",
        "https://example.holdings",
        "https://example.org/a b",
        "https://example.org//a//b",
        "https://web.archive.org/web/2020/https://example.org",
        "https://example.org/?to=https://other.example",
        "https://user:secret@example.org:8080/x",
        "https://my_city.example.org.",
        "https://xn--fsqu00a.example",
        "https://例え.jp",
        "https://[2001:db8::1]:80/x",
        "https://192.0.2.7/x",
        "https:///example.org",
        "(https://example.org)",
        '"https://example.org"',
        "x" * 100_000,
    ],
)
def test_what_is_sound_or_may_be_a_file(address: str) -> None:
    found = broken(address)
    assert found is None


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a.jpg",
        "HTTP://example.org/a",
        "//example.org/a.jpg",
        "data:image/png;base64,AA",
        "DATA:IMAGE/GIF,",
    ],
)
def test_what_a_browser_shows(address: str) -> None:
    assert no_picture(address) is None


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "mailto:ana@example.org",
        "data:text/html,hi",
        "ftp://example.org/a.jpg",
        "http://",
        "tel:1",
    ],
)
def test_what_no_browser_shows(address: str) -> None:
    assert no_picture(address)


PARTS = st.sampled_from(
    ["http", "https", "htps", ":", "/", "//", "://", "www.", "example", ".org", " ", "@", "\\", "%20"]
)


@given(st.lists(PARTS | st.text(max_size=3), max_size=8).map("".join))
def test_what_was_meant_is_not_broken_in_the_same_way(address: str) -> None:
    found = broken(address)
    if found and found.meant:
        assert found.meant.startswith(("http://", "https://", "mailto:"))
        again = broken(found.meant)
        assert again is None or again.reason != found.reason or again.meant != found.meant
