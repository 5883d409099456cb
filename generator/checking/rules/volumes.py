"""Only an entry with a `venue` has `volume`, `number` or `pages`, which are of that venue.

Passes:
    venue: {name: Journal of Examples, year: 2024}
    volume: 12
    pages: 123-145

Fails:
    pages: 123-145
"""

from collections.abc import Iterator

from generator.catalog.catalog import Catalog
from generator.checking.rules.finding import Finding
from generator.entry.model import Entry

VOLUME_FIELDS = ("volume", "number", "pages")


def check(entry: Entry, catalog: Catalog) -> Iterator[Finding]:
    """Report each of the fields of an entry without a venue."""
    if entry.venue:
        return
    for field in VOLUME_FIELDS:
        if getattr(entry, field):
            message = f"`{field}` is of a venue, but there is no `venue`: add `venue` or delete `{field}`"
            yield Finding((field,), message, because_missing=(("venue",),))
