"""The plain web against servers that behave as badly as real ones."""

import html
import threading
from collections import defaultdict
from collections.abc import Callable

import pytest

from generator.links.answers.verdict import Verdict
from generator.links.http.answer import Response
from generator.links.http.session import Session
from generator.links.providers import web, webpage
from generator.links.providers.webhabits import HABITS
from tests.links.conftest import always, check_page, check_web
from tests.links.fakes.server import Reply, Request, serving
from tests.paths import PROJECT

Site = dict[str, Callable[[Request], Reply]]


def in_turn(*replies: Reply) -> Callable[[Request], Reply]:
    left = list(replies)
    return lambda request: left.pop(0) if len(left) > 1 else left[0]


@pytest.mark.usefixtures("fast")
@pytest.mark.parametrize(
    ("answer", "verdict", "requests"),
    [
        (always(Reply(200)), Verdict.OK, 1),
        (always(Reply(204)), Verdict.UNKNOWN, 1),
        (always(Reply(202)), Verdict.UNKNOWN, 1),
        (always(Reply(404)), Verdict.DEAD, 2),
        (always(Reply(410)), Verdict.DEAD, 2),
        (in_turn(Reply(404), Reply(200)), Verdict.OK, 2),
        (in_turn(Reply(500), Reply(200)), Verdict.OK, 2),
        (always(Reply(500)), Verdict.UNKNOWN, 2),
        (always(Reply(503)), Verdict.UNKNOWN, 2),
        (in_turn(Reply(429, b"", {"Retry-After": "0"}), Reply(200)), Verdict.OK, 2),
        (always(Reply(429)), Verdict.UNKNOWN, 2),
        (always(Reply(429, b"", {"Retry-After": "3600"})), Verdict.UNKNOWN, 1),
        (always(Reply(401)), Verdict.UNKNOWN, 1),
        (always(Reply(403)), Verdict.UNKNOWN, 1),
        (always(Reply(418)), Verdict.UNKNOWN, 1),
        (always(Reply(451)), Verdict.UNKNOWN, 1),
        (always(Reply(999)), Verdict.UNKNOWN, 1),
        (always(Reply(422)), Verdict.UNKNOWN, 1),
        (in_turn(Reply(404), Reply(403, b"", {"x-datadome": "1"})), Verdict.UNKNOWN, 2),
        (always(Reply(301)), Verdict.UNKNOWN, 1),
        (always(Reply(302, b"", {"Location": "https://[bad"})), Verdict.UNKNOWN, 1),
        (always(Reply(302, b"", {"Location": "http://x.org:99999/"})), Verdict.UNKNOWN, 1),
        (always(Reply(302, b"", {"Location": "ftp://x.org/"})), Verdict.UNKNOWN, 1),
        (always(Reply(302, b"", {"Location": "http://a@127.0.0.1/"})), Verdict.UNKNOWN, 1),
        (always(Reply(302, b"", {"Location": "https://github.com/topics"})), Verdict.UNKNOWN, 1),
        (always(Reply(200, b"x" * 200_000)), Verdict.OK, 1),
        (always(Reply(200, b"xx", {"Content-Encoding": "br"})), Verdict.OK, 1),
        (always(Reply(200, b"xx", {"Content-Encoding": "gzip"})), Verdict.OK, 1),
    ],
)
def test_a_page_gets_its_verdict_after_these_requests(
    answer: Callable[[Request], Reply], verdict: Verdict, requests: int
) -> None:
    found, server = check_page(answer)
    assert found.verdict is verdict, found
    assert len(server.requests) == requests
    assert {request.method for request in server.requests} == {"GET"}


def page_of(title: str, body: str = "", **headers: str) -> Callable[[Request], Reply]:
    text = f"<html><head><title>{title}</title></head><body>{body}</body></html>"
    return always(Reply(200, text.encode(), {"Content-Type": "text/html", **headers}))


LONG = "<p>A page with much to read about the models of this list.</p>" * 60


@pytest.mark.usefixtures("fast")
@pytest.mark.parametrize(
    "answer",
    [
        page_of("Just a moment..."),
        page_of("Making sure you&#39;re not a bot!"),
        page_of("x", '<iframe src="/_Incapsula_Resource?x=1"></iframe>'),
        page_of("x", "This domain is for sale"),
        page_of("Page not found"),
        page_of("404"),
        page_of("Made up lab", "<h1><span>404 – Not Found</span></h1>" + LONG),
        page_of("Sorry, this page doesn't exist | Lab"),
        always(Reply(202, b"", {"x-amzn-waf-action": "challenge"})),
        always(Reply(200, b"", {"cf-mitigated": "challenge"})),
        always(Reply(403, b"", {"cf-mitigated": "challenge"})),
    ],
)
def test_a_wall_and_an_error_that_answers_200_are_unknown(answer: Callable[[Request], Reply]) -> None:
    assert check_page(answer)[0].verdict is Verdict.UNKNOWN


