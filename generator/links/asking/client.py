"""Ask one service: at its pace, again after a failure, and no more once it fails or refuses everything.

Two kinds of faults are kept apart. `BatchFailed` concerns all ids: no answer, an error of the server, too
many requests. `NotUnderstood` concerns the ids of one request: the service answers, but refuses them, or
says what nobody can read.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import SplitResult, urljoin, urlsplit

from generator.links.answers.verdict import Answer, dead, skipped, unknown
from generator.links.asking.pacing import Pace
from generator.links.asking.service import AnswerCallback, ClientContext, Service
from generator.links.http.answer import NoAnswer, NotUnderstood, Response

MAX_WAIT = 60.0
"""The longest pause in seconds that a server may ask for; one that asks for more is left for the next run."""

MAX_THROTTLED = 3
"""After this many refusals for too many requests the service is not asked again in this run."""

MAX_FAILURES = 3
"""After this many requests in a row that the server failed it counts as down."""

MAX_REFUSED_BATCHES = 12
"""This many refused batches in a row mean that it refuses all; one bad id in a hundred takes seven."""

_TEMPORARY = frozenset({408, 425, 429, *range(500, 600)})
_FIRST_WAIT = 2.0


class ServiceDown(Exception):
    """The service must not be asked again in this run; the message says why."""


class Throttled(ServiceDown):
    """The service refused too many requests because of its limits."""


class BatchFailed(Exception):
    """One request got no answer, or the server failed: a fault of the service, whatever was asked."""


class Client:
    """The HTTP client of one service, with its session and its pace."""

    def __init__(self, service: Service, context: ClientContext, pace: Pace) -> None:
        address = service.api_address()
        self.title, self.url = service.title, address.url
        self._context, self._pace = context, pace
        self._session = context.session(private=address.is_custom, connections=1)
        self._throttled = 0
        self.requests = 0

    def ask(
        self,
        method: str,
        path: str = "",
        *,
        temporary: frozenset[int] = _TEMPORARY,
        headers: Mapping[str, str] | None = None,
        **options: Any,
    ) -> Response:
        """Send a request up to three times and return the answer; raises `BatchFailed` if none is usable."""
        failure = ""
        for attempt in range(3):
            try:
                response = self._send_once(method, path, headers=dict(headers or {}), **options)
            except NoAnswer as error:
                failure, wait = f"does not answer ({error})", _FIRST_WAIT * 2**attempt
                if attempt:
                    break  # no third attempt: each of the two may have taken the full deadline
            else:
                if not self._is_temporary(response, temporary):
                    return response
                failure, wait = f"answers {response.status}", self._wait(response, attempt)
            self._pace.pause(wait)
        raise BatchFailed(f"{self.title} {failure}")

    def note_refusal(self, seconds: float) -> None:
        """Count a refusal for too many requests, and pause; raises `Throttled` after too many of them."""
        self._throttled += 1
        if self._throttled >= MAX_THROTTLED or seconds > MAX_WAIT:
            raise Throttled(f"{self.title} asks for fewer requests: left for the next run")
        self._pace.pause(seconds)

    def _send_once(self, method: str, path: str, **options: Any) -> Response:
        with self._pace.turn():
            self.requests += 1
            return self._session.send(method, self.url + path, seconds=self._context.seconds, **options)

    def _is_temporary(self, response: Response, temporary: frozenset[int]) -> bool:
        limited = response.status == 403 and "retry-after" in response.headers
        return response.status in temporary or limited

    def _wait(self, response: Response, attempt: int) -> float:
        asked = parse_retry_after(response.headers, self._context.clock.now())
        wait = asked if asked is not None else _FIRST_WAIT * 2**attempt
        if response.status in (403, 429):
            self.note_refusal(wait)
        return min(wait, MAX_WAIT)


def split_redirect(url: str, response: Response) -> SplitResult:
    """Return the parts of the address to which `url` redirects. Raises NotUnderstood where it is none."""
    try:
        return urlsplit(urljoin(url, response.headers.get("location", "")))
    except ValueError as error:
        raise NotUnderstood("a redirect to no address") from error


def parse_retry_after(headers: Mapping[str, str], now: datetime) -> float | None:
    """Parse a Retry-After header, seconds or a date, as seconds from `now`; None if there is none."""
    text = headers.get("retry-after", "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        date = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if date.tzinfo is None:
        date = date.replace(tzinfo=UTC)
    return max(0.0, (date - now).total_seconds())


AskBatch = Callable[[Sequence[str]], Mapping[str, Answer]]
"""Asks for several ids at once and returns the answers; ids without one were not found."""


def look_twice(ids: Sequence[str], size: int, ask: AskBatch, on_answer: AnswerCallback, absent: str) -> None:
    """Ask for `ids`, and once more for those that were not found: `absent` says what they are then."""
    missing = ask_in_batches(ids, size, ask, on_answer)
    for id_ in ask_in_batches(missing, size, ask, on_answer):
        on_answer(id_, dead(absent))


def ask_in_batches(ids: Sequence[str], size: int, ask: AskBatch, on_answer: AnswerCallback) -> list[str]:
    """Ask for `ids` in batches of `size`, and return the ids that no answer named.

    A batch that fails is asked for again in halves; a single id that fails is answered as unknown.
    Raises `ServiceDown` after too many failures in a row.
    """
    missing: list[str] = []
    faults = _Faults()
    waiting = [ids[start : start + size] for start in range(0, len(ids), size)]
    while waiting:
        batch = waiting.pop(0)
        try:
            answers = ask(batch)
        except (BatchFailed, NotUnderstood) as error:
            faults.count(error, len(batch))
            waiting[:0] = _halve(batch, error, on_answer)
            continue
        faults = _Faults()
        for id_ in batch:
            if id_ in answers:
                on_answer(id_, answers[id_])
            else:
                missing.append(id_)
    return missing


@dataclass
class _Faults:
    """The faults since the last usable answer."""

    failed: int = 0
    refused: int = 0

    def count(self, error: BatchFailed | NotUnderstood, size: int) -> None:
        """Count a fault; raises `ServiceDown` for the one after which the service is asked no more.

        The refusal of a single id says nothing about the others, so it does not count.
        """
        if isinstance(error, BatchFailed):
            self.failed += 1
        elif size > 1:
            self.refused += 1
        if self.failed >= MAX_FAILURES or self.refused >= MAX_REFUSED_BATCHES:
            raise ServiceDown(str(error)) from error


def _halve(batch: Sequence[str], error: Exception, on_answer: AnswerCallback) -> list[Sequence[str]]:
    if len(batch) == 1:
        # A server that fails says nothing about what it was asked for.
        answer = unknown if isinstance(error, NotUnderstood) else skipped
        on_answer(batch[0], answer(str(error)))
        return []
    middle = len(batch) // 2
    return [batch[:middle], batch[middle:]]


def user_agent(version: str, home: str) -> str:
    """The User-Agent: name, version and the address of the list."""
    return f"medvlm-links/{version} (+{home})" if home else f"medvlm-links/{version}"
