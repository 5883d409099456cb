"""The report for the issue "Candidates": Markdown by section, the best first, with what to do about each.

All that is published is sanitized later, so mentions and references to issues need no care here.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote

from generator.catalog.candidates import Candidate
from generator.catalog.catalog import Catalog
from generator.discover.notices import Notice
from generator.entry.identifiers import ARXIV
from generator.render.markdown import escape_text, format_link
from generator.settings import Settings
from generator.text import count_noun

MAX_SHOWN = 60
"""About half of what an issue can hold."""

_MAX_TITLE = 240
_MAX_AUTHORS = 3
_ITEM = re.compile(
    r"^- \[(?P<mark>[ xX])\] (?P<rest>.*<!-- candidate (?P<id>[0-9.]{9,12}) -->.*)$", re.MULTILINE
)

NOTICES = {
    "published": "Published",
    "renamed": "A new version has another title",
    "successor": "A successor",
    "dataset": "A new version of a dataset",
}


@dataclass(frozen=True)
class Report:
    """What a run found."""

    candidates: Sequence[Candidate]
    notices: Sequence[Notice] = ()
    until: str = ""
    read: int = 0
    """How many records were read."""
    settings: Settings = field(default_factory=lambda: Settings(""))

    @property
    def shown(self) -> list[Candidate]:
        """The best candidates, as many as an issue has room for."""
        return sorted(self.candidates, key=lambda one: (-one.score, one.id))[:MAX_SHOWN]


def format_report(report: Report, catalog: Catalog) -> str:
    """Return the report; one without candidates and notices has no section, so that its issue is closed."""
    parts = [_format_head(report)]
    for label, candidates in _group(report.shown, catalog):
        parts.append(f"## {escape_text(label)}")
        parts.append("\n".join(_format_candidate(one, catalog, report.settings) for one in candidates))
    if report.notices:
        parts += ["## Listed works", "\n".join(_format_notices(report.notices, catalog))]
    return "\n\n".join(parts) + "\n"


def _format_head(report: Report) -> str:
    found = count_noun(len(report.candidates), "candidate")
    if len(report.candidates) > MAX_SHOWN:
        found += f" (the best {MAX_SHOWN} are here)"
    read = (
        f"{count_noun(report.read, 'record')} read until {report.until}" if report.until else "no record read"
    )
    example = report.candidates[0].id if report.candidates else "2210.10163"
    return (
        f"{found}, {read}. The percentage is the share of works with such words that the list has. "
        f"A maintainer's comment with a line `/add {example}` makes the pull request of the entry; "
        f"`/decline {example} off-topic` hides the work for good. Tick what you have read; ticks are kept."
    )


def _group(candidates: Sequence[Candidate], catalog: Catalog) -> Iterator[tuple[str, list[Candidate]]]:
    """Yield the sections with their candidates, which are in order, the best first."""
    groups: dict[str, list[Candidate]] = {}
    for one in candidates:
        groups.setdefault(one.section, []).append(one)
    for section, members in groups.items():
        yield catalog.label("sections", section) if section else "Without a section", members


def _format_candidate(one: Candidate, catalog: Catalog, settings: Settings) -> str:
    title = format_link(clean(one.title, _MAX_TITLE), ARXIV.address.format(one.id))
    lines = [f"- [ ] {title} <!-- candidate {one.id} -->", f"  {_format_facts(one)}"]
    if why := _format_reasons(one, catalog, settings):
        lines.append(f"  {why}")
    terms = [catalog.label("tasks", slug) for slug in one.tasks]
    terms += [catalog.label("modalities", slug) for slug in one.modalities]
    if terms:
        lines.append(f"  Terms: {escape_text(', '.join(terms))}")
    lines.append(f"  {_format_actions(one, settings)}")
    return "\\\n".join(lines)


def _format_facts(one: Candidate) -> str:
    names = ", ".join([*one.authors[:_MAX_AUTHORS], *(["et al."] if len(one.authors) > _MAX_AUTHORS else [])])
    facts = [escape_text(clean(text, 200)) for text in (names, one.date, one.venue) if text]
    if one.code.startswith("https://github.com/"):
        facts.append(format_link("code", one.code))
    return " · ".join([*facts, f"{min(round(100 * one.score), 99)} %"])


def _format_reasons(one: Candidate, catalog: Catalog, settings: Settings) -> str:
    words = ", ".join(escape_text(clean(word, 60)) for word in one.words)
    entries = [catalog.entries[id_] for id_ in one.nearest if id_ in catalog.entries]
    base = settings.site_url
    labels = [
        format_link(entry.label, f"{base}/papers/{entry.id}/") if base else escape_text(entry.label)
        for entry in entries
    ]
    parts = [f"Why: {words}" if words else "", f"Like {', '.join(labels)}" if labels else ""]
    return ". ".join(filter(None, parts))


def _format_actions(one: Candidate, settings: Settings) -> str:
    actions = [f"`/add {one.id}`", f"`/decline {one.id} off-topic`"]
    if settings.site_url:
        actions.append(
            format_link("fill in the form", f"{settings.site_url}/contribute/?paper={quote(one.id)}")
        )
    return " · ".join(actions)


def _format_notices(notices: Sequence[Notice], catalog: Catalog) -> Iterator[str]:
    for notice in notices:
        label = escape_text(catalog.work_label(notice.entry))
        record = format_link(notice.id, ARXIV.address.format(notice.id))
        yield f"- {NOTICES[notice.kind]}: {label}, {record}: {escape_text(clean(notice.text, _MAX_TITLE))}"


def clean(text: str, limit: int) -> str:
    """Return `text` on one line without control characters, cut after `limit`."""
    line = " ".join("".join(char if char.isprintable() else " " for char in text[: 2 * limit]).split())
    return line if len(line) <= limit else f"{line[: limit - 1]}…"


def keep_ticks(text: str, before: str) -> str:
    """Return the report `text` with the items ticked that are ticked in `before`, its earlier form."""
    ticked = {match["id"] for match in _ITEM.finditer(before.replace("\r\n", "\n")) if match["mark"] != " "}

    def tick(match: re.Match[str]) -> str:
        return f"- [x] {match['rest']}" if match["id"] in ticked else match[0]

    return _ITEM.sub(tick, text)
