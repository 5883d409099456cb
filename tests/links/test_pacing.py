"""Pace and host queue, with a clock that the tests set."""

import threading
from datetime import UTC, datetime
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.links.asking.client import parse_retry_after
from generator.links.asking.pacing import HostQueue, Pace, SystemClock
from tests.links.fakes.server import FakeClock

NEVER = float("inf")


def test_the_gap_counts_from_the_end_of_the_last_answer() -> None:
    clock = FakeClock()
    pace = Pace(clock, 3.0)
    with pace.turn():
        clock.sleep(10)
    with pace.turn():
        assert clock.elapsed == 13.0


def test_time_that_has_passed_already_is_not_waited_for() -> None:
    clock = FakeClock()
    pace = Pace(clock, 3.0)
    with pace.turn():
        pass
    clock.sleep(5)
    with pace.turn():
        assert clock.elapsed == 5.0


def test_a_window_limits_the_number_of_requests() -> None:
    clock = FakeClock()
    pace = Pace(clock, limit=3, window=60.0)
    starts = []
    for _ in range(7):
        with pace.turn():
            starts.append(clock.elapsed)
    assert starts == [0, 0, 0, 60, 60, 60, 120]


def test_a_pause_is_waited_for() -> None:
    clock = FakeClock()
    pace = Pace(clock)
    pace.pause(7)
    with pace.turn():
        assert clock.elapsed == 7.0


def test_threads_take_turns_one_at_a_time() -> None:
    pace, inside, most = Pace(SystemClock()), 0, 0

    def work() -> None:
        nonlocal inside, most
        for _ in range(50):
            with pace.turn():
                inside += 1
                most = max(most, inside)
                inside -= 1

    threads = [threading.Thread(target=work, daemon=True) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == 1


def test_the_sleep_of_the_system_clock_can_be_stopped() -> None:
    clock = SystemClock()
    clock.stopped.set()
    clock.sleep(86_400)  # no test takes so long
    assert clock.now().tzinfo is UTC


def test_at_most_two_jobs_of_a_host_run_with_a_gap_between_starts() -> None:
    hosts: HostQueue[str] = HostQueue(limit=2, gap=0.5)
    for job in ("a1", "a2", "a3"):
        hosts.put("a", job)
    hosts.put("b", "b1")
    assert hosts.take(0.0) == ("a", "a1")
    assert hosts.take(0.0) == ("b", "b1")
    assert hosts.take(0.0) == 0.5
    assert hosts.take(0.5) == ("a", "a2")
    assert hosts.take(9.0) == NEVER
    hosts.finish("a")
    assert hosts.take(9.0) == ("a", "a3")
    assert hosts.waiting == 0


def test_a_job_waits_for_its_time() -> None:
    hosts: HostQueue[str] = HostQueue(limit=2, gap=0.0)
    hosts.put("a", "late", at=5.0)
    hosts.put("a", "early", at=1.0)
    assert hosts.take(0.0) == 1.0
    assert hosts.take(1.0) == ("a", "early")
    assert hosts.take(1.0) == 4.0


@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.floats(0, 5)), max_size=30),
    st.integers(1, 3),
    st.floats(0.01, 1),
    st.floats(0.0, 2),
)
def test_every_job_starts_once_within_the_limits(
    jobs: list[tuple[str, float]], most: int, gap: float, lasting: float
) -> None:
    hosts: HostQueue[int] = HostQueue(most, gap)
    for number, (host, at) in enumerate(jobs):
        hosts.put(host, number, at)
    now, started, ends = 0.0, {}, []
    while hosts.waiting:
        for end, host in [one for one in ends if one[0] <= now]:
            ends.remove((end, host))
            hosts.finish(host)
        found = hosts.take(now)
        if isinstance(found, tuple):
            host, number = found
            assert number not in started
            assert now >= jobs[number][1]
            assert sum(one == host for _, one in ends) < most
            started[number] = now
            ends.append((now + lasting, host))
        else:
            now = min([now + found, *(end for end, _ in ends)])
    assert len(started) == len(jobs)
    for name in "abc":
        times = sorted(started[number] for number, (host, _) in enumerate(jobs) if host == name)
        assert all(later - sooner >= gap - 1e-9 for sooner, later in pairwise(times))


def test_retry_after_is_parsed_as_seconds_and_as_a_date() -> None:
    now = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
    cases = {
        "17": 17.0,
        "Tue, 24 Nov 2026 08:01:00 GMT": 60.0,
        "Tue, 24 Nov 2026 08:01:00 -0000": 60.0,
        "Tue, 24 Nov 2020 08:01:00 GMT": 0.0,
        "soon": None,
        "": None,
        "٣": None,
    }
    assert {text: parse_retry_after({"retry-after": text}, now) for text in cases} == cases
