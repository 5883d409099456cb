"""Adjacent work is kept where core work names it: a hint says where none does.

Passes:
    section: tools

Fails:
    section: beside
"""

from collections.abc import Iterator

from generator.catalog.catalog import Catalog
from generator.checking.rules.finding import Finding
from generator.entry.claims import Claims
from generator.problems import Severity


def check(claims: Claims, catalog: Catalog) -> Iterator[Finding]:
    """Find an entry of adjacent work that no entry of core work mentions."""
    if _find_scope(claims, catalog) == "adjacent" and claims.id not in catalog.index(_list_named_by_core):
        message = "no core entry names this adjacent work, in `uses`, `base` or results: does it belong here?"
        yield Finding(("section",), message, Severity.HINT)


def _list_named_by_core(catalog: Catalog) -> set[str]:
    """Return the ids of the entries that core work mentions."""
    core = (claims for claims in catalog.claims.values() if _find_scope(claims, catalog) == "core")
    found = (catalog.find_id(work) for claims in core for work in claims.works)
    return {id_ for id_ in found if id_}


def _find_scope(claims: Claims, catalog: Catalog) -> str:
    return catalog.index(_list_scopes).get(claims.section, "core")


def _list_scopes(catalog: Catalog) -> dict[str, str]:
    sections = catalog.vocabulary("sections")
    return {slug: sections.find_scope(slug) for slug in sections.terms}
