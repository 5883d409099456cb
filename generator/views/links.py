"""The links of an entry, labelled, those to the paper first."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.entry.model import Entry


@dataclass(frozen=True, slots=True)
class Link:
    """A labelled address of an entry; `kind` is the key of `links`, or arxiv or doi."""

    kind: str
    label: str
    url: str


LINK_LABELS = {
    "arxiv": "arXiv",
    "doi": "DOI",
    "paper": "Paper",
    "pdf": "PDF",
    "code": "Code",
    "weights": "Weights",
    "data": "Data",
    "project": "Project",
    "demo": "Demo",
}


def labeled_links(entry: Entry) -> list[Link]:
    """All links of `entry`, those to the paper first."""
    return list(_links(entry))


def _links(entry: Entry) -> Iterator[Link]:
    if entry.arxiv:
        yield Link("arxiv", LINK_LABELS["arxiv"], f"https://arxiv.org/abs/{entry.arxiv}")
    if entry.doi:
        yield Link("doi", LINK_LABELS["doi"], f"https://doi.org/{entry.doi}")
    for kind in type(entry.links).model_fields:
        for url in getattr(entry.links, kind):
            yield Link(kind, LINK_LABELS[kind], url)


def main_link(entry: Entry) -> Link | None:
    """Where the title leads: the paper if it can be had, else whatever there is."""
    return next(_links(entry), None)


def other_links(entry: Entry) -> list[Link]:
    """The links that are no second way to the paper, without the one of the title."""
    papers = ("arxiv", "doi", "paper", "pdf")
    found = labeled_links(entry)
    return [link for link in found if link.kind not in papers and link != found[0]]
