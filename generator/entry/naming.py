"""What a new entry is called: its id, and where its file stands."""

import re
from collections.abc import Collection
from typing import Any

from generator.entry import people
from generator.entry.folder import ENTRIES
from generator.entry.identifiers import IDENTIFIERS
from generator.entry.model import OTHERS
from generator.text import slug, words

SMALL = {"a", "an", "and", "are", "as", "at", "by", "can", "do", "does", "for", "from", "how", "in", "is"}
SMALL |= {"it", "its", "of", "on", "or", "the", "to", "toward", "towards", "using", "via", "what", "when"}
SMALL |= {"where", "why", "with"}
"""Words that tell nothing of a title."""

LONGEST = 76
"""An id may have 80 characters; a number must have room behind it."""
PLAIN_WORDS = 5
"""So many words of the title make the id of a work without authors."""


def proposed_id(data: dict[str, Any], taken: Collection[str]) -> str:
    """Last name, year and first telling word of the title; a clash takes `-2`."""
    base = _base(data)[:LONGEST].rstrip("-")
    numbered = (f"{base}-{number}" for number in range(2, len(taken) + 3))
    return base if base not in taken else next(id_ for id_ in numbered if id_ not in taken)


def _base(data: dict[str, Any]) -> str:
    title = [word for word in (slug(word) for word in words(data.get("title", ""))) if word]
    authors = [name for name in data.get("authors", ()) if name != OTHERS]
    last = re.sub(r"[^a-z0-9]", "", slug(people.split(authors[0]).last)) if authors else ""
    if not last:
        return slug(data.get("name", "")) or "-".join(title[:PLAIN_WORDS]) or _identifier(data)
    telling = next((word for word in title if word not in SMALL), title[0] if title else "")
    return f"{last}{str(data.get('date', ''))[:4]}{telling.replace('-', '')}"


def _identifier(data: dict[str, Any]) -> str:
    """What stands for a work of which nothing but an identifier is known."""
    code = data.get("links", {}).get("code", "")
    given = (data.get(row.field) for row in IDENTIFIERS)
    identifier = next(filter(None, given), None) or next(iter(_values(code)))
    return slug(identifier.partition("github.com/")[2] or f"work {identifier}")


def _values(urls: Any) -> Collection[str]:
    """The addresses of a link, which may be one, a list or a mapping."""
    return [urls] if isinstance(urls, str) else urls.values() if isinstance(urls, dict) else urls


def path_of(id_: str, data: dict[str, Any]) -> str:
    """The entry's file, from the root of the list."""
    folder = str(data["date"])[:4] if data.get("date") else "undated"
    return f"{ENTRIES}/{folder}/{id_}.yaml"
