"""Ask all services at the same time; the answers come back one by one in the caller's thread."""

import math
import queue
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from generator.links.answers.verdict import Answer, Target, skipped
from generator.links.asking.client import ServiceDown
from generator.links.asking.service import Provider

_LONGEST_WAIT = 3600.0
"""Seconds of one wait; a longer time is waited for in parts, as Python refuses waits of centuries."""


@dataclass(frozen=True, slots=True)
class _Finished:
    """A service has no more answers; `error` is a bug of ours, which the caller's thread raises."""

    error: BaseException | None = None


_Item = tuple[Target, Answer] | _Finished
_Queue = queue.SimpleQueue[_Item]


def ask_services(
    providers: Mapping[str, Provider],
    due: Mapping[str, Sequence[str]],
    seconds_left: Callable[[], float] = lambda: math.inf,
) -> Iterator[tuple[Target, Answer]]:
    """Yield an answer for each target of `due`, in the order in which the answers come.

    When no seconds are left it yields what has come by then and ends, whatever a service waits for.
    """
    if not due or seconds_left() <= 0:
        return
    answers: _Queue = queue.SimpleQueue()
    for service, ids in due.items():
        arguments = (service, providers[service], ids, answers)
        # A daemon thread does not keep the program alive, so Ctrl-C need not wait for a slow server.
        threading.Thread(target=_ask_service, args=arguments, daemon=True).start()
    running = len(due)
    for item in _take_in_time(answers, seconds_left):
        if not isinstance(item, _Finished):
            yield item
            continue
        if item.error:
            raise item.error
        running -= 1
        if not running:
            return


def _take_in_time(answers: _Queue, seconds_left: Callable[[], float]) -> Iterator[_Item]:
    """Yield what comes until no seconds are left, and then what has come by then."""
    while (left := seconds_left()) > 0:
        # Whether the time is up only `seconds_left` decides: its clock need not be the machine's.
        with suppress(queue.Empty):
            yield answers.get(timeout=min(left, _LONGEST_WAIT))
    for _ in range(answers.qsize()):
        yield answers.get()


def _ask_service(service: str, provider: Provider, ids: Sequence[str], answers: _Queue) -> None:
    unanswered = dict.fromkeys(ids)

    def on_answer(id_: str, answer: Answer) -> None:
        unanswered.pop(id_, None)
        answers.put((Target(service, id_), answer))

    try:
        try:
            provider.check(ids, on_answer)
        except ServiceDown as error:
            for id_ in list(unanswered):
                on_answer(id_, skipped(str(error)))
    except BaseException as error:  # the caller's thread raises it; it would be lost in this one
        answers.put(_Finished(error))
    else:
        answers.put(_Finished())
