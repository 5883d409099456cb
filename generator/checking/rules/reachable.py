"""Something leads to the work, an identifier or a link: a warning, as nobody can find the work without one.

A work that was withdrawn may have none.

Passes:
    arxiv: "2401.99999"

Fails:
    title: A study that nobody can find
    doi: ~
"""

from collections.abc import Iterator

from generator.catalog.catalog import Catalog
from generator.checking.rules.finding import Finding
from generator.entry.identifiers import IDENTIFIERS
from generator.entry.model import Entry
from generator.problems import Severity

_FIELDS = tuple(row.field for row in IDENTIFIERS)


def check(entry: Entry, catalog: Catalog) -> Iterator[Finding]:
    """Look for an identifier or a link."""
    if entry.status != "active" or entry.identifiers or any(entry.links.list_addresses()):
        return
    fields = ", ".join(f"`{field}`" for field in _FIELDS)
    message = f"nothing leads to this work: add {fields} or an address under `links`"
    missing = tuple((field,) for field in ("links", *_FIELDS))
    yield Finding(("title",), message, Severity.WARNING, because_missing=missing)
