"""Where the web leads on: redirects are followed, and judged by where they end."""

from collections.abc import Callable

import pytest

from generator.links.answers.verdict import Target, Verdict
from generator.links.providers import web
from tests.links.conftest import always, check_page, check_web
from tests.links.fakes.server import Reply, Request, serving


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
        ({"page": to("/404.html"), "404.html": Reply(200)}, Verdict.UNKNOWN, None),
        ({"page": to("/new;jsessionid=1F"), "new;jsessionid=1F": Reply(200)}, Verdict.MOVED, "/new"),
        ({"page": to("/page;jsessionid=1F"), "page;jsessionid=1F": Reply(200)}, Verdict.OK, None),
        ({"page": to("/new?token=7"), "new": Reply(200)}, Verdict.MOVED, None),
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


def test_a_loop_ends_after_ten_redirects(fast: None) -> None:
    found, server = check_page(always(to("/page")))
    assert "redirects" in found.detail
    assert len(server.requests) == 1 + web.MAX_REDIRECTS


@pytest.mark.usefixtures("fast")
def test_a_page_that_leads_on_by_itself_is_followed() -> None:
    refresh = b'<html><meta http-equiv="refresh" content="0; url=\'/new\'"></html>'
    found, server = check_page(site(page=Reply(200, refresh), new=Reply(200)))
    assert found.verdict is Verdict.OK
    assert [request.path for request in server.requests] == ["/page", "/new"]
    assert check_page(site(page=Reply(200, refresh)))[0].verdict is Verdict.DEAD
