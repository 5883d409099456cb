"""The labeled links of an entry, those to the paper first."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.entry.identifiers import IDENTIFIERS
from generator.entry.labeled import Address
from generator.entry.model import Entry
from generator.views.link_details import describe_links


@dataclass(frozen=True, slots=True)
class LabeledLink:
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


def list_links(entry: Entry) -> list[LabeledLink]:
    """List all links of `entry`, those to the paper first."""
    return list(_links(entry))


def _links(entry: Entry) -> Iterator[LabeledLink]:
    ids = [(row, LabeledLink(row.field, row.label, row.url(id_))) for row, id_ in entry.identifiers]
    yield from (link for row, link in ids if row.is_paper)
    for kind in type(entry.links).model_fields:
        urls: tuple[Address, ...] = getattr(entry.links, kind)
        if not urls:
            continue
        for url, detail in zip(urls, describe_links(urls), strict=True):
            yield LabeledLink(kind, f"{LINK_LABELS[kind]} {detail}".rstrip(), url)
    yield from (link for row, link in ids if not row.is_paper)


PAPER_KINDS = frozenset({row.field for row in IDENTIFIERS if row.is_paper} | {"paper", "pdf"})
"""The kinds of links that lead to the work itself."""


def find_main_link(entry: Entry) -> LabeledLink | None:
    """Find the link of the title: the paper if it has an address, else the first link of any kind."""
    return next(_links(entry), None)


def list_other_links(entry: Entry) -> list[LabeledLink]:
    """List the links that lead to something other than the paper, without the link of the title."""
    found = list_links(entry)
    return [link for link in found if link.kind not in PAPER_KINDS and link != found[0]]
