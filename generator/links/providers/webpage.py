"""What one answer of a plain web server says of a link: nothing here asks anybody."""

import re
from collections.abc import Mapping
from urllib.parse import urljoin, urlsplit

from generator.links.http.answer import FailureCause, NoAnswer, Response
from generator.links.verdict import Answer, Verdict, dead, ok, unknown

BLOCKED = frozenset({401, 403, 407, 418, 429, 451, 999})
"""What servers answer to machines while people see the page."""

GONE = frozenset({404, 410})
TEMPORARY = frozenset({408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524})
HEAD_REFUSED = frozenset({400, 403, 404, 405, 406, 410, 418, 501, 999})
"""What may only mean that a server does not like HEAD, so GET is asked at once."""

PERMANENT = frozenset({301, 308})
REDIRECTS = frozenset({301, 302, 303, 307, 308})

_WALL = re.compile(
    rb"cf-chl|challenge-platform|just a moment\.\.\.|attention required! \| cloudflare|_incapsula_resource"
    rb"|px-captcha|captcha-delivery\.com|enable javascript and cookies to continue",
    re.IGNORECASE,
)
_SIGN_IN = re.compile(r"/(?:login|log-in|signin|sign-in|sso|accounts/login|users/sign_in)/?$", re.IGNORECASE)


def judge_response(response: Response) -> Answer | None:
    """The verdict of an answer that is no redirect; None where another look may on_answer."""
    if is_bot_wall(response):
        return unknown("a wall against machines")
    if 200 <= response.status < 300:
        return ok()
    if response.status in GONE or response.status in TEMPORARY:
        return None
    if response.status in BLOCKED:
        return unknown(f"blocked: answers {response.status}")
    return unknown(f"answers {response.status}")


def judge_failure(fault: Response | NoAnswer) -> Answer:
    """The verdict when no further look is had."""
    if isinstance(fault, NoAnswer):
        return dead("no such host") if fault.cause is FailureCause.NAME else unknown(str(fault))
    if fault.status in GONE:
        return dead(f"answers {fault.status}")
    if fault.status == 429:
        return unknown("blocked: answers 429")
    return unknown(f"the server fails: answers {fault.status}")


def is_bot_wall(response: Response) -> bool:
    """Whether the page is one that asks its visitor to prove to be a person."""
    headers = response.headers
    if headers.get("cf-mitigated") or (headers.get("x-datadome") and response.status == 403):
        return True
    return bool(response.status in (200, 202, 403, 503) and _WALL.search(response.body))


def find_next_hop(url: str, headers: Mapping[str, str]) -> str:
    """Where a redirect of `url` leads; nothing where it names no place."""
    location = headers.get("location", "").strip()
    # requests gives header bytes as Latin-1; an address is UTF-8 where it is not ASCII.
    location = location.encode("latin-1", "replace").decode("utf-8", "replace")
    if not location or len(location) > 2000:
        return ""
    try:
        there = urljoin(url, location)
        urlsplit(there).port  # noqa: B018 - it raises for what is no port
    except ValueError:
        return ""
    return there


def judge_arrival(answer: Answer, first: str, last: str, lasting: str) -> Answer:
    """`answer` of the page at `last`, seen from the address `first` that led there.

    `lasting` is how far the redirects were permanent: the new address, if any.
    """
    if answer.verdict is not Verdict.OK or first == last:
        return answer
    if _is_sign_in(last) and not _is_sign_in(first):
        return Answer(Verdict.DEGRADED, "asks to sign in", forward=answer.forward)
    if _is_front(last) and not _is_front(first):
        return Answer(
            Verdict.MOVED, f"leads to the front page {last}: is it still there?", forward=answer.forward
        )
    if lasting != first:
        return Answer(Verdict.MOVED, "moved for good", lasting, forward=answer.forward)
    return answer


def _is_front(url: str) -> bool:
    parts = urlsplit(url)
    return parts.path in ("", "/") and not parts.query


def _is_sign_in(url: str) -> bool:
    parts = urlsplit(url)
    return parts.hostname == "accounts.google.com" or bool(_SIGN_IN.search(parts.path))
