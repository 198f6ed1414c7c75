"""Asking the web: a real server on this computer, which misbehaves in all ways that were seen, and some more."""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as bounds
from hypothesis import strategies as st
from misbehaving_server import Server, serving

from casecheck.online import Answer, Outcome
from casecheck.online.guard import permitted
from casecheck.online.memory import DAY, Memory
from casecheck.online.run import ask
from casecheck.online.turns import LONGEST_PAUSE, USUAL_PAUSE, retry_after
from casecheck.settings import LinkSettings

CERTIFICATES = Path(__file__).parent / "fixtures" / "certificates"
LOCAL = LinkSettings(online=True, allow_private=True, timeout_seconds=10, cache_days=0)
NOT_LOCAL = replace(LOCAL, allow_private=False)
HURRIED = replace(LOCAL, timeout_seconds=0.6)


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


def one(address: str, settings: LinkSettings = LOCAL, names: dict[str, list[str]] | None = None) -> Answer:
    """The answer for one address; `names` are the only ones that the resolver knows, if given."""
    return several([address], settings, names)[address]


def several(
    addresses: list[str], settings: LinkSettings = LOCAL, names: dict[str, list[str]] | None = None
) -> dict[str, Answer]:
    def resolve(name: str) -> list[str]:
        if name in (names or {}):
            return names[name]
        if names is None or name[0].isdigit() or ":" in name:
            return [name]
        raise socket.gaierror(socket.EAI_NONAME, "no such name")

    return ask(addresses, settings, resolve=resolve)


# Statuses


@pytest.mark.parametrize(
    ("path", "outcome"),
    [
        ("/ok", Outcome.GOOD),
        ("/status/204", Outcome.GOOD),
        ("/no-such-page", Outcome.NOT_FOUND),
        ("/status/410", Outcome.GONE),
        ("/status/500", Outcome.TROUBLE),
        ("/status/521", Outcome.TROUBLE),
        ("/status/503", Outcome.UNKNOWN),
        *((f"/status/{code}", Outcome.UNKNOWN) for code in (304, 400, 401, 403, 405, 406, 418, 451, 999)),
    ],
)
def test_a_status_says_how_an_address_fares(server: Server, path: str, outcome: Outcome) -> None:
    answer = one(server.root + path)
    assert answer.outcome is outcome
    assert (answer.end, answer.moved_to) == (None, None)


def test_head_is_tried_first_and_suffices_where_it_is_good(server: Server) -> None:
    assert one(server.root + "/ok").status == 200
    assert server.asked == [("HEAD", "/ok")]


@pytest.mark.parametrize("path", ["/head/404", "/head/405", "/head/501", "/head/403", "/head/500", "/head-closes"])
def test_what_head_says_ill_get_decides(server: Server, path: str) -> None:
    assert one(server.root + path).outcome is Outcome.GOOD
    assert server.methods(path) == ["HEAD", "GET"]


def test_get_decides_where_head_never_answers(server: Server) -> None:
    assert one(server.root + "/head-hangs", replace(LOCAL, timeout_seconds=2)).outcome is Outcome.GOOD
    assert server.methods("/head-hangs") == ["HEAD", "GET"]


def test_casecheck_says_who_it_is_and_sends_no_fragment(server: Server) -> None:
    one(server.root + "/ok?a=b#part")
    assert server.asked[0] == ("HEAD", "/ok?a=b")
    assert server.seen[0]["User-Agent"].startswith("casecheck/")


# Redirects


@pytest.mark.parametrize(
    ("path", "end", "moved_to"),
    [
        ("/moved/301/%2Fok", "/ok", "/ok"),
        ("/moved/308/%2Fok", "/ok", "/ok"),
        ("/moved/302/%2Fok", "/ok", None),
        ("/moved/303/%2Fok", "/ok", None),
        ("/moved/307/%2Fok", "/ok", None),
        ("/moved/301/..%2F..%2Fok", "/ok", "/ok"),
        ("/moved/301/%2Fmoved%2F302%2F%252Fok", "/ok", "/moved/302/%2Fok"),
        ("/moved/302/%2Fmoved%2F301%2F%252Fok", "/ok", None),
        ("/chain/10", "/ok", "/ok"),
        ("/cookie", "/cookie", None),
    ],
)
def test_redirects_are_followed_and_told(server: Server, path: str, end: str, moved_to: str | None) -> None:
    answer = one(server.root + path)
    assert answer == Answer(Outcome.GOOD, 200, server.root + end, moved_to and server.root + moved_to)


