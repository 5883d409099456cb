"""Sockets that give up when a request has had its time or its bytes, however they come."""

import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_thread = threading.local()


class TooManyBytes(OSError):
    """More bytes than a request may bring."""


@contextmanager
def request_limits(seconds: float, most: int) -> Iterator[None]:
    """What this thread receives within the block must come within `seconds`, and be `most` bytes at most."""
    _thread.ends, _thread.left = time.monotonic() + seconds, most
    try:
        yield
    finally:
        _thread.ends = _thread.left = None


def remaining_seconds(most: float) -> float:
    """Seconds that the next wait may last: at most `most`, and not beyond the deadline."""
    ends: float | None = getattr(_thread, "ends", None)
    if ends is None:
        return most
    rest = ends - time.monotonic()
    if rest <= 0:
        raise TimeoutError("the time for this request is over")
    return min(most, rest)


def count_received(received: int) -> int:
    """Count bytes that came; `TooMuch` once the bound is passed."""
    left: int | None = getattr(_thread, "left", None)
    if left is not None:
        _thread.left = left - received
        if received > left:
            raise TooManyBytes("more bytes than a request may bring")
    return received


class DeadlineSocket(socket.socket):
    """A socket that looks at the bounds before it waits for bytes."""

    read_timeout = 15.0

    def recv_into(self, *arguments: Any, **options: Any) -> int:
        """Receive as ever, but not beyond the bounds."""
        self.settimeout(remaining_seconds(self.read_timeout))
        return count_received(super().recv_into(*arguments, **options))


class DeadlineSSLSocket(ssl.SSLSocket):
    """The same under TLS, its handshake included."""

    read_timeout = 15.0

    def recv_into(self, *arguments: Any, **options: Any) -> int:
        """Receive as ever, but not beyond the bounds."""
        self.settimeout(remaining_seconds(self.read_timeout))
        return count_received(super().recv_into(*arguments, **options))

    def do_handshake(self, block: bool = False) -> None:
        """Shake hands as ever, but not beyond the deadline."""
        self.settimeout(remaining_seconds(self.read_timeout))
        super().do_handshake(block)


def add_deadline(plain: socket.socket) -> DeadlineSocket:
    """The same connection as a `DeadlineSocket`; `plain` is no longer usable."""
    timeout = plain.gettimeout()
    adopted = DeadlineSocket(plain.family, plain.type, plain.proto, fileno=plain.detach())
    adopted.settimeout(timeout)
    return adopted
