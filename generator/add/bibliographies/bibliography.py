"""Read a bibliography, in BibTeX or RIS: every work becomes a draft.

`assets/contribute/bibliography.js` does the same; `tests/data/bibliography_cases.yaml` has cases for both.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from generator.add import cleaning
from generator.add.bibliographies.bibtex import BibRecord, read_records
from generator.add.bibliographies.bibtex_names import read_names
from generator.add.bibliographies.record_facts import bare, read_date, read_identifiers, read_links, read_year
from generator.add.bibliographies.ris import RisRecord, read_ris_records
from generator.add.draft import Draft
from generator.entry.volume_forms import read_pages, read_volume

_NO_WORKS = frozenset(
    ("proceedings", "mvproceedings", "collection", "mvcollection", "mvbook", "periodical", "xdata", "set")
)
"""Kinds of records that only say where works are."""
_INHERITED = ("year", "date", "month", "booktitle", "journal", "journaltitle", "volume", "number", "issue")
_PLACES = ("booktitle", "journal", "journaltitle", "howpublished")
_PAGES = ("pages", "eid", "article-number", "articleno")


def read_bibtex(text: str) -> Iterator[Draft]:
    """Yield a draft for each work of `text`; a broken one has no data, and a note that says why."""
    records = list(read_records(text))
    parents = {record.key.lower(): record.fields for record in records if record.key and not record.fault}
    for record in records:
        if record.fault:
            yield _make_note_alone(record, f"cannot be read: {record.fault}")
        elif record.kind not in _NO_WORKS:
            draft = _read_bibtex(record, parents)
            yield draft if draft.data else _make_note_alone(record, "names no work: it has no title")


def _make_note_alone(record: BibRecord, reason: str) -> Draft:
    note = f"line {record.line}: the record `{record.key or record.kind}` {reason}"
    return Draft(record.key or record.kind, notes=(note,))


def read_ris(text: str) -> Iterator[Draft]:
    """Yield a draft for each work of `text`, which is in RIS."""
    for record in read_ris_records(text):
        names = [name for author in record.authors if (name := _order_name(author))]
        yield _make_draft(record, names, (), cleaning.clean_title)


def _order_name(author: str) -> str:
    last, *more = (part.strip(" ") for part in author.split(","))
    return cleaning.clean_name(" ".join([*more[:1], last, *more[1:]]))


def _read_bibtex(record: BibRecord, parents: Mapping[str, Mapping[str, str]]) -> Draft:
    fields = dict(record.fields)
    parent = parents.get(fields.get("crossref", "").strip(" ").lower(), {})
    inherited = {"booktitle": parent.get("title", ""), **parent}
    for name in _INHERITED:
        fields[name] = fields.get(name, "") or inherited.get(name, "")
    names, note = read_names(fields.get("author", ""))
    notes = (f"{record.key}: {note}",) if note else ()
    whole = BibRecord(record.kind, record.key, record.line, fields)
    return _make_draft(whole, names, notes, _clean_latex)


def _clean_latex(text: str) -> str:
    return cleaning.clean_title(text, is_latex=True)


def _make_draft(
    record: BibRecord | RisRecord, names: list[str], notes: tuple[str, ...], clean: Callable[[str], str]
) -> Draft:
    fields = {name: text for name, text in record.fields.items() if text.strip(" ")}
    data = _read_values(record.kind, fields, names, clean)
    place = next((fields[name] for name in _PLACES if name in fields and "://" not in fields[name]), "")
    year = read_year(fields)
    return Draft(
        record.key or record.kind,
        {name: value for name, value in data.items() if value},
        clean(place),
        int(year) if year else None,
        clean(fields.get("abstract", "")),
        notes,
    )


def _read_values(
    kind: str, fields: Mapping[str, str], names: list[str], clean: Callable[[str], str]
) -> dict[str, Any]:
    """Read the values of an entry's keys; those that the record lacks are empty."""
    title, subtitle = clean(fields.get("title", "")), clean(fields.get("subtitle", ""))
    identifiers = read_identifiers(fields)
    return {
        "title": f"{title}: {subtitle}" if title and subtitle else title,
        "authors": names,
        "date": read_date(fields, identifiers.get("arxiv", "")),
        **identifiers,
        "volume": read_volume(bare(fields.get("volume", ""))),
        "number": read_volume(bare(fields.get("number", "") or fields.get("issue", ""))),
        "pages": next((pages for name in _PAGES if (pages := read_pages(bare(fields.get(name, ""))))), ""),
        "links": read_links(fields, kind, identifiers),
    }
