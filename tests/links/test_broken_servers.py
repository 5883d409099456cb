"""The plain web against servers and connections that break: nothing is dead that only failed."""

import functools
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import Any

import pytest

from generator.links.answers.verdict import Verdict
from generator.links.asking import service
from generator.links.http.answer import Response
from generator.links.http.guard import AddressGuard
from generator.links.http.session import Session
from generator.links.providers import web
from tests.links.conftest import check_web
from tests.links.fakes.server import FakeClock, Reply, Request, serving


@contextmanager
def raw(serve: Callable[[socket.socket], None]) -> Iterator[str]:
    """Serve with a bare socket, for answers that no HTTP library would give."""
    listener = socket.create_server(("127.0.0.1", 0))
    stopped = threading.Event()

    def accept() -> None:
        while not stopped.is_set():
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with connection, suppress(OSError):
                serve(connection)

    thread = threading.Thread(target=accept, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/page"
    finally:
        stopped.set()
        # A thread still in `accept` would take a connection of the next server whose socket has this number.
        listener.shutdown(socket.SHUT_RDWR)
        thread.join()
        listener.close()


@contextmanager
def silent() -> Iterator[tuple[str, list[socket.socket]]]:
    """Serve with a server that never answers; yields its address and its open connections."""
    asked: list[socket.socket] = []
    with ExitStack() as stack:

        def keep(connection: socket.socket) -> None:
            asked.append(stack.enter_context(connection.dup()))

        with raw(keep) as url:
            yield url, asked


def reset(connection: socket.socket) -> None:
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")


def reset_after_request(connection: socket.socket) -> None:
    connection.recv(4096)
    reset(connection)


def babble(connection: socket.socket) -> None:
    connection.recv(4096)
    connection.sendall(b"220 mail ready\r\n\r\n")


def close_early(connection: socket.socket) -> None:
    connection.recv(4096)
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc")


@pytest.mark.usefixtures("fast")
@pytest.mark.parametrize("serve", [reset, reset_after_request, babble])
def test_broken_servers_are_unknown(serve: Callable[[socket.socket], None]) -> None:
    with raw(serve) as url:
        assert check_web([url])[url].verdict is Verdict.UNKNOWN


@pytest.mark.usefixtures("fast")
def test_a_body_that_ends_early_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    with raw(close_early) as url:
        assert check_web([url])[url].verdict is Verdict.OK


@pytest.mark.usefixtures("fast")
def test_a_port_where_nobody_listens_is_unknown() -> None:
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    url = f"http://127.0.0.1:{port}/"
    assert check_web([url])[url].verdict is Verdict.UNKNOWN


@pytest.mark.usefixtures("fast")
@pytest.mark.parametrize(
    ("number", "verdict"), [(socket.EAI_NONAME, Verdict.DEAD), (socket.EAI_AGAIN, Verdict.UNKNOWN)]
)
def test_a_name_that_does_not_exist_is_dead(
    number: int, verdict: Verdict, monkeypatch: pytest.MonkeyPatch
) -> None:
    def resolve(*arguments: object, **options: object) -> list[object]:
        raise socket.gaierror(number, "by a resolver of this test")

    guard = functools.partial(AddressGuard, resolve=resolve)
    monkeypatch.setattr(service, "AddressGuard", guard)
    assert check_web(["http://gone.org/"])["http://gone.org/"].verdict is verdict


@pytest.mark.usefixtures("fast")
def test_a_server_that_hangs_is_asked_twice_until_the_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "MAX_REQUEST_SECONDS", 0.2)
    with silent() as (url, asked):
        found = check_web([url])[url]
    assert found.verdict is Verdict.UNKNOWN
    assert found.detail == "timed out"
    assert len(asked) <= 2, "a link that hangs is asked by HEAD and by GET, no more"


def test_a_link_has_a_deadline_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two requests take three quarters of it each: the second may take the rest, a third is not sent."""
    clock, allowed = FakeClock(), []

    def answer(request: Request) -> Reply:
        clock.sleep(0.75 * web.MAX_LINK_SECONDS)
        return Reply(302, b"", {"Location": "/next"}) if request.path == "/page" else Reply(500)

    def note(self: Session, *arguments: Any, seconds: float, **options: Any) -> Response:
        allowed.append(seconds)
        return send(self, *arguments, seconds=seconds, **options)

    send = Session.send
    monkeypatch.setattr(Session, "send", note)
    with serving(answer) as server:
        url = f"{server.url}/page"
        assert check_web([url], clock=clock)[url].verdict is Verdict.UNKNOWN
    assert allowed == [web.MAX_REQUEST_SECONDS, 0.25 * web.MAX_LINK_SECONDS]
