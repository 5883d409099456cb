"""Read where a work was published: from a registry, a bibliography, or what its authors announce."""

import re
from typing import Any

from generator.add.draft import Draft
from generator.add.drafting.venue_names import VenueNames, separate_years
from generator.add.notes import quote
from generator.catalog.catalog import Catalog
from generator.entry.vocabulary import Term

_CLAUSE = re.compile(r"[;,\n]\s+|[.!]\s+(?=[A-Z])|\.$")
_ACCEPTED = re.compile(
    r"\b(?:acc?e?pp?e?t\w*|appear\w*|publi(?:shed|cation)|proceedings|presented|camera.?ready|poster|oral"
    r"|spotlight|findings|main conference|main track)\b",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:submi\w+|under (?:peer.?)?review|in review|for review\w*|reviewing|resubmi\w+|rejected|prepar\w+"
    r"|planned|under consideration)\b",
    re.IGNORECASE,
)
_OTHER_WORK = re.compile(
    r"\b(?:exten(?:ded|sion)|previous|earlier|prior|preliminary|conference version|journal version|winn\w+"
    r"|won|place|ranked|solution|template|style|format|overlap\w*|based on|tutorial|data(?:set)? from)\b",
    re.IGNORECASE,
)
_AFTER_CUE = re.compile(
    r".*\b(?:acc?e?pp?e?t\w*|appear\w*|publi(?:shed|cation)|presented)\b"
    r"(?:\s+(?:for|as|an?|full|short|long|oral|poster|spotlight|paper|publication|presentation|be|been))*"
    r"\s+(?:at|by|to|in|for|with|on)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_MAX_READ = 600
"""How many characters of a place or a comment are read."""

_BESIDE = re.compile(r"\bco-?located\b|\bcollocated\b|\bin conjunction with\b|\w@ ?[A-Z]|\w @ [A-Z]", re.I)
"""What says that a meeting was held with a larger one."""

_CONDITION = re.compile(r"\b(?:once|upon|after|if|when|until|pending)\b", re.IGNORECASE)
WORKSHOP = "workshop"

Venue = dict[str, Any]


def read_venue(draft: Draft, catalog: Catalog) -> tuple[Venue | None, list[str]]:
    """Return the venue of `draft`, and notes on what is not known, not sure or not the same everywhere."""
    certain = [place for place in ((draft.place[:_MAX_READ], draft.year), *draft.other_places) if place[0]]
    found = [(words, venue) for words, year in certain if (venue := _find_in_place(words, year, catalog))]
    notes = _describe_unknown(certain, catalog) if not found else []
    announced, remarks = _read_comment(draft.comment[:_MAX_READ], catalog)
    if announced:
        found.append((draft.comment, announced))
    elif not found:
        notes += remarks
    if not found:
        return None, notes
    words, venue = found[0]
    notes += _describe_others(venue, found[1:])
    if "year" not in venue:
        notes.append(f"{quote(words)} has no year: write `venue: {{name: {venue['name']}, year: …}}`")
        return None, notes
    return venue, notes


def _index_names(catalog: Catalog) -> VenueNames:
    return catalog.index(_make_names)


def _make_names(catalog: Catalog) -> VenueNames:
    return VenueNames(catalog.vocabulary("venues"))


def _find_in_place(words: str, year: int | None, catalog: Catalog) -> Venue | None:
    if _NOT_YET.search(words):
        return None
    plain = separate_years(words)
    term = _index_names(catalog).find(words)
    if not term or term.type == "preprint":
        return None
    written = _YEAR.findall(plain)
    return _make_venue(term, int(written[-1]) if written else year, plain, catalog)


def _make_venue(term: Term, year: int | None, words: str, catalog: Catalog) -> Venue:
    venue: Venue = {"name": term.label}
    if year:
        venue["year"] = year
    if term.type == "conference" and (track := _find_track(words, catalog)):
        venue["track"] = track
    return venue


def _find_track(words: str, catalog: Catalog) -> str:
    """Return the track that `words` name; the main one, which goes without saying, is none."""
    for term in catalog.vocabulary("tracks"):
        names = (term.label, *term.aliases)
        if term.slug != "main" and any(_names_track(words, name) for name in names):
            return term.slug
    return WORKSHOP if _BESIDE.search(words) and WORKSHOP in catalog.vocabulary("tracks").terms else ""


def _names_track(words: str, name: str) -> bool:
    return bool(re.search(rf"\b{re.escape(name)}s?\b", words, re.IGNORECASE))


def _read_comment(comment: str, catalog: Catalog) -> tuple[Venue | None, list[str]]:
    """Return the venue that the authors announce, and notes on an announcement that gives none."""
    notes: list[str] = []
    for clause in map(str.strip, _CLAUSE.split(separate_years(comment))):
        venue, note = _read_clause(clause, catalog)
        if venue:
            return venue, []
        notes += [note] if note else []
    return None, notes


def _read_clause(clause: str, catalog: Catalog) -> tuple[Venue | None, str]:
    is_accepted = bool(_ACCEPTED.search(clause))
    term = _index_names(catalog).find(_AFTER_CUE.sub("", clause))
    years = _YEAR.findall(clause)
    if _NOT_YET.search(clause) and not re.search(r"\baccepted\b|\bpublished\b", clause, re.I):
        return None, f"{quote(clause)} is no publication, so the venue was left out" if term else ""
    if _OTHER_WORK.search(clause):
        return None, f"not sure whether {quote(clause)} is the venue of this work" if term else ""
    if term and term.type != "preprint" and (is_accepted or years):
        return _make_venue(term, int(years[-1]) if years else None, clause, catalog), ""
    if is_accepted and _AFTER_CUE.match(clause) and not term and not _CONDITION.search(clause):
        return None, describe_unknown(clause)
    return None, ""


def describe_unknown(words: str) -> str:
    """Say that `words` name no venue of the catalog, and what to do."""
    return (
        f"{quote(words)} is not a known venue: add it to entries/_vocabulary/venues.yaml "
        "(slug, label, type, name), or leave `venue` out"
    )


def _describe_unknown(places: list[tuple[str, int | None]], catalog: Catalog) -> list[str]:
    unpublished = [
        f"{quote(words)} is no publication, so the venue was left out"
        for words, _ in places
        if _NOT_YET.search(words)
    ]
    unknown = [
        describe_unknown(words)
        for words, _ in places
        if not _NOT_YET.search(words) and not _index_names(catalog).is_preprint(words)
    ]
    return unpublished + unknown


def _describe_others(venue: Venue, others: list[tuple[str, Venue]]) -> list[str]:
    """Say which other venues are named; one without a year, or in the next year, is the same."""
    return [
        f"venue: {_show(venue)} was taken, but {quote(words)} names {_show(other)}: check it"
        for words, other in others
        if other["name"] != venue["name"] or _are_far(venue, other)
    ]


def describe_other_venue(own: Venue, found: Venue) -> list[str]:
    """Say that a venue which a person gave is not the one that is found."""
    if own["name"] == found["name"] and not _are_far(own, found):
        return []
    return [f"venue: {_show(own)} is kept, but services and authors say {_show(found)}: check it"]


def _are_far(venue: Venue, other: Venue) -> bool:
    return "year" in venue and "year" in other and abs(other["year"] - venue["year"]) > 1


def _show(venue: Venue) -> str:
    return f"{venue['name']} {venue.get('year', '')}".strip()