def test_a_redirect_to_nothing_is_broken(server: Server) -> None:
    answer = one(server.root + "/moved/301/%2Fno-such-page")
    assert (answer.outcome, answer.end) == (Outcome.NOT_FOUND, server.root + "/no-such-page")


@pytest.mark.parametrize("path", ["/loop", "/chain/11"])
def test_redirects_are_followed_ten_times(server: Server, path: str) -> None:
    assert one(server.root + path).outcome is Outcome.CIRCLE
    assert len(server.asked) == 11


@pytest.mark.parametrize(
    "target",
    ["mailto:ana@example.org", "file:///etc/passwd", "http://[", "ftp://127.0.0.1/", ""],
)
def test_a_redirect_to_what_is_no_web_address_says_nothing(server: Server, target: str) -> None:
    assert one(f"{server.root}/moved/301/{target}").outcome is Outcome.UNKNOWN
    assert one(server.root + "/nowhere").outcome is Outcome.UNKNOWN


def test_a_redirect_to_a_host_that_is_not_there_is_broken(server: Server) -> None:
    answer = one(server.root + "/moved/302/http:%2F%2Fgone.test%2F", names={})
    assert answer.outcome is Outcome.UNKNOWN  # so far nothing proves that this machine is on the web
    answers = several([server.root + "/moved/302/http:%2F%2Fgone.test%2F", server.root + "/ok"], names={})
    assert answers[server.root + "/moved/302/http:%2F%2Fgone.test%2F"].outcome is Outcome.NO_HOST


# Hosts that must not be asked


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1",
        "10.0.0.5",
        "172.16.3.4",
        "192.168.1.1",
        "100.64.0.1",
        "169.254.169.254",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "192.0.2.7",
        "168.63.129.16",
        "::",
        "::1",
        "fe80::1",
        "fec0::1",
        "fd00:ec2::254",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::1",
        "2002:7f00:1::",
        "2001:db8::1",
        "5f00::1",
    ],
)
def test_machines_that_are_not_on_the_public_web_are_refused(number: str) -> None:
    assert not permitted(ip_address(number), allow_private=False)


@pytest.mark.parametrize("number", ["93.184.215.14", "2606:2800:21f::1", "::ffff:1.1.1.1", "64:ff9b::101:101"])
def test_machines_on_the_public_web_are_permitted(number: str) -> None:
    assert permitted(ip_address(number), allow_private=False)


@pytest.mark.parametrize("number", ["127.0.0.1", "10.0.0.5", "::1", "fd12::1", "::ffff:192.168.1.1"])
def test_private_machines_are_permitted_on_request(number: str) -> None:
    assert permitted(ip_address(number), allow_private=True)


@pytest.mark.parametrize("number", ["169.254.169.254", "fd00:ec2::254", "::ffff:169.254.169.254", "0.0.0.0", "fe80::1"])
def test_keys_of_the_cloud_are_never_asked_for(number: str) -> None:
    assert not permitted(ip_address(number), allow_private=True)


def test_this_computer_is_not_asked_unless_allowed(server: Server) -> None:
    port = server.server_port
    numbers = [f"http://{host}:{port}/ok" for host in ("127.0.0.1", "[::ffff:127.0.0.1]", "0.0.0.0")]
    assert {answer.outcome for answer in several(numbers, NOT_LOCAL).values()} == {Outcome.PRIVATE}
    names = [f"http://{host}:{port}/ok" for host in ("localhost", "127.1", "2130706433", "0x7f000001")]
    assert {answer.outcome for answer in ask(names, NOT_LOCAL).values()} == {Outcome.UNKNOWN}
    assert server.asked == []


