"""The data of the browse page: all entries, core work first, in chunks, and the terms that they name.

Core work and the rest are both newest first: the page without filters needs the first chunks only. Both are
cut from the oldest on, so that a new entry leaves most chunks, and what browsers keep of them, as they are.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from generator.catalog.catalog import Catalog
from generator.entry.model import OTHERS, Entry
from generator.entry.vocabulary import Term, Vocabulary
from generator.links.showing.observations import NOTHING_OBSERVED, Observations
from generator.outputs.abstract_data import render_abstract_data
from generator.outputs.browse_files import make_browse_file
from generator.outputs.observed_data import render_observed_data
from generator.views import browse_facets
from generator.views.abbreviations import is_narrower
from generator.views.entry_texts import format_venue
from generator.views.facets import FACETS_BY_NAME, Facet
from generator.views.groups import list_author_slugs
from generator.views.licenses import NOT_STATED, find_main_license
from generator.views.link_details import describe_links
from generator.views.namesakes import list_namesakes
from generator.views.order import list_newest_first
from generator.views.scopes import find_scope, list_core, sort_core_first
from generator.views.search_facts import list_search_facts
from generator.views.tabled import find_card

ENTRIES_PER_CHUNK = 500
ENTRIES_OF_FIRST_CHUNK = 100
"""The first results are among these, so that a slow device has few to read before it shows them."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Entries that are one after the other in the order of the page."""

    address: str
    """From the root of the site."""
    text: str
    count: int


def render_browse_data(catalog: Catalog, observations: Observations = NOTHING_OBSERVED) -> dict[str, str]:
    """Render every file, as text by its address from the root of the site."""
    chunks = render_chunks(catalog)
    catalog.drop_index(_render_chunks)  # the page, which lists them, was rendered before them
    return {
        **{chunk.address: chunk.text for chunk in chunks},
        **render_terms(catalog),
        **render_observed_data(catalog, observations.state),
        **render_abstract_data(catalog, observations.abstracts),
    }


def render_chunks(catalog: Catalog) -> Sequence[Chunk]:
    """Render the chunks in the order of the entries."""
    return catalog.index(_render_chunks)


def render_terms(catalog: Catalog) -> dict[str, str]:
    """Render the one file of terms, by its address: the names of each term, and the term above it."""
    found = {
        facet.name: dict(_describe_terms(facet, catalog.vocabulary(facet.vocabulary)))
        for facet in browse_facets.FILTER_FACETS
        if facet.vocabulary
    }
    return dict([make_browse_file("terms", found)])


def _describe_terms(facet: Facet, vocabulary: Vocabulary) -> Iterator[tuple[str, dict[str, Any]]]:
    for term in vocabulary:
        words = _list_words(term, facet) if facet.filter == "shown" else []
        narrower = [word for word in words if is_narrower(word, term.label, term.aliases)]
        own = [word for word in words if word not in narrower]
        found = {"narrower": narrower} if narrower else {}
        yield term.slug, {"words": own, **found, "parent": term.parent or ""}
    if facet.part:
        slug = browse_facets.NOT_STATED_TERM
        words = [NOT_STATED.capitalize(), slug, *filter(None, [facet.not_stated_words])]
        yield slug, {"words": words, "parent": ""}


def _list_words(term: Term, facet: Facet) -> list[str]:
    """The names of a term, the label and the slug first; of a part of a work also `MIT code`."""
    of_part = f"{term.label} {facet.part}" if facet.part else ""
    return [term.label, term.slug, *term.aliases, *filter(None, [term.name, of_part])]


def _render_chunks(catalog: Catalog) -> list[Chunk]:
    entries = sort_core_first(list_newest_first(catalog), catalog)
    core = len(list_core(catalog))
    parts = [*_cut(entries[:core]), *_cut(entries[core:])]
    return [
        Chunk(
            *make_browse_file("entries", _make_columns([_make_row(entry, catalog) for entry in part])),
            len(part),
        )
        for part in parts
    ]


def _cut(entries: Sequence[Entry]) -> Iterator[Sequence[Entry]]:
    """The first few entries, what no whole chunk has, and whole chunks."""
    count = len(entries)
    first = min(ENTRIES_OF_FIRST_CHUNK, count)
    rest = (count - first) % ENTRIES_PER_CHUNK
    ends = sorted({0, first, *range(first + rest, count + 1, ENTRIES_PER_CHUNK)})
    return (entries[start:end] for start, end in pairwise(ends))


def _make_columns(rows: list[dict[str, Any]]) -> dict[str, Any]:
    # By column: equal keys and similar values are next to each other, which compresses a third better.
    columns: dict[str, Any] = {key: [row[key] for row in rows] for key in rows[0]}
    # The terms by facet are in columns of their own: the name of a facet cannot clash with another key.
    columns["terms"] = {
        facet: _index_lists(terms[facet] for terms in columns["terms"]) for facet in rows[0]["terms"]
    }
    return columns


def _index_lists(lists: Iterable[Sequence[str]]) -> list[Any]:
    """The different ones of `lists`, which many entries share, and the place of each entry's among them."""
    places: dict[tuple[str, ...], int] = {}
    of_entries = [places.setdefault(tuple(terms), len(places)) for terms in lists]
    return [list(places), of_entries]


def _list_link_details(entry: Entry) -> dict[str, list[str]]:
    """The words that distinguish the links of each kind, in their order, where there are any."""
    kinds = {kind: describe_links(getattr(entry.links, kind)) for kind in type(entry.links).model_fields}
    return {kind: details for kind, details in kinds.items() if any(details)}


def _find_joined_authors(entry: Entry, catalog: Catalog) -> dict[int, str]:
    """The slugs of authors that are not made of the name as printed, by the place of the author."""
    facet = FACETS_BY_NAME["author"]
    authors = enumerate(list_author_slugs(entry, catalog))
    return {place: slug for place, (name, slug) in authors if slug != facet.slug_of(name)}


def _find_table(entry: Entry, catalog: Catalog) -> str:
    """The page whose table has the entry, where two or more can be compared; empty for none."""
    if find_scope(entry, catalog) == "adjacent":
        return ""
    is_data = find_card(entry, catalog) == "dataset"
    return "models" if entry.model else "datasets" if is_data else ""


def _make_row(entry: Entry, catalog: Catalog) -> dict[str, Any]:
    return {
        "id": entry.id,
        "title": entry.title,
        "name": entry.name or "",
        "aliases": entry.aliases,
        "authors": [name for name in entry.authors if name != OTHERS],
        "author_slugs": _find_joined_authors(entry, catalog),
        "others": int(OTHERS in entry.authors),
        "date": entry.date or "",
        "place": format_venue(entry, catalog),
        "summary": entry.summary or "",
        "keywords": entry.keywords,
        "facts": list_search_facts(entry, catalog),
        "identifiers": {row.field: id_ for row, id_ in entry.identifiers},
        "links": entry.links.model_dump(exclude_defaults=True),
        "link_details": _list_link_details(entry),
        "highlight": int(entry.highlight),
        "license": license_.badge if (license_ := find_main_license(entry, catalog)) else "",
        "status": "" if entry.status == "active" else entry.status,
        "added": entry.added,
        "scope": find_scope(entry, catalog),
        "table": _find_table(entry, catalog),
        "namesakes": [[other.entry.id, other.label] for other in list_namesakes(entry, catalog)],
        "terms": {
            facet.name: browse_facets.index_term_slugs(facet, catalog)[entry.id]
            for facet in browse_facets.FILTER_FACETS
        },
    }
