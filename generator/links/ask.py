"""Ask all services side by side; answers come back one by one to the thread that asks for them."""

import queue
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.links.providers.client import ServiceDown
from generator.links.service import Provider
from generator.links.verdict import Answer, Target, unknown


@dataclass(frozen=True, slots=True)
class _Ended:
    """A service has told all it will; `fault` is a bug of ours, to be raised where it is seen."""

    fault: BaseException | None = None


def ask_services(
    providers: Mapping[str, Provider], due: Mapping[str, Sequence[str]]
) -> Iterator[tuple[Target, Answer]]:
    """An answer for each target of `due`, in the order in which they come.

    The threads are daemons, so that Ctrl-C need not wait for a slow server.
    """
    answers: queue.SimpleQueue[tuple[Target, Answer] | _Ended] = queue.SimpleQueue()
    for service, ids in due.items():
        arguments = (service, providers[service], ids, answers)
        threading.Thread(target=_serve, args=arguments, daemon=True).start()
    running = len(due)
    while running:
        got = answers.get()
        if isinstance(got, _Ended):
            running -= 1
            if got.fault:
                raise got.fault
        else:
            yield got


def _serve(
    service: str,
    provider: Provider,
    ids: Sequence[str],
    answers: "queue.SimpleQueue[tuple[Target, Answer] | _Ended]",
) -> None:
    left = dict.fromkeys(ids)

    def on_answer(id_: str, answer: Answer) -> None:
        left.pop(id_, None)
        answers.put((Target(service, id_), answer))

    try:
        try:
            provider.check(ids, on_answer)
        except ServiceDown as error:
            for id_ in list(left):
                on_answer(id_, unknown(str(error)))
    except BaseException as error:  # raised again in the thread that waits
        answers.put(_Ended(error))
    else:
        answers.put(_Ended())
