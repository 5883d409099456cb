"""Format what is shown of an entry as Markdown: its twin's wording is here.

Plain functions, as a template takes several times as long for so many small texts.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator.entry.model import Entry, News
from generator.outputs.site.head import TWIN
from generator.outputs.site.lineage import UsedWorks, UsingWorks
from generator.outputs.site.numbers import NumberRow, NumberTable
from generator.render.markdown import escape_text, format_link

EntryFacts = Mapping[str, Any]
"""What `describe_entry` returns."""

LabeledAddress = tuple[str, str]
"""The text of a link, and its address."""


def format_entry(facts: EntryFacts, links: Iterable[LabeledAddress]) -> Iterator[str]:
    """Yield the parts of the twin, each with its heading; `links` are all links of the entry."""
    entry: Entry = facts["entry"]
    yield f"# {escape_text(entry.title)}\n\n"
    if entry.summary:
        yield f"> {escape_text(entry.summary)}\n\n"
    yield _format_items(_list_facts(entry, facts, links))
    if entry.note:
        yield f"Note: {escape_text(entry.note)}\n\n"
    yield _format_section("Model", _list_pairs(facts["model"]))
    yield _format_section("Data", _list_pairs(facts["dataset"]))
    yield _format_section("License and access", _list_licenses(facts))
    yield _format_section("Data and lineage (known so far)", map(_format_works, facts["uses"]))
    yield _format_section("Used by (known so far)", map(_format_users, facts["users"]))
    yield _format_numbers("Results reported by this work", facts["printed"], by_others=False)
    yield _format_numbers("Results reported by others", facts["measured"], by_others=True)
    yield _format_section("News", map(_format_news, entry.news))
    yield f"## Cite\n\n```bibtex\n{facts['bibtex'].strip()}\n```\n"


def _format_items(texts: Iterable[str]) -> str:
    """A list, with an empty line after it."""
    return "".join([*(f"- {text}\n" for text in texts), "\n"])


def _format_section(title: str, texts: Iterable[str]) -> str:
    items = _format_items(texts)
    return f"## {title}\n\n{items}" if items != "\n" else ""


def _list_facts(entry: Entry, facts: EntryFacts, links: Iterable[LabeledAddress]) -> Iterator[str]:
    """What the entry is and where it is, most important first."""
    if entry.name and entry.name != entry.title:
        yield f"Name: {escape_text(entry.name)}"
    if entry.aliases:
        yield f"Also known as: {_join(entry.aliases, '; ')}"
    yield f"Id: {entry.id}"
    scope = f" ({facts['scope'].lower()} work)" if facts["scope"] else ""
    yield f"Kind: {escape_text(facts['kind'])}{scope}"
    sections = (format_link(label, f"../../{address}{TWIN}") for address, label in facts["path"])
    yield f"Section: {', '.join(sections)}"
    if entry.status != "active":
        yield f"Status: {entry.status}"
    yield from _list_publication(entry, facts)
    yield from (format_link(label, address) for label, address in links)
    if facts["code_status"]:
        yield f"Code status: {escape_text(facts['code_status'].lower())}"
    for label, terms in facts["terms"]:
        yield f"{label}: {_join(term for term, _ in terms)}"
    if entry.keywords:
        yield f"Keywords: {_join(entry.keywords)}"
    yield f"Added to the list: {entry.added}"


def _list_publication(entry: Entry, facts: EntryFacts) -> Iterator[str]:
    if facts["authors"]:
        others = " and others" if facts["others"] else ""
        yield f"Authors: {_join(name for name, _ in facts['authors'])}{others}"
    if entry.date:
        yield f"Date: {entry.date}"
    if facts["venue"]:
        yield f"Published in: {escape_text(facts['venue'])}"


def _list_pairs(pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    return (escape_text(f"{label}: {value}") for label, value in pairs)


def _list_licenses(facts: EntryFacts) -> Iterator[str]:
    """The license of each part, with how to get it, and with that of the base model."""
    base = facts["base_license"]
    for part, license_ in facts["licenses"].items():
        label, url = license_.label, license_.url
        text = f"{part.capitalize()}: {format_link(label, url) if url else escape_text(label)}"
        if license_.is_named:
            text += f" ({escape_text(license_.use.lower())})"
        if part in facts["access"]:
            text += f"; access: {escape_text(facts['access'][part].label.lower())}"
        if part == "weights" and base:
            label = escape_text(base.license.label)
            text += f"; built on {_format_entry_link(base.model)} (weights: {label})"
        yield text


def _format_works(row: UsedWorks) -> str:
    works = (
        format_link(label, f"../{work}/{TWIN}") if known else escape_text(label)
        for work, label, known in row.works
    )
    return f"{row.label}: {', '.join(works)}"


def _format_users(row: UsingWorks) -> str:
    return f"{row.label}: {', '.join(map(_format_entry_link, row.entries))}"


def _format_news(news: News) -> str:
    source = f" {format_link('Source', news.url)}" if news.url else ""
    return f"{news.date}: {escape_text(news.text)}{source}"


def _format_numbers(title: str, table: NumberTable, *, by_others: bool) -> str:
    """The table of results, with the notes of all rows before it and the others after it."""
    if not table.rows:
        return ""
    shared = "".join(f"{escape_text(note)}\n\n" for note in table.shared)
    source = "Reported by" if by_others else "Source"
    head = f"| Benchmark | Setting | Model | Result | {source} |\n| --- | --- | --- | --- | --- |\n"
    rows = "".join(f"| {' | '.join(_list_cells(row, by_others=by_others))} |\n" for row in table.rows)
    notes = "".join(f"{number}. {escape_text(note)}\n" for number, note in enumerate(table.notes, 1))
    end = "\n" if notes else ""
    return f"## {title}\n\n{shared}{head}{rows}\n{notes}{end}"


def _list_cells(row: NumberRow, *, by_others: bool) -> Sequence[str]:
    result = row.result
    variant = f" {escape_text(result.variant)}" if result.variant else ""
    values = "; ".join(escape_text(f"{metric} {value}") for metric, value in row.values)
    source = f"{_format_entry_link(row.source)} " if by_others else ""
    marks = "".join(f" (note {mark})" for mark in row.marks)
    return (
        escape_text(row.benchmark),
        escape_text(result.setting or "not stated"),
        f"{escape_text(row.model)}{variant}",
        values,
        f"{source}{escape_text(result.where or '')}{marks}",
    )


def _format_entry_link(entry: Entry) -> str:
    return format_link(entry.label, f"../{entry.id}/{TWIN}")


def _join(texts: Iterable[str], separator: str = ", ") -> str:
    return separator.join(map(escape_text, texts))
