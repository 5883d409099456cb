"""From one run's answer to what is remembered: when a link is fine, failing or dead, and when it is due."""

import hashlib
from datetime import datetime, timedelta

from generator.links.memory import Seen, read_time, written
from generator.links.verdict import Answer, Verdict

FRESH = timedelta(days=7)
SPREAD = 0.2
"""Links learnt on one day fall due over several, or each week would have one heavy day."""

AGAIN = timedelta(hours=24)
"""A failing link is looked at again after a day, and only then does a failure count again."""

SLACK = timedelta(hours=1)
"""A daily run does not start to the second."""

DEAD_AFTER = 3
"""Runs in a row, at least a day apart: a server's bad night is over by then."""


def remembered(key: str, answer: Answer, before: Seen | None, now: datetime) -> Seen:
    """What to remember of `key` after `answer`; `entries` are left to the caller."""
    if answer.verdict is Verdict.DEAD:
        return _failed(answer, before, now)
    if answer.verdict is Verdict.UNKNOWN:
        return _untold(answer, before, now)
    return Seen(
        verdict=answer.verdict,
        since=_since(answer.verdict, before, now),
        checked=written(now),
        fine=written(now),
        next=written(now + freshness(key)),
        detail=answer.detail,
        moved_to=answer.moved_to,
        observed=_observed(answer, before),
    )


def freshness(key: str) -> timedelta:
    """How long what was learnt of `key` holds: seven days, up to a fifth more or less."""
    share = int.from_bytes(hashlib.sha256(key.encode()).digest()[:4]) / 0xFFFFFFFF
    return FRESH * (1 + SPREAD * (2 * share - 1))


def _failed(answer: Answer, before: Seen | None, now: datetime) -> Seen:
    failures = before.failures if before else 0
    last = before.failed if before else None
    counts = last is None or now - read_time(last) >= AGAIN - SLACK
    failures += counts
    failing = (before.failing if before else None) or written(now)
    verdict = Verdict.DEAD if failures >= DEAD_AFTER else Verdict.UNKNOWN
    failed = written(now) if counts or last is None else last
    return Seen(
        verdict=verdict,
        since=_since(verdict, before, now),
        checked=written(now),
        fine=before.fine if before else None,
        failing=failing,
        failed=failed,
        failures=failures,
        next=written(read_time(failed) + AGAIN - SLACK),
        detail=answer.detail,
        observed=_observed(answer, before),
        archived=before.archived if before else "",
    )


def _untold(answer: Answer, before: Seen | None, now: datetime) -> Seen:
    """Nothing was learnt: it is counted, due at once, and changes nothing else that was known."""
    known = before.model_dump() if before else {}
    verdict = Verdict.UNKNOWN
    return Seen(
        **known
        | {
            "verdict": verdict,
            "since": _since(verdict, before, now),
            "checked": written(now),
            "errors": (before.errors if before else 0) + 1,
            "next": written(now),
            "detail": answer.detail,
            "moved_to": "",
        }
    )


def _since(verdict: Verdict, before: Seen | None, now: datetime) -> str:
    return before.since if before and before.verdict is verdict else written(now)


def _observed(answer: Answer, before: Seen | None) -> dict[str, object]:
    """What was observed now; the number of a repository stays the one first seen."""
    old = before.observed if before else {}
    observed = dict(answer.observed) or dict(old)
    if "repository" in old:
        observed["repository"] = old["repository"]
    return observed
