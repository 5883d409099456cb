"""The plain web, asked as a browser asks: only the page itself shows a wall or an error that answers 200.

Each redirect is a request of its own.
"""

import queue
import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from generator.links.answers.verdict import UNASKED, Answer, Verdict, unknown
from generator.links.asking.client import MAX_WAIT, parse_retry_after
from generator.links.asking.pacing import HostQueue
from generator.links.asking.service import AnswerCallback, ClientContext, LinkService
from generator.links.http.answer import MAX_PAGE_BYTES, FailureCause, NoAnswer, Response
from generator.links.providers import webpage

NAME = "web"
MAX_WORKERS = 64
HOST_CONCURRENCY = 2
HOST_GAP = 0.05
"""Seconds between requests to one host: twenty per second, as a browser does when it opens a page."""

MAX_REDIRECTS = 10
"""Six are common behind publishers."""

_HEADERS = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
"""Some servers answer 404 to who does not ask for pages."""

MAX_REQUEST_SECONDS = 20.0
MAX_LINK_SECONDS = 40.0
"""Seconds of requests for one link, with its redirects and its second attempt."""

RETRY_DELAY = 1.0
"""Seconds before the second attempt after a failure."""

RequestOutcome = Response | NoAnswer


@dataclass(frozen=True, slots=True)
class _Job:
    """One request: `first` is the link, `url` where it leads so far.

    `lasting` is where permanent redirects lead, and `spent` the seconds of all requests for the link.
    """

    first: str
    url: str
    lasting: str
    hops: int = 0
    retries: int = 0
    spent: float = 0.0

    @property
    def host(self) -> str:
        return urlsplit(self.url).netloc


class Web:
    """Web addresses without an identifier."""

    def __init__(self, context: ClientContext) -> None:
        self._clock = context.clock
        self._recognize = context.recognize
        self._session = context.session(private=context.private, connections=MAX_WORKERS)
        self._hosts: HostQueue[_Job] = HostQueue(HOST_CONCURRENCY, HOST_GAP)
        self._todo: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._ended: queue.SimpleQueue[tuple[_Job, RequestOutcome | BaseException, float]] = (
            queue.SimpleQueue()
        )

    def check(self, ids: Sequence[str], on_answer: AnswerCallback) -> None:
        """Answer for each address; many requests run at once, within the limits of each host."""
        for url in ids:
            self._queue(_Job(url, url, url))
        workers = min(MAX_WORKERS, len(ids))
        for _ in range(workers):
            threading.Thread(target=self._work, daemon=True).start()
        try:
            self._drive(workers, on_answer)
        finally:
            for _ in range(workers):
                self._todo.put(None)

    def _drive(self, workers: int, on_answer: AnswerCallback) -> None:
        running = 0
        while running or self._hosts.waiting:
            wait = 0.0
            while running < workers:
                found = self._hosts.take(self._clock.monotonic())
                if isinstance(found, float):
                    wait = found
                    break
                self._todo.put(found[1])
                running += 1
            if not running:
                self._clock.sleep(wait)
            elif job := self._take_ended(wait if running < workers else None):
                running -= 1
                self._settle(*job, on_answer)

    def _take_ended(self, wait: float | None) -> tuple[_Job, RequestOutcome, float] | None:
        try:
            job, outcome, seconds = self._ended.get(timeout=None if wait in (None, float("inf")) else wait)
        except queue.Empty:
            return None
        if isinstance(outcome, (Response, NoAnswer)):
            return job, outcome, seconds
        raise outcome

    def _work(self) -> None:
        while job := self._todo.get():
            began = self._clock.monotonic()
            outcome: RequestOutcome | BaseException
            try:
                seconds = min(MAX_REQUEST_SECONDS, MAX_LINK_SECONDS - job.spent)
                outcome = self._session.send(
                    "GET", job.url, limit=MAX_PAGE_BYTES, seconds=seconds, keep_part=True, headers=_HEADERS
                )
            except NoAnswer as error:
                outcome = error
            except BaseException as error:  # the thread that waits raises it; it would be lost in this one
                outcome = error
            self._ended.put((job, outcome, self._clock.monotonic() - began))

    def _settle(self, job: _Job, outcome: RequestOutcome, seconds: float, on_answer: AnswerCallback) -> None:
        self._hosts.finish(job.host)
        job = replace(job, spent=job.spent + seconds)
        if isinstance(outcome, Response) and webpage.leads_on(outcome, job.url):
            answer = self._follow_redirect(job, outcome)
        else:
            answer = self._judge(job, outcome)
        if answer:
            on_answer(job.first, webpage.judge_arrival(answer, job.first, job.url, job.lasting))

    def _follow_redirect(self, job: _Job, response: Response) -> Answer | None:
        """Queue the request for the next hop, or answer why there is none."""
        url = webpage.find_next_hop(job.url, response)
        if not url:
            return unknown("a redirect to no address")
        if job.hops == MAX_REDIRECTS:
            return unknown(f"more than {MAX_REDIRECTS} redirects")
        lasting = url if job.lasting == job.url and response.status in webpage.PERMANENT else job.lasting
        if answer := self._forward(url):
            return webpage.judge_arrival(answer, job.first, url, lasting)
        self._queue(replace(job, url=url, lasting=lasting, hops=job.hops + 1))
        return None

    def _forward(self, url: str) -> Answer | None:
        """The answer for a redirect to the page of another service: that service is to be asked instead."""
        target = self._recognize(url)
        if target.service == NAME:
            return None
        if target.service == UNASKED:
            return unknown("leads to a page that is not checked")
        return Answer(Verdict.OK, forward=target)

    def _judge(self, job: _Job, outcome: RequestOutcome) -> Answer | None:
        """The answer, or None if another request is queued."""
        answer = webpage.judge_response(outcome, job.url) if isinstance(outcome, Response) else None
        if answer:
            return answer
        wait = self._wait(outcome)
        if job.retries or job.spent >= MAX_LINK_SECONDS or wait is None:
            return webpage.judge_failure(outcome, job.url)
        self._queue(replace(job, retries=job.retries + 1), self._clock.monotonic() + wait)
        return None

    def _wait(self, outcome: RequestOutcome) -> float | None:
        """Seconds until the second attempt; None if there must be none in this run."""
        if isinstance(outcome, NoAnswer):
            return None if outcome.cause is FailureCause.FORBIDDEN else RETRY_DELAY
        asked = parse_retry_after(outcome.headers, self._clock.now())
        if asked is not None and asked > MAX_WAIT:
            return None
        return max(asked or 0.0, RETRY_DELAY)

    def _queue(self, job: _Job, at: float = 0.0) -> None:
        self._hosts.put(job.host, job, at)


SERVICE = LinkService(name=NAME, title="the web", api="", provider=Web)
"""It has no finders: an address that no other service recognizes is a plain page."""
