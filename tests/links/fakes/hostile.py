"""Hostile answers: endless, huge, compressed or very slow."""

import gzip
import select
import socket
from collections.abc import Callable
from functools import cache

Attack = Callable[[socket.socket], None]

_OK = b"HTTP/1.1 200 OK\r\n"
_SMALL_DRIP = 0.05


def _heads(status: bytes = b"200 OK", *headers: bytes) -> bytes:
    return b"\r\n".join([b"HTTP/1.1 " + status, *headers, b"", b""])


def _forever(connection: socket.socket, chunk: bytes) -> None:
    while True:
        connection.sendall(chunk)


def endless_body(connection: socket.socket) -> None:
    connection.sendall(_heads())
    _forever(connection, b"x" * 65536)


def endless_chunks(connection: socket.socket) -> None:
    connection.sendall(_heads(b"200 OK", b"Transfer-Encoding: chunked"))
    _forever(connection, b"10000\r\n" + b"x" * 65536 + b"\r\n")


def endless_chunk_line(connection: socket.socket) -> None:
    connection.sendall(_heads(b"200 OK", b"Transfer-Encoding: chunked"))
    _forever(connection, b"0" * 65536)


def endless_redirect(connection: socket.socket) -> None:
    connection.sendall(_heads(b"302 Found", b"Location: /elsewhere"))
    _forever(connection, b"x" * 65536)


@cache
def _packed(times: int) -> bytes:
    return gzip.compress(_packed(times - 1) if times > 1 else b"\0" * 100_000_000, 1)


def gzip_bomb(connection: socket.socket) -> None:
    body = _packed(1)
    connection.sendall(_heads(b"200 OK", b"Content-Encoding: gzip", b"Content-Length: %d" % len(body)) + body)


def gzip_of_gzip(connection: socket.socket) -> None:
    body = _packed(2)
    heads = _heads(b"200 OK", b"Content-Encoding: gzip, gzip", b"Content-Length: %d" % len(body))
    connection.sendall(heads + body)


def _whole(connection: socket.socket, body: bytes) -> None:
    connection.sendall(_heads(b"200 OK", b"Content-Length: %d" % len(body)) + body)


def entity_bomb(connection: socket.socket) -> None:
    levels = b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 10))
    _whole(
        connection, b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a0 "ha">' + levels + b"]><feed>&a9;</feed>"
    )


def many_elements(connection: socket.socket) -> None:
    _whole(connection, b'<feed xmlns="http://www.w3.org/2005/Atom">' + b"<a/>" * 900_000 + b"</feed>")


@cache
def _attributes() -> bytes:
    return b" ".join(b'a%d=""' % number for number in range(400_000))


def many_attributes(connection: socket.socket) -> None:
    _whole(connection, b"<feed " + _attributes() + b"/>")


def many_objects(connection: socket.socket) -> None:
    _whole(connection, b'{"data": [' + b"{}," * 1_200_000 + b"{}]}")


def deep_json(connection: socket.socket) -> None:
    _whole(connection, b"[" * 150_000)


def long_header(connection: socket.socket) -> None:
    connection.sendall(_OK + b"X-Long: " + b"x" * 10_000_000 + b"\r\n\r\n")


def many_headers(connection: socket.socket) -> None:
    connection.sendall(_OK)
    _forever(connection, b"X-More: " + b"x" * 60_000 + b"\r\n")


def endless_status(connection: socket.socket) -> None:
    _forever(connection, b"H" * 65536)


def endless_continue(connection: socket.socket) -> None:
    _forever(connection, b"HTTP/1.1 100 Continue\r\n\r\n" * 1000)


def _drip(connection: socket.socket, byte: bytes) -> None:
    """Send a byte from time to time until the other side closes the connection."""
    while not select.select([connection], [], [], _SMALL_DRIP)[0]:
        connection.sendall(byte)


def drip_body(connection: socket.socket) -> None:
    connection.sendall(_heads())
    _drip(connection, b"x")


def drip_header(connection: socket.socket) -> None:
    connection.sendall(_OK + b"X-Slow: ")
    _drip(connection, b"x")


def silence(connection: socket.socket) -> None:
    connection.recv(1)


ATTACKS: tuple[Attack, ...] = (
    endless_body,
    endless_chunks,
    endless_chunk_line,
    endless_redirect,
    gzip_bomb,
    gzip_of_gzip,
    entity_bomb,
    many_elements,
    many_attributes,
    many_objects,
    deep_json,
    long_header,
    many_headers,
    endless_status,
    endless_continue,
    drip_body,
    drip_header,
    silence,
)
