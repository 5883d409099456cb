"""Judge a link by the answers of its web server: pure functions without requests."""

import re
from urllib.parse import urljoin, urlsplit

from generator.links.answers.addresses import tidy_address
from generator.links.answers.verdict import Answer, Verdict, dead, ok, unknown
from generator.links.http.answer import FailureCause, NoAnswer, Response
from generator.links.providers.webhabits import find_habit, find_lying_404, find_refresh

BLOCKED = frozenset({401, 403, 407, 418, 429, 451, 999})
"""Status codes with which servers block programs while people see the page."""

GONE = frozenset({404, 410})
TEMPORARY = frozenset({408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524})
SHOWN = frozenset({200, 203, 206})
"""Status codes with which a server shows a page; 202 and the like come from walls."""

PERMANENT = frozenset({301, 308})
REDIRECTS = frozenset({301, 302, 303, 307, 308})

_SIGN_IN = re.compile(r"/(?:login|log-in|signin|sign-in|sso|accounts/login|users/sign_in)/?$", re.IGNORECASE)


def judge_response(response: Response, url: str) -> Answer | None:
    """Judge the answer at `url`, which is no redirect; None if a second attempt may help."""
    if response.status in GONE or response.status == 429:
        return None
    if habit := find_habit(response, url):
        return unknown(habit.says)
    if response.status in SHOWN:
        return ok()
    if response.status in TEMPORARY:
        return None
    if response.status in BLOCKED:
        return unknown(f"blocked: answers {response.status}")
    return unknown(f"answers {response.status}")


def judge_failure(failure: Response | NoAnswer, url: str) -> Answer:
    """Judge the failure of the last attempt at `url`."""
    if isinstance(failure, NoAnswer):
        return dead("no such host") if failure.cause is FailureCause.NAME else unknown(str(failure))
    if failure.status in GONE and (habit := find_lying_404(failure, url)):
        return unknown(f"answers {failure.status}: {habit.says}")
    if failure.status in GONE:
        return dead(f"answers {failure.status}")
    if failure.status == 429:
        return unknown("blocked: answers 429")
    return unknown(f"the server fails: answers {failure.status}")


def leads_on(response: Response, url: str) -> bool:
    """Whether the answer at `url` is a redirect, or a page that leads on to another one by itself."""
    if response.status in REDIRECTS:
        return "location" in response.headers
    return find_refresh(response) != "" and find_next_hop(url, response) not in ("", url)


def find_next_hop(url: str, response: Response) -> str:
    """Find the address to which `url` redirects; empty if there is no valid one."""
    # Headers are decoded as Latin-1, but an address that is not ASCII is UTF-8.
    header = response.headers.get("location", "").encode("latin-1", "replace").decode("utf-8", "replace")
    location = header.strip() if response.status in REDIRECTS else find_refresh(response)
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
    if lasting == first:
        return answer
    tidy = tidy_address(lasting)
    if tidy == first:
        return answer  # only a session or tracking was added
    detail = "moved permanently" if tidy else "moved to an address of one session: write the new one by hand"
    return Answer(Verdict.MOVED, detail, tidy, forward=answer.forward)


def _is_front(url: str) -> bool:
    parts = urlsplit(url)
    return parts.path in ("", "/") and not parts.query


def _is_sign_in(url: str) -> bool:
    parts = urlsplit(url)
    return parts.hostname == "accounts.google.com" or bool(_SIGN_IN.search(parts.path))
