"""Keep tests off the network: connections to other machines and lookups of their names are refused.

`conftest.py` imports this module and puts this folder on the path of every Python program that a test starts.
"""

import ipaddress
import socket
import sys
from typing import Any

ATTEMPTS: list[str] = []
"""The refused attempts: an exception in a thread might go unnoticed."""

_HERE = frozenset({None, "", b"", "localhost", b"localhost"})


class NetworkReached(BaseException):
    """A test tried to reach the network.

    It is not an `Exception`, so that code that tolerates servers without an answer does not hide it.
    """


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        _, address = arguments
        if isinstance(address, tuple) and not _is_here(address[0]):
            _refuse(f"connects to {address[0]}")
    elif event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"):
        host = arguments[0]
        if not (host in _HERE or _is_number(host)):
            _refuse(f"asks for the address of {host}")


def _refuse(what: str) -> None:
    ATTEMPTS.append(what)
    raise NetworkReached(f"a test {what}: give it a server of this machine")


def _is_here(host: str) -> bool:
    return host in _HERE or (_is_number(host) and ipaddress.ip_address(host).is_loopback)


def _is_number(host: Any) -> bool:
    """Whether `host` is a number, which is resolved without the network: `127.1` is one too."""
    text = host.decode("ascii", "replace") if isinstance(host, bytes) else host
    try:
        ipaddress.ip_address(text)
    except ValueError:
        try:
            socket.inet_aton(text)
        except OSError:
            return False
    return True


sys.addaudithook(_watch)
