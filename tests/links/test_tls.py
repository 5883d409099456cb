"""TLS with a certificate authority of this test: names, trust and the deadline are checked."""

import socket
import ssl
import threading
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import trustme

from generator.links.http.answer import FailureCause, NoAnswer
from generator.links.http.guard import AddressGuard
from generator.links.http.session import Session
from tests.links.fakes.server import Reply, Request, Server

PATIENCE = 300.0
"""Seconds for a request that is answered, on the slowest machine."""


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


def hello(request: Request) -> Reply:
    return Reply(200, b"hello")


@pytest.fixture
def secure(authority: trustme.CA) -> Iterator[Server]:
    """A server for the name `name.org`."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("name.org").configure_cert(context)
    server = Server(hello)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=ThreadingHTTPServer.serve_forever, args=(server, 0.01), daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


def here(host: str, port: int, **options: Any) -> list[Any]:
    return [(2, 1, 6, "", ("127.0.0.1", port))]


def session(trusted: Path | None = None) -> Session:
    return Session(AddressGuard(private=True, resolve=here), "test", authorities=str(trusted or ""))


def test_a_trusted_certificate_is_accepted_for_its_name_only(
    secure: Server, authority: trustme.CA, tmp_path: Path
) -> None:
    bundle = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(str(bundle))
    trusting, port = session(bundle), secure.server_address[1]
    for _ in range(2):
        assert trusting.send("GET", f"https://name.org:{port}/", seconds=PATIENCE).body == b"hello"
    assert secure.max_open == 1
    with pytest.raises(NoAnswer, match="hostname mismatch") as caught:
        trusting.send("GET", f"https://other.org:{port}/", seconds=PATIENCE)
    assert caught.value.cause is FailureCause.TLS


def test_authorities_are_read_once_for_all_connections(
    secure: Server, authority: trustme.CA, tmp_path: Path
) -> None:
    bundle = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(str(bundle))
    url = f"https://name.org:{secure.server_address[1]}/"
    assert session(bundle).send("GET", url, seconds=PATIENCE).body == b"hello"
    bundle.unlink()
    assert session(bundle).send("GET", url, seconds=PATIENCE).body == b"hello"


def test_an_unknown_authority_is_refused(secure: Server) -> None:
    with pytest.raises(NoAnswer, match="certificate") as caught:
        session().send("GET", f"https://name.org:{secure.server_address[1]}/", seconds=PATIENCE)
    assert caught.value.cause is FailureCause.TLS


def test_a_handshake_that_never_ends_times_out() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(NoAnswer) as caught:
        session().send("GET", f"https://name.org:{silent.getsockname()[1]}/", seconds=0.3)
    assert caught.value.cause is FailureCause.TIMEOUT
