"""What a catalog keeps, so that a long list needs little memory."""

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from tests.made_up import make_entry

FILMS = make_entry("films", name="Tiny Films", formerly=("old-films",))
OTHER = make_entry("other", title="Another work")


def test_without_its_sources_a_catalog_finds_the_same_entries() -> None:
    kept = Catalog({"films": FILMS, "other": OTHER}).drop_sources()
    assert [*kept] == [FILMS, OTHER]
    assert [kept.find_id(work) for work in ("tiny films", "old-films", "no film")] == ["films", "films", None]


def test_what_is_made_of_an_entry_is_made_again_only_after_it_is_forgotten() -> None:
    catalog, made = Catalog({"films": FILMS, "other": OTHER}), []

    def make(entry: Entry, _: Catalog) -> str:
        made.append(entry.id)
        return entry.title

    for entry in (FILMS, FILMS, OTHER):
        catalog.make_once(make, entry)
    catalog.forget(FILMS)
    for entry in (FILMS, OTHER):
        catalog.make_once(make, entry)
    assert made == ["films", "other", "films"]


def test_what_is_to_be_kept_of_an_entry_is_not_forgotten() -> None:
    catalog, made = Catalog({"films": FILMS}), []

    def make_title(entry: Entry, _: Catalog) -> None:
        made.append("title")

    def make_name(entry: Entry, _: Catalog) -> None:
        made.append("name")

    for _ in range(2):
        catalog.make_once(make_title, FILMS)
        catalog.make_once(make_name, FILMS)
        catalog.forget(FILMS, but=(make_title,))
    assert made == ["title", "name", "name"]
