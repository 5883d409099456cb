"""Short phrases that several outputs say of an entry."""

from generator.catalog.catalog import Catalog
from generator.entry import quantities
from generator.entry.model import OTHERS, DataCard, Entry


def first_authors(entry: Entry, most: int = 3) -> str:
    """The authors' names, cut to the first few."""
    known = [name for name in entry.authors if name != OTHERS]
    names = ", ".join(known[:most])
    return f"{names}, et al." if len(entry.authors) > min(most, len(known)) else names


def venue_label(entry: Entry, catalog: Catalog) -> str:
    """Venue, year and track as one reads them, such as `EMNLP 2020 Findings`."""
    if not entry.venue:
        return ""
    track = entry.venue.track
    suffix = f" {catalog.label('tracks', track)}" if track and track != "main" else ""
    return f"{entry.venue.name} {entry.venue.year}{suffix}"


def card_of(entry: Entry, catalog: Catalog) -> str | None:
    """The table that an entry of this kind stands in: model, dataset or none."""
    kind = catalog.vocabulary("kinds").get(entry.kind)
    return kind.card if kind else None


def counts(card: DataCard, catalog: Catalog) -> list[tuple[str, str]]:
    """What is counted and how many, such as `("Images", "377,110")`."""
    return [
        (catalog.label("counts", slug), quantities.format_count(count)) for slug, count in card.counts.items()
    ]


def size_label(card: DataCard, catalog: Catalog) -> str:
    """The counts and what they do not say on one line, such as `9,000 images, 15K reports`."""
    counted = ", ".join(f"{number} {label[:1].lower()}{label[1:]}" for label, number in counts(card, catalog))
    return "; ".join(part for part in (counted, card.size) if part)
