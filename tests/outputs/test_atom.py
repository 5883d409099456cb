"""Feeds follow RFC 4287 and list the last additions, with terms and links."""

import re
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import feedparser
import pytest

from generator.catalog.catalog import Catalog
from generator.outputs.data.atom import Feed, stream_atom
from generator.settings import Settings

ATOM = "{http://www.w3.org/2005/Atom}"
FEED = Feed("data/feed.xml", page="new/")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
TAG = re.compile(r"tag:[a-z0-9.-]+,\d{4}:[a-z0-9./-]+")


def render_feed(catalog: Catalog, settings: Settings) -> str:
    return "".join(stream_atom(FEED, catalog, catalog, settings))


def parsed(text: str) -> Any:
    """The feed as a strict reader parses it."""
    found = feedparser.parse(text.encode(), sanitize_html=False)
    assert (found.bozo, found.version) == (False, "atom10")
    return found


def only_child(parent: Element, name: str) -> Element:
    """The only child of this name, as the RFC wants it."""
    (child,) = parent.findall(ATOM + name)
    return child


def alternates(parent: Element) -> list[tuple[str | None, str | None]]:
    links = parent.findall(f"{ATOM}link[@rel='alternate']")
    return [(link.get("type"), link.get("hreflang")) for link in links]


@pytest.mark.parametrize("home", [True, False])
def test_feeds_follow_the_rules_of_the_format(catalog: Catalog, settings: Settings, home: bool) -> None:
    text = render_feed(catalog, settings if home else Settings("List"))
    parsed(text)
    root = ElementTree.fromstring(text)
    assert root.tag == f"{ATOM}feed"
    assert only_child(only_child(root, "author"), "name").text
    entries = root.findall(f"{ATOM}entry")
    assert len(entries) == len(catalog.entries)
    for element in (root, *entries):
        assert TAG.fullmatch(only_child(element, "id").text or "")
        assert only_child(element, "title").text
        assert MOMENT.fullmatch(only_child(element, "updated").text or "")
        assert len(set(alternates(element))) == len(alternates(element))
    for entry in entries:
        assert only_child(entry, "content").get("type") == "html"
        assert all(author.findtext(f"{ATOM}name") for author in entry.findall(f"{ATOM}author"))
        assert all(category.get("term") for category in entry.findall(f"{ATOM}category"))
    assert len({only_child(entry, "id").text for entry in entries}) == len(entries)


def test_last_added_first(catalog: Catalog, settings: Settings) -> None:
    found = parsed(render_feed(catalog, settings))
    moments = [entry.updated for entry in found.entries]
    assert all(one >= other for one, other in pairwise(moments))
    assert found.feed.updated == moments[0] > moments[-1]


def test_an_item_has_link_terms_authors_and_related_links(catalog: Catalog, settings: Settings) -> None:
    entries = {entry.id.rpartition("/")[2]: entry for entry in parsed(render_feed(catalog, settings)).entries}
    talk = entries["example2024imagetalk"]
    assert talk.link == "https://list.example.org/imaging/papers/example2024imagetalk/"
    related = {link.title: link.href for link in talk.links if link.rel == "related"}
    assert related["Code imagetalk"] == "https://github.com/example/imagetalk"
    assert {"vqa", "captioning", "ct", "models"} <= {tag.term for tag in talk.tags}
    assert [author.name for author in talk.authors][:2] == ["Ada Example", "Ben Sample"]
    assert "https://github.com/example/imagetalk" in talk.content[0].value


def test_ids_stay_when_the_site_moves(catalog: Catalog, settings: Settings) -> None:
    ids = [entry.id for entry in parsed(render_feed(catalog, settings)).entries]
    elsewhere = Settings(settings.name, site_url="https://elsewhere.example.net")
    assert [entry.id for entry in parsed(render_feed(catalog, elsewhere)).entries] == ids


def test_without_an_address_of_the_site_the_paper_is_the_link(catalog: Catalog) -> None:
    root = ElementTree.fromstring(render_feed(catalog, Settings("List")))
    assert not root.findall(f"{ATOM}link")
    links = {
        (only_child(entry, "id").text or "").rpartition("/")[2]: [
            link.get("href") for link in entry.iter(f"{ATOM}link")
        ]
        for entry in root.iter(f"{ATOM}entry")
    }
    assert links["muster2023askfilm"][0] == "https://arxiv.org/abs/2311.00004"
    assert links["lost-notes"] == []


def test_a_feed_has_no_more_entries_than_its_limit(catalog: Catalog, settings: Settings) -> None:
    short = Feed("data/task/vqa.xml", page="task/vqa/", label="VQA", max_entries=2)
    found = parsed("".join(stream_atom(short, catalog, catalog, settings)))
    assert len(found.entries) == 2
    assert found.feed.title == "Awesome Example Imaging: VQA"
    assert parsed("".join(stream_atom(short, [], catalog, settings))).feed.updated == "1970-01-01T00:00:00Z"


@pytest.mark.parametrize(("added", "moment"), [("2024", "2024-01-01"), ("2024-05", "2024-05-01")])
def test_partial_dates(catalog: Catalog, settings: Settings, added: str, moment: str) -> None:
    change = {"added": added, "authors": ("Ada Example", "others")}
    entry = catalog.entries["filmkit"].model_copy(update=change)
    (found,) = parsed("".join(stream_atom(FEED, [entry], catalog, settings))).entries
    assert found.updated == f"{moment}T00:00:00Z"
    assert [author.name for author in found.authors] == ["Ada Example"]


def test_hostile_text_is_text(hostile_text: str, hostile: Catalog, settings: Settings) -> None:
    text = render_feed(hostile, settings)
    parsed(text)
    root = ElementTree.fromstring(text)
    (entry,) = root.findall(f"{ATOM}entry")
    kept = "".join(char for char in hostile_text if char >= " " and char != "\ufffe")
    title = only_child(entry, "title").text or ""
    assert title.replace("\n", "").replace("\r", "") == f"A {kept} title"
    assert {element.tag for element in entry} <= {
        f"{ATOM}{name}" for name in ("id", "title", "updated", "author", "link", "category", "content")
    }
    body = ElementTree.fromstring(f"<div>{only_child(entry, 'content').text}</div>")
    assert {element.tag for element in body.iter()} <= {"div", "p", "a"}