def test_a_redirect_does_not_lead_past_the_guard(server: Server) -> None:
    address = f"{server.root}/moved/302/http:%2F%2F0.0.0.0:{server.server_port}%2Fok"
    assert one(address).outcome is Outcome.UNKNOWN
    assert server.times("/ok") == 0
    assert len(server.asked) == 1


def test_a_name_is_looked_up_once_and_only_its_public_machines_are_asked(server: Server) -> None:
    looked_up = []

    def rebinding(name: str) -> list[str]:
        """Public at the first look, this computer at the next."""
        looked_up.append(name)
        return ["127.0.0.1"] if len(looked_up) > 1 else ["192.0.2.1", "127.0.0.1"]

    addresses = [f"http://rebind.test:{server.server_port}/{page}" for page in "abc"]
    answers = ask(addresses, NOT_LOCAL, resolve=rebinding)
    assert {answer.outcome for answer in answers.values()} == {Outcome.UNKNOWN}
    assert (looked_up, server.asked) == (["rebind.test"], [])


def test_the_number_that_was_checked_is_asked_under_its_name(server: Server) -> None:
    looked_up = []

    def resolve(name: str) -> list[str]:
        looked_up.append(name)
        return ["127.0.0.1"]

    port = server.server_port
    answer = ask([f"http://city.test:{port}/moved/302/%2Fok"], LOCAL, resolve=resolve)
    assert [each.outcome for each in answer.values()] == [Outcome.GOOD]
    assert looked_up == ["city.test"]
    assert {headers["Host"] for headers in server.seen} == {f"city.test:{port}"}


def test_the_next_machine_of_a_name_is_tried(server: Server) -> None:
    address = f"http://city.test:{server.server_port}/ok"
    assert one(address, names={"city.test": ["127.0.0.99", "127.0.0.1"]}).outcome is Outcome.GOOD


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:22/",
        "http://127.0.0.1:99999/",
        "ftp://127.0.0.1/",
        "http://[::1",
        "http://",
        "http://127.0.0.1/\x00",
        "http://127.0.0.1/\udc80",
        "http://127.0.0.1/" + "x" * 5000,
        "http://exa mple.org/",
        "http://" + "a" * 70 + ".org/",
        "",
    ],
)
def test_what_is_no_proper_address_is_not_asked_for(server: Server, address: str) -> None:
    answers = several([address, server.root + "/ok"])  # that one answers, so a host that refuses would be told
    assert answers[address].outcome is Outcome.UNKNOWN


def test_names_and_passwords_are_not_sent(server: Server) -> None:
    secret = f"http://user:word@127.0.0.1:{server.server_port}/ok"
    assert one(secret).outcome is Outcome.UNKNOWN
    assert one(f"{server.root}/moved/302/{quote(secret, safe='')}").outcome is Outcome.UNKNOWN
    assert server.times("/ok") == 0


def test_ignored_addresses_are_left_out(server: Server) -> None:
    settings = replace(LOCAL, ignore_addresses=(f"{server.root}/private/*",))
    answers = several([f"{server.root}/private/a", f"{server.root}/ok"], settings)
    assert list(answers) == [f"{server.root}/ok"]
    assert server.times("/private/a") == 0


# Servers that misbehave


def test_slow_headers_are_not_waited_for(server: Server) -> None:
    answers = several([server.root + "/slow-headers", server.root + "/ok"], HURRIED)
    assert answers[server.root + "/slow-headers"].outcome is Outcome.SLOW


def test_an_endless_body_is_not_read(server: Server) -> None:
    assert one(server.root + "/head-refused-endless").outcome is Outcome.GOOD
    assert server.methods("/head-refused-endless") == ["HEAD", "GET"]


