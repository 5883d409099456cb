"""Sockets that stop when a request has used up its time or its bytes.

The timeouts of `urllib3` start again with each byte received: a slow server could hold a request for days.
"""

import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_thread = threading.local()


class TooManyBytes(OSError):
    """A request received more bytes than it may."""


@contextmanager
def request_limits(seconds: float, max_bytes: int) -> Iterator[None]:
    """Let this thread receive within the block no longer than `seconds` and no more than `max_bytes`."""
    _thread.ends, _thread.left = time.monotonic() + seconds, max_bytes
    try:
        yield
    finally:
        _thread.ends = _thread.left = None


def remaining_seconds(longest: float) -> float:
    """The seconds that the next wait may last: `longest`, or less if the deadline is sooner.

    Raises `TimeoutError` after the deadline.
    """
    ends: float | None = getattr(_thread, "ends", None)
    if ends is None:
        return longest
    rest = ends - time.monotonic()
    if rest <= 0:
        raise TimeoutError("the time for this request is over")
    return min(longest, rest)


def count_received(received: int) -> int:
    """Count received bytes and return their number; raises `TooManyBytes` beyond the limit."""
    left: int | None = getattr(_thread, "left", None)
    if left is not None:
        _thread.left = left - received
        if received > left:
            raise TooManyBytes("more bytes than a request may receive")
    return received


class DeadlineSocket(socket.socket):
    """A socket that checks the limits before it waits for bytes."""

    read_timeout = 15.0

    def recv_into(self, *arguments: Any, **options: Any) -> int:
        """Receive bytes, but not beyond the limits."""
        self.settimeout(remaining_seconds(self.read_timeout))
        return count_received(super().recv_into(*arguments, **options))


class DeadlineSSLSocket(ssl.SSLSocket):
    """The same for TLS, including its handshake."""

    read_timeout = 15.0

    def recv_into(self, *arguments: Any, **options: Any) -> int:
        """Receive bytes, but not beyond the limits."""
        self.settimeout(remaining_seconds(self.read_timeout))
        return count_received(super().recv_into(*arguments, **options))

    def do_handshake(self, block: bool = False) -> None:
        """Do the handshake, but not beyond the deadline."""
        self.settimeout(remaining_seconds(self.read_timeout))
        super().do_handshake(block)


def add_deadline(plain: socket.socket) -> DeadlineSocket:
    """Turn the connection into a `DeadlineSocket`; `plain` is no longer usable."""
    timeout = plain.gettimeout()
    adopted = DeadlineSocket(plain.family, plain.type, plain.proto, fileno=plain.detach())
    adopted.settimeout(timeout)
    return adopted
