"""A name that others use already gets a second meaning with a new entry: a warning says where.

Two works may share a name. References by it keep meaning the entry that joined the list first. And
where entries used the name of a work without an entry, they lead to the new entry from now on; that is
reported while the entry is among the last to have joined.

Passes:
    name: Made-Up-Net

Fails:
    name: Plain Films  # another entry uses a work of this name
    added: 2024-06-05
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.catalog.catalog import Catalog
from generator.checking.rules.finding import Finding
from generator.entry.claims import Claims
from generator.entry.model import Entry
from generator.problems import Severity
from generator.text import key, quoted
from generator.yamlfiles.reading import Keys

MOST_LISTED = 5


def check(claims: Claims, catalog: Catalog) -> Iterator[Finding]:
    """Find the entries that use a name of this one for something else, or did so before."""
    users_by_name = catalog.index(_users_by_name)
    for name in dict.fromkeys(claims.names):
        users = [user for user in users_by_name.get(name, ()) if user.id != claims.id]
        if users and (message := _message(catalog.ids_by_name[name], claims, users, catalog)):
            keys, written = _written(name, catalog.entries[claims.id])
            yield Finding(keys, f"{quoted(written)} {message}", Severity.WARNING)


def _message(owner: str, claims: Claims, users: Sequence[Claims], catalog: Catalog) -> str | None:
    """What is to be said of a name whose `owner` it means where `users` mention it."""
    if owner != claims.id:
        return (
            f"is the name of {catalog.paths[owner]} too, which is meant in {_listed(users, catalog)}: "
            f"`medvlm use-id {owner}` writes its id there"
        )
    earlier = [user for user in users if user.added < claims.added]
    if earlier and claims.added == catalog.index(_last_day):
        return (
            f"was the name of a work without an entry in {_listed(earlier, catalog)}: it leads here from now "
            "on; where another work is meant, write its name in full there"
        )
    return None


def _listed(users: Sequence[Claims], catalog: Catalog) -> str:
    paths = list(dict.fromkeys(catalog.paths[user.id] for user in users))
    rest = len(paths) - MOST_LISTED
    return ", ".join(paths[:MOST_LISTED]) + (f" and {rest} more" if rest > 0 else "")


def _written(name: str, entry: Entry) -> tuple[Keys, str]:
    """Where `name`, a `text.key`, is in the entry, and how it is written."""
    names: list[tuple[Keys, str]] = [(("name",), entry.name or "")]
    names += ((("aliases", index), alias) for index, alias in enumerate(entry.aliases))
    return next((keys, written) for keys, written in names if key(written) == name)


def _users_by_name(catalog: Catalog) -> dict[str, list[Claims]]:
    """The entries that mention a work otherwise than by an id, by the `text.key` of the mention."""
    users: dict[str, list[Claims]] = defaultdict(list)
    for claims in catalog.claims.values():
        for work in claims.works:
            if work not in catalog.paths:
                users[key(work)].append(claims)
    return users


def _last_day(catalog: Catalog) -> str:
    return max((claims.added for claims in catalog.claims.values()), default="")
