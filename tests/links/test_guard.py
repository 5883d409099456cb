"""Where the checker may connect to: written forms, wrapped forms, names that change."""

import socket
import ssl
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.links.http import deadline as deadlines
from generator.links.http.answer import FailureCause, NoAnswer
from generator.links.http.connection import describe_tls_error
from generator.links.http.guard import AddressGuard, ForbiddenAddress, is_public
from generator.links.http.session import Session
from tests.links.fakes.server import Reply, serving

PATIENCE = 300.0
"""Seconds for a request that is answered, on the slowest machine."""


def words(text: str) -> list[str]:
    return text.split()


def resolving(*addresses: str) -> Callable[..., list[Any]]:
    return lambda host, port, **options: [(2, 1, 6, "", (address, port)) for address in addresses]


@pytest.mark.parametrize(
    "address",
    words("""
        127.0.0.1 127.9.9.9 10.0.0.1 172.16.0.1 192.168.1.1 169.254.169.254 100.100.100.200 168.63.129.16
        0.0.0.0 224.0.0.1 255.255.255.255 198.18.0.1 ::1 :: fe80::1 fe80::1%eth0 fc00::1 fd00:ec2::254
        ff02::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 64:ff9b::7f00:1 64:ff9b::a9fe:a9fe 2002:7f00:1::
        64:ff9b:1::1 fec0::1 192.0.0.8 192.88.99.1 100.64.0.1 2001:20::1 3fff::1 5f00::1 ::ffff:192.88.99.1
        ::7f00:1 ::808:808
        2002:a00:1:: 2001:db8::1 nonsense 2001:0:4136:e378:8000:63bf:80ff:fffe
        """),
)
def test_private_addresses_are_refused(address: str) -> None:
    assert not is_public(address)
    with pytest.raises(ForbiddenAddress):
        AddressGuard(resolve=resolving(address)).allowed_addresses("name.org", 443)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34"])
def test_public_addresses_are_allowed(address: str) -> None:
    assert AddressGuard(resolve=resolving(address)).allowed_addresses("name.org", 443) == [address]


def test_one_private_address_among_public_ones_is_refused() -> None:
    with pytest.raises(ForbiddenAddress, match=r"127\.0\.0\.1"):
        AddressGuard(resolve=resolving("93.184.216.34", "127.0.0.1")).allowed_addresses("name.org", 80)


def test_only_the_first_addresses_are_tried() -> None:
    many = [f"93.184.216.{number}" for number in range(1, 9)]
    assert AddressGuard(resolve=resolving(*many)).allowed_addresses("name.org", 80) == many[:3]


@pytest.mark.parametrize(
    "url",
    words("""
        ftp://x.org/ file:///etc/passwd http:///x http://x.org:22/ https://x.org:8443/ http://x.org:99999/
        http://a:b@x.org/ gopher://x.org http://[::1
        """),
)
def test_addresses_of_other_schemes_and_ports_are_refused(url: str) -> None:
    with pytest.raises(ForbiddenAddress):
        AddressGuard().check_url(url)


def test_private_allows_any_port() -> None:
    AddressGuard(private=True).check_url("http://127.0.0.1:8000/")


@pytest.mark.parametrize(
    "host",
    words("""
        127.0.0.1 127.1 2130706433 0x7f000001 0177.0.0.1 017700000001 [::1] localhost
        """),
)
def test_every_notation_of_loopback_is_refused(host: str) -> None:
    with pytest.raises(NoAnswer) as caught:
        Session(AddressGuard(), "test").send("GET", f"http://{host}/", seconds=PATIENCE)
    assert caught.value.cause in (FailureCause.FORBIDDEN, FailureCause.NAME, FailureCause.CONNECT)


