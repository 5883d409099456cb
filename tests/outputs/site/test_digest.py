"""The pages about what waits and what happened: apart from the catalog, and safe to read."""

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html

from generator.catalog.candidates import Candidate, CandidateFile, write_candidates
from generator.catalog.catalog import Catalog
from generator.catalog.chronicle import Chronicle, load_chronicle
from generator.catalog.declined import DECLINED_PATH
from generator.catalog.history import CameUp, Event, History, write_history
from generator.outputs.site import list_pages, newest
from generator.outputs.site.digest import MAX_OF_SECTION
from generator.outputs.site.page import Page
from generator.settings import Settings
from tests.made_up import HOMELESS, make_catalog, make_entry
from tests.paths import GOLDEN

HOSTILE = '<script>alert(1)</script> & "quotes" [a](javascript:x)'

CHRONICLE = Chronicle(
    CandidateFile(
        day="2024-06-10",
        candidates=[
            Candidate(
                id="2406.00001",
                title="Films that Ask",
                authors=["Ada Li", "B. Ng"],
                score=0.9,
                day="2024-06-03",
            ),
            Candidate(
                id="2406.00002",
                title=HOSTILE,
                date="2024-06-01",
                section="tools",
                score=0.8,
                day="2024-06-10",
            ),
            Candidate(id="2406.00003", title="Declined", score=0.7, day="2024-06-10"),
            Candidate(id="2401.00001", title="Listed meanwhile", score=0.6, day="2024-06-10"),
        ],
    ),
    History(
        day="2024-06-10",
        events=(
            Event(day="2024-05-03", kind="published", id="example2024imagetalk"),
            Event(day="2024-05-04", kind="withdrawn", id="muster2021wrong"),
            Event(day="2024-05-05", kind="published", id="deleted"),
        ),
        candidates=(
            CameUp(day="2024-05-06", id="2401.00001", title="Listed meanwhile"),
            CameUp(day="2024-05-06", id="2406.00002", title=HOSTILE),
            CameUp(day="2024-05-06", id="2406.00003", title="Declined"),
        ),
    ),
    frozenset({"2406.00003"}),
)


def find_pages(catalog: Catalog, chronicle: Chronicle, settings: Settings = HOMELESS) -> dict[str, Page]:
    return {page.address: page for page in list_pages(catalog, settings, chronicle=chronicle)}


@pytest.mark.parametrize("address", ["waiting/", "digest/", "digest/2024-05/"])
def test_pages_are_as_their_golden_files(
    address: str, catalog: Catalog, golden: Callable[[Path, str], None]
) -> None:
    page = find_pages(catalog, CHRONICLE)[address]
    golden(GOLDEN / "site" / f"{address.replace('/', '_')}.md", page.markdown)


def test_untrusted_text_stays_text(catalog: Catalog) -> None:
    pages = find_pages(catalog, CHRONICLE)
    for address in ("waiting/", "digest/2024-05/"):
        document = html.fromstring(pages[address].body)
        assert HOSTILE in [link.text for link in document.iter("a")]
        assert document.xpath("//script") == []
        assert all(
            link.startswith(("https://arxiv.org/abs/", "..", "#")) for link in document.xpath("//a/@href")
        )


def test_a_listed_or_declined_work_does_not_wait(catalog: Catalog) -> None:
    body = find_pages(catalog, CHRONICLE)["waiting/"].body
    assert "2 new works" in body
    assert "Declined" not in body
    assert "Listed meanwhile" not in body
    assert "not in the catalog" in body


def test_the_page_says_that_nothing_waits_and_is_missing_before_the_first_search(catalog: Catalog) -> None:
    empty = Chronicle(CandidateFile(day="2024-06-10"))
    assert "Nothing waits to be read" in find_pages(catalog, empty)["waiting/"].body
    assert "waiting/" not in find_pages(catalog, Chronicle())


def test_search_engines_get_the_digests_and_not_what_waits(catalog: Catalog) -> None:
    pages = find_pages(catalog, CHRONICLE)
    assert pages["digest/2024-05/"].is_listed
    assert not pages["waiting/"].is_listed


def test_a_month_with_many_works_links_to_their_section(catalog: Catalog) -> None:
    works = [make_entry(f"work{n}", added="2024-05-02") for n in range(MAX_OF_SECTION + 3)]
    body = find_pages(make_catalog(catalog, works), Chronicle())["digest/2024-05/"].body
    assert '<a href="../../section/tools/">3 more in Tools</a>' in body


def test_an_entry_without_a_day_is_in_no_month(catalog: Catalog) -> None:
    works = make_catalog(catalog, [make_entry(added="2024")])
    assert [address for address in find_pages(works, Chronicle()) if address.startswith("digest/")] == []
    [new] = newest.pages(works, HOMELESS)
    assert "digest" not in new.body


def test_the_page_of_what_is_new_leads_to_the_digests(catalog: Catalog) -> None:
    [new] = newest.pages(make_catalog(catalog, [make_entry()]), HOMELESS)
    assert '<a href="../digest/">' in new.body


def test_what_is_kept_beside_the_entries_is_loaded(root: Path) -> None:
    assert load_chronicle(root) == Chronicle()
    (root / DECLINED_PATH).write_text('- {id: "2406.00003", day: 2024-06-11, reason: off-topic}\n')
    write_candidates(root, CHRONICLE.waiting)
    write_history(root, CHRONICLE.history)
    assert load_chronicle(root) == CHRONICLE
