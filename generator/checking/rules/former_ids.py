"""A former id leads to one entry only, and is not the id of an entry.

Passes:
    formerly: [example2020old]

Fails:
    formerly: [tiny-films]  # an entry has this id today
"""

from collections.abc import Iterator

from generator.catalog.catalog import Catalog
from generator.checking.rules.finding import Finding
from generator.entry.claims import Claims


def check(claims: Claims, catalog: Catalog) -> Iterator[Finding]:
    """Compare the former ids with the ids and former ids of all entries."""
    for index, old in enumerate(claims.formerly):
        if old in catalog.paths:
            yield Finding(("formerly", index), f"`{old}` is the id of {catalog.paths[old]}: delete it here")
        elif old in claims.formerly[:index]:
            yield Finding(("formerly", index), f"`{old}` is here twice: delete one")
        elif (other := catalog.ids_by_former_id[old]) != claims.id:
            yield Finding(
                ("formerly", index), f"{catalog.paths[other]} also has the former id `{old}`: delete one"
            )
