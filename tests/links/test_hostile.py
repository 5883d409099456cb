"""Hostile servers cost a few requests, each with its deadline, and 50 MB; the worst verdict is `unknown`."""

import json
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.links.answers.verdict import Answer, Verdict
from generator.links.asking.ask import ask_services
from generator.links.asking.service import ClientContext
from generator.links.gathering.recognize import recognize
from generator.links.providers import web
from generator.links.services import LINK_SERVICES, SERVICES
from tests.links import hostile_child
from tests.links.fakes.hostile import ATTACKS, Attack
from tests.links.fakes.server import FakeClock
from tests.running import running

MAX_MEBIBYTES = 50.0
REQUESTS = 12
"""Most requests for one target: three registries, each asked up to four times."""


@contextmanager
def attacking(attack: Callable[[socket.socket, bytes], None]) -> Iterator[str]:
    """Serve with a server that reads a request's head and answers with `attack`."""
    listener = socket.create_server(("127.0.0.1", 0), backlog=64)

    def serve(connection: socket.socket) -> None:
        with connection, suppress(OSError):
            head = b""
            while b"\r\n\r\n" not in head and (chunk := connection.recv(65536)):
                head += chunk
            attack(connection, head)

    def accept() -> None:
        with suppress(OSError):
            while True:
                connection, _ = listener.accept()
                threading.Thread(target=serve, args=(connection,), daemon=True).start()

    thread = threading.Thread(target=accept, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join()


def with_get(attack: Attack, asked: list[bytes]) -> Callable[[socket.socket, bytes], None]:
    """Refuse HEAD, so that the body is asked for; `asked` collects the requests."""

    def serve(connection: socket.socket, head: bytes) -> None:
        asked.append(head)
        if head.startswith(b"HEAD"):
            connection.sendall(b"HTTP/1.1 405 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        else:
            attack(connection)

    return serve


@pytest.fixture(scope="module")
def asking() -> Iterator[subprocess.Popen[str]]:
    """The running `hostile_child`, so that it is loaded once."""
    command = [sys.executable, "-m", hostile_child.__name__]
    with running(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        yield child


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.__name__)
def test_an_attack_costs_a_few_requests_and_little_memory(
    attack: Attack, asking: subprocess.Popen[str]
) -> None:
    """All services attack at once, so the memory is that of six attacks.

    The child has a limit of processor time, and ends at all because each request has its deadline.
    """
    assert asking.stdin
    assert asking.stdout
    asked: list[bytes] = []
    with attacking(with_get(attack, asked)) as url:
        asking.stdin.write(f"{url}\n")
        asking.stdin.flush()
        cost = json.loads(asking.stdout.readline())
    sys.stdout.write(f"{attack.__name__} {cost['mebibytes']:.1f} MiB {len(asked)} requests\n")
    assert cost["mebibytes"] <= MAX_MEBIBYTES
    assert len(asked) <= REQUESTS * len(SERVICES)
    assert cost["verdicts"].pop("web") in (Verdict.UNKNOWN, Verdict.OK)
    assert set(cost["verdicts"].values()) == {Verdict.UNKNOWN}


HEADS = st.sampled_from(
    [
        b"",
        b"HTTP/1.1 200 OK\r\n\r\n",
        b"HTTP/1.1 302 x\r\nLocation: ",
        b"HTTP/1.1 404 x\r\n\r\n",
        b"HTTP/1.1 429 x\r\nRetry-After: ",
    ]
)
KEYS = st.sampled_from(
    ["data", "message", "items", "result", "1", "r0", "errors", "id", "tags", "responseCode"]
) | st.text(max_size=4)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)
BODIES = st.binary(max_size=200) | JSON.map(lambda value: json.dumps(value).encode())


@pytest.fixture(scope="module")
def babbler() -> Iterator[tuple[str, list[bytes]]]:
    reply = [b""]

    def attack(connection: socket.socket, head: bytes) -> None:
        connection.sendall(reply[0])

    with attacking(attack) as url:
        yield url, reply


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(head=HEADS, body=BODIES, service=st.sampled_from(sorted(LINK_SERVICES)))
def test_any_bytes_lead_to_a_verdict(
    babbler: tuple[str, list[bytes]], monkeypatch: pytest.MonkeyPatch, head: bytes, body: bytes, service: str
) -> None:
    url, reply = babbler
    reply[0] = head + body
    for each in SERVICES:
        monkeypatch.setenv(each.variable, url)
    monkeypatch.setattr(web, "RETRY_DELAY", 0.0)
    monkeypatch.setattr(web, "MAX_WAIT", 0.0)
    context = ClientContext(FakeClock(), "medvlm-links/test", recognize, token="t", private=True, seconds=2.0)
    answers: dict[str, Answer] = {}
    id_ = hostile_child.example_id(service, f"{url}/page")
    providers = {service: LINK_SERVICES[service].provider(context)}
    answers.update({target.id: answer for target, answer in ask_services(providers, {service: [id_]})})
    assert answers[id_].verdict in Verdict
