"""Compare an entry with the record of its DOI: title and authors must be those of the published version."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from generator.entry import people
from generator.entry.model import OTHERS, Entry
from generator.links.answers.retraction import strip_retraction
from generator.links.answers.verdict import WorkRecord
from generator.links.compare.authors import Person, find_partners, is_comparable
from generator.links.compare.titles import TitleLikeness, compare_titles, has_math
from generator.text import split_words

SAME_NAME_RATIO = 0.9
"""From it on, two names of different letters are one name: `Ada Blüthgen` and `Ada Bluethgen`."""

SHARED_AUTHORS = 0.5
"""Two works with this share of authors in common may be two versions of one work."""

_CORRECTION = re.compile(
    r"(?:(?:author|publisher)['\u2019]?s? correction|correction|corrigendum|erratum|addendum)"
    "(?: (?:to|for))?\\s*[:\"'\u201c\u2018]",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"(?:(?:(?:author|publisher)['\u2019]?s? )?correction|corrigendum|erratum|addendum|retraction(?: note)?"
    r"|expression of concern|reply|response|comment|commentary|review|peer review)"
    r"(?: (?:to|for|of|on))?[:\s\"'\u201c\u2018]+",
    re.IGNORECASE,
)
"""The start of the title of a notice, if the title of the work follows."""


def find_version_errors(entry: Entry, record: WorkRecord) -> str:
    """Say what to write so that `entry` has title and authors of the published version; empty if it has.

    What a record does not say is no difference: a missing title or subtitle, a list that is cut off.
    """
    changes = [*_describe_title(entry, record)]
    if authors := propose_authors(entry.authors, record):
        changes.append(f"authors: [{', '.join(authors)}]")
    return f"not the version of this DOI: write {', '.join(changes)}" if changes else ""


def is_correction(entry: Entry, record: WorkRecord) -> bool:
    """Whether the record is of a correction of the work or another notice, and not of the work itself."""
    if _CORRECTION.match(record.title):
        return not _CORRECTION.match(entry.title)
    if notice := _NOTICE.match(record.title):
        return compare_titles(entry.title, record.title[notice.end() :]) is TitleLikeness.SAME
    return False


def may_be_version(authors: Sequence[str], record: WorkRecord) -> bool:
    """Whether a record with another title may be another version of a work: most authors are the same."""
    ours, theirs = _split(_list_named(authors), record)
    found = [partner for partner in find_partners(ours, theirs) if partner is not None]
    return bool(found) and len(found) >= SHARED_AUTHORS * max(len(ours), len(theirs))


def propose_authors(authors: Sequence[str], record: WorkRecord) -> list[str] | None:
    """Return the authors of `record` in its order, each as `authors` writes the name.

    Returns None where both lists are of the same people, or the record is cut off after the first ones.
    """
    named = _list_named(authors)
    if not named or not record.people or not is_comparable(named, record.people):
        return None
    ours, theirs = _split(named, record)
    partners = _add_spellings(find_partners(ours, theirs), ours, theirs)
    is_cut = _is_cut(partners, len(theirs)) or (len(named) < len(authors) and _is_beginning(partners))
    if is_cut or partners == [*range(len(theirs))]:
        return None
    known = {index: person.name for person, index in zip(ours, partners, strict=True) if index is not None}
    found = [known.get(index, person.name) for index, person in enumerate(theirs)]
    groups = [name for name in named if people.split_name(name).literal]
    return [*found, *(name for name in dict.fromkeys((*groups, *record.groups)) if name not in found)]


def _describe_title(entry: Entry, record: WorkRecord) -> Iterator[str]:
    titles = [strip_retraction(title) for title in (record.title, *record.other_titles) if title]
    # A deposit without a venue, such as that of a dataset, has a title of its own.
    known = (entry.title,) if entry.venue else (entry.title, *entry.aliases)
    likeness = [compare_titles(strip_retraction(ours), theirs) for theirs in titles for ours in known]
    if not titles or TitleLikeness.SAME in likeness:
        return
    if TitleLikeness.SIMILAR in likeness and any(map(has_math, (*titles, *known))):
        return  # registries write formulas in several ways
    yield f"title: “{titles[0]}”"
    if TitleLikeness.SAME not in [compare_titles(alias, entry.title) for alias in entry.aliases]:
        yield f"aliases: “{entry.title}”"


def _list_named(authors: Sequence[str]) -> tuple[str, ...]:
    return tuple(name for name in authors if name != OTHERS)


def _split(named: Sequence[str], record: WorkRecord) -> tuple[list[Person], list[Person]]:
    """The people of both lists; groups that are only in one of the lists are left out."""
    ours, theirs = [*map(Person.parse, named)], [*map(Person.parse, dict.fromkeys(record.people))]
    partners = find_partners(ours, theirs)
    return (
        [
            person
            for person, index in zip(ours, partners, strict=True)
            if index is not None or not _is_group(person, record)
        ],
        [person for index, person in enumerate(theirs) if index in partners or not _is_group(person, record)],
    )


def _is_group(person: Person, record: WorkRecord) -> bool:
    return person.name in record.groups or people.split_name(person.name).literal


def _is_beginning(partners: Sequence[int | None]) -> bool:
    return [*partners] == [*range(len(partners))]


def _is_cut(partners: Sequence[int | None], count: int) -> bool:
    """Whether the record has only our first authors: services cut long lists off."""
    return [*partners[:count]] == [*range(count)] and not any(index is not None for index in partners[count:])


def _add_spellings(
    partners: Sequence[int | None], ours: Sequence[Person], theirs: Sequence[Person]
) -> list[int | None]:
    """`partners` with those whose names are only spelled differently, such as `Müller` and `Mueller`."""
    left = [index for index in range(len(theirs)) if index not in partners]
    found: list[int | None] = []
    for person, partner in zip(ours, partners, strict=True):
        if partner is None:
            partner = next((index for index in left if _is_spelled_alike(person, theirs[index])), None)
            left = [index for index in left if index != partner]
        found.append(partner)
    return found


def _is_spelled_alike(one: Person, other: Person) -> bool:
    name, other_name = ("".join(split_words(person.name)) for person in (one, other))
    return SequenceMatcher(None, name, other_name, autojunk=False).ratio() >= SAME_NAME_RATIO
