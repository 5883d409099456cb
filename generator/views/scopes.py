"""Distinguish core work from background and adjacent work: the section of an entry decides."""

from collections.abc import Iterable, Sequence

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.entry.vocabulary import Scope

SCOPE_LABELS: dict[Scope, str] = {"core": "", "background": "Background", "adjacent": "Adjacent"}
"""Each scope, as readers see it; core work has no label, as most entries are core work."""

CORE_SCOPES: tuple[Scope, ...] = ("core",)

OTHER_SCOPES: tuple[Scope, ...] = ("background", "adjacent")
"""The scopes that are not counted, not among the newest, and shown only where a reader asks for them."""


def find_scope(entry: Entry, catalog: Catalog) -> Scope:
    """Find the scope of `entry`."""
    return catalog.index(_index_scopes).get(entry.section, "core")


def _index_scopes(catalog: Catalog) -> dict[str, Scope]:
    sections = catalog.vocabulary("sections")
    return {term.slug: sections.find_scope(term.slug) for term in sections}


def find_scope_label(entry: Entry, catalog: Catalog) -> str:
    """Find the label of the scope of `entry`, which is empty for core work."""
    return SCOPE_LABELS[find_scope(entry, catalog)]


def is_core(entry: Entry, catalog: Catalog) -> bool:
    """Whether `entry` is core work."""
    return find_scope(entry, catalog) == "core"


def keep_core(entries: Iterable[Entry], catalog: Catalog) -> list[Entry]:
    """Keep the core work among `entries`, in their order."""
    return [entry for entry in entries if is_core(entry, catalog)]


def list_core(catalog: Catalog) -> Sequence[Entry]:
    """List the core work of the catalog, in the order of ids; callers share the list."""
    return catalog.index(_collect_core)


def _collect_core(catalog: Catalog) -> Sequence[Entry]:
    return tuple(keep_core(catalog, catalog))


def sort_core_first(entries: Iterable[Entry], catalog: Catalog) -> list[Entry]:
    """Move the core work among `entries` to the front; both parts keep their order."""
    return sorted(entries, key=lambda entry: not is_core(entry, catalog))


def count_others(catalog: Catalog) -> dict[Scope, int]:
    """Count the entries of each of `OTHER_SCOPES` that has any."""
    scopes = [find_scope(entry, catalog) for entry in catalog]
    return {scope: scopes.count(scope) for scope in OTHER_SCOPES if scope in scopes}
