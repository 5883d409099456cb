"""Connections that go only where the guard allows, and that keep to the deadline."""

import socket
import ssl
from typing import Any, ClassVar

from requests.adapters import HTTPAdapter
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
        return self._connected(addresses)

    def _connected(self, addresses: list[str]) -> socket.socket:
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


class GuardedAdapter(HTTPAdapter):
    """The transport of a session: connects only where the guard allows, and never retries."""

    def __init__(self, guard: AddressGuard, connections: int) -> None:
        self._guard = guard
        super().__init__(pool_connections=connections, pool_maxsize=connections, max_retries=0)

    def init_poolmanager(self, *arguments: Any, **options: Any) -> None:
        """Make the pools use our connections and our TLS sockets."""
        context = create_urllib3_context()
        context.sslsocket_class = DeadlineSSLSocket
        super().init_poolmanager(*arguments, **options, ssl_context=context)
        self.poolmanager.pool_classes_by_scheme = _pools(self._guard)

    def proxy_manager_for(self, proxy: str, **options: Any) -> Any:
        """Refuse: a proxy would resolve names itself, where the guard cannot check the address."""
        raise ValueError(f"the link checker uses no proxy ({proxy})")


def _pools(guard: AddressGuard) -> dict[str, type[HTTPConnectionPool]]:
    plain = type("GuardedHTTP", (_Guarded,), {"guard": guard})
    secure = type("GuardedHTTPS", (_Guarded, HTTPSConnection), {"guard": guard})
    return {
        "http": type("GuardedHTTPPool", (HTTPConnectionPool,), {"ConnectionCls": plain}),
        "https": type("GuardedHTTPSPool", (HTTPSConnectionPool,), {"ConnectionCls": secure}),
    }


def describe_tls_error(error: ssl.SSLError) -> str:
    """Describe in a few words what is wrong with a host's TLS."""
    return (
        str(getattr(error, "verify_message", "") or getattr(error, "reason", "") or "TLS error")
        .replace("_", " ")
        .lower()
    )