GARBAGE = [
    b"",
    b"\x00\xff\xfe",
    b"SSH-2.0-OpenSSH_9.6\r\n",
    b"HTTP/1.1 200",
    b"HTTP/1.1 2000 OK\r\n\r\n",
    b"HTTP/1.1 -1 OK\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nNo colon\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nX: " + b"z" * 1_000_000 + b"\r\n\r\n",
    b"HTTP/1.1 200 OK\r\n" + b"X: z\r\n" * 200_000 + b"\r\n",
    b"HTTP/1.1 100 Continue\r\n\r\n" * 10_000,
    b"HTTP/1.1 302 Found\r\nLocation: http://[\r\n\r\n",
    b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:x/\r\n\r\n",
    b"HTTP/1.1 302 Found\r\nLocation: /a\x01b\r\n\r\n",
    b"HTTP/1.1 302 Found\r\nLocation: /" + b"x" * 60_000 + b"\r\n\r\n",
    b"HTTP/1.1 429 Wait\r\nRetry-After: \xff\r\nContent-Length: z\r\n\r\n",
    b"HTTP/1.1 429 Wait\r\nRetry-After: " + b"9" * 5_000 + b"\r\n\r\n",
]


@pytest.mark.parametrize("garbage", GARBAGE, ids=lambda raw: repr(raw[:40]))
def test_garbage_says_nothing(server: Server, garbage: bytes) -> None:
    server.answers["/garbage"] = garbage
    assert one(server.root + "/garbage", HURRIED).outcome is Outcome.UNKNOWN


@pytest.mark.parametrize("path", ["/closed", "/reset"])
def test_a_connection_that_ends_early_says_nothing(server: Server, path: str) -> None:
    assert one(server.root + path).outcome is Outcome.UNKNOWN


PIECES = st.sampled_from(
    [b"HTTP/1.1 ", b"200 OK", b"301 M", b"429 W", b"\r\n", b"\r\n\r\n", b"Location: ", b"/x", b"Set-Cookie: ", b"a=b;",
     b"http://", b"[", b"Retry-After: 0", b"Transfer-Encoding: chunked"]
)  # fmt: skip


@bounds(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES | st.binary(max_size=4), max_size=10).map(b"".join))
def test_whatever_a_server_sends_there_is_an_answer(server: Server, raw: bytes) -> None:
    server.answers["/raw"] = raw
    assert one(server.root + "/raw", replace(LOCAL, timeout_seconds=1)).outcome in Outcome


# Hosts that are not there


def test_a_name_that_nobody_has_is_broken_where_others_answer(server: Server) -> None:
    answers = several(["http://gone.test/", server.root + "/ok"], names={})
    assert answers["http://gone.test/"].outcome is Outcome.NO_HOST


def test_without_any_answer_the_fault_may_be_ours() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        refusing = f"http://127.0.0.1:{unused.getsockname()[1]}/"
        answers = several(["http://gone.test/", refusing], names={})
    assert {answer.outcome for answer in answers.values()} == {Outcome.UNKNOWN}


def test_a_host_that_refuses_is_broken_where_others_answer(server: Server) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        refusing = f"http://127.0.0.1:{unused.getsockname()[1]}/"
        answers = several([refusing, server.root + "/ok"])
    assert answers[refusing].outcome is Outcome.REFUSED


def test_a_look_up_that_fails_for_now_says_nothing(server: Server) -> None:
    def resolve(name: str) -> list[str]:
        if name == "127.0.0.1":
            return [name]
        raise socket.gaierror(socket.EAI_AGAIN, "try again")

    answers = ask(["http://later.test/", server.root + "/ok"], LOCAL, resolve=resolve)
    assert answers["http://later.test/"].outcome is Outcome.UNKNOWN


def test_a_remembered_host_proves_that_this_machine_is_on_the_web(server: Server, tmp_path: Path) -> None:
    memory = Memory(tmp_path / "memory.json", days=7)
    settings = replace(LOCAL, cache_days=7)

    def resolve(name: str) -> list[str]:
        if name == "127.0.0.1":
            return [name]
        raise socket.gaierror(socket.EAI_NONAME, "no such name")

    ask([server.root + "/ok"], settings, memory=memory, resolve=resolve)
    answers = ask([server.root + "/ok", "http://gone.test/"], settings, memory=memory, resolve=resolve)
    assert answers["http://gone.test/"].outcome is Outcome.NO_HOST


# TLS


