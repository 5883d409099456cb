"""Find the entries that share a name with an entry, so that a reader does not take one for the other."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.catalog.catalog import Catalog
from generator.entry.model import OTHERS, Entry
from generator.entry.people import split_name
from generator.text import normalize_name


@dataclass(frozen=True, slots=True)
class Namesake:
    """Another entry with the same name, and a label that distinguishes it, such as `FilmNet (Li 2024)`."""

    entry: Entry
    label: str


def list_namesakes(entry: Entry, catalog: Catalog) -> list[Namesake]:
    """List the other entries with a name or an alias that `entry` has too, oldest first."""
    shared = catalog.index(_index_shared_names)
    ids = {id_ for name in _list_names(entry) for id_ in shared.get(name, ())} - {entry.id}
    others = sorted((catalog.entries[id_] for id_ in ids), key=lambda other: (other.date or "9999", other.id))
    return [Namesake(other, _make_label(other)) for other in others]


def _index_shared_names(catalog: Catalog) -> Mapping[str, Sequence[str]]:
    ids: dict[str, list[str]] = defaultdict(list)
    for entry in catalog:
        for name in _list_names(entry):
            ids[name].append(entry.id)
    return {name: found for name, found in ids.items() if len(found) > 1}


def _list_names(entry: Entry) -> set[str]:
    return {normalize_name(name) for name in (entry.name, *entry.aliases) if name} - {""}


def _make_label(entry: Entry) -> str:
    """The name with first author and year; with the title where neither is known."""
    authors = [split_name(name).last for name in entry.authors[:1] if name != OTHERS]
    facts = " ".join([*authors, *([str(entry.year)] if entry.year else [])])
    return f"{entry.label} ({facts or entry.title})"
