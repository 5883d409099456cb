"""What a citation of an entry says, whatever the format it is written in."""

import re
from dataclasses import dataclass
from typing import Literal

from generator.catalog.catalog import Catalog
from generator.entry import people
from generator.entry.identifiers import ARXIV, DOI, Identifier
from generator.entry.model import OTHERS, Entry
from generator.entry.people import PersonName
from generator.entry.proceedings import MAIN_TRACK, Proceedings
from generator.entry.vocabulary import Term
from generator.entry.volume_forms import split_pages
from generator.views.links import find_main_link
from generator.views.tabled import find_card

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")  # without those that are spaces

CitationKind = Literal["journal", "conference", "preprint", "dataset", "other"]


@dataclass(frozen=True, slots=True)
class Citation:
    """One work as a reference list shows it; every text is one line."""

    id: str
    kind: CitationKind
    title: str
    short_title: str
    authors: tuple[PersonName, ...]
    has_more_authors: bool
    """Whether there are authors whose names are not known."""
    container: str
    """The name of the journal, of the volume of proceedings, or of the repository."""
    series: str
    """The series that a volume of proceedings is in."""
    volume: str
    number: str
    pages: tuple[str, str]
    """The first and the last page; the last is empty where there is only one."""
    date: tuple[int, ...]
    """Year, then month and day as far as they are known; empty where not even the year is known."""
    identifiers: tuple[tuple[Identifier, str], ...]
    """Each kind of identifier with its id, as in `Entry.identifiers`."""
    url: str
    """Where the work can be read or downloaded; empty where the entry has no link."""
    keywords: tuple[str, ...]


def cite_entry(entry: Entry, catalog: Catalog) -> Citation:
    """Build the citation of `entry`, once for each catalog."""
    return catalog.make_once(_build_citation, entry)


def _build_citation(entry: Entry, catalog: Catalog) -> Citation:
    venue = catalog.vocabulary("venues").get(entry.venue.name) if entry.venue else None
    volume = _find_proceedings(entry, venue)
    return Citation(
        id=entry.id,
        kind=_find_kind(entry, venue, catalog),
        title=_put_on_one_line(entry.title),
        short_title=_put_on_one_line(entry.name or ""),
        authors=tuple(people.split_name(_put_on_one_line(name)) for name in entry.authors if name != OTHERS),
        has_more_authors=OTHERS in entry.authors,
        container=_put_on_one_line(_find_container(entry, venue, volume, catalog)),
        series=_put_on_one_line(volume.series) if volume else "",
        volume=entry.volume or (volume.number(entry.venue.year) if volume and entry.venue else ""),
        number=entry.number or "",
        pages=split_pages(entry.pages or ""),
        date=_find_date(entry),
        identifiers=entry.identifiers,
        url=_find_url(entry, catalog),
        keywords=_list_keywords(entry, catalog),
    )


def _put_on_one_line(text: str) -> str:
    return " ".join((text if text.isprintable() else _CONTROLS.sub("", text)).split())


def _find_kind(entry: Entry, venue: Term | None, catalog: Catalog) -> CitationKind:
    venue_type = venue.type if venue else None
    if venue_type in ("conference", "workshop"):
        return "conference"
    if venue_type == "journal":
        return "journal"
    if venue_type == "preprint" or (entry.arxiv and venue_type != "repository"):
        return "preprint"
    is_data = venue_type == "repository" or find_card(entry, catalog) == "dataset"
    return "dataset" if is_data else "other"


def _find_proceedings(entry: Entry, venue: Term | None) -> Proceedings | None:
    """The volume of proceedings that the work is in, where the venue's term has it."""
    if not venue or not entry.venue:
        return None
    year, track, doi = entry.venue.year, entry.venue.track or MAIN_TRACK, entry.doi or ""
    return next((volume for volume in venue.proceedings if volume.fits(year, track, doi)), None)


def _find_container(entry: Entry, venue: Term | None, volume: Proceedings | None, catalog: Catalog) -> str:
    if not entry.venue:
        return ARXIV.label if entry.arxiv else ""
    if volume:
        return volume.name(entry.venue.year)
    name = (venue.name if venue else "") or entry.venue.name
    track = entry.venue.track
    is_named = not track or track == MAIN_TRACK or (venue is not None and venue.type == track)
    return name if is_named else f"{name}, {catalog.label('tracks', track or '')}"


def _find_date(entry: Entry) -> tuple[int, ...]:
    """The year of the venue, of which no more is known, or else the date of the first appearance.

    Without a preprint, a first appearance in the year of the venue is the publication itself.
    """
    date = tuple(int(part) for part in entry.date.split("-")) if entry.date else ()
    if entry.venue and (entry.arxiv or date[:1] != (entry.venue.year,)):
        return (entry.venue.year,)
    return date


def _find_url(entry: Entry, catalog: Catalog) -> str:
    if entry.links.paper:
        return entry.links.paper[0]
    if entry.venue and entry.doi:
        return DOI.url(entry.doi)
    link = find_main_link(entry, catalog)
    return link.url if link else ""


def _list_keywords(entry: Entry, catalog: Catalog) -> tuple[str, ...]:
    terms = [catalog.label("tasks", slug) for slug in entry.tasks]
    terms += [catalog.label("modalities", slug) for slug in entry.modalities]
    return tuple(dict.fromkeys(map(_put_on_one_line, (*terms, *entry.keywords))))
