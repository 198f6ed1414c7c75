"""An HTTP transport that connects to the very addresses that the guard let pass."""

import ssl

import httpx

from casecheck.online.guard import Guard


class GuardedTransport(httpx.AsyncBaseTransport):
    """Connects by number, with the name in the `Host` header and in TLS (SNI), where the certificate is checked too.

    No connection is kept: it would be found again under its number, and a second name at the same number must not
    inherit a connection whose certificate was checked for the first.
    """

    def __init__(self, guard: Guard, tls: ssl.SSLContext) -> None:
        self.guard = guard
        self.inner = httpx.AsyncHTTPTransport(verify=tls, limits=httpx.Limits(max_keepalive_connections=0))

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request to the first address of its host that takes the connection."""
        name = request.url.raw_host.decode("ascii")
        first: httpx.TransportError | None = None
        for machine in await self.guard.addresses(name):
            pinned = httpx.Request(
                request.method,
                request.url.copy_with(host=str(machine)),
                headers=request.headers,
                stream=request.stream,
                extensions={**request.extensions, "sni_hostname": name.rstrip(".")},
            )
            try:
                return await self.inner.handle_async_request(pinned)
            except (httpx.ConnectError, httpx.ConnectTimeout) as error:
                first = first or error  # the system sorts addresses, so the first failure says most
        raise first or httpx.ConnectError("the host has no address")

    async def aclose(self) -> None:
        """Close what is still open."""
        await self.inner.aclose()
