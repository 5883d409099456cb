"""Only an entry of a kind with datasets has `dataset` and `settings`; the term of the kind says so.

Passes:
    kind: dataset
    dataset: {counts: {images: 10}}

Fails:
    kind: survey
    dataset: {counts: {images: 10}}
"""

from collections.abc import Iterator

from generator.catalog.catalog import Catalog
from generator.checking.rules.finding import Finding
from generator.entry.model import Entry


def check(entry: Entry, catalog: Catalog) -> Iterator[Finding]:
    """Compare the fields with the kind."""
    kind = catalog.vocabulary("kinds").get(entry.kind)
    if not kind or kind.card == "dataset":
        return
    if entry.dataset:
        message = (
            f"`dataset` describes data, but the kind is `{entry.kind}`: change the kind or delete `dataset`"
        )
        yield Finding(("dataset",), message)
    if entry.settings:
        message = f"`settings` are for data, but the kind is `{entry.kind}`: change the kind or delete them"
        yield Finding(("settings",), message)
