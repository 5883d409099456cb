"""The works that an entry uses, and those that use it, as its page and its twin show them."""

from collections.abc import Sequence
from typing import NamedTuple

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.outputs.site.users import find_users_address
from generator.views import relations

USERS_BEFORE_FOLD = 24
"""The works in each line of *Used by* that are shown before the reader opens the rest."""


class UsedWorks(NamedTuple):
    """The works that an entry uses in one way: id or name, label, and whether it has an entry."""

    label: str
    works: list[tuple[str, str, bool]]

    @property
    def links(self) -> list[tuple[str, str]]:
        """The label of each work with the address of its page, which is empty without an entry."""
        return [(label, f"papers/{work}/" if known else "") for work, label, known in self.works]


class UsingWorks(NamedTuple):
    """The works that use an entry in one way, and how its page shows them."""

    label: str
    entries: Sequence[Entry]
    shown: list[tuple[str, str]]
    folded: list[tuple[str, str]]
    rest: int
    """How many only further pages show."""


def list_uses(entry: Entry, catalog: Catalog) -> list[UsedWorks]:
    """List the works that `entry` uses, by use."""
    rows: dict[str, list[tuple[str, str, bool]]] = {}
    for use, work in relations.list_used_works(entry):
        known = catalog.entries.get(work)
        rows.setdefault(use, []).append((work, known.label if known else work, known is not None))
    return [UsedWorks(relations.USE_LABELS[use], works) for use, works in rows.items()]


def list_users_by_use(entry: Entry, catalog: Catalog) -> list[UsingWorks]:
    """List the works that use `entry`, by use."""
    users = relations.find_users(catalog, entry.id)
    is_paged = bool(find_users_address(entry, catalog))
    rows = []
    for use, label in relations.USED_BY_LABELS.items():
        if found := users.get(use):
            links = [(user.label, f"papers/{user.id}/") for user in found]
            shown, others = links[:USERS_BEFORE_FOLD], links[USERS_BEFORE_FOLD:]
            folded = [] if is_paged else others
            rows.append(UsingWorks(label, found, shown, folded, len(others)))
    return rows
