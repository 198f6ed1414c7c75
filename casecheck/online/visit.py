"""Asking for one address: HEAD, where that fails GET, redirects followed by hand."""

import asyncio
import ssl
import time
from dataclasses import dataclass, field

import httpx

from casecheck import __version__
from casecheck.online.answer import Answer, Outcome
from casecheck.online.guard import ForbiddenError, NoSuchHostError
from casecheck.online.transport import GuardedTransport
from casecheck.online.turns import ClosedError, Turns

MOST_REDIRECTS = 10
LONGEST_ADDRESS = 4_096  # characters
HIGHEST_PORT = 65_535
HEADERS = {
    "User-Agent": f"casecheck/{__version__} (checks the links of a document)",
    "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
    "Accept-Language": "en,*;q=0.5",
}

REDIRECTS = {301, 302, 303, 307, 308}
PERMANENT = {301, 308}
FOUND_OUT = {404: Outcome.NOT_FOUND, 410: Outcome.GONE}
CERTIFICATES = {  # X509_V_ERR_…; what browsers take and Python does not, such as an incomplete chain, is not here
    10: Outcome.EXPIRED,
    18: Outcome.SELF_SIGNED,
    62: Outcome.OTHER_NAME,
    64: Outcome.OTHER_NAME,  # a number instead of a name
}


class StoppedError(Exception):
    """The visit ends here, without an HTTP status."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome)
        self.outcome = outcome


@dataclass(frozen=True, slots=True)
class Web:
    """What all visits share: the way out, the turns, and the seconds that one address may take."""

    transport: GuardedTransport
    turns: Turns
    timeout: float


@dataclass
class Visit:
    """One address on its way: where it is now, what is left of its time."""

    web: Web
    url: httpx.URL
    left: float
    cookies: httpx.Cookies = field(default_factory=httpx.Cookies)  # some sites turn in circles without
    method: str = "HEAD"
    moved_to: httpx.URL | None = None
    hops: int = 0

    async def run(self) -> Answer:
        """Follow the address to its end."""
        permanent = True
        while True:
            reply = await self._knock()
            target = _target(self.url, reply)
            if target is None:
                return self.answer(_outcome(reply), reply.status_code)
            if self.hops == MOST_REDIRECTS:
                return self.answer(Outcome.CIRCLE, reply.status_code)
            self.hops += 1
            self.url = target
            permanent = permanent and reply.status_code in PERMANENT
            if permanent:
                self.moved_to = target

    async def _knock(self) -> httpx.Response:
        """The reply where the address stands now. HEAD is cheap but often mistreated, so only its good news count."""
        if self.method == "HEAD":
            try:
                reply = await self._send(self.left / 2)
            except StoppedError as stop:
                if stop.outcome not in {Outcome.SLOW, Outcome.UNKNOWN}:
                    raise
            else:
                if reply.is_success or reply.status_code in REDIRECTS:
                    return reply
            self.method = "GET"
        return await self._send(self.left)

    async def _send(self, seconds: float) -> httpx.Response:
        """The reply to a request, and to a second one if the host first wants a rest."""
        reply = await self._exchange(seconds)
        return await self._exchange(self.left) if _wants_rest(reply) else reply

    async def _exchange(self, seconds: float) -> httpx.Response:
        """One request in its turn, and its reply without the body. Raises StoppedError where none came."""
        turns, host = self.web.turns, self.url.host
        async with turns.take(host):
            came = time.monotonic()
            try:
                reply = await self._request(seconds)
            except NoSuchHostError as error:
                raise StoppedError(Outcome.NO_HOST) from error
            except ForbiddenError as error:
                raise StoppedError(Outcome.PRIVATE if error.literal and not self.hops else Outcome.UNKNOWN) from error
            except (TimeoutError, httpx.TimeoutException) as error:
                raise StoppedError(Outcome.SLOW) from error
            except (httpx.HTTPError, OSError, ValueError) as error:
                raise StoppedError(_cause(error)) from error
            finally:
                self.left -= time.monotonic() - came
            if _wants_rest(reply):
                turns.rest(host, reply.headers.get("retry-after"), came)
            else:
                turns.served(host)
            return reply

    async def _request(self, seconds: float) -> httpx.Response:
        timeout = httpx.Timeout(seconds, connect=seconds / 3)  # a host may have a second address that is reachable
        extensions = {"timeout": timeout.as_dict()}
        request = httpx.Request(self.method, self.url, headers=HEADERS, cookies=self.cookies, extensions=extensions)
        async with asyncio.timeout(seconds):  # that of httpx begins anew with every byte
            reply = await self.web.transport.handle_async_request(request)
            await reply.aclose()
        reply.request = request
        self.cookies.extract_cookies(reply)
        return reply

    def answer(self, outcome: Outcome, status: int | None = None) -> Answer:
        """What is known of the address now."""
        end = str(self.url) if self.hops else None
        return Answer(outcome, status, end, str(self.moved_to) if self.moved_to else None)


async def visit(address: str, web: Web) -> Answer:
    """What becomes of one address. Whatever a server does, this is an answer and not an exception."""
    url = _url(address)
    if url is None:
        return Answer(Outcome.UNKNOWN)
    journey = Visit(web, url, web.timeout)
    try:
        return await journey.run()
    except StoppedError as stop:
        return journey.answer(stop.outcome)
    except ClosedError:
        return journey.answer(Outcome.UNKNOWN)


def _url(address: str) -> httpx.URL | None:
    """An address as a URL that casecheck may ask for; None for any other."""
    try:
        url = httpx.URL(address) if len(address) <= LONGEST_ADDRESS else None
    except (httpx.InvalidURL, ValueError):
        return None
    if url is None or url.scheme not in {"http", "https"} or not url.host or url.userinfo:
        return None
    port = url.port or 80
    return url if port in {80, 443} or 1024 <= port <= HIGHEST_PORT else None  # the rest are no websites


def _target(here: httpx.URL, reply: httpx.Response) -> httpx.URL | None:
    """Where a reply redirects to; None where it does not. Raises StoppedError for what is no web address."""
    if reply.status_code not in REDIRECTS or not reply.headers.get("location"):
        return None
    try:
        target = _url(str(here.join(reply.headers["location"])))
    except (httpx.InvalidURL, ValueError) as error:
        raise StoppedError(Outcome.UNKNOWN) from error
    if target is None:
        raise StoppedError(Outcome.UNKNOWN)
    return target


def _wants_rest(reply: httpx.Response) -> bool:
    return reply.status_code == 429 or (reply.status_code == 503 and "retry-after" in reply.headers)


def _outcome(reply: httpx.Response) -> Outcome:
    """What a status says. Only what no wall against robots says is taken at its word."""
    status = reply.status_code
    if reply.is_success:
        return Outcome.GOOD
    if "cf-mitigated" in reply.headers:
        return Outcome.UNKNOWN
    if reply.is_server_error and status != 503:
        return Outcome.TROUBLE
    return FOUND_OUT.get(status, Outcome.UNKNOWN)


def _cause(error: BaseException) -> Outcome:
    """Why no reply came, from the innermost of an exception's causes that says it."""
    cause: BaseException | None = error
    while cause:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return CERTIFICATES.get(cause.verify_code, Outcome.UNKNOWN)
        if isinstance(cause, ConnectionRefusedError):
            return Outcome.REFUSED
        cause = cause.__cause__ or cause.__context__
    return Outcome.UNKNOWN
