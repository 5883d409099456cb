"""Join what a source says of a work with a registry's facts: these win, and each difference is a sentence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from generator.add.draft import Draft
from generator.add.registries.versions import add_alias
from generator.catalog.catalog import Catalog
from generator.entry.identifiers import BY_FIELD
from generator.entry.model import OTHERS, Entry
from generator.links.answers.verdict import Answer, Target, Verdict, WorkRecord
from generator.links.compare.authors import compare_authors
from generator.links.compare.comparison import compare_link
from generator.links.compare.link_case import LinkCase
from generator.links.compare.titles import TitleLikeness, compare_titles
from generator.links.compare.versions import find_version_errors
from generator.links.link import LinkOccurrence

_INITIAL = re.compile(r"(?<![^\W\d_])[^\W\d_]\.?(?=\s|-)")
_PREPRINT = re.compile(r"\barxiv\b|\bcorr\b|\bpreprint\b|rxiv\b", re.IGNORECASE)


class OtherWork(Exception):
    """An identifier is another work's; the message has both titles."""


def find_other_work(own: Draft, target: Target, answer: Answer) -> str:
    """Say that `target` is another work than `own` says, by the link checker's comparison; empty if not."""
    record = answer.facts
    title, authors = own.data.get("title", ""), tuple(own.data.get("authors", ()))
    if not isinstance(record, WorkRecord) or not (title or authors):
        return ""
    titles = [text for text in (record.title, *record.other_titles) if text]
    if any(compare_titles(title, other) is TitleLikeness.SAME for other in titles):
        return ""  # a difference of the authors is reported, and theirs are taken
    entry = _make_entry(own, title or record.title, authors)
    field = BY_FIELD[target.service].field
    link = LinkOccurrence(BY_FIELD[field].url(target.id), target, "", field)
    comparison = compare_link(LinkCase(link, entry, answer, Catalog()))
    if comparison.verdict is not Verdict.WRONG:
        return ""
    if comparison.notes[:1] == (find_version_errors(entry, record),):
        return ""  # another version of the work may have another title and other authors
    return _describe_other_work(own, target, record)


def _describe_other_work(own: Draft, target: Target, record: WorkRecord) -> str:
    title, authors, name = own.data.get("title", ""), own.data.get("authors", ()), _name_source(own)
    said = f"{name} says “{title}”" if title else f"the authors of {name} are {', '.join(authors[:3])}"
    by = "" if title else f" by {', '.join(record.authors[:3])}"
    return f"{target.id} leads to another paper, “{record.title}”{by}, and {said}: correct one of them"


def _make_entry(own: Draft, title: str, authors: Sequence[str]) -> Entry:
    """Make what the link checker compares, without a check: a draft has blanks."""
    known = {row.field: own.data[row.field] for row in BY_FIELD.values() if row.field in own.data}
    return Entry.model_construct(
        id="", title=title, authors=tuple(authors), date=own.data.get("date"), **known
    )


def prefer_registry(own: Draft, found: Draft) -> Draft:
    """Return `own` with the title, authors and date of `found` and all that only `found` has.

    The notes say each difference.
    """
    data, place = dict(own.data), "" if _PREPRINT.search(own.place) else own.place
    differences = list(_describe_differences(own, found))
    data |= _choose_facts(own.data, found.data)
    others = ((place, own.year),) if place and found.place else ()
    joined = replace(
        own,
        data=data,
        place=found.place or place,
        year=(found.year or own.year) if found.place else own.year if place else None,
        notes=(*differences, *own.notes),
        other_places=(*others, *own.other_places),
    )
    joined = joined.completed(replace(found, place=""))
    other = own.data.get("title", "")
    is_other = compare_titles(other, joined.data.get("title", "")) is TitleLikeness.OTHER
    return add_alias(joined, other) if is_other else joined


def _choose_facts(own: dict[str, Any], found: dict[str, Any]) -> dict[str, Any]:
    """The title, authors and date of the registry; our form of a name where it is the longer one."""
    chosen = {key: found[key] for key in ("title", "authors", "date") if found.get(key)}
    if own.get("date", "").startswith(found.get("date", "-")):
        chosen["date"] = own["date"]  # the same, but more exact
    if own.get("authors") and found.get("authors"):
        chosen["authors"] = _choose_authors(own["authors"], found["authors"])
    return chosen


def _choose_authors(ours: list[str], theirs: list[str]) -> list[str]:
    named = [name for name in ours if name != OTHERS]
    if len(named) < len(theirs) or str(compare_authors(named[: len(theirs)], theirs)):
        return theirs
    first = [_choose_fuller(mine, other) for mine, other in zip(named, theirs, strict=False)]
    return first + named[len(theirs) :]  # a registry may have the first authors only


def _choose_fuller(mine: str, theirs: str) -> str:
    return mine if len(_INITIAL.findall(theirs)) > len(_INITIAL.findall(mine)) else theirs


def _describe_differences(own: Draft, found: Draft) -> Iterator[str]:
    chosen, name = _choose_facts(own.data, found.data), _name_source(own)
    ours, theirs = own.data.get("title", ""), chosen.get("title", "")
    if ours and theirs and ours != theirs:
        yield f"title: “{theirs}” of {found.source} was taken, not “{ours}” of {name}"
    yield from _describe_authors(own.data.get("authors", []), chosen.get("authors", []), found, name)
    date = own.data.get("date", "")
    if _PREPRINT.search(own.place) and own.year and not date.startswith(str(own.year)):
        date = str(own.year)
    if date and "date" in chosen and not chosen["date"].startswith(date):
        yield f"date: {chosen['date']} of {found.source} was taken, not {date} of {name}"


def _describe_authors(ours: list[str], chosen: list[str], found: Draft, name: str) -> Iterator[str]:
    theirs = found.data.get("authors", [])
    if not ours or not theirs or ours == chosen == theirs:
        return
    if OTHERS in ours:
        few = f"{name} names {len(ours) - 1} and others"
        yield f"authors: all {len(theirs)} of {found.source} were taken; {few}"
    difference = str(compare_authors(ours, theirs)).removeprefix("the author list ")
    if len(chosen) > len(theirs):
        yield f"authors: all {len(chosen)} of {name} were kept; {found.source} has only {len(theirs)} of them"
    elif difference:
        yield f"authors: those of {found.source} were taken; {name} {difference}"
    elif OTHERS not in ours:
        pairs = zip(chosen, ours, strict=False)
        changed = [f"“{other}” for “{mine}”" for other, mine in pairs if mine != other]
        yield from [f"authors: {', '.join(changed[:5])}, as {found.source} writes"] if changed else []


def _name_source(own: Draft) -> str:
    return {"issue": "the issue", "title": "the given title"}.get(own.source, f"`{own.source}`")
