"""What the pages say about links: marks on an entry, and the page about all links."""

import pytest
from lxml import html

from generator.catalog.catalog import Catalog
from generator.links.remembering.link_state import LinkRecord, LinkState
from generator.links.showing.observations import Observations
from generator.outputs.site import entry, health, newest
from generator.settings import Settings, load_settings
from tests.paths import DATA

NOON = "2026-11-20T12:00:00Z"


@pytest.fixture
def settings() -> Settings:
    return load_settings(DATA / "catalog")


def seen(verdict: str, **fields: object) -> LinkRecord:
    times = {"since": NOON, "checked": NOON, "next": NOON}
    return LinkRecord.model_validate({"verdict": verdict, **times, **fields})


@pytest.fixture
def state() -> LinkState:
    return LinkState.model_validate(
        {
            "links": {
                "arxiv:2401.00001": seen("degraded", observed={"withdrawn": True}, fine=NOON),
                "github:example/imagetalk": seen(
                    "ok", observed={"stars": 1234, "pushed": "2026-10-01"}, fine=NOON
                ),
                "github:example/imagetalk-serve": seen(
                    "dead", detail="404", archived="https://web.archive.org/web/2026/https://example.org/x"
                ),
            }
        }
    )


def text(body: str) -> str:
    return " ".join(html.fromstring(body).text_content().split())


def test_an_entry_shows_what_the_checker_found(
    catalog: Catalog, settings: Settings, state: LinkState
) -> None:
    pages = {page.address: text(page.body) for page in entry.pages(catalog, settings, Observations(state))}
    shown = pages["papers/example2024imagetalk/"]
    assert "Withdrawn, according to the link checker: https://arxiv.org/abs/2401.00001" in shown
    assert "Stars 1,234, Last push 2026-10-01, Links checked on 2026-11-20" in shown
    assert "Links checked" not in pages["papers/tiny-films/"]


def test_cards_show_what_services_said(catalog: Catalog, settings: Settings, state: LinkState) -> None:
    [page] = newest.pages(catalog, settings, Observations(state))
    assert "Stars 1,234, Last push 2026-10-01, Links checked on 2026-11-20" in text(page.body)
    [page] = newest.pages(catalog, settings)
    assert "Links checked" not in text(page.body)


def test_an_entry_shows_the_abstract_with_its_source(catalog: Catalog, settings: Settings) -> None:
    observations = Observations(abstracts={"2401.00001": "We <b>ask</b> images."})
    pages = {page.address: page.body for page in entry.pages(catalog, settings, observations)}
    shown = pages["papers/example2024imagetalk/"]
    assert "<p>We &lt;b&gt;ask&lt;/b&gt; images.</p>" in shown
    assert 'From <a href="https://arxiv.org/abs/2401.00001">arXiv</a>' in shown
    assert "Abstract" not in pages["papers/tiny-films/"]


def test_the_health_page_counts_and_lists_links(
    catalog: Catalog, settings: Settings, state: LinkState
) -> None:
    [page] = health.pages(catalog, settings, Observations(state))
    document = html.fromstring(page.body)
    rows = {
        row[0].text: [cell.text_content().strip() for cell in row[1:]]
        for row in document.xpath("//table[1]//tbody/tr")
    }
    assert rows["github"][0].isdigit()
    assert "Wrong or dead" in document.text_content()
    assert document.xpath("//a[text()='archived copy']/@href") == [
        "https://web.archive.org/web/2026/https://example.org/x"
    ]


def test_before_the_first_check_it_says_so(catalog: Catalog, settings: Settings) -> None:
    [page] = health.pages(catalog, settings)
    assert "none checked yet. Once the list is published, links are checked automatically" in text(page.body)
    assert "<table" not in page.body
    assert "Wrong or dead" not in page.body
