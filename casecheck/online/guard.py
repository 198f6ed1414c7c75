"""Which machines may be asked: only those on the public internet, whatever name they hide behind."""

import asyncio
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network

Address = IPv4Address | IPv6Address
Resolver = Callable[[str], list[str]]

MOST_ADDRESSES = 4  # of one host that are tried

PUBLIC_V6 = IPv6Network(
    "2000::/3"
)  # all that is given out so far, https://www.iana.org/assignments/ipv6-unicast-address-assignments
NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052: an IPv4 address in the last 32 bits
NEVER = tuple(
    map(
        ip_network,
        (
            "0.0.0.0/8",
            "169.254.0.0/16",  # link-local; clouds hand out keys at 169.254.169.254
            "100.100.100.200/32",  # likewise, Alibaba
            "168.63.129.16/32",  # likewise, Azure, although it looks public
            "fd00:ec2::254/128",  # likewise, Amazon
            "fe80::/10",
            "::/128",
        ),
    )
)


class NoSuchHostError(Exception):
    """No machine has this name."""


class ForbiddenError(Exception):
    """casecheck will not ask this host. `literal` says that the address itself names a private machine by number."""

    def __init__(self, literal: bool = False) -> None:
        super().__init__(literal)
        self.literal = literal


def permitted(address: Address, *, allow_private: bool) -> bool:
    """Whether a machine may be asked. `allow_private` opens private networks and this computer, but no metadata."""
    address = _unwrapped(address)
    if address.is_multicast or any(address in network for network in NEVER if network.version == address.version):
        return False
    if allow_private and (address.is_private or address.is_loopback):
        return True
    return address.is_global and (address.version == 4 or address in PUBLIC_V6)


def _unwrapped(address: Address) -> Address:
    """The IPv4 address inside an IPv6 one, where there is one."""
    if isinstance(address, IPv6Address):
        if address in NAT64:
            return IPv4Address(int(address) & 0xFFFFFFFF)
        return address.ipv4_mapped or address.sixtofour or address
    return address


def system_resolver(host: str) -> list[str]:
    """The addresses of a host as the operating system knows them, best first. Blocks; raises as `getaddrinfo` does."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class Guard:
    """Resolves each host once, and lets pass only what is permitted."""

    def __init__(self, *, allow_private: bool, resolve: Resolver = system_resolver) -> None:
        self.allow_private = allow_private
        self.resolve = resolve
        self.known: dict[str, asyncio.Future[list[str] | Exception]] = {}

    async def addresses(self, host: str) -> list[Address]:
        """The machines behind a host that may be asked.

        Raises NoSuchHostError, ForbiddenError where none may be asked, and OSError where the look-up itself failed.
        """
        if host not in self.known:
            self.known[host] = _in_thread(self.resolve, host)
        found = await asyncio.shield(self.known[host])  # others may be waiting for it too
        if isinstance(found, Exception):
            raise NoSuchHostError if _does_not_exist(found) else found
        machines = [ip_address(text.partition("%")[0]) for text in found]
        allowed = [machine for machine in machines if permitted(machine, allow_private=self.allow_private)]
        if not allowed:
            raise ForbiddenError(literal=host in found)
        return allowed[:MOST_ADDRESSES]


def _does_not_exist(error: Exception) -> bool:
    """Whether a failed look-up says that there is no such name; a label over 63 letters is a UnicodeError."""
    nowhere = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}
    return isinstance(error, UnicodeError) or (isinstance(error, socket.gaierror) and error.errno in nowhere)


def _in_thread(resolve: Resolver, host: str) -> "asyncio.Future[list[str] | Exception]":
    """What a look-up brings. It runs in a daemon thread: nothing waits for one that hangs, not even the exit."""
    loop = asyncio.get_running_loop()
    future: asyncio.Future[list[str] | Exception] = loop.create_future()

    def settle(result: list[str] | Exception) -> None:
        if not future.done():
            future.set_result(result)

    def look_up() -> None:
        result: list[str] | Exception
        try:
            result = resolve(host)
        except (OSError, UnicodeError) as error:
            result = error
        with suppress(RuntimeError):  # the run is over, and its loop closed
            loop.call_soon_threadsafe(settle, result)

    threading.Thread(target=look_up, name=f"look up {host}", daemon=True).start()
    return future
