"""The labeled links of an entry, those to the paper first."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.catalog.catalog import Catalog
from generator.entry.identifiers import IDENTIFIERS, Identifier
from generator.entry.labeled import Address
from generator.entry.model import Entry, Links
from generator.views.link_details import describe_links


class LabeledLink(NamedTuple):
    """A labeled address of an entry; `kind` is the key of `links`, or the field of an identifier."""

    kind: str
    label: str
    url: str


LINK_LABELS = {
    **{row.field: row.label for row in IDENTIFIERS},
    "paper": "Paper",
    "pdf": "PDF",
    "code": "Code",
    "weights": "Weights",
    "data": "Data",
    "project": "Project",
    "demo": "Demo",
}
_ADDRESS_KINDS = tuple(Links.model_fields)


def list_links(entry: Entry, catalog: Catalog) -> Sequence[LabeledLink]:
    """List all links of `entry`, those to the paper first; callers share the list."""
    return catalog.make_once(_make_links, entry)


def _make_links(entry: Entry, _: Catalog) -> Sequence[LabeledLink]:
    return tuple(_iterate_links(entry))


def _iterate_links(entry: Entry) -> Iterator[LabeledLink]:
    ids = entry.identifiers
    yield from (_make_identified(row, id_) for row, id_ in ids if row.is_paper)
    for kind in _ADDRESS_KINDS:
        urls: tuple[Address, ...] = getattr(entry.links, kind)
        if not urls:
            continue
        for url, detail in zip(urls, describe_links(urls), strict=True):
            yield LabeledLink(kind, f"{LINK_LABELS[kind]} {detail}" if detail else LINK_LABELS[kind], url)
    yield from (_make_identified(row, id_) for row, id_ in ids if not row.is_paper)


def _make_identified(row: Identifier, id_: str) -> LabeledLink:
    return LabeledLink(row.field, row.label, row.url(id_))


PAPER_KINDS = frozenset({row.field for row in IDENTIFIERS if row.is_paper} | {"paper", "pdf"})
"""The kinds of links that lead to the work itself."""


def find_main_link(entry: Entry, catalog: Catalog) -> LabeledLink | None:
    """Find the link of the title: the paper if it has an address, else the first link of any kind."""
    return next(iter(list_links(entry, catalog)), None)


def keep_other_links(found: Sequence[LabeledLink]) -> list[LabeledLink]:
    """Keep of all links of an entry those to something other than the paper, without that of the title."""
    return [link for link in found if link.kind not in PAPER_KINDS and link != found[0]]
