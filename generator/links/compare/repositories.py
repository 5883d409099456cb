"""Whether a repository belongs to an entry's work, by name, description and README; only for a hint."""

import re
from collections import Counter
from collections.abc import Iterable

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.links.answers.verdict import RepositoryRecord
from generator.links.compare.authors import Person
from generator.links.compare.titles import strip_markup
from generator.text import normalize_name, split_words

COMMON_SHARE = 0.08
"""A word in more than this share of all titles does not distinguish a work."""

COMMON_FROM = 25
"""In a list with fewer entries no word counts as common: there are too few titles to say so."""

MIN_WORD = 4
"""Shorter words are shared by chance."""

MIN_NAME = 3


def is_related(entry: Entry, repository: RepositoryRecord, catalog: Catalog) -> bool:
    """Whether the two share a distinctive word, a name, an author or the arXiv id."""
    text = f"{repository.name} {repository.description}"
    if entry.arxiv and entry.arxiv in text:
        return True
    folded = normalize_name(text)
    if any(name in folded for name in _list_names(entry)):
        return True
    return bool(_list_distinctive_words(entry, catalog) & set(_split(text)))


def readme_mentions(entry: Entry, readme: str) -> bool:
    """Whether a README names the entry's title, one of its names, its arXiv id or an author."""
    folded = normalize_name(readme)
    if entry.arxiv and entry.arxiv in readme:
        return True
    titles = (normalize_name(strip_markup(title)) for title in (entry.title, *entry.aliases))
    if any(title in folded for title in titles if len(title) >= MIN_WORD):
        return True
    authors = (normalize_name(name) for name in entry.authors)
    return any(author in folded for author in authors if len(author) > MIN_WORD) or any(
        name in folded for name in _list_names(entry)
    )


def _list_names(entry: Entry) -> set[str]:
    """The names of the work without spaces; the part of the title before a colon is a name too."""
    head, colon, _ = strip_markup(entry.title).partition(":")
    names = {normalize_name(name) for name in (entry.name, *entry.aliases, head if colon else "") if name}
    names |= {re.sub(r"\d+$", "", name) for name in names}
    names.add("".join(word[0] for word in split_words(entry.title) if len(word) > 2 or word.isdigit()))
    return {name for name in names if len(name) >= MIN_NAME}


def _list_distinctive_words(entry: Entry, catalog: Catalog) -> set[str]:
    ours = {word for text in (entry.title, *entry.aliases) for word in split_words(strip_markup(text))}
    surnames = {Person.parse(name).surname for name in entry.authors}
    return {word for word in ours if len(word) >= MIN_WORD} - catalog.index(_list_common_words) | surnames


def _list_common_words(catalog: Catalog) -> set[str]:
    count: Counter[str] = Counter()
    for entry in catalog:
        count.update(set(split_words(entry.title)))
    size = len(catalog.entries)
    return {word for word, number in count.items() if size >= COMMON_FROM and number > COMMON_SHARE * size}


def _split(text: str) -> Iterable[str]:
    """The words of `text`, and those within its CamelCase names."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", text)
    return (*split_words(spaced), *split_words(text))
