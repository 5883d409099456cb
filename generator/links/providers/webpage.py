"""Judge a link by the answers of its web server: pure functions without requests."""

import re
from collections.abc import Mapping
from urllib.parse import urljoin, urlsplit

from generator.links.http.answer import FailureCause, NoAnswer, Response
from generator.links.verdict import Answer, Verdict, dead, ok, unknown

BLOCKED = frozenset({401, 403, 407, 418, 429, 451, 999})
"""Status codes with which servers block programs while people see the page."""

GONE = frozenset({404, 410})
TEMPORARY = frozenset({408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524})
HEAD_REFUSED = frozenset({400, 403, 404, 405, 406, 410, 418, 501, 999})
"""Status codes that may only mean that the server does not accept HEAD, so GET follows at once."""

PERMANENT = frozenset({301, 308})
REDIRECTS = frozenset({301, 302, 303, 307, 308})

_WALL = re.compile(
    rb"cf-chl|challenge-platform|just a moment\.\.\.|attention required! \| cloudflare|_incapsula_resource"
    rb"|px-captcha|captcha-delivery\.com|enable javascript and cookies to continue",
    re.IGNORECASE,
)
_SIGN_IN = re.compile(r"/(?:login|log-in|signin|sign-in|sso|accounts/login|users/sign_in)/?$", re.IGNORECASE)


def judge_response(response: Response) -> Answer | None:
    """Judge an answer that is no redirect; None if a second attempt may help."""
    if is_bot_wall(response):
        return unknown("blocked: a page that keeps out programs")
    if 200 <= response.status < 300:
        return ok()
    if response.status in GONE or response.status in TEMPORARY:
        return None
    if response.status in BLOCKED:
        return unknown(f"blocked: answers {response.status}")
    return unknown(f"answers {response.status}")


def judge_failure(failure: Response | NoAnswer) -> Answer:
    """Judge the failure of the last attempt."""
    if isinstance(failure, NoAnswer):
        return dead("no such host") if failure.cause is FailureCause.NAME else unknown(str(failure))
    if failure.status in GONE:
        return dead(f"answers {failure.status}")
    if failure.status == 429:
        return unknown("blocked: answers 429")
    return unknown(f"the server fails: answers {failure.status}")


def is_bot_wall(response: Response) -> bool:
    """Whether the page asks its visitor to prove to be a person."""
    headers = response.headers
    if headers.get("cf-mitigated") or (headers.get("x-datadome") and response.status == 403):
        return True
    return bool(response.status in (200, 202, 403, 503) and _WALL.search(response.body))


def find_next_hop(url: str, headers: Mapping[str, str]) -> str:
    """Find the address to which `url` redirects; empty if there is no valid one."""
    location = headers.get("location", "").strip()
    # `requests` decodes headers as Latin-1, but an address that is not ASCII is UTF-8.
    location = location.encode("latin-1", "replace").decode("utf-8", "replace")
    if not location or len(location) > 2000:
        return ""
    try:
        target = urljoin(url, location)
        urlsplit(target).port  # noqa: B018 - raises ValueError if the port is not valid
    except ValueError:
        return ""
    return target


def judge_arrival(answer: Answer, first: str, last: str, lasting: str) -> Answer:
    """Judge the link `first`, which led to the page at `last` with `answer`.

    `lasting` is where the permanent redirects led: the new address, if it differs from `first`.
    """
    if answer.verdict is not Verdict.OK or first == last:
        return answer
    if _is_sign_in(last) and not _is_sign_in(first):
        return Answer(Verdict.DEGRADED, "asks to sign in", forward=answer.forward)
    if _is_front(last) and not _is_front(first):
        return Answer(
            Verdict.MOVED, f"leads to the front page {last}: the page may be gone", forward=answer.forward
        )
    if lasting != first:
        return Answer(Verdict.MOVED, "moved permanently", lasting, forward=answer.forward)
    return answer


def _is_front(url: str) -> bool:
    parts = urlsplit(url)
    return parts.path in ("", "/") and not parts.query


def _is_sign_in(url: str) -> bool:
    parts = urlsplit(url)
    return parts.hostname == "accounts.google.com" or bool(_SIGN_IN.search(parts.path))