@pytest.mark.usefixtures("fast")
@pytest.mark.parametrize(
    "answer",
    [
        page_of("404 Media"),
        page_of("What is not found in films"),
        page_of("A model", LONG + "<script src='/_Incapsula_Resource?x=1'></script>"),
        page_of("A model", LONG + "Do not buy this domain."),
        page_of("A model", "<script>var a = 'px-captcha'</script>" + LONG),
        always(Reply(200, b"domain is for sale", {"Content-Type": "application/pdf"})),
        page_of("A model", '<meta http-equiv="refresh" content="300; url=/gone">'),
        page_of("A model", '<meta http-equiv="refresh" content="0; url=/page">'),
    ],
)
def test_a_page_that_only_mentions_a_wall_is_ok(answer: Callable[[Request], Reply]) -> None:
    assert check_page(answer)[0].verdict is Verdict.OK


@pytest.mark.usefixtures("fast")
def test_a_server_that_wants_to_be_asked_for_a_page_is_asked_so() -> None:
    def answer(request: Request) -> Reply:
        return Reply(200 if "text/html" in request.headers["accept"] else 404)

    assert check_page(answer)[0].verdict is Verdict.OK


def test_the_404_of_a_host_that_denies_what_it_has_is_unknown() -> None:
    gone = Response(404)
    assert webpage.judge_failure(gone, "https://www.kaggle.com/datasets/a/b").verdict is Verdict.UNKNOWN
    assert webpage.judge_failure(gone, "https://notkaggle.com/a").verdict is Verdict.DEAD


@pytest.mark.parametrize(
    "heading",
    [
        "My lab - Page Not Found",
        "404 | My lab",
        "HTTP Error 404",
        "410 Gone",
        "Oops! That page can\u2019t be found.",
        "Sorry, the page you requested could not be found",
        "We couldn't find that page",
        "Repository not found",
        "Seite nicht gefunden",
        "P\u00e1gina no encontrada",
        "ページが見つかりません",
        "films.example is for sale",
    ],
)
def test_a_page_that_says_it_is_gone_is_unknown(heading: str) -> None:
    text = "a long text " * 400
    body = f"<title>{heading}</title><p>{text}</p>".encode()
    answer, _ = check_page(always(Reply(200, body, {"Content-Type": "text/html; charset=utf-8"})))
    assert answer.verdict is Verdict.UNKNOWN


@pytest.mark.parametrize(
    "heading",
    [
        "Verifying you are human. This may take a few seconds.",
        "Client Challenge",
        "Vercel Security Checkpoint",
        "One moment, please...",
        "Access to this page has been denied",
        "Radware Bot Manager Captcha",
    ],
)
@pytest.mark.usefixtures("fast")
def test_a_heading_of_a_wall_counts_on_a_short_page_only(heading: str) -> None:
    for text, status, verdict in (
        ("", 200, Verdict.UNKNOWN),
        ("", 404, Verdict.UNKNOWN),
        ("a long text " * 400, 200, Verdict.OK),
    ):
        body = f"<title>{heading}</title><p>{text}</p>".encode()
        answer, _ = check_page(always(Reply(status, body, {"Content-Type": "text/html"})))
        assert answer.verdict is verdict


@pytest.mark.parametrize(
    "heading",
    [
        "A study of 404 patients",
        "When evidence is not found: a study",
        "Access to care denied: a dataset",
        "Security checks for models",
        "Human verification of labels",
    ],
)
def test_headings_of_works_are_believed(heading: str) -> None:
    text = "a long text " * 400
    body = f"<title>{heading} | Lab</title><p>{text}</p>".encode()
    answer, _ = check_page(always(Reply(200, body, {"Content-Type": "text/html"})))
    assert answer.verdict is Verdict.OK


def test_every_row_of_the_table_of_habits_is_documented() -> None:
    page = (PROJECT / "site_docs/about/links.md").read_text("utf-8")
    for row in HABITS:
        pattern = html.escape(row.pattern, quote=False).replace("|", "&#124;")
        assert f"| {row.where} | <code>{pattern}</code> | {row.who} | {row.says} |" in page


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
    lock, full = threading.Lock(), threading.Barrier(web.HOST_CONCURRENCY)

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
