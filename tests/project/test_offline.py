"""Tests reach no other machine, even if they forget to replace a service."""

import socket
import subprocess
import sys
from collections.abc import Callable

import offline
import pytest

from generator.links.asking.pacing import SystemClock
from generator.links.asking.service import ClientContext, LinkService
from generator.links.gathering.recognize import recognize
from generator.links.services import LINK_SERVICES, SERVICES
from tests.links.fakes.fake import example_of

PUBLIC = "93.184.216.34"


def connect(host: str, family: socket.AddressFamily = socket.AF_INET) -> None:
    with socket.socket(family) as channel:
        channel.connect((host, 80))


def send(host: str) -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as channel:
        channel.sendto(b"?", (host, 53))


def send_message(host: str) -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as channel:
        channel.sendmsg([b"?"], [], 0, (host, 53))


@pytest.mark.parametrize(
    ("reach", "what"),
    [
        (lambda: connect(PUBLIC), f"connects to {PUBLIC}"),
        (lambda: connect("2606:2800:220:1::1", socket.AF_INET6), "connects to 2606:2800:220:1::1"),
        (lambda: socket.getaddrinfo("example.org", 80), "asks for the address of example.org"),
        (lambda: socket.gethostbyname("example.org"), "asks for the address of example.org"),
        (lambda: connect("169.254.169.254"), "connects to 169.254.169.254"),
        (lambda: send(PUBLIC), f"connects to {PUBLIC}"),
        (lambda: send_message(PUBLIC), f"connects to {PUBLIC}"),
    ],
)
def test_another_machine_cannot_be_reached(reach: Callable[[], None], what: str) -> None:
    with pytest.raises(offline.NetworkReached, match=what):
        reach()
    assert [what] == offline.ATTEMPTS
    offline.ATTEMPTS.clear()


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.9", "localhost", "127.1"])
def test_this_machine_can_be_reached(host: str) -> None:
    with socket.create_server(("127.0.0.9" if host.endswith(".9") else "127.0.0.1", 0)) as server:
        socket.create_connection((host, server.getsockname()[1]), timeout=5).close()


def test_a_program_started_by_a_test_is_offline_too() -> None:
    program = f"import socket; socket.create_connection(({PUBLIC!r}, 80), timeout=1)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert f"NetworkReached: a test connects to {PUBLIC}" in done.stderr


@pytest.mark.parametrize("service", LINK_SERVICES.values(), ids=lambda service: service.name)
def test_a_service_that_was_not_replaced_is_not_asked(
    service: LinkService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The attempt is not a silent `unknown`: the test that forgot to replace the service fails."""
    for one in SERVICES:
        monkeypatch.delenv(one.variable, raising=False)
    setting = ClientContext(SystemClock(), "medvlm-links/test", recognize, anonymous=1, seconds=1.0)
    target = recognize(example_of(service.name))
    with pytest.raises(offline.NetworkReached):
        service.provider(setting).check([target.id], lambda id_, answer: None)
    assert offline.ATTEMPTS
    offline.ATTEMPTS.clear()
