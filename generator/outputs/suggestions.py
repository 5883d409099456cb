"""What the search fields suggest while a reader types: works, authors, terms, datasets and models.

The names are in one small file at a fixed address, which a script loads on the first letter. Titles
are as large as all the rest: they have a file of their own, which is loaded on the third letter.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.outputs.browse_files import BROWSE_DATA_FOLDER, make_browse_file
from generator.render.json_line import encode_line
from generator.views import browse_facets
from generator.views.facets import FACETS_BY_NAME, Facet
from generator.views.groups import list_groups, list_index
from generator.views.order import list_newest_first
from generator.views.relations import find_users
from generator.views.search_facts import FACT_LABELS, list_search_facts
from generator.views.tabled import find_card

SUGGESTIONS = f"{BROWSE_DATA_FOLDER}suggest.json"
MIN_USES = 2
"""A name without an entry or a filter of its own is suggested if this many entries have it."""

_COMPONENTS = ("language_model", "image_encoder", "text_encoder")
_DATA_USES = ("trained_on", "evaluated_on", "built_from")


def render_suggestions(catalog: Catalog) -> dict[str, str]:
    """Render both files, as text by their address from the root of the site."""
    works = list_newest_first(catalog)
    data = [entry for entry in works if find_card(entry, catalog) == "dataset"]
    others = [entry for entry in works if find_card(entry, catalog) != "dataset"]
    titles = [[entry.title for entry in others], [entry.title for entry in data]]
    titles_address, titles_text = make_browse_file("titles", titles)
    lists = [
        _describe_works("work", others, catalog),
        _describe_works("data", data, catalog),
        *_list_names(catalog),
    ]
    return {SUGGESTIONS: encode_line({"titles": titles_address, "lists": lists}), titles_address: titles_text}


def _list_names(catalog: Catalog) -> Iterator[dict[str, Any]]:
    """The lists of all that is no work, the ones without any name left out."""
    facets = (facet for facet in browse_facets.FILTER_FACETS if facet.filter == "shown")
    used = _find_used(catalog)
    found = [
        _describe_authors(catalog),
        *(_describe_terms(facet, catalog) for facet in facets),
        _describe_years(catalog),
        _describe_searches("term", "Keyword", (entry.keywords for entry in catalog)),
        _describe_searches("data", "Dataset used", _join_names(_DATA_USES, used)),
        *(_describe_searches("model", FACT_LABELS[key], _join_names([key], used)) for key in _COMPONENTS),
    ]
    yield from (names for names in found if names["labels"])


def _describe_works(group: str, entries: Sequence[Entry], catalog: Catalog) -> dict[str, Any]:
    """Works by their name, which may be empty; the more others use one, the higher it is ranked."""
    return {
        "group": group,
        "start": "papers/",
        "end": "/",
        "labels": [entry.name or "" for entry in entries],
        "others": [entry.aliases for entry in entries],
        "slugs": [entry.id for entry in entries],
        "counts": [sum(map(len, find_users(catalog, entry.id).values())) for entry in entries],
    }


def _describe_authors(catalog: Catalog) -> dict[str, Any]:
    """The authors with a page; of most the script makes the slug from the name."""
    facet = FACETS_BY_NAME["author"]
    groups = list_index(facet, catalog)
    return {
        "group": "author",
        "start": "author/",
        "end": "/",
        "labels": [group.label for group in groups],
        "slugs": ["" if facet.slug_of(group.label) == group.slug else group.slug for group in groups],
        "counts": [len(group.all_entries) for group in groups],
    }


def _describe_terms(facet: Facet, catalog: Catalog) -> dict[str, Any]:
    options = [option for option in browse_facets.list_options(facet, catalog) if option.count]
    return {
        "group": "model" if facet.names_works else "term",
        "hint": facet.label,
        "start": f"browse/?{facet.name}=",
        "labels": [option.label for option in options],
        "others": [_list_other_names(facet, option.slug, catalog) for option in options],
        "slugs": [option.slug for option in options],
        "counts": [option.count for option in options],
    }


def _list_other_names(facet: Facet, slug: str, catalog: Catalog) -> list[str]:
    term = catalog.vocabulary(facet.vocabulary).get(slug) if facet.vocabulary else None
    return [*term.aliases, *filter(None, [term.name])] if term else []


def _describe_years(catalog: Catalog) -> dict[str, Any]:
    groups = [group for group in list_groups(catalog, "year") if group.entries]
    return {
        "group": "term",
        "hint": FACETS_BY_NAME["year"].label,
        "start": "browse/?year=",
        "labels": [group.label for group in groups],
        "slugs": [group.slug for group in groups],
        "counts": [len(group.entries) for group in groups],
    }


def _find_used(catalog: Catalog) -> list[dict[str, set[str]]]:
    """For each entry the names of what it uses that have no entry of their own, by the key of the fact."""
    known = {entry.label for entry in catalog}
    facts = (list_search_facts(entry, catalog) for entry in catalog)
    return [{key: set(texts) - known for key, texts in found.items()} for found in facts]


def _join_names(keys: Sequence[str], used: Iterable[dict[str, set[str]]]) -> Iterator[set[str]]:
    """For each entry the names of the facts `keys`, each once."""
    for found in used:
        yield set().union(*(found.get(key, set()) for key in keys))


def _describe_searches(group: str, hint: str, texts_by_entry: Iterable[Iterable[str]]) -> dict[str, Any]:
    """Names that lead to a search for them, as no filter has them.

    How many results a search has is not known here, so that the numbers only rank.
    """
    counts = Counter(text for texts in texts_by_entry for text in texts)
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    found = [(text, count) for text, count in ranked if count >= MIN_USES]
    return {
        "group": group,
        "hint": hint,
        "start": "browse/?q=",
        "labels": [text for text, _ in found],
        "counts": [count for _, count in found],
    }
