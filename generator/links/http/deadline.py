"""Sockets that give up when the time for their whole request is over, however slowly bytes drip."""

import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_thread = threading.local()


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Whatever this thread receives within the block must have come within `seconds`."""
    _thread.ends = time.monotonic() + seconds
    try:
        yield
    finally:
        _thread.ends = None


def remaining(most: float) -> float:
    """Seconds that the next wait may last: at most `most`, and not beyond the deadline."""
    ends: float | None = getattr(_thread, "ends", None)
    if ends is None:
        return most
    rest = ends - time.monotonic()
    if rest <= 0:
        raise TimeoutError("the time for this request is over")
    return min(most, rest)


class DeadlineSocket(socket.socket):
    """A socket that looks at the deadline before it waits for bytes."""

    read_timeout = 15.0

    def recv_into(self, *arguments: Any, **options: Any) -> int:
        """Receive as ever, but not beyond the deadline."""
        self.settimeout(remaining(self.read_timeout))
        return super().recv_into(*arguments, **options)


class DeadlineSSLSocket(ssl.SSLSocket):
    """The same under TLS, its handshake included."""

    read_timeout = 15.0

    def recv_into(self, *arguments: Any, **options: Any) -> int:
        """Receive as ever, but not beyond the deadline."""
        self.settimeout(remaining(self.read_timeout))
        return super().recv_into(*arguments, **options)

    def do_handshake(self, block: bool = False) -> None:
        """Shake hands as ever, but not beyond the deadline."""
        self.settimeout(remaining(self.read_timeout))
        super().do_handshake(block)


def adopt(plain: socket.socket) -> DeadlineSocket:
    """The same connection as a `DeadlineSocket`; `plain` is no longer usable."""
    timeout = plain.gettimeout()
    adopted = DeadlineSocket(plain.family, plain.type, plain.proto, fileno=plain.detach())
    adopted.settimeout(timeout)
    return adopted