def test_a_certificate_is_held_against_the_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATES / "valid.pem"))
    names = {name: ["127.0.0.1"] for name in ("safe.test", "other.test")}
    with serving(CERTIFICATES / "valid.pem") as server, serving() as proof:
        safe, other, number = (
            f"https://{host}:{server.server_port}/ok" for host in ("safe.test", "other.test", "127.0.0.1")
        )
        answers = several([safe, other, number, proof.root + "/ok"], names=names)
    assert answers[safe].outcome is Outcome.GOOD
    assert answers[other].outcome is Outcome.OTHER_NAME
    assert answers[number].outcome is Outcome.OTHER_NAME


@pytest.mark.parametrize(
    ("trusted", "certificate", "outcome"),
    [("expired", "expired", Outcome.EXPIRED), (None, "valid", Outcome.SELF_SIGNED)],
)
def test_a_certificate_that_browsers_refuse_is_broken(
    monkeypatch: pytest.MonkeyPatch, trusted: str | None, certificate: str, outcome: Outcome
) -> None:
    if trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATES / f"{trusted}.pem"))
    with serving(CERTIFICATES / f"{certificate}.pem") as server, serving() as proof:
        address = f"https://safe.test:{server.server_port}/ok"
        answers = several([address, proof.root + "/ok"], names={"safe.test": ["127.0.0.1"]})
    assert answers[address].outcome is outcome
    assert server.asked == []


def test_tls_with_a_server_that_speaks_none_says_nothing(server: Server) -> None:
    address = server.root.replace("http:", "https:") + "/ok"
    assert several([address, server.root + "/ok"])[address].outcome is Outcome.UNKNOWN


# Many addresses at once


def test_no_host_sees_more_visitors_than_allowed(server: Server) -> None:
    hosts = ("a.test", "b.test", "c.test")
    addresses = [f"http://{host}:{server.server_port}/busy/{page}" for host in hosts for page in range(8)]
    answers = several(addresses, replace(LOCAL, max_per_host=2), names={host: ["127.0.0.1"] for host in hosts})
    assert {answer.outcome for answer in answers.values()} == {Outcome.GOOD}
    assert max(server.most.values()) <= 2
    assert len(server.most) == 3


@pytest.mark.parametrize("code", [429, 503])
def test_a_host_gets_the_rest_that_it_wants(server: Server, code: int) -> None:
    address = f"{server.root}/rest/{code}/0"
    assert one(address).outcome is Outcome.GOOD
    assert server.times(f"/rest/{code}/0") == 2


@pytest.mark.parametrize("wish", ["429/0", "503/0"])
def test_a_host_that_stays_tired_is_left_in_peace(server: Server, wish: str) -> None:
    addresses = [f"{server.root}/tired/{wish}/{page}" for page in range(6)]
    answers = several(addresses, replace(LOCAL, max_per_host=1))
    assert {answer.outcome for answer in answers.values()} == {Outcome.UNKNOWN}
    assert len(server.asked) == 2


def test_a_host_that_wants_a_long_rest_is_not_asked_again(server: Server) -> None:
    addresses = [f"{server.root}/tired/429/86400/{page}" for page in range(6)]
    answers = several(addresses, replace(LOCAL, max_per_host=1))
    assert {answer.outcome for answer in answers.values()} == {Outcome.UNKNOWN}
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    ("wish", "seconds"),
    [
        ("0", 0),
        (" 7 ", 7),
        ("Thu, 01 Jan 1970 00:01:40 GMT", 100),
        ("Wed, 31 Dec 1969 00:00:00 GMT", 0),
        (None, USUAL_PAUSE),
        ("", USUAL_PAUSE),
        ("soon", USUAL_PAUSE),
        ("-5", USUAL_PAUSE),
        ("²", USUAL_PAUSE),
        ("Thu, 99 Xyz 0000 99:99:99 GMT", USUAL_PAUSE),
    ],
)
def test_how_long_a_rest_is_wanted(wish: str | None, seconds: float) -> None:
    assert retry_after(wish, now=0.0) == seconds


