"""Web addresses of documents, and what the rules make of the web's answers."""

from pathlib import Path

import pytest
from misbehaving_server import serving

from casecheck.finding import Finding, Severity
from casecheck.loading import load_document
from casecheck.online import Answer, Outcome
from casecheck.runner import check_paths, check_source
from casecheck.settings import LinkSettings, Settings
from casecheck.weblinks import web_links

ONLY_ONLINE = Settings(select=("link-broken", "link-moved", "casecheck"))
FRONT = "---\ntitle: Zandhaven Harbour\n---\n"


def addresses(text: str, tmp_path: Path) -> list[tuple[str, str]]:
    document = load_document(text.encode(), tmp_path / "index.md", "index.md", Settings())
    return [(link.written, document.source[link.span]) for link in web_links(document)]


def findings(text: str, answers: dict[str, Answer], tmp_path: Path) -> tuple[Finding, ...]:
    return check_source(text.encode(), tmp_path / "index.md", ONLY_ONLINE, answers)[1]


def test_addresses_are_found_wherever_they_stand(tmp_path: Path) -> None:
    text = (
        "---\n"
        "featured_credit_link: https://a.example.org/photo\n"
        "sources: [https://b.example.org, none]\n"
        "---\n"
        "A [link](https://c.example.org/x#part) and <https://d.example.org> and https://e.example.org/y.\n\n"
        "![Pier](https://f.example.org/pier.jpg)\n\n"
        '<a href="https://g.example.org/?a=1&amp;b=2">text</a>\n\n'
        "| a |\n|---|\n| https://h.example.org/t |\n\n"
        "[one][two]\n\n[two]: https://i.example.org\n"
    )
    found = [address for address, _ in addresses(text, tmp_path)]
    assert [address.removeprefix("https://")[0] for address in found] == list("abcdefghi")
    assert found[2] == "https://c.example.org/x#part"
    assert found[6] == "https://g.example.org/?a=1&b=2"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("See https://example.org/a.", "https://example.org/a"),
        ("(https://example.org/a)", "https://example.org/a"),
        ("(see https://example.org/Pier_(Zandhaven))", "https://example.org/Pier_(Zandhaven)"),
        ('"https://example.org/a"!', "https://example.org/a"),
        ("**https://example.org/a**", "https://example.org/a"),
        ("https://example.org/a_b_c;", "https://example.org/a_b_c"),
        (
            "https://web.archive.org/web/2020/https://example.org/",
            "https://web.archive.org/web/2020/https://example.org/",
        ),
        ("HTTPS://EXAMPLE.ORG", "HTTPS://EXAMPLE.ORG"),
    ],
)
def test_a_bare_address_ends_where_its_sentence_goes_on(text: str, address: str, tmp_path: Path) -> None:
    assert addresses(text, tmp_path) == [(address, address)]


@pytest.mark.parametrize(
    "text",
    [
        "`https://example.org/code`",
        "<!-- https://example.org/comment -->",
        "https://example.org/a*b*c",
        "https://intranet",
        "[a](htps://example.org)",
        "[a](mailto:ana@example.org)",
        "[a](./plan.pdf)",
        "[a](https://)",
        "https://" + "x" * 5000 + ".org",
        "https://" + ")" * 100_000,
        "https://example.org/" + "*" * 20_000 + "x",
    ],
)
def test_what_is_no_web_address_is_left_out(text: str, tmp_path: Path) -> None:
    assert addresses(text, tmp_path) == []


def test_a_document_cannot_ask_for_too_many(tmp_path: Path) -> None:
    text = "\n\n".join(f"https://example.org/{page}" for page in range(1_000))
    assert len(addresses(text, tmp_path)) == 500


PAGE = "https://example.org/plan"
CERTAIN = [Outcome.NOT_FOUND, Outcome.GONE, Outcome.NO_HOST, Outcome.REFUSED, Outcome.EXPIRED, Outcome.OTHER_NAME,
           Outcome.SELF_SIGNED, Outcome.PRIVATE]  # fmt: skip


@pytest.mark.parametrize("outcome", list(Outcome))
def test_each_outcome_has_its_severity(outcome: Outcome, tmp_path: Path) -> None:
    found = findings(f"{FRONT}[Plan]({PAGE}#a)", {PAGE: Answer(outcome, 502)}, tmp_path)
    doubtful = {Outcome.TROUBLE, Outcome.SLOW, Outcome.CIRCLE}
    if outcome in {Outcome.GOOD, Outcome.UNKNOWN}:
        assert found == ()
        return
    assert [(each.rule, each.line, each.column, each.end_column) for each in found] == [
        ("link-broken", 4, 8, 8 + len(PAGE) + 2)
    ]
    assert found[0].severity is (Severity.NOTE if outcome in doubtful else Severity.WARNING)
    assert (outcome in CERTAIN) is (outcome not in doubtful)
    assert "example.org" in found[0].message and "{" not in found[0].message and found[0].help


