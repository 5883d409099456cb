"""Connections that go only where the guard allows, and that keep to the deadline."""

import socket
import ssl
import threading
from functools import cache
from typing import Any, ClassVar

import certifi
from urllib3 import PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError
from urllib3.util.connection import create_connection
from urllib3.util.ssl_ import create_urllib3_context

from generator.links.http.deadline import DeadlineSSLSocket, add_deadline, remaining_seconds
from generator.links.http.guard import AddressGuard

CONNECT_TIMEOUT = 10.0


class _Guarded(HTTPConnection):
    """Resolves a name once, asks the guard, and connects to exactly the address that the guard checked."""

    guard: ClassVar[AddressGuard]

    def _new_conn(self) -> socket.socket:
        try:
            addresses = self.guard.allowed_addresses(self.host, int(self.port or 80))
        except (socket.gaierror, UnicodeError) as error:
            cause = (
                error
                if isinstance(error, socket.gaierror)
                else socket.gaierror(socket.EAI_NONAME, str(error))
            )
            raise NameResolutionError(self.host, self, cause) from cause
        return self._connect_to(addresses)

    def _connect_to(self, addresses: list[str]) -> socket.socket:
        failure: OSError = OSError("no address")
        for address in addresses:
            try:
                plain = create_connection(
                    (address, int(self.port or 80)),
                    remaining_seconds(CONNECT_TIMEOUT),
                    socket_options=self.socket_options,
                )
            except OSError as error:
                failure = error
            else:
                return add_deadline(plain)
        if isinstance(failure, TimeoutError):
            raise ConnectTimeoutError(self, "the host does not answer") from failure
        raise NewConnectionError(self, f"no connection: {failure}") from failure


class _GuardedTLS(_Guarded, HTTPSConnection):
    authorities: ClassVar[str]

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options, ssl_context=_trust(self.authorities))


def make_pools(guard: AddressGuard, connections: int, authorities: str) -> PoolManager:
    """Make pools of connections that go only where the guard allows, through no proxy.

    `authorities` is the file of those that may certify a host.
    """
    plain = type("Plain", (_Guarded,), {"guard": guard})
    secure = type("Secure", (_GuardedTLS,), {"guard": guard, "authorities": authorities})
    pools = PoolManager(connections, maxsize=connections)
    pools.pool_classes_by_scheme = {
        "http": type("PlainPool", (HTTPConnectionPool,), {"ConnectionCls": plain}),
        "https": type("SecurePool", (HTTPSConnectionPool,), {"ConnectionCls": secure}),
    }
    return pools


_loading = threading.Lock()


def _trust(authorities: str) -> ssl.SSLContext:
    """The one context for all connections: to read the authorities takes 20 ms."""
    with _loading:
        return _make_context(authorities)


@cache
def _make_context(authorities: str) -> ssl.SSLContext:
    context = create_urllib3_context()
    context.sslsocket_class = DeadlineSSLSocket
    context.load_verify_locations(authorities or certifi.where())
    return context


def describe_tls_error(error: ssl.SSLError) -> str:
    """Describe in a few words what is wrong with a host's TLS."""
    return (
        str(getattr(error, "verify_message", "") or getattr(error, "reason", "") or "TLS error")
        .replace("_", " ")
        .lower()
    )
