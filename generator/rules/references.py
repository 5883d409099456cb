"""A work that has an entry is named by the entry's id; any other by the name its owners give it.

What has the form of an id (all lower case, no space) must be one. `distinct_from` takes ids only.

Passes:
    uses: {trained_on: [Plain Films]}

Fails:
    uses: {trained_on: [plain-films]}  # no entry has this id
"""

from collections.abc import Iterator

from generator import identifiers
from generator.catalog import Catalog
from generator.marks import EntryId, Reference
from generator.model import Entry, Value, texts
from generator.rules.finding import Finding
from generator.text import key, nearest, quoted


def check(entry: Entry, catalog: Catalog) -> Iterator[Finding]:
    """Look up every value that names another work."""
    for value in texts(entry):
        if Reference() in value.marks or EntryId() in value.marks:
            yield from _unresolved(value, entry, catalog, id_only=EntryId() in value.marks)


def _unresolved(value: Value, entry: Entry, catalog: Catalog, *, id_only: bool) -> Iterator[Finding]:
    text = value.text
    if text in catalog.paths:
        if text == entry.id and "results" not in value.keys:
            yield Finding(value.keys, f"`{text}` is this entry itself: delete it")
        return
    if (known := catalog.ids_by_name.get(key(text))) and known != entry.id:
        yield Finding(value.keys, f"{quoted(text)} has an entry: write its id, `{known}`")
    elif id_only or identifiers.is_entry_id(text):
        guess = nearest(text, catalog.paths)
        mend = f"did you mean `{guess}`?" if guess else "write a plain name as its owners do"
        yield Finding(value.keys, f"no entry has the id {quoted(text)}: {mend}")
