"""Decide which hosts, ports and addresses may be connected to, at the moment of connecting.

A name is resolved once, and the address that was checked is the one that is used: the name cannot change in
between. Other notations of an address (decimal, octal, IPv6-mapped) are resolved by then.
"""

import ipaddress
import socket
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

PUBLIC_PORTS = frozenset({80, 443})

MAX_ADDRESSES = 3
"""Only the first few addresses of a name are tried: a host that does not answer must not cost much time."""

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_INTERNAL = tuple(
    map(
        ipaddress.ip_network,
        (
            "::/96",  # addresses with an IPv4 address in them, RFC 4291
            "64:ff9b:1::/48",  # translation within a network, RFC 8215
            "fec0::/10",  # site-local, RFC 3879
            "192.0.0.0/24",  # protocol assignments, RFC 6890
            "192.88.99.0/24",  # relays of 6to4, RFC 7526
            "100.64.0.0/10",  # shared by the customers of a provider, RFC 6598
            "2001:20::/28",  # identifiers that are no places, RFC 7343
            "3fff::/20",  # documentation, RFC 9637
            "5f00::/16",  # segment routing, RFC 9602
        ),
    )
)
"""Ranges that Python, in one of its versions or in all, takes for public."""

_METADATA = frozenset({"168.63.129.16", "fd00:ec2::254"})
"""Cloud metadata services outside the ranges that are private anyway (169.254.169.254 is in one)."""

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class ForbiddenAddress(Exception):
    """An address must not be connected to; the message says why."""


@dataclass(frozen=True)
class AddressGuard:
    """Allows only public addresses, or with `private` all."""

    private: bool = False
    resolve: Callable[..., list[Any]] = socket.getaddrinfo

    def check_url(self, url: str) -> None:
        """Check what is known before the name is resolved; raises `ForbiddenAddress`."""
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError as error:
            raise ForbiddenAddress("not a web address") from error
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ForbiddenAddress("only http and https addresses are followed")
        if "@" in parts.netloc:
            raise ForbiddenAddress("an address with a user name is not followed")
        self._check_port(port or (443 if parts.scheme == "https" else 80))

    def allowed_addresses(self, host: str, port: int) -> list[str]:
        """Resolve `host` to numeric addresses; raises `ForbiddenAddress` if any of them is not public."""
        self._check_port(port)
        found = self.resolve(host, port, type=socket.SOCK_STREAM)
        numeric = list(dict.fromkeys(str(info[4][0]) for info in found))
        if not self.private:
            for address in numeric:
                if not is_public(address):
                    raise ForbiddenAddress(f"{host} leads to the private address {address}")
        return numeric[:MAX_ADDRESSES]

    def _check_port(self, port: int) -> None:
        if not self.private and port not in PUBLIC_PORTS:
            raise ForbiddenAddress(f"port {port} is not followed")


def is_public(text: str) -> bool:
    """Whether the numeric address `text`, or the IPv4 address within it, is a public one."""
    try:
        address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return False
    if any(address in network for network in _INTERNAL):
        return False
    inner = _unwrap(address)
    is_internal = str(inner) in _METADATA or any(inner in network for network in _INTERNAL)
    return inner.is_global and not inner.is_multicast and not is_internal


def _unwrap(address: _Address) -> _Address:
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else address)
