"""What a citation of an entry says, whatever the format it is written in."""

import re
from dataclasses import dataclass
from typing import Literal

from generator.catalog.catalog import Catalog
from generator.entry import people
from generator.entry.identifiers import ARXIV, DOI, Identifier
from generator.entry.model import OTHERS, Entry
from generator.entry.people import PersonName
from generator.entry.vocabulary import Term
from generator.views.links import main_link
from generator.views.wording import card_of

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")  # without those that are spaces

Form = Literal["journal", "conference", "preprint", "dataset", "other"]


@dataclass(frozen=True, slots=True)
class Citation:
    """One work as a reference list gives it; every text stands on one line."""

    id: str
    form: Form
    title: str
    short_title: str
    authors: tuple[PersonName, ...]
    has_more_authors: bool
    """Whether the rest of the authors is not known."""
    container: str
    """The full name of the journal, conference or repository."""
    date: tuple[int, ...]
    """Year, then month and day as far as they are known; empty where not even the year is."""
    identifiers: tuple[tuple[Identifier, str], ...]
    """Each kind with its id, see `Entry.identifiers`."""
    url: str
    """Where the work is read or had; empty where the entry has no link."""
    keywords: tuple[str, ...]


def citation(entry: Entry, catalog: Catalog) -> Citation:
    """The citation of `entry`."""
    return catalog.make_once(_citation, entry)


def _citation(entry: Entry, catalog: Catalog) -> Citation:
    venue = catalog.vocabulary("venues").get(entry.venue.name) if entry.venue else None
    return Citation(
        id=entry.id,
        form=_form(entry, venue, catalog),
        title=_line(entry.title),
        short_title=_line(entry.name or ""),
        authors=tuple(people.split_name(_line(name)) for name in entry.authors if name != OTHERS),
        has_more_authors=OTHERS in entry.authors,
        container=_line(_container(entry, venue, catalog)),
        date=_date(entry),
        identifiers=entry.identifiers,
        url=_url(entry),
        keywords=_keywords(entry, catalog),
    )


def _line(text: str) -> str:
    return " ".join(_CONTROLS.sub("", text).split())


def _form(entry: Entry, venue: Term | None, catalog: Catalog) -> Form:
    kind = venue.type if venue else None
    if kind in ("conference", "workshop"):
        return "conference"
    if kind == "journal":
        return "journal"
    if kind == "preprint" or (entry.arxiv and kind != "repository"):
        return "preprint"
    is_data = kind == "repository" or card_of(entry, catalog) == "dataset"
    return "dataset" if is_data else "other"


def _container(entry: Entry, venue: Term | None, catalog: Catalog) -> str:
    if not entry.venue:
        return ARXIV.label if entry.arxiv else ""
    name = (venue.name if venue else "") or entry.venue.name
    track = entry.venue.track
    return f"{name}, {catalog.label('tracks', track)}" if track and track != "main" else name


def _date(entry: Entry) -> tuple[int, ...]:
    """That of the venue, of which only the year is known; else that of the first appearance.

    Where there was no preprint, the first appearance in that year is the publication.
    """
    date = tuple(int(part) for part in entry.date.split("-")) if entry.date else ()
    if entry.venue and (entry.arxiv or date[:1] != (entry.venue.year,)):
        return (entry.venue.year,)
    return date


def _url(entry: Entry) -> str:
    if entry.links.paper:
        return entry.links.paper[0]
    if entry.venue and entry.doi:
        return DOI.url(entry.doi)
    link = main_link(entry)
    return link.url if link else ""


def _keywords(entry: Entry, catalog: Catalog) -> tuple[str, ...]:
    terms = [catalog.label("tasks", slug) for slug in entry.tasks]
    terms += [catalog.label("modalities", slug) for slug in entry.modalities]
    return tuple(dict.fromkeys(map(_line, (*terms, *entry.keywords))))
