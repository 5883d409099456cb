"""What the contribute page's script reads in an address: the kind of the page, a DOI, the venue of a DOI."""

import re
from collections import defaultdict
from dataclasses import asdict
from typing import Any

from generator.entry.vocabulary import Vocabulary
from generator.links.answers.page_kinds import DOI_PAGES, DOI_TAILS, KIND_HOSTS

_WHOLE_PREFIX = re.compile(r"10\.[0-9]+/?")
"""The prefix of a publisher, who publishes several venues."""


def describe_addresses() -> dict[str, Any]:
    """Return hosts by the kind of their links, and how to find the DOI in an address."""
    return {"hosts": KIND_HOSTS, "doiPages": [asdict(page) for page in DOI_PAGES], "doiTails": DOI_TAILS}


def list_venue_dois(venues: Vocabulary) -> list[dict[str, Any]]:
    """Return what the DOIs of only one venue have, with the label of that venue and its year, if it has one.

    The venue of `10.18653/v1/2023.acl-long.1` is known by `.acl-long.`.
    """
    found: defaultdict[str, set[tuple[str, int | None]]] = defaultdict(set)
    for term in venues:
        for row in term.proceedings:
            if row.doi and not _WHOLE_PREFIX.fullmatch(row.doi):
                found[row.doi].add((venues.entry_value(term), row.since if row.since == row.until else None))
    return [
        {"part": part, "venue": next(iter(rows))[0], "year": next(iter(rows))[1] if len(rows) == 1 else None}
        for part, rows in sorted(found.items())
        if len({venue for venue, _ in rows}) == 1
    ]
