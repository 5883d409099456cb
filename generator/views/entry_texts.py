"""Format short phrases about an entry that several outputs share."""

from collections.abc import Collection

from generator.catalog.catalog import Catalog
from generator.entry import quantities
from generator.entry.model import OTHERS, DataCard, Entry

FIRST_AUTHORS = 3
"""How many authors a line names."""


def format_first_authors(entry: Entry, limit: int = FIRST_AUTHORS, also: Collection[str] = ()) -> str:
    """Format the names of the first authors and of those in `also`, with `et al.` where others follow.

    >>> format_first_authors(entry, 1, also=["Chloé Beispiel"])
    'Ada Example, …, Chloé Beispiel, et al.'
    """
    known = [name for name in entry.authors if name != OTHERS]
    places = [place for place, name in enumerate(known) if place < limit or name in also]
    names = [("" if place - 1 in (-1, *places) else "…, ") + known[place] for place in places]
    is_whole = len(entry.authors) == (places[-1] + 1 if places else 0)
    return ", ".join(names if is_whole else [*names, "et al."])


def format_venue(entry: Entry, catalog: Catalog) -> str:
    """Format venue, year and track, such as `EMNLP 2020 Findings`; empty without a venue."""
    if not entry.venue:
        return ""
    track = entry.venue.track
    suffix = f" {catalog.label('tracks', track)}" if track and track != "main" else ""
    return f"{entry.venue.name} {entry.venue.year}{suffix}"


def format_publication(entry: Entry, catalog: Catalog) -> str:
    """Format the venue with volume, number and pages, as far as they are known.

    `Journal of Examples 8 (2), 123–145 (2025)`, but `EMNLP 2020 Findings, 12, 123–145`.
    """
    venue = catalog.vocabulary("venues").get(entry.venue.name) if entry.venue else None
    volume = " ".join(filter(None, (entry.volume, entry.number and f"({entry.number})")))
    pages = (entry.pages or "").replace("-", "–")
    if entry.venue and venue and venue.type == "journal" and (volume or pages):
        name = " ".join(filter(None, (entry.venue.name, volume)))
        return f"{', '.join(filter(None, (name, pages)))} ({entry.venue.year})"
    return ", ".join(filter(None, (format_venue(entry, catalog), volume, pages)))


def format_counts(card: DataCard, catalog: Catalog) -> list[tuple[str, str]]:
    """List what is counted and how many, such as `("Images", "377,110")`."""
    return [
        (catalog.label("counts", slug), quantities.format_count(count)) for slug, count in card.counts.items()
    ]


def format_size(card: DataCard, catalog: Catalog) -> str:
    """Format the counts and the text of the size as one line, such as `9,000 images, 15K reports`."""
    counted = ", ".join(
        f"{number} {label[:1].lower()}{label[1:]}" for label, number in format_counts(card, catalog)
    )
    return "; ".join(part for part in (counted, card.size) if part)