def test_a_name_cannot_change_between_check_and_use() -> None:
    answers = iter([["127.0.0.1"], ["93.184.216.34"]])
    asked = []

    def resolve(host: str, port: int, **options: Any) -> list[Any]:
        asked.append(host)
        return [(2, 1, 6, "", (address, port)) for address in next(answers)]

    with pytest.raises(NoAnswer) as caught:
        Session(AddressGuard(resolve=resolve), "test").send("GET", "http://rebinding.org/", seconds=PATIENCE)
    assert caught.value.cause is FailureCause.FORBIDDEN
    assert asked == ["rebinding.org"]


def test_the_address_that_was_checked_is_connected_to() -> None:
    with serving(lambda request: Reply(200, b"hello")) as server:
        guard = AddressGuard(private=True, resolve=resolving("127.0.0.1"))
        port = server.server_address[1]
        answer = Session(guard, "test").send("GET", f"http://name.org:{port}/", seconds=PATIENCE)
    assert answer.body == b"hello"
    assert server.requests[0].headers["host"] == f"name.org:{port}"


def fails(error: Exception) -> Callable[..., list[Any]]:
    def resolve(*arguments: Any, **options: Any) -> list[Any]:
        raise error

    return resolve


@pytest.mark.parametrize(
    ("error", "cause"),
    [
        (socket.gaierror(socket.EAI_NONAME, "no"), FailureCause.NAME),
        (socket.gaierror(socket.EAI_AGAIN, "later"), FailureCause.CONNECT),
        (UnicodeError("label too long"), FailureCause.NAME),
    ],
)
def test_a_name_that_does_not_resolve_has_a_cause(error: Exception, cause: FailureCause) -> None:
    with pytest.raises(NoAnswer) as caught:
        Session(AddressGuard(resolve=fails(error)), "test").send("GET", "http://name.org/", seconds=PATIENCE)
    assert caught.value.cause is cause


def test_a_name_without_an_address_gets_no_answer() -> None:
    with pytest.raises(NoAnswer) as caught:
        Session(AddressGuard(resolve=resolving()), "test").send("GET", "http://name.org/", seconds=PATIENCE)
    assert caught.value.cause is FailureCause.CONNECT


def test_no_proxy_no_netrc_and_no_cookie_is_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login me password secret")
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    with serving(lambda request: Reply(200, b"", {"Set-Cookie": "a=b"})) as server:
        session = Session(AddressGuard(private=True), "test")
        session.send("GET", server.url, seconds=PATIENCE)
        session.send("GET", server.url, seconds=PATIENCE)
    assert all("authorization" not in request.headers for request in server.requests)
    assert all("cookie" not in request.headers for request in server.requests)


def test_a_server_without_tls_is_a_tls_error() -> None:
    with serving(lambda request: Reply(200)) as server, pytest.raises(NoAnswer) as caught:
        Session(AddressGuard(private=True), "test").send(
            "GET", server.url.replace("http:", "https:"), seconds=PATIENCE
        )
    assert caught.value.cause is FailureCause.TLS


def test_tls_errors_are_described() -> None:
    expired = ssl.SSLCertVerificationError()
    expired.verify_message = "certificate has expired"
    assert describe_tls_error(expired) == "certificate has expired"
    assert describe_tls_error(ssl.SSLError()) == "tls error"


def test_after_the_deadline_nothing_is_waited_for() -> None:
    with deadlines.request_limits(-1, 10), pytest.raises(TimeoutError):
        deadlines.remaining_seconds(5)
    assert deadlines.remaining_seconds(5) == 5


@given(st.text(max_size=60))
def test_any_text_is_allowed_or_refused(text: str) -> None:
    assert is_public(text) in (True, False)
    try:
        AddressGuard().check_url(text)
    except ForbiddenAddress:
        return
    assert text.lower().startswith(("http://", "https://"))


def test_more_bytes_than_allowed_are_an_error() -> None:
    with deadlines.request_limits(5, 10):
        assert deadlines.count_received(10) == 10
        with pytest.raises(deadlines.TooManyBytes):
            deadlines.count_received(1)
    assert deadlines.count_received(99) == 99
