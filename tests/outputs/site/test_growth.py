"""The cost of a page does not grow with the list, and the page of an entry stays within its budget."""

import cProfile
import pstats
from itertools import islice, pairwise

import pytest

from generator.catalog.catalog import Catalog
from generator.outputs.site import entry, list_pages, lists
from generator.outputs.site.page import Page
from generator.render import templates
from generator.settings import Settings
from generator.views import relations
from tests.bench.synthetic import synthesize_catalog
from tests.whole import load_whole

DEPTHS = 4
"""Pages with cards are at so many depths: home, browse, a group, and its further pages."""
BUDGET = 14_500
ROW_OF_NUMBERS = 1_000
"""A third is the address that reports an error in the row, of which compression leaves 30 bytes."""
AUTHOR = 250
"""Each author beyond the first twenty is in the page, its head and its citation."""
LINK_TO_USER = 120
"""The page of a dataset links to each work that uses it and may grow by so many bytes a link."""


@pytest.fixture(scope="module")
def real() -> Catalog:
    return load_whole()


def calls(catalog: Catalog, settings: Settings) -> tuple[int, dict[str, int]]:
    """The number of pages, and how often each function was called to render them, by file and name."""
    profile = cProfile.Profile()
    number = profile.runcall(
        lambda: sum(1 for page in list_pages(catalog, settings) if page.head + page.body)
    )
    called: dict[str, int] = {}
    for (file, _, name), (_, count, *_) in pstats.Stats(profile).stats.items():  # type: ignore[attr-defined]
        called[f"{file}:{name}"] = called.get(f"{file}:{name}", 0) + count
    return number, called


@pytest.mark.slow
def test_a_further_page_is_as_much_work_in_a_long_list(real: Catalog, settings: Settings) -> None:
    # The real entries are in the order of years, and recent ones have more fields: a sample of all years.
    sample = Catalog(dict(list(real.entries.items())[::15]), real.vocabularies, real.paths)
    calls(synthesize_catalog(sample, 1), settings)  # the templates are compiled from now on
    done = [calls(synthesize_catalog(sample, count), settings) for count in (300, 600, 900)]
    short, long = (
        (sum(more.values()) - sum(less.values())) / (pages - before)
        for (before, less), (pages, more) in pairwise(done)
    )
    assert long < 1.15 * short


def test_a_card_is_rendered_once_for_all_lists_at_one_depth(real: Catalog, settings: Settings) -> None:
    catalog = synthesize_catalog(real, 100)
    number, called = calls(catalog, settings)
    heads = 2  # of the pages Browse and Contribute
    cards = called[f"{templates.__file__}:render"] - number - heads
    assert len(catalog.entries) <= cards <= DEPTHS * len(catalog.entries)
    assert called[f"{lists.__file__}:_render_card"] > 2 * cards


@pytest.mark.parametrize("step", [5, pytest.param(1, marks=pytest.mark.slow)])
def test_an_entry_stays_within_its_bytes_above_the_shell(
    real: Catalog, settings: Settings, step: int
) -> None:
    for page in islice(entry.pages(real, settings), 0, None, step):
        rows = page.body.count("<tr>")
        id_ = page.address.split("/")[1]
        authors = max(0, len(real.entries[id_].authors) - 20)
        users = sum(map(len, relations.find_users(real, id_).values()))
        more = ROW_OF_NUMBERS * rows + AUTHOR * authors + LINK_TO_USER * users
        assert above_the_shell(page) <= BUDGET + more, page.address


def above_the_shell(page: Page) -> int:
    return len(f"{page.title}{page.description}{page.head}{page.body}".encode())
