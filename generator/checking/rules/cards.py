"""A card stands in an entry of its kind: `dataset` only where the kind's term says so.

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
    """Compare the card with the kind."""
    kind = catalog.vocabulary("kinds").get(entry.kind)
    if entry.dataset and kind and kind.card != "dataset":
        message = (
            f"`dataset` describes data, and the kind is `{entry.kind}`: change the kind or delete the card"
        )
        yield Finding(("dataset",), message)