def test_a_huge_wish_is_longer_than_any_pause() -> None:
    assert retry_after("9" * 5000, now=0.0) > LONGEST_PAUSE


def test_a_run_has_an_end(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("casecheck.online.run.LONGEST_RUN", 0.3)
    addresses = [f"{server.root}/slow-headers/{page}" for page in range(40)]
    answers = several(addresses, replace(LOCAL, timeout_seconds=300))
    assert {answer.outcome for answer in answers.values()} == {Outcome.UNKNOWN}


def test_progress_is_told(server: Server) -> None:
    told: list[tuple[int, int]] = []
    ask([server.root + "/ok", server.root + "/x"], LOCAL, progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]


# Memory


def test_good_answers_are_remembered_and_failures_are_not(server: Server, tmp_path: Path) -> None:
    memory = Memory(tmp_path / "deep" / "memory.json", days=7)
    settings = replace(LOCAL, cache_days=7)
    pages = [server.root + path for path in ("/ok", "/moved/301/%2Fok", "/gone", "/status/403")]
    first = ask(pages, settings, memory=memory)
    before = len(server.asked)
    assert ask(pages[:1], settings, memory=memory)[pages[0]] == first[pages[0]]
    assert ask(pages[1:2], settings, memory=memory)[pages[1]].moved_to == server.root + "/ok"
    assert len(server.asked) == before
    ask(pages, settings, memory=memory)
    assert server.times("/gone") == 4  # HEAD and GET, both times
    assert [path.name for path in memory.file.parent.iterdir()] == ["memory.json"]


def test_memory_fades(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "memory.json", days=7)
    memory.remember({"http://a.test/": Answer(Outcome.GOOD, 200)}, now=DAY)
    assert memory.recall(now=7.9 * DAY) == {"http://a.test/": Answer(Outcome.GOOD, 200)}
    assert memory.recall(now=8 * DAY) == {}
    assert memory.recall(now=0.5 * DAY) == {}, "a clock that was put back must not keep answers for ever"
    memory.remember({"http://b.test/": Answer(Outcome.GOOD, 200)}, now=9 * DAY)
    assert "a.test" not in memory.file.read_text("utf-8")
    memory.remember({"http://b.test/": Answer(Outcome.NOT_FOUND, 404), "http://c.test/": Answer(Outcome.GOOD)}, 9 * DAY)
    assert list(memory.recall(now=9 * DAY)) == ["http://c.test/"]


def test_zero_days_remember_nothing(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "memory.json", days=0)
    memory.remember({"http://a.test/": Answer(Outcome.GOOD, 200)}, now=DAY)
    assert not memory.file.exists()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff",
        b"[]",
        b"{}",
        b"[" * 100_000,
        b'{"version": 2, "good": {"http://a.test/": [1, 200, null]}}',
        b'{"version": 1, "good": []}',
        b'{"version": 1, "good": {"http://a.test/": 1, "http://b.test/": ["x", 200, null], "c": [null, 1, 2]}}',
        b'{"version": 1, "good": {"http://a.test/": [1e999, 200, null], "http://b.test/": [NaN, 200, null]}}',
        b'{"version": 1, "good": {"http://a.test/": [' + b"9" * 400 + b", 200, null]}}",
    ],
)
def test_a_broken_memory_is_ignored_and_replaced(tmp_path: Path, content: bytes) -> None:
    memory = Memory(tmp_path / "memory.json", days=7)
    memory.file.write_bytes(content)
    assert memory.recall(now=100.0) == {}
    memory.remember({"http://a.test/": Answer(Outcome.GOOD, 200)}, now=100.0)
    assert list(json.loads(memory.file.read_bytes())["good"]) == ["http://a.test/"]


def test_a_memory_that_cannot_be_written_harms_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    memory = Memory(tmp_path / "file" / "memory.json", days=7)
    memory.remember({"http://a.test/": Answer(Outcome.GOOD, 200)}, now=100.0)
    assert memory.recall(now=100.0) == {}


# The command line

