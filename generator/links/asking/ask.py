"""Ask all services at the same time; the answers come back one by one in the caller's thread."""

import math
import queue
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.links.answers.verdict import Answer, Target, skipped
from generator.links.asking.client import ServiceDown
from generator.links.asking.service import Provider


@dataclass(frozen=True, slots=True)
class _Finished:
    """A service has no more answers; `error` is a bug of ours, which the caller's thread raises."""

    error: BaseException | None = None


def ask_services(
    providers: Mapping[str, Provider],
    due: Mapping[str, Sequence[str]],
    seconds_left: Callable[[], float] = lambda: math.inf,
) -> Iterator[tuple[Target, Answer]]:
    """Yield an answer for each target of `due`, in the order in which the answers come.

    It ends when no seconds are left, whatever a service waits for.
    """
    if seconds_left() <= 0:
        return
    answers: queue.SimpleQueue[tuple[Target, Answer] | _Finished] = queue.SimpleQueue()
    for service, ids in due.items():
        arguments = (service, providers[service], ids, answers)
        # A daemon thread does not keep the program alive, so Ctrl-C need not wait for a slow server.
        threading.Thread(target=_ask_service, args=arguments, daemon=True).start()
    running = len(due)
    while running and (left := seconds_left()) > 0:
        try:
            item = answers.get(timeout=None if math.isinf(left) else left)
        except queue.Empty:
            return
        if isinstance(item, _Finished):
            running -= 1
            if item.error:
                raise item.error
        else:
            yield item


def _ask_service(
    service: str,
    provider: Provider,
    ids: Sequence[str],
    answers: "queue.SimpleQueue[tuple[Target, Answer] | _Finished]",
) -> None:
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
