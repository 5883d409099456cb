"""Compare an entry with the record of the work that a link leads to."""

from dataclasses import replace

from generator.catalog.catalog import Catalog
from generator.entry.identifiers import DOI
from generator.entry.model import Entry
from generator.links.answers.published import is_publication
from generator.links.answers.retraction import strip_retraction
from generator.links.answers.verdict import Verdict, WorkRecord
from generator.links.compare.authors import (
    AuthorDifference,
    compare_authors,
    hides_people,
    share_outer_surname,
)
from generator.links.compare.dates import describe_date_problem
from generator.links.compare.link_case import Comparison, LinkCase
from generator.links.compare.titles import TitleLikeness, are_siblings, compare_titles
from generator.links.compare.versions import find_version_errors, is_correction, may_be_version
from generator.links.providers.arxiv import NAME as ARXIV


def compare_work(case: LinkCase, record: WorkRecord) -> Comparison:
    """Compare the title, the authors and the date of the entry with those of the record."""
    entry = case.entry
    authors = compare_authors(entry.authors, record.people)
    title = _rate_likeness(entry, record)
    if _is_sibling(entry, record, title):
        note = f"leads to “{record.title}”, which is another version than “{entry.title}”"
        return Comparison(Verdict.WRONG, (note,))
    is_doubtful = title is TitleLikeness.SIMILAR and not _is_same_work(entry, record)
    if (title is TitleLikeness.OTHER or is_doubtful) and not _is_other_version(case, record):
        return Comparison(Verdict.WRONG, (f"leads to “{record.title}”, the entry is “{entry.title}”",))
    copied = _find_copied(entry, case.catalog) if authors.missing and authors.added else ""
    if authors.are_different_people or copied:
        note = f"the authors are {_name_first(record.authors)}, the entry says {_name_first(entry.authors)}"
        return Comparison(Verdict.WRONG, (note + (f", the same as in {copied}" if copied else ""),))
    if case.link.field == DOI.field:
        return _compare_published(entry, record, authors)
    return _add_notes(case, record, title, authors)


def _is_other_version(case: LinkCase, record: WorkRecord) -> bool:
    """Whether another title may be that of another version: the one of the DOI, or its preprint."""
    entry = case.entry
    if case.link.field == DOI.field:
        return not is_correction(entry, record) and may_be_version(entry.authors, record)
    if case.link.target.service != ARXIV or not entry.doi:
        return False
    return record.doi.lower() == entry.doi.lower() or may_be_version(entry.authors, record)


def _compare_published(entry: Entry, record: WorkRecord, authors: AuthorDifference) -> Comparison:
    """Compare with the record of the entry's DOI, the version of record."""
    if is_correction(entry, record):
        note = f"leads to a correction or a comment, “{record.title}”: write the DOI of the work itself"
        return Comparison(Verdict.WRONG, (note,))
    if error := find_version_errors(entry, record):
        return Comparison(Verdict.WRONG, (error,))
    notes = (
        str(authors) if authors.are_hidden else "",
        describe_date_problem(entry.date, None, record.date),
    )
    return Comparison(notes=tuple(filter(None, notes)))


def _add_notes(
    case: LinkCase, record: WorkRecord, title: TitleLikeness, authors: AuthorDifference
) -> Comparison:
    entry, is_arxiv = case.entry, case.link.target.service == ARXIV
    is_preprint = is_arxiv and bool(entry.doi)
    notes = []
    if is_preprint and title is not TitleLikeness.SAME:
        notes.append(f"the preprint has another title: add “{record.title}” to `aliases`")
    elif title is TitleLikeness.SIMILAR:
        notes.append(f"title changed: the record says “{record.title}”, the entry “{entry.title}”")
    notes += filter(
        None,
        (
            "" if is_preprint else str(authors),  # the authors are those of the published version
            describe_date_problem(entry.date, case.link.target.id if is_arxiv else None, record.date),
        ),
    )
    comparison = Comparison(notes=tuple(notes))
    return _add_publication(comparison, entry, record) if is_arxiv else comparison


def _add_publication(comparison: Comparison, entry: Entry, record: WorkRecord) -> Comparison:
    """The comparison with a proposal to add where the preprint was published."""
    if record.doi and not entry.doi:
        note = f"now published: doi {record.doi}" + (f", {record.journal}" if record.journal else "")
        return replace(comparison, notes=(*comparison.notes, note), doi=record.doi, suggestion=record.doi)
    if is_publication(record.journal) and not entry.doi and not entry.venue:
        return replace(comparison, notes=(*comparison.notes, f"now published: {record.journal}"))
    return comparison


def _rate_likeness(entry: Entry, record: WorkRecord) -> TitleLikeness:
    """How alike a record's title is to the entry's title, name or an alias, whichever is most alike."""
    ours = [name for name in (entry.title, entry.name, *entry.aliases) if name]
    titles = _list_titles(record)
    likeness = (compare_titles(strip_retraction(one), other) for one in ours for other in titles)
    return max(likeness) if titles else TitleLikeness.SAME


def _is_sibling(entry: Entry, record: WorkRecord, likeness: TitleLikeness) -> bool:
    """Whether the record is of another version of the thing, such as `MedFoo 2` for `MedFoo`."""
    return likeness is not TitleLikeness.SAME and any(
        are_siblings(strip_retraction(entry.title), title) for title in _list_titles(record)
    )


def _list_titles(record: WorkRecord) -> list[str]:
    return [strip_retraction(title) for title in (record.title, *record.other_titles) if title]


def _is_same_work(entry: Entry, record: WorkRecord) -> bool:
    """Whether similar titles are of one work: the first or last author is the same, or none is known."""
    if not entry.authors or not record.people or hides_people(entry.authors, record.people):
        return True
    return share_outer_surname(entry.authors, record.people)


def _find_copied(entry: Entry, catalog: Catalog) -> str:
    """The id of another entry with exactly the same list of authors, or an empty text."""
    others = catalog.index(_index_by_authors).get(entry.authors, ())
    return next((other for other in others if other != entry.id), "")


def _index_by_authors(catalog: Catalog) -> dict[tuple[str, ...], list[str]]:
    found: dict[tuple[str, ...], list[str]] = {}
    for entry in catalog:
        if entry.authors:
            found.setdefault(entry.authors, []).append(entry.id)
    return found


def _name_first(authors: tuple[str, ...]) -> str:
    return ", ".join(authors[:3]) + (" …" if len(authors) > 3 else "")