CHECK = ["check", "--isolated", "--config", "links.allow-private = true", "--config", "links.cache-days = 0", "cases"]
POSIX = pytest.mark.skipif(os.name != "posix", reason="a signal of POSIX")


@pytest.fixture
def case(tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder, made the current one, with one case: one link leads nowhere, one is turned away, one hangs."""
    document = tmp_path / "cases" / "nld-zandhaven" / "index.md"
    document.parent.mkdir(parents=True)
    pages = ("ok", "no-such-page", "status/403")
    document.write_text("\n\n".join(f"[{page}]({server.disguised_root}/{page})" for page in pages), "utf-8")
    monkeypatch.chdir(tmp_path)
    return document


def casecheck(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "casecheck", *arguments], capture_output=True, text=True, check=False)


def test_online_says_what_is_broken_and_how_much_stays_unclear(case: Path, server: Server) -> None:
    ran = casecheck(*CHECK, "--online", "--select", "link-broken", "--fail-on", "warning", "-f", "concise")
    assert (ran.returncode, ran.stderr) == (1, "casecheck: 2 of 3 web addresses gave a clear answer.\n")
    assert "/no-such-page': its website answers 'not found' (404)" in ran.stdout
    assert casecheck(*CHECK, "--online", "--select", "link-broken", "-q").stderr == ""


def test_the_web_is_only_asked_where_a_rule_wants_it(case: Path, server: Server) -> None:
    casecheck(*CHECK)
    casecheck(*CHECK, "--online", "--select", "frontmatter")
    assert server.asked == []
    casecheck(*CHECK, "--config", "links.online = true", "--select", "links")
    assert server.times("/ok") == 1


def test_what_stands_on_the_standard_input_is_asked_for(case: Path, server: Server) -> None:
    arguments = [*CHECK[:-1], "--online", "--select", "links", "--stdin-filename", str(case), "-"]
    text = f"[other]({server.disguised_root}/ok/other)"
    subprocess.run([sys.executable, "-m", "casecheck", *arguments], input=text, text=True, check=True)
    assert server.asked == [("HEAD", "/ok/other")]


def test_without_httpx_a_sentence_says_what_to_install(case: Path) -> None:
    code = f"import sys; sys.modules['httpx'] = None\nfrom casecheck.cli import main; main({[*CHECK, '--online']!r})"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ran.returncode == 2
    assert ran.stderr == "casecheck: casecheck --online needs httpx: pip install 'casecheck[online]'\n"


def test_offline_nothing_that_asks_is_loaded(case: Path) -> None:
    code = (
        "import sys\nfrom casecheck.cli import main\n"
        f"try: main({[*CHECK, '-q', '-f', 'json']!r})\n"
        "except SystemExit: print([m for m in ('httpx', 'asyncio', 'platformdirs', 'casecheck.online.run')"
        " if m in sys.modules], file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ran.stderr == "[]\n"


@POSIX
def test_control_c_ends_the_asking(case: Path, server: Server) -> None:
    case.write_text(f"[a]({server.disguised_root}/slow-headers)", "utf-8")
    command = [sys.executable, "-m", "casecheck", *CHECK, "--online", "--config", "links.timeout-seconds = 300"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert server.visited.wait(60)
        running.send_signal(signal.SIGINT)
        stdout, stderr = running.communicate(timeout=60)
    assert (running.returncode, stdout, stderr.strip()) == (130, b"", b"")


@POSIX
def test_a_bar_shows_how_many_addresses_are_done() -> None:
    code = (
        "from casecheck.cli.progress import Bar\n"
        "with Bar(1, shown=True, patience=0) as bar:\n"
        "    bar.asking(1, 2); bar.asking(2, 2); bar.checked()\n"
    )
    terminal, end = os.openpty()
    subprocess.run([sys.executable, "-c", code], stderr=end, check=True, env={**os.environ, "TERM": "xterm"})
    os.write(end, b"|")
    written = b""
    while not written.endswith(b"|"):
        written += os.read(terminal, 100_000)
    os.close(terminal)
    os.close(end)
    assert b"Asking for web addresses" in written
    assert b"2/2" in written
    assert b"Checking" not in written
