"""The bench of the browse page notes an effect of each step, in a real browser."""

from playwright.sync_api import expect

from tests.bench.browse_latency import PROBE, list_delays
from tests.browser.browsing import SEARCH, ids, search_for, wait_for_results
from tests.browser.conftest import Open


def test_an_answer_with_the_same_cards_is_an_effect_too(open_page: Open, made_up_url: str) -> None:
    page = open_page("about:blank", fresh=True, bypass_csp=True)
    page.add_init_script(path=PROBE)
    page.goto(f"{made_up_url}/browse/")
    search_for(page, "imagetal")
    expect(page.locator("#browse-cards .card")).to_have_count(1)
    wait_for_results(page)
    found = ids(page)
    page.evaluate("probe.length = 0")
    page.locator(SEARCH).press_sequentially("k")
    page.wait_for_function("probe.some(([what]) => what === 'settled')")
    assert ids(page) == found
    (delay,) = list_delays(page.evaluate("probe"), "cards")
    assert delay > 0


def test_the_first_effect_counts() -> None:
    probe = [("settled", 1.0), ("asked", 2.0), ("counts", 3.0), ("cards", 4.0), ("settled", 9.0)]
    assert list_delays(probe, "cards") == [2.0]
    assert list_delays([("asked", 2.0), ("counts", 3.0), ("settled", 9.0)], "cards") == [7.0]
