"""The plain web against servers that behave as badly as real ones."""

import threading
from collections import defaultdict
from collections.abc import Callable

import pytest

from generator.links.http.session import Session
from generator.links.providers import web
from generator.links.verdict import Answer, Target, Verdict
from tests.links.conftest import check_web
from tests.links.fakes.server import Reply, Request, Server, serving

Site = dict[str, Callable[[Request], Reply]]


def check_page(reply: Callable[[Request], Reply]) -> tuple[Answer, Server]:
    with serving(reply) as server:
        url = f"{server.url}/page"
        return check_web([url])[url], server


def always(reply: Reply) -> Callable[[Request], Reply]:
    return lambda request: reply


def in_turn(*replies: Reply) -> Callable[[Request], Reply]:
    left = list(replies)
    return lambda request: left.pop(0) if len(left) > 1 else left[0]


WALL = b"<html><title>Just a moment...</title><script src='/cdn-cgi/challenge-platform/x.js'></script></html>"


@pytest.mark.usefixtures("fast")
@pytest.mark.parametrize(
    ("answer", "verdict", "methods"),
    [
        (always(Reply(200)), Verdict.OK, ["HEAD"]),
        (always(Reply(204)), Verdict.OK, ["HEAD"]),
        (always(Reply(404)), Verdict.DEAD, ["HEAD", "GET", "GET"]),
        (always(Reply(410)), Verdict.DEAD, ["HEAD", "GET", "GET"]),
        (in_turn(Reply(404), Reply(200)), Verdict.OK, ["HEAD", "GET"]),
        (in_turn(Reply(404), Reply(404), Reply(200)), Verdict.OK, ["HEAD", "GET", "GET"]),
        (in_turn(Reply(405), Reply(200)), Verdict.OK, ["HEAD", "GET"]),
        (in_turn(Reply(403), Reply(200)), Verdict.OK, ["HEAD", "GET"]),
        (in_turn(Reply(500), Reply(200)), Verdict.OK, ["HEAD", "GET"]),
        (always(Reply(500)), Verdict.UNKNOWN, ["HEAD", "GET"]),
        (always(Reply(503)), Verdict.UNKNOWN, ["HEAD", "GET"]),
        (in_turn(Reply(429, b"", {"Retry-After": "0"}), Reply(200)), Verdict.OK, ["HEAD", "GET"]),
        (always(Reply(429)), Verdict.UNKNOWN, ["HEAD", "GET"]),
        (always(Reply(429, b"", {"Retry-After": "3600"})), Verdict.UNKNOWN, ["HEAD"]),
        (always(Reply(401)), Verdict.UNKNOWN, ["HEAD"]),
        (always(Reply(403)), Verdict.UNKNOWN, ["HEAD", "GET"]),
        (always(Reply(418)), Verdict.UNKNOWN, ["HEAD", "GET"]),
        (always(Reply(999)), Verdict.UNKNOWN, ["HEAD", "GET"]),
        (always(Reply(422)), Verdict.UNKNOWN, ["HEAD"]),
        (always(Reply(403, b"", {"cf-mitigated": "challenge"})), Verdict.UNKNOWN, ["HEAD", "GET"]),
        (always(Reply(200, b"", {"cf-mitigated": "challenge"})), Verdict.UNKNOWN, ["HEAD"]),
        (in_turn(Reply(405), Reply(200, WALL)), Verdict.UNKNOWN, ["HEAD", "GET"]),
        (in_turn(Reply(404), Reply(403, b"", {"x-datadome": "1"})), Verdict.UNKNOWN, ["HEAD", "GET"]),
        (always(Reply(301)), Verdict.UNKNOWN, ["HEAD"]),
        (always(Reply(302, b"", {"Location": "https://[bad"})), Verdict.UNKNOWN, ["HEAD"]),
        (always(Reply(302, b"", {"Location": "http://x.org:99999/"})), Verdict.UNKNOWN, ["HEAD"]),
        (always(Reply(302, b"", {"Location": "ftp://x.org/"})), Verdict.UNKNOWN, ["HEAD"]),
        (always(Reply(302, b"", {"Location": "http://a@127.0.0.1/"})), Verdict.UNKNOWN, ["HEAD"]),
        (always(Reply(302, b"", {"Location": "https://github.com/topics"})), Verdict.UNKNOWN, ["HEAD"]),
        (in_turn(Reply(405), Reply(200, b"x" * 200_000)), Verdict.OK, ["HEAD", "GET"]),
        (
            in_turn(Reply(405), Reply(200, b"xx", {"Content-Encoding": "br"})),
            Verdict.OK,
            ["HEAD", "GET"],
        ),
        (
            in_turn(Reply(405), Reply(200, b"xx", {"Content-Encoding": "gzip"})),
            Verdict.OK,
            ["HEAD", "GET"],
        ),
    ],
)
def test_a_page_gets_its_verdict_after_these_requests(
    answer: Callable[[Request], Reply], verdict: Verdict, methods: list[str]
) -> None:
    found, server = check_page(answer)
    assert found.verdict is verdict, found
    assert [request.method for request in server.requests] == methods


