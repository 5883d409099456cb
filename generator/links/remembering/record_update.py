"""Update the record of a target with a run's answer: is it fine, failing or dead, and when is it due."""

import hashlib
from dataclasses import replace
from datetime import datetime, timedelta

from generator.links.answers.lines import clean_line
from generator.links.answers.verdict import Answer, Verdict
from generator.links.remembering.citations import COUNT, DAY
from generator.links.remembering.link_state import LinkRecord, format_time, is_address, parse_time
from generator.links.remembering.observed_values import keep_valid

REFRESH_AFTER = timedelta(days=7)
REFRESH_SPREAD = 0.2
"""Links checked on one day become due on several days, else each week would have one heavy day."""

RETRY_AFTER = timedelta(hours=24)
"""A failing link is checked again after a day; only then does another failure count."""

SCHEDULE_SLACK = timedelta(hours=1)
"""A daily run does not start to the second, so a day may be this much shorter."""

DEAD_AFTER = 3
"""Failures in a row, at least a day apart: a server that is down for a night is back by then."""

_KEPT = ("repository", COUNT, DAY)
"""Observations that an answer never replaces."""


def update_record(key: str, answer: Answer, before: LinkRecord | None, now: datetime) -> LinkRecord:
    """Make the record of `key` after `answer`; its `entries` are left to the caller."""
    if answer.verdict is Verdict.DEAD:
        return _record_failure(answer, before, now)
    if answer.verdict is Verdict.UNKNOWN:
        return _record_unknown(answer, before, now)
    is_compared = answer.verdict is not Verdict.UNCOMPARED
    fresh_for = refresh_interval(key) if is_compared else RETRY_AFTER - SCHEDULE_SLACK
    return LinkRecord(
        verdict=answer.verdict,
        since=_find_since(answer.verdict, before, now),
        checked=format_time(now),
        fine=format_time(now),
        next=format_time(now + fresh_for),
        detail=answer.detail,
        moved_to=answer.moved_to,
        observed=_merge_observed(answer, before),
    )


def refresh_interval(key: str) -> timedelta:
    """How long the record of `key` is fresh: seven days, up to a fifth more or less."""
    share = int.from_bytes(hashlib.sha256(key.encode()).digest()[:4]) / 0xFFFFFFFF
    return REFRESH_AFTER * (1 + REFRESH_SPREAD * (2 * share - 1))


def ask_tomorrow(record: LinkRecord, now: datetime) -> LinkRecord:
    """What is known stays so, and is asked for again on the next day."""
    return record.model_copy(update={"next": format_time(now + RETRY_AFTER - SCHEDULE_SLACK)})


def make_storable(answer: Answer) -> Answer:
    """Return `answer` with texts that the memory may hold: a service may say anything."""
    return replace(
        answer,
        detail=clean_line(answer.detail),
        moved_to=answer.moved_to if is_address(answer.moved_to) else "",
        observed=keep_valid(answer.observed),
    )


def _record_failure(answer: Answer, before: LinkRecord | None, now: datetime) -> LinkRecord:
    last = before.failed if before else None
    counts = last is None or _counts_again(last, now)
    failed = format_time(now) if last is None or counts else last
    failures = (before.failures if before else 0) + counts
    failing = (before.failing if before else None) or format_time(now)
    verdict = Verdict.DEAD if failures >= DEAD_AFTER else Verdict.UNKNOWN
    return LinkRecord(
        verdict=verdict,
        since=_find_since(verdict, before, now),
        checked=format_time(now),
        fine=before.fine if before else None,
        failing=failing,
        failed=failed,
        failures=failures,
        next=format_time(parse_time(failed) + RETRY_AFTER - SCHEDULE_SLACK),
        detail=answer.detail,
        observed=_merge_observed(answer, before),
        archived=before.archived if before else "",
    )


def _counts_again(last: str, now: datetime) -> bool:
    """Whether a failure counts after the `last`; one in the future was counted by a clock that was ahead."""
    return not timedelta() <= now - parse_time(last) < RETRY_AFTER - SCHEDULE_SLACK


def _record_unknown(answer: Answer, before: LinkRecord | None, now: datetime) -> LinkRecord:
    """Count that there was no usable answer; the target stays due, and what was known is kept."""
    known = before.model_dump() if before else {}
    verdict = Verdict.UNKNOWN
    return LinkRecord(
        **known
        | {
            "verdict": verdict,
            "since": _find_since(verdict, before, now),
            "checked": format_time(now),
            "errors": (before.errors if before else 0) + 1,
            "next": format_time(now),
            "detail": answer.detail,
            "moved_to": "",
        }
    )


def _find_since(verdict: Verdict, before: LinkRecord | None, now: datetime) -> str:
    return before.since if before and before.verdict is verdict else format_time(now)


def _merge_observed(answer: Answer, before: LinkRecord | None) -> dict[str, object]:
    """The observations of now, with those of other services.

    The number of a repository stays the first one, to detect another.
    """
    old = before.observed if before else {}
    observed = dict(answer.observed) or dict(old)
    return observed | {key: old[key] for key in _KEPT if key in old}
