"""The head of an entry's page: Zotero, search engines and feed readers find their tags."""

import json
from html.parser import HTMLParser
from typing import Any

import pytest
from markupsafe import escape

from generator.catalog.catalog import Catalog
from generator.entry.identifiers import IDENTIFIERS
from generator.entry.model import Entry
from generator.outputs.data.atom import Feed
from generator.outputs.data.bibtex import stream_bibtex
from generator.outputs.site import entry
from generator.outputs.site.head import render_feed_link, render_head
from generator.outputs.site.page import Place
from generator.render.json_in_html import dump_json_for_html
from generator.settings import Settings


class Reader(HTMLParser):
    """Collects metas, links and the text of scripts, as a browser reads them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.html = html
        self.tags: list[str] = []
        self.metas: list[tuple[str, str]] = []
        self.links: list[dict[str, str | None]] = []
        self.script = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        found = dict(attrs)
        if tag == "meta":
            self.metas.append((found.get("name") or found.get("property") or "", found.get("content") or ""))
        if tag == "link":
            self.links.append(found)

    def handle_data(self, data: str) -> None:
        if self.tags[-1:] == ["script"]:
            self.script += data

    def all(self, name: str) -> list[str]:
        return [content for key, content in self.metas if key == name]

    @property
    def graph(self) -> list[dict[str, Any]]:
        return list(json.loads(self.script)["@graph"])


def read(entry: Entry, catalog: Catalog, settings: Settings) -> Reader:
    return Reader(render_head(entry, catalog, settings, Place(f"papers/{entry.id}/")))


def test_conference_paper(catalog: Catalog, settings: Settings) -> None:
    found = read(catalog.entries["example2024imagetalk"], catalog, settings)
    assert found.all("citation_author") == [
        "Example, Ada",
        "Sample, Ben",
        "Beispiel, Chloé",
        "Primer, Dmitri",
    ]
    assert found.all("citation_publication_date") == ["2024"]
    assert found.all("citation_doi") == ["10.9999/exconf.2024.1"]
    assert found.all("citation_pdf_url") == ["https://papers.example.org/imagetalk.pdf"]
    names = [name for name, _ in found.metas]
    # The last of the two decides what Zotero takes it for.
    assert names.index("citation_inbook_title") < names.index("citation_conference_title")
    assert "DC.type" not in names


def test_journal_article(catalog: Catalog, settings: Settings) -> None:
    found = read(catalog.entries["muster2021wrong"], catalog, settings)
    assert found.all("citation_journal_title") == ["Journal of Examples"]
    assert found.all("citation_publication_date") == ["2021/07/01"]
    assert found.all("citation_conference_title") == found.all("citation_pdf_url") == []


@pytest.mark.parametrize("id_", ["example2024imagetalk", "muster2021wrong"])
def test_search_engines_and_citations_read_one_date(id_: str, catalog: Catalog, settings: Settings) -> None:
    found = read(catalog.entries[id_], catalog, settings)
    (date,) = found.all("citation_publication_date")
    assert found.graph[0]["datePublished"] == date.replace("/", "-")


def test_volume_number_and_pages(catalog: Catalog, settings: Settings) -> None:
    found = read(catalog.entries["beispiel2022seeing"], catalog, settings)
    assert (found.all("citation_volume"), found.all("citation_issue")) == (["8"], ["2"])
    assert (found.all("citation_firstpage"), found.all("citation_lastpage")) == (["123"], ["145"])
    article, _ = found.graph
    assert (article["pageStart"], article["pageEnd"]) == ("123", "145")
    journal = {"@type": "Periodical", "name": "Journal of Examples"}
    volume = {"@type": "PublicationVolume", "volumeNumber": "8", "isPartOf": journal}
    assert article["isPartOf"] == {"@type": "PublicationIssue", "issueNumber": "2", "isPartOf": volume}


def test_preprint(catalog: Catalog, settings: Settings) -> None:
    found = read(catalog.entries["primer2024wordpix"], catalog, settings)
    assert (found.all("DC.type"), found.all("citation_publisher")) == (["preprint"], ["arXiv"])
    assert found.all("citation_arxiv_id") == ["2403.00003"]
    assert found.all("citation_pdf_url") == ["https://arxiv.org/pdf/2403.00003"]


def test_what_is_not_known_is_left_out(catalog: Catalog) -> None:
    found = read(catalog.entries["lost-notes"], catalog, Settings("List"))
    assert not {"citation_publication_date", "citation_public_url"} & {name for name, _ in found.metas}
    assert all(value != "" for _, value in found.metas)


def test_article_for_search_engines(catalog: Catalog, settings: Settings) -> None:
    article, crumbs = read(catalog.entries["example2024imagetalk"], catalog, settings).graph
    assert (article["@type"], article["author"][2]["name"]) == ("ScholarlyArticle", "Chloé Beispiel")
    assert article["isPartOf"] == {
        "@type": "PublicationVolume",
        "name": "Proceedings of the 32nd Example Conference on Examples",
        "volumeNumber": "24",
    }
    described = catalog.entries["example2024imagetalk"]
    assert {row.field for row, _ in described.identifiers} == {row.field for row in IDENTIFIERS}
    assert {row.url(id_) for row, id_ in described.identifiers} <= {*article["sameAs"]}
    assert crumbs["itemListElement"] == [
        {
            "@type": "ListItem",
            "position": 1,
            "name": "Models, methods & more",
            "item": "https://list.example.org/imaging/section/models/",
        },
        {"@type": "ListItem", "position": 2, "name": "ImageTalk"},
    ]


def test_an_article_does_not_repeat_the_tags_of_the_head(catalog: Catalog, settings: Settings) -> None:
    article, _ = read(catalog.entries["example2024imagetalk"], catalog, settings).graph
    assert not {"description", "keywords", "identifier"} & article.keys()


def test_dataset_for_search_engines(catalog: Catalog) -> None:
    data, crumbs = read(catalog.entries["muster2023askfilm"], catalog, Settings("List")).graph
    assert data["@type"] == "Dataset"
    assert data["license"] == {"@type": "CreativeWork", "name": "CC-BY-4.0"}
    assert data["conditionsOfAccess"] == "Open: Anyone can download it."
    assert data["citation"]["headline"] == "Asking about Films"
    assert data["description"] == catalog.entries["muster2023askfilm"].summary
    assert {item["propertyID"] for item in data["identifier"]} == {"arXiv"}
    assert crumbs["itemListElement"][0]["item"].startswith("../../section/")


@pytest.mark.parametrize("id_", ["placeholder2024questions", "tiny-films", "filmkit"])
def test_types_for_search_engines(catalog: Catalog, settings: Settings, id_: str) -> None:
    work, _ = read(catalog.entries[id_], catalog, settings).graph
    is_data = catalog.entries[id_].kind in ("dataset", "benchmark")
    assert work["@type"] == ("Dataset" if is_data else "ScholarlyArticle")
    assert all(work.values())


def test_group_author(catalog: Catalog, settings: Settings) -> None:
    entry = catalog.entries["filmkit"].model_copy(update={"authors": ("The Example Team",)})
    work, _ = read(entry, catalog, settings).graph
    assert work["author"] == [{"@type": "Organization", "name": "The Example Team"}]


def test_feed_link(settings: Settings) -> None:
    feed = Feed("data/task/vqa.xml", page="task/vqa/", label='"Q" & A')
    (link,) = Reader(render_feed_link(feed, settings, Place("task/vqa/"))).links
    assert link == {
        "rel": "alternate feed",
        "type": "application/atom+xml",
        "title": 'Awesome Example Imaging: "Q" & A',
        "href": "../../data/task/vqa.xml",
    }


def test_hostile_text_is_a_value(hostile_text: str, hostile: Catalog, settings: Settings) -> None:
    found = read(hostile.entries["hostile"], hostile, settings)
    assert set(found.tags) == {"meta", "link", "script"}
    assert (found.tags.count("script"), found.tags.count("link")) == (1, 2)
    assert len(found.all("citation_author")) == 2
    assert found.graph[0]["alternateName"][0] == f"A {hostile_text} title"


def test_page_shows_its_bibtex(hostile: Catalog, settings: Settings) -> None:
    (page,) = entry.pages(hostile, settings)
    bibtex = escape("".join(stream_bibtex(hostile, hostile)))
    assert f'<pre><code tabindex="0" data-copy-label="BibTeX">{bibtex}</code></pre>' in page.body
    assert page.head == read(hostile.entries["hostile"], hostile, settings).html


def test_json_in_html_is_the_same_json() -> None:
    value = {"</script>": ["<!--", "&amp;", "\u2028\u2029", "ü"]}
    text = dump_json_for_html(value)
    assert json.loads(text) == value
    assert not set("<>&\u2028\u2029") & set(text)
