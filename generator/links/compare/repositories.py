"""Whether a repository's name and description speak of an entry's work; only ever a hint."""

import re
from collections import Counter
from collections.abc import Iterable

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.links.compare.authors import Person
from generator.links.compare.titles import plain_text
from generator.links.verdict import Repository
from generator.text import normalize_name, split_words

COMMON_SHARE = 0.08
"""A word in more than this share of all titles tells no two works apart."""

COMMON_FROM = 25
"""In a shorter list every word is rare, so none is taken to be common there."""

MIN_WORD = 4
"""Shorter words are shared by chance."""

MIN_NAME = 3


def shares_something(entry: Entry, repository: Repository, catalog: Catalog) -> bool:
    """Whether the two share a telling word, a name, an author or the arXiv id."""
    text = f"{repository.name} {repository.description}"
    if entry.arxiv and entry.arxiv in text:
        return True
    run_together = normalize_name(text)
    if any(name in run_together for name in _names(entry)):
        return True
    return bool(_telling_words(entry, catalog) & set(_split(text)))


def mentions(entry: Entry, readme: str) -> bool:
    """Whether a README names the entry's title, one of its names, its arXiv id or an author."""
    folded = normalize_name(readme)
    if entry.arxiv and entry.arxiv in readme:
        return True
    titles = (normalize_name(plain_text(title)) for title in (entry.title, *entry.aliases))
    if any(title in folded for title in titles if len(title) >= MIN_WORD):
        return True
    authors = (normalize_name(name) for name in entry.authors)
    return any(author in folded for author in authors if len(author) > MIN_WORD) or any(
        name in folded for name in _names(entry)
    )


def _names(entry: Entry) -> set[str]:
    """What the work is called, run together; the title's part before a colon is a name too."""
    head, colon, _ = plain_text(entry.title).partition(":")
    names = {normalize_name(name) for name in (entry.name, *entry.aliases, head if colon else "") if name}
    names |= {re.sub(r"\d+$", "", name) for name in names}
    names.add("".join(word[0] for word in split_words(entry.title) if len(word) > 2 or word.isdigit()))
    return {name for name in names if len(name) >= MIN_NAME}


def _telling_words(entry: Entry, catalog: Catalog) -> set[str]:
    ours = {word for text in (entry.title, *entry.aliases) for word in split_words(plain_text(text))}
    surnames = {Person.of(name).surname for name in entry.authors}
    return {word for word in ours if len(word) >= MIN_WORD} - catalog.index(_common_words) | surnames


def _common_words(catalog: Catalog) -> set[str]:
    count: Counter[str] = Counter()
    for entry in catalog:
        count.update(set(split_words(entry.title)))
    size = len(catalog.entries)
    return {word for word, number in count.items() if size >= COMMON_FROM and number > COMMON_SHARE * size}


def _split(text: str) -> Iterable[str]:
    """The words of `text`, those within a CamelCase name too."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", text)
    return (*split_words(spaced), *split_words(text))