def site(**pages: Reply) -> Callable[[Request], Reply]:
    return lambda request: pages.get(request.path.strip("/").replace("/", "_") or "front", Reply(404))


def to(path: str, status: int = 301) -> Reply:
    return Reply(status, b"", {"Location": path})


@pytest.mark.usefixtures("fast")
@pytest.mark.parametrize(
    ("pages", "verdict", "moved_to"),
    [
        ({"page": to("/new"), "new": Reply(200)}, Verdict.MOVED, "/new"),
        ({"page": to("/new", 308), "new": Reply(200)}, Verdict.MOVED, "/new"),
        ({"page": to("/new", 302), "new": Reply(200)}, Verdict.OK, None),
        ({"page": to("/a"), "a": to("/b", 302), "b": Reply(200)}, Verdict.MOVED, "/a"),
        ({"page": to("/a", 302), "a": to("/b"), "b": Reply(200)}, Verdict.OK, None),
        ({"page": to("/front/", 302), "front": Reply(200)}, Verdict.OK, None),
        ({"page": to("/"), "front": Reply(200)}, Verdict.MOVED, None),
        ({"page": to("/login", 302), "login": Reply(200)}, Verdict.DEGRADED, None),
        ({"page": to("/gone"), "gone": Reply(404)}, Verdict.DEAD, None),
        ({"page": to("/page")}, Verdict.UNKNOWN, None),
        ({"page": to("a b"), "a%20b": Reply(200)}, Verdict.MOVED, "/a b"),
        ({"page": to("https://arxiv.org/abs/2401.00001", 302)}, Verdict.OK, None),
    ],
)
def test_redirects_are_followed_and_judged(
    pages: dict[str, Reply], verdict: Verdict, moved_to: str | None
) -> None:
    with serving(site(**pages)) as server:
        url = f"{server.url}/page"
        found = check_web([url])[url]
        assert found.verdict is verdict, found
        assert found.moved_to == (server.url + moved_to if moved_to else "")


@pytest.mark.usefixtures("fast")
def test_a_redirect_to_the_page_of_a_service_is_forwarded_to_it() -> None:
    found, _ = check_page(always(to("https://github.com/a/b")))
    assert found.forward == Target("github", "a/b")
    assert found.verdict is Verdict.MOVED
    assert found.moved_to == "https://github.com/a/b"


def test_a_loop_ends_after_five_redirects(fast: None) -> None:
    found, server = check_page(always(to("/page")))
    assert "redirects" in found.detail
    assert len(server.requests) == 1 + web.MAX_REDIRECTS


def test_loopback_is_not_asked_unless_allowed() -> None:
    with serving(always(Reply(200))) as server:
        urls = [
            server.url,
            f"http://localhost:{server.server_address[1]}/",
            "http://2130706433/",
            "http://0177.0.0.1/",
        ]
        answers = check_web(urls, private=False)
    assert {answer.verdict for answer in answers.values()} == {Verdict.UNKNOWN}
    assert server.requests == []


def test_the_limits_of_a_host_are_kept() -> None:
    running: dict[str, int] = defaultdict(int)
    most: dict[str, int] = defaultdict(int)
    lock, full = threading.Lock(), threading.Barrier(web.HOST_CONCURRENCY, timeout=60)

    def answer(request: Request) -> Reply:
        host = request.headers["host"]
        with lock:
            running[host] += 1
            most[host] = max(most[host], running[host])
        full.wait()  # answer only when as many requests as allowed wait for an answer
        with lock:
            running[host] -= 1
        return Reply(200)

    with serving(answer) as server:
        answers = check_web([f"{server.url}/{number}" for number in range(12)])
    assert {found.verdict for found in answers.values()} == {Verdict.OK}
    assert max(most.values()) == web.HOST_CONCURRENCY


def test_a_bug_of_ours_ends_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """The thread that waits for answers must not wait forever."""
    monkeypatch.setattr(Session, "send", lambda *arguments, **options: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        check_web(["http://127.0.0.1/"])