def test_a_broken_link_says_what_to_do(tmp_path: Path) -> None:
    (found,) = findings(f"[Plan]({PAGE})", {PAGE: Answer(Outcome.NOT_FOUND, 404)}, tmp_path)
    assert found.message == f"There is no page '{PAGE}': its website answers 'not found' (404)."
    assert found.help.endswith(f"there may be one at 'https://web.archive.org/web/{PAGE}'.")
    (found,) = findings(PAGE, {PAGE: Answer(Outcome.GONE, 410, "https://example.org/new")}, tmp_path)
    assert found.message == (
        f"The address '{PAGE}' redirects to another one. The page 'https://example.org/new' was removed: its website"
        " answers 'gone' (410)."
    )


@pytest.mark.parametrize(
    ("old", "new", "replacement"),
    [
        (PAGE, "https://example.org/plans/harbour", "https://example.org/plans/harbour"),
        (PAGE, "https://other.example/plan", "https://other.example/plan"),
        (PAGE + "#goals", "https://example.org/new", "https://example.org/new#goals"),
        (PAGE + "#goals", "https://example.org/new#aims", "https://example.org/new#aims"),
        ("https://example.org", "https://other.example/", "https://other.example/"),
        ("https://example.org/?id=7", "https://example.org/?id=8", "https://example.org/?id=8"),
    ],
)
def test_a_page_that_moved_is_told_with_its_new_address(old: str, new: str, replacement: str, tmp_path: Path) -> None:
    answers = {old.partition("#")[0]: Answer(Outcome.GOOD, 200, new, new)}
    (found,) = findings(f"[Plan]({old})", answers, tmp_path)
    assert (found.rule, found.severity) == ("link-moved", Severity.NOTE)
    assert found.help == f"If this is the page that you mean, write '{replacement}'."


@pytest.mark.parametrize("front", ["https://example.org/", "https://www.example.org", "https://example.org/en/"])
def test_a_page_that_became_the_front_page_is_probably_gone(front: str, tmp_path: Path) -> None:
    (found,) = findings(f"[Plan]({PAGE})", {PAGE: Answer(Outcome.GOOD, 200, front, front)}, tmp_path)
    assert found.rule == "link-moved" and "front page" in found.message and "write" not in found.help


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("http://example.org/plan", PAGE),
        (PAGE, "https://www.example.org/plan/"),
        (PAGE, "https://example.org/Plan"),
        ("https://example.org/a%20b", "https://example.org/a b"),
        ("https://exämple.org/ü", "https://xn--exmple-cua.org/%C3%BC"),
        ("https://doi.org/10.1234/abc", "https://journal.example/abc"),
        ("http://dx.doi.org/10.1234/abc", "https://doi.org/10.1234/abc"),
        (PAGE, "https://id.example.org/login?to=x"),
        (PAGE, "https://id.example.org/x?return=%2Fplan"),
        (PAGE, "https://sso.example.org/x"),
        (PAGE, "https://example.org/" + "x" * 2_000),
        (PAGE, "http://[broken"),
    ],
)
def test_what_is_no_move_is_not_told(old: str, new: str, tmp_path: Path) -> None:
    assert findings(f"<{old}>" if " " not in old else old, {old: Answer(Outcome.GOOD, 200, new, new)}, tmp_path) == ()


def test_offline_neither_rule_runs_nor_is_its_suppression_called_unused(tmp_path: Path) -> None:
    text = f"{FRONT}[Plan]({PAGE}) <!-- casecheck-disable-line link-broken -- only reachable from the town hall -->\n"
    assert check_source(text.encode(), tmp_path / "index.md", ONLY_ONLINE)[1] == ()
    assert findings(text, {PAGE: Answer(Outcome.NOT_FOUND, 404)}, tmp_path) == ()
    assert [found.rule for found in findings(text, {}, tmp_path)] == ["suppression-unused"]


def test_an_address_is_asked_for_once_for_all_documents(tmp_path: Path) -> None:
    with serving() as server:
        paths = [tmp_path / name / "index.md" for name in ("a", "b")]
        for path in paths:
            path.parent.mkdir()
            links = [
                f"[{page}]({server.disguised_root}{page})"
                for page in ("/ok#x", "/missing", "/moved/301/%2Fok", "/status/403")
            ]
            path.write_text(FRONT + "\n\n".join(links), "utf-8")
        online = LinkSettings(online=True, allow_private=True, cache_days=0)
        report = check_paths(paths, Settings(select=("links",), links=online))
    assert server.times("/missing") == 2  # HEAD and GET
    assert [found.rule for found in report.findings if found.path.endswith("a/index.md")] == [
        found.rule for found in report.findings if found.path.endswith("b/index.md")
    ]
    assert (report.asked, report.unclear) == (4, 1)


def test_private_addresses_are_asked_for_where_the_settings_allow_them(tmp_path: Path) -> None:
    path = tmp_path / "a" / "index.md"
    path.parent.mkdir()
    with serving() as server:
        path.write_text(f"{FRONT}[here]({server.root}/missing) and [there](htps://www.example.org)\n", "utf-8")
        links = LinkSettings(online=True, allow_private=True, cache_days=0)
        rules = ("link-url", "link-broken")
        allowed = check_paths([path], Settings(select=rules, links=links))
        refused = check_paths([path], Settings(select=rules, links=LinkSettings(online=True, cache_days=0)))
    assert [found.rule for found in allowed.findings] == ["link-broken", "link-url"]
    assert [found.rule for found in refused.findings] == ["link-url", "link-url"]
    assert (allowed.asked, refused.asked) == (1, 0)
