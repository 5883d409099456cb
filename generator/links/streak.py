"""From one run's answer to what is remembered: when a link is fine, failing or dead, and when it is due."""

import hashlib
from datetime import datetime, timedelta

from generator.links.memory import LinkRecord, format_time, parse_time
from generator.links.verdict import Answer, Verdict

REFRESH_AFTER = timedelta(days=7)
REFRESH_SPREAD = 0.2
"""Links learnt on one day fall due over several, or each week would have one heavy day."""

RETRY_AFTER = timedelta(hours=24)
"""A failing link is looked at again after a day, and only then does a failure count again."""

SCHEDULE_SLACK = timedelta(hours=1)
"""A daily run does not start to the second."""

DEAD_AFTER = 3
"""Runs in a row, at least a day apart: a server's bad night is over by then."""


def update_record(key: str, answer: Answer, before: LinkRecord | None, now: datetime) -> LinkRecord:
    """What to remember of `key` after `answer`; `entries` are left to the caller."""
    if answer.verdict is Verdict.DEAD:
        return _failed(answer, before, now)
    if answer.verdict is Verdict.UNKNOWN:
        return _untold(answer, before, now)
    return LinkRecord(
        verdict=answer.verdict,
        since=_since(answer.verdict, before, now),
        checked=format_time(now),
        fine=format_time(now),
        next=format_time(now + refresh_interval(key)),
        detail=answer.detail,
        moved_to=answer.moved_to,
        observed=_observed(answer, before),
    )


def refresh_interval(key: str) -> timedelta:
    """How long what was learnt of `key` holds: seven days, up to a fifth more or less."""
    share = int.from_bytes(hashlib.sha256(key.encode()).digest()[:4]) / 0xFFFFFFFF
    return REFRESH_AFTER * (1 + REFRESH_SPREAD * (2 * share - 1))


def _failed(answer: Answer, before: LinkRecord | None, now: datetime) -> LinkRecord:
    failures = before.failures if before else 0
    last = before.failed if before else None
    counts = last is None or now - parse_time(last) >= RETRY_AFTER - SCHEDULE_SLACK
    failures += counts
    failing = (before.failing if before else None) or format_time(now)
    verdict = Verdict.DEAD if failures >= DEAD_AFTER else Verdict.UNKNOWN
    failed = format_time(now) if counts or last is None else last
    return LinkRecord(
        verdict=verdict,
        since=_since(verdict, before, now),
        checked=format_time(now),
        fine=before.fine if before else None,
        failing=failing,
        failed=failed,
        failures=failures,
        next=format_time(parse_time(failed) + RETRY_AFTER - SCHEDULE_SLACK),
        detail=answer.detail,
        observed=_observed(answer, before),
        archived=before.archived if before else "",
    )


def _untold(answer: Answer, before: LinkRecord | None, now: datetime) -> LinkRecord:
    """Nothing was learnt: it is counted, due at once, and changes nothing else that was known."""
    known = before.model_dump() if before else {}
    verdict = Verdict.UNKNOWN
    return LinkRecord(
        **known
        | {
            "verdict": verdict,
            "since": _since(verdict, before, now),
            "checked": format_time(now),
            "errors": (before.errors if before else 0) + 1,
            "next": format_time(now),
            "detail": answer.detail,
            "moved_to": "",
        }
    )


def _since(verdict: Verdict, before: LinkRecord | None, now: datetime) -> str:
    return before.since if before and before.verdict is verdict else format_time(now)


def _observed(answer: Answer, before: LinkRecord | None) -> dict[str, object]:
    """What was observed now; the number of a repository stays the one first seen."""
    old = before.observed if before else {}
    observed = dict(answer.observed) or dict(old)
    if "repository" in old:
        observed["repository"] = old["repository"]
    return observed
