"""A new entry may take a name that other entries use for another work: a warning says where.

Two works may share a name. References by it keep their meaning: the entry that was added first. Where
entries mention a work that had no entry, a new entry with that name becomes the target; this is reported
only for entries of the latest day. A name that is the id of another entry never leads to this one.

Passes:
    name: Made-Up-Net

Fails:
    name: Plain Films  # another entry uses a work of this name
    added: 2024-06-05
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import islice

from generator.catalog.catalog import Catalog
from generator.checking.rules.finding import Finding
from generator.entry.claims import Claims
from generator.problems import Severity
from generator.text import normalize_name, quoted
from generator.yamlfiles.reading import Keys

MAX_LISTED_PATHS = 5
"""The most files that a message lists."""


def check(claims: Claims, catalog: Catalog) -> Iterator[Finding]:
    """Find the entries that use a name of this one for another work, or may do so."""
    users_by_name = catalog.index(_index_users)
    ids = catalog.index(_index_ids)
    for name in dict.fromkeys(claims.names):
        if (other := ids.get(name, claims.id)) != claims.id:
            yield from _find_ids(other, claims, catalog)
        users = users_by_name.get(name, {})
        others = len(users) - (claims.id in users)
        if others and (message := _write_message(catalog.ids_by_name[name], claims, users, catalog)):
            keys, written = _find_name(name, claims)
            comment = f"if it is right so, write the comment `# no hint: name {written}`"
            text = f"{quoted(written)} {message}; {comment}"
            yield Finding(keys, text, Severity.WARNING, silenced_by=f"name {written}")


def _write_message(owner: str, claims: Claims, users: Mapping[str, Claims], catalog: Catalog) -> str | None:
    """Return the message about a name that `users` mention, and that means the entry `owner` there."""
    if owner != claims.id:
        places = _list_some(users, claims.id, catalog)
        return (
            f"is also the name of {catalog.paths[owner]}, and means it in {places}: "
            f"`medvlm use-id {owner}` writes its id there"
        )
    if claims.added != catalog.index(_find_last_day):
        return None
    earlier = {id_: user for id_, user in users.items() if id_ != claims.id and user.added < claims.added}
    if earlier:
        places = _list_some(earlier, claims.id, catalog)
        return (
            f"was the name of a work without an entry in {places}: now it leads to this "
            "entry; where another work is meant, write its full name there"
        )
    return None


def _list_some(users: Mapping[str, Claims], own: str, catalog: Catalog) -> str:
    """Name the first few of the `users` besides the entry `own` itself; the others are only counted."""
    paths = [catalog.paths[id_] for id_ in islice((id_ for id_ in users if id_ != own), MAX_LISTED_PATHS)]
    rest = len(users) - (own in users) - len(paths)
    return ", ".join(paths) + (f" and {rest} more" if rest > 0 else "")


def _find_name(name: str, claims: Claims) -> tuple[Keys, str]:
    """Return where the normalized `name` is in the entry, and how it is written."""
    return next((keys, written) for keys, written in _list_names(claims) if normalize_name(written) == name)


def _list_names(claims: Claims) -> list[tuple[Keys, str]]:
    name, *aliases = claims.written_names
    found: list[tuple[Keys, str]] = [(("aliases", index), alias) for index, alias in enumerate(aliases)]
    return [(("name",), name), *found]


def _index_users(catalog: Catalog) -> dict[str, dict[str, Claims]]:
    """Return the entries that mention a work by a name, by the normalized name and their id."""
    users: dict[str, dict[str, Claims]] = defaultdict(dict)
    for claims in catalog.claims.values():
        for work in claims.works:
            if work not in catalog.paths:
                users[normalize_name(work)][claims.id] = claims
    return users


def _find_ids(other: str, claims: Claims, catalog: Catalog) -> Iterator[Finding]:
    """Yield each name of an entry that is written as the id `other`."""
    for keys, written in _list_names(claims):
        if written == other:
            message = f"{quoted(written)} is the id of {catalog.paths[other]}: write this work's name in full"
            yield Finding(keys, message, Severity.WARNING)


def _index_ids(catalog: Catalog) -> dict[str, str]:
    return {normalize_name(id_): id_ for id_ in catalog.paths}


def _find_last_day(catalog: Catalog) -> str:
    return max((claims.added for claims in catalog.claims.values()), default="")
