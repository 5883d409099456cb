"""Propose the id of a new entry and the path of its file."""

import re
from collections.abc import Collection
from typing import Any

from generator.entry import people
from generator.entry.folder import ENTRIES_FOLDER
from generator.entry.identifiers import IDENTIFIERS, is_entry_id
from generator.entry.model import OTHERS
from generator.text import slugify, split_words

SMALL_WORDS = {
    "a",
    "an",
    "and",
    "are",
    "as",
    "at",
    "by",
    "can",
    "do",
    "does",
    "for",
    "from",
    "how",
    "in",
    "is",
}
SMALL_WORDS |= {
    "it",
    "its",
    "of",
    "on",
    "or",
    "the",
    "to",
    "toward",
    "towards",
    "using",
    "via",
    "what",
    "when",
}
SMALL_WORDS |= {"where", "why", "with"}
"""Words that are not used in an id, as they say little about a title."""

MAX_PROPOSED_LENGTH = 76
"""An id may have 80 characters; the rest is for the number after it."""
MAX_SLUG_WORDS = 5
"""How many words of its title make the id of a work without authors."""


def propose_id(data: dict[str, Any], taken: Collection[str]) -> str:
    """Return last name, year and first significant word of the title; `-2` is added where that id is taken.

    >>> propose_id({"title": "The Quiet Film", "authors": ["Ada Example"], "date": "2024-05"}, ())
    'example2024quiet'
    """
    base = _make_base(data)[:MAX_PROPOSED_LENGTH].rstrip("-")
    numbered = (f"{base}-{number}" for number in range(2, len(taken) + 3))
    return base if base not in taken else next(id_ for id_ in numbered if id_ not in taken)


def _make_base(data: dict[str, Any]) -> str:
    title = [word for word in (slugify(word) for word in split_words(data.get("title", ""))) if word]
    authors = [name for name in data.get("authors", ()) if name != OTHERS]
    last = re.sub(r"[^a-z0-9]", "", slugify(people.split_name(authors[0]).last)) if authors else ""
    if not last:
        return slugify(data.get("name", "")) or "-".join(title[:MAX_SLUG_WORDS]) or _find_identifier(data)
    significant = next((word for word in title if word not in SMALL_WORDS), title[0] if title else "")
    return f"{last}{_find_year(data)}{significant.replace('-', '')}"


def _find_identifier(data: dict[str, Any]) -> str:
    """Return an id for a work of which only an identifier is known."""
    code = data.get("links", {}).get("code", "")
    given = (data.get(row.field) for row in IDENTIFIERS)
    identifier = next(filter(None, given), None) or next(iter(_list_values(code)))
    return slugify(identifier.partition("github.com/")[2] or f"work {identifier}")


def _list_values(urls: Any) -> Collection[str]:
    """Return the addresses of a link, which may be one, a list or a mapping."""
    return [urls] if isinstance(urls, str) else urls.values() if isinstance(urls, dict) else urls


def build_path(id_: str, data: dict[str, Any]) -> str:
    """Return the path of the entry's file, from the root of the list."""
    return f"{ENTRIES_FOLDER}/{_find_year(data) or 'undated'}/{id_}.yaml"


def is_entry_path(path: str) -> bool:
    """Whether `path` is one that `build_path` makes: a year or `undated`, and an id.

    >>> is_entry_path("entries/2024/example2024quiet.yaml"), is_entry_path("entries/../example.yaml")
    (True, False)
    """
    match = re.fullmatch(rf"{ENTRIES_FOLDER}/(?:[0-9]{{4}}|undated)/([^/]+)\.yaml", path)
    return match is not None and is_entry_id(match[1])


def _find_year(data: dict[str, Any]) -> str:
    """Return the year of its date; empty where that is no date, such as `March 2025`."""
    match = re.match(r"[0-9]{4}(?![^-])", str(data.get("date", "")))
    return match[0] if match else ""
