"""Promised figures: requests and time for a thousand entries, and planted errors that are found."""

import os
from collections.abc import Iterator

import pytest

from generator.catalog.catalog import Catalog
from tests.bench import link_requests, planted
from tests.bench.lane_clock import LaneClock
from tests.whole import load_whole


@pytest.fixture(autouse=True)
def environment() -> Iterator[None]:
    before = dict(os.environ)
    yield
    os.environ.clear()
    os.environ.update(before)


def test_a_thousand_entries_take_45_requests_and_half_a_minute() -> None:
    measured = link_requests.measure(1000)
    assert measured.requests <= 45
    assert measured.wall <= 30


def test_waits_of_parallel_services_do_not_add_up() -> None:
    clock = LaneClock()
    clock.sleep(3)
    assert (clock.wall, clock.monotonic()) == (3, 3)


def test_fifty_planted_errors_are_found_and_nothing_else() -> None:
    catalog = load_whole()
    planted_list = planted.PlantedList(planted.world_of(catalog, {}), dict(catalog.entries))
    planted.plant(planted_list, seed=1)
    outcome = planted.run(
        Catalog(planted_list.entries, catalog.vocabularies, catalog.paths), planted_list.world
    )
    hit, false = planted.compare(planted_list, outcome)
    assert len(planted_list.expected) == 50
    assert set(planted_list.expected) == hit
    assert false == []
