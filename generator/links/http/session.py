"""Send one request within limits: the status, headers and first bytes of the answer, or why there is none."""

import socket
import ssl
import zlib
from collections.abc import Iterator, Mapping
from json import dumps
from typing import Any
from urllib.parse import urlencode

from urllib3 import BaseHTTPResponse, Timeout
from urllib3.exceptions import HTTPError, NameResolutionError

from generator.links.http.answer import FailureCause, NoAnswer, Response
from generator.links.http.connection import CONNECT_TIMEOUT, describe_tls_error, make_pools
from generator.links.http.deadline import DeadlineSocket, TooManyBytes, request_limits
from generator.links.http.guard import AddressGuard, ForbiddenAddress
from generator.links.http.hearing import Hearing

MAX_ANSWER_BYTES = 2 * 1024 * 1024
"""A full batch of the largest service is about a quarter of a megabyte."""

MAX_HEADER_BYTES = 256 * 1024
"""Bytes of headers and framing that an answer may have in addition to its body."""

_WITHOUT_BODY = frozenset({301, 302, 303, 307, 308})
"""The status of redirects: nobody needs their body."""

_CHUNK = 16 * 1024

_RAW: dict[str, Any] = {
    "redirect": False,
    "retries": False,
    "preload_content": False,
    "decode_content": False,
    "timeout": Timeout(CONNECT_TIMEOUT, DeadlineSocket.read_timeout),
}
"""Options of each request: an answer comes as the server sends it, its body still unread."""

_FROM_A_SERVER = frozenset({FailureCause.TLS, FailureCause.PROTOCOL})
"""Failures that only a server can cause: there is a network."""


class Session:
    """Connections to one service, or to the plain web; several threads may use them.

    Nothing comes from the environment (no proxy, no .netrc), no cookie is kept, no redirect is followed.
    """

    def __init__(
        self,
        guard: AddressGuard,
        agent: str,
        connections: int = 4,
        hearing: Hearing | None = None,
        authorities: str = "",
    ) -> None:
        self._guard, self._hearing = guard, hearing or Hearing()
        self._headers = {"User-Agent": agent, "Accept": "*/*", "Accept-Encoding": "identity"}
        self._pools = make_pools(guard, connections, authorities)

    def send(
        self,
        method: str,
        url: str,
        *,
        limit: int = MAX_ANSWER_BYTES,
        seconds: float,
        keep_part: bool = False,
        headers: Mapping[str, str] | None = None,
        params: Mapping[str, Any] | None = None,
        json: Any = None,
    ) -> Response:
        """Send one request, with `json` as its body; raises `NoAnswer` without a usable answer in `seconds`.

        With `keep_part` a body that ends early, or does not end in time, counts as far as it came.
        """
        try:
            self._guard.check_url(url)
            with request_limits(seconds, limit + MAX_HEADER_BYTES):
                answer = self._ask(method, _add_query(url, params), headers or {}, json)
                response = _read(answer, method, limit, keep_part)
        except ForbiddenAddress as error:
            raise NoAnswer(FailureCause.FORBIDDEN, str(error)) from error
        except (HTTPError, OSError, ValueError) as error:
            failure = _classify(error)
            self._hearing.note(answered=failure.cause in _FROM_A_SERVER)
            raise failure from error
        self._hearing.note(answered=True)
        return response

    def _ask(self, method: str, url: str, headers: Mapping[str, str], json: Any) -> BaseHTTPResponse:
        sent, body = {**self._headers, **headers}, None
        if json is not None:
            sent["Content-Type"], body = "application/json", dumps(json)
        return self._pools.urlopen(method, url, headers=sent, body=body, **_RAW)


def _add_query(url: str, params: Mapping[str, Any] | None) -> str:
    return f"{url}{'&' if '?' in url else '?'}{urlencode(params, doseq=True)}" if params else url


def _read(answer: BaseHTTPResponse, method: str, limit: int, keep_part: bool) -> Response:
    with answer:
        if method == "HEAD" or answer.status in _WITHOUT_BODY:
            limit = min(limit, _CHUNK)  # read nevertheless: only then can the connection be reused
        body, whole = _read_body(answer, limit, keep_part)
    return Response(answer.status, answer.headers, body, whole)


def _read_body(answer: BaseHTTPResponse, limit: int, keep_part: bool) -> tuple[bytes, bool]:
    """At most `limit` bytes of the body, and whether that is all of it.

    We decompress it ourselves, because `urllib3` has no limit: a small body can become very large.
    """
    raw, has_ended = _cut(answer, limit, keep_part)
    coding = answer.headers.get("Content-Encoding", "identity").strip().lower()
    if coding in ("identity", ""):
        return raw[:limit], has_ended and len(raw) <= limit
    if coding not in ("gzip", "x-gzip", "deflate"):
        return b"", False
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32)
    try:
        body = unpacker.decompress(raw[:limit], limit)
    except zlib.error:
        return b"", False
    return body, unpacker.eof and has_ended and len(raw) <= limit


def _cut(answer: BaseHTTPResponse, limit: int, keep_part: bool) -> tuple[bytes, bool]:
    """A little more than `limit` bytes, and whether the body ended as it should."""
    raw = bytearray()
    try:
        for chunk in answer.stream(_CHUNK, decode_content=False):
            raw += chunk
            if len(raw) > limit:
                break
    except (HTTPError, OSError):
        if not keep_part:
            raise
        return bytes(raw[: limit + 1]), False
    return bytes(raw[: limit + 1]), True


_CAUSES: tuple[tuple[tuple[type[BaseException], ...], NoAnswer], ...] = (
    ((TooManyBytes,), NoAnswer(FailureCause.PROTOCOL, "too large")),
    ((TimeoutError,), NoAnswer(FailureCause.TIMEOUT)),
    ((ConnectionError,), NoAnswer(FailureCause.CONNECT, "refused or reset")),
    ((UnicodeError, ValueError), NoAnswer(FailureCause.PROTOCOL)),
    ((OSError,), NoAnswer(FailureCause.CONNECT)),
)
"""What an error means: the first row with the type of any error in the chain decides."""


def _classify(error: BaseException) -> NoAnswer:
    chain = list(_list_chain(error))
    for found in chain:
        if isinstance(found, NameResolutionError):
            return _classify_name_error(chain)
        if isinstance(found, ssl.SSLError):
            return NoAnswer(FailureCause.TLS, describe_tls_error(found))
    for kinds, cause in _CAUSES:
        if any(isinstance(found, kinds) for found in chain):
            return NoAnswer(cause.cause, cause.detail)
    return NoAnswer(FailureCause.PROTOCOL)


def _classify_name_error(chain: list[BaseException]) -> NoAnswer:
    """Distinguish a name that does not exist from a resolver that does not answer."""
    numbers = {found.errno for found in chain if isinstance(found, socket.gaierror)}
    absent = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}
    return (
        NoAnswer(FailureCause.NAME)
        if numbers & absent
        else NoAnswer(FailureCause.CONNECT, "the name is not resolved now")
    )


def _list_chain(error: BaseException | None) -> Iterator[BaseException]:
    """The error and all errors that it wraps, each once."""
    seen: set[int] = set()
    stack = [error]
    while stack:
        current = stack.pop(0)
        if current is None or id(current) in seen:
            continue
        seen.add(id(current))
        yield current
        wrapped = getattr(current, "reason", None)
        stack += [
            current.__cause__,
            current.__context__,
            wrapped if isinstance(wrapped, BaseException) else None,
        ]
        stack += [value for value in current.args if isinstance(value, BaseException)]
