"""List what a search finds beside an entry's own words: what a model is made of, and the works it uses."""

from collections.abc import Iterator

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.views.facets import FACETS
from generator.views.relations import USE_LABELS, list_used_works

_COMPONENT_LABELS = {
    "language_model": "Language model",
    "image_encoder": "Image encoder",
    "text_encoder": "Text encoder",
    "training_data": "Training data",
}
FACT_LABELS = {
    "aliases": "Also called",
    "keywords": "Keyword",
    **{facet.name: facet.label for facet in FACETS},
    **_COMPONENT_LABELS,
    **USE_LABELS,
    "abstract": "Abstract",
    "inside": "Only inside a word",
}
"""What a card calls the fact that a search found, by the key of the fact or the name of its facet."""


def list_search_facts(entry: Entry, catalog: Catalog) -> dict[str, list[str]]:
    """List the texts of each fact that `entry` has, by its key; works are named by their label.

    >>> list_search_facts(entry, catalog)["trained_on"]
    ['Tiny Films', 'Plain Films']
    """
    found: dict[str, list[str]] = {}
    for key, text in (*_list_components(entry), *list_used_works(entry)):
        other = catalog.entries.get(text)
        found.setdefault(key, []).append(other.label if other else text)
    return found


def _list_components(entry: Entry) -> Iterator[tuple[str, str]]:
    for key in _COMPONENT_LABELS:
        if text := getattr(entry.model, key, None):
            yield key, text
