"""A real web server on this computer that does all that real ones do, and worse. What it does is said by the path."""

import socket
import ssl
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote

PATIENCE = 20  # seconds; for what never ends unless the visitor or the test ends it


class Server(ThreadingHTTPServer):
    """Counts what it is asked, and how many ask at once. `over` ends all that hangs."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.lock = threading.Lock()
        self.asked: list[tuple[str, str]] = []  # method and path, in the order of arrival
        self.seen: list[dict[str, str]] = []  # the headers, likewise
        self.present: Counter[str] = Counter()  # visitors of /busy at this moment, by the host that they ask for
        self.most: Counter[str] = Counter()
        self.visited = threading.Event()  # somebody came
        self.over = threading.Event()
        self.answers: dict[str, bytes] = {}  # raw bytes to send, by path

    @property
    def root(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    @property
    def disguised_root(self) -> str:
        """The same in a form that does not look like this computer, as a document would have it to pass for sound."""
        return f"http://0x7f.0.0.1:{self.server_port}"

    def times(self, path: str) -> int:
        return sum(asked == path for _, asked in self.asked)

    def methods(self, path: str) -> list[str]:
        return [method for method, asked in self.asked if asked == path]

    def handle_error(self, request: object, client_address: object) -> None:
        """Visitors that hang up are expected."""


class Handler(BaseHTTPRequestHandler):
    server: Server

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the base class gives it
        pass

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        with self.server.lock:
            self.server.asked.append((self.command, self.path))
            self.server.seen.append(dict(self.headers))
        self.server.visited.set()
        if self.path in self.server.answers:
            self.wfile.write(self.server.answers[self.path])
            self.close_connection = True
            return
        name, *rest = self.path.removeprefix("/").split("/", 1)
        page = getattr(self, "page_" + name.replace("-", "_"), None)
        if page:
            page(unquote(rest[0]) if rest else "")
        else:
            self.reply(404)

    def reply(self, status: int, **headers: str) -> None:
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key.replace("_", "-"), value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def page_ok(self, _: str) -> None:
        self.reply(200)

    def page_status(self, code: str) -> None:
        self.reply(int(code))

    def page_head(self, code: str) -> None:
        """Mistreats HEAD; GET is fine."""
        self.reply(int(code) if self.command == "HEAD" else 200)

    def page_head_hangs(self, _: str) -> None:
        if self.command == "HEAD":
            self.server.over.wait(PATIENCE)
        self.reply(200)

    def page_head_closes(self, _: str) -> None:
        if self.command == "HEAD":
            self.close_connection = True
        else:
            self.reply(200)

    def page_moved(self, rest: str) -> None:
        """/moved/301/TARGET"""
        code, target = rest.split("/", 1)
        self.reply(int(code), Location=target)

    def page_chain(self, left: str) -> None:
        self.reply(301, Location=f"/chain/{int(left) - 1}" if int(left) > 1 else "/ok")

    def page_loop(self, _: str) -> None:
        self.reply(302, Location="/loop")

    def page_cookie(self, _: str) -> None:
        if "seen=yes" in self.headers.get("Cookie", ""):
            self.reply(200)
        else:
            self.reply(302, Location="/cookie", Set_Cookie="seen=yes")

    def page_nowhere(self, _: str) -> None:
        """A redirect that does not say where to."""
        self.reply(302)

    def page_slow_headers(self, _: str) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        self.drip(b"z")

    def page_head_refused_endless(self, _: str) -> None:
        """Refuses HEAD, and GET never comes to an end."""
        if self.command == "HEAD":
            self.reply(405)
            return
        self.send_response(200)
        self.end_headers()
        self.drip(b"z" * 4096)

    def drip(self, data: bytes) -> None:
        with suppress(OSError):
            while not self.server.over.wait(0.05):
                self.wfile.write(data)

    def page_closed(self, _: str) -> None:
        self.close_connection = True

    def page_reset(self, _: str) -> None:
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
        self.connection.close()

    def page_rest(self, wish: str) -> None:
        """Wants a rest once, then is fine: /rest/429/0"""
        code, seconds = wish.split("/")
        if self.server.times(self.path) == 1:
            self.reply(int(code), Retry_After=seconds)
        else:
            self.reply(200)

    def page_tired(self, wish: str) -> None:
        """Wants a rest for ever: /tired/429/0"""
        code, seconds = wish.split("/")[:2]
        self.reply(int(code), Retry_After=seconds)

    def page_busy(self, _: str) -> None:
        """Holds every visitor for a moment, so that all who come at once are counted."""
        host = self.headers["Host"]
        with self.server.lock:
            self.server.present[host] += 1
            self.server.most[host] = max(self.server.most[host], self.server.present[host])
        self.server.over.wait(0.05)
        with self.server.lock:
            self.server.present[host] -= 1
        self.reply(200)


@contextmanager
def serving(certificate: Path | None = None) -> Iterator[Server]:
    """A server on a free port of 127.0.0.1; with a certificate (and its key), it speaks TLS."""
    with Server() as server:
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.over.set()
            server.shutdown()
            thread.join()
