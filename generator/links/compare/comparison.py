"""Compare a link's target, by its service's answer, with the entry that links to it."""

import hashlib
import json
from collections.abc import Iterator

from generator.entry.identifiers import IDENTIFIERS
from generator.entry.model import Entry
from generator.links.answers.verdict import HubItem, RepositoryRecord, Verdict, WorkRecord
from generator.links.compare.link_case import Comparison, LinkCase
from generator.links.compare.repositories import is_related
from generator.links.compare.works import compare_work

PAPER_FIELDS = frozenset({row.field for row in IDENTIFIERS if row.is_paper} | {"links.paper", "links.pdf"})
"""The fields whose link must lead to the work itself."""

COMPARED_FIELDS = frozenset({"title", "name", "aliases", "authors", "date"})
"""The fields that a link's target is compared with."""

HUB_FIELDS = {"links.weights": ("models",), "links.data": ("datasets", "models"), "links.code": ()}
"""The kinds of Hugging Face items that a field may have; a demo may be anything."""

_HUB_NAMES = {"models": "a model", "datasets": "a dataset", "spaces": "a space"}
_FOUND = frozenset({Verdict.OK, Verdict.MOVED, Verdict.DEGRADED})


def compare_link(case: LinkCase) -> Comparison:
    """Compare the entry with the facts of the answer; without facts there is nothing to say."""
    if case.answer.verdict not in _FOUND:
        return Comparison()
    facts = case.answer.facts
    if isinstance(facts, WorkRecord) and case.link.field in PAPER_FIELDS:
        return compare_work(case, facts)
    if isinstance(facts, RepositoryRecord):
        return _compare_repository(case, facts)
    if isinstance(facts, HubItem):
        return _compare_hub_item(case, facts)
    return Comparison()


def fingerprint(entry: Entry) -> str:
    """A hash of the parts of an entry that links are compared with: it changes when one of them does."""
    compared = [
        *(entry.title, entry.name, entry.aliases, entry.authors),
        *(entry.date, entry.distinct_from),
        # Only identifiers that the entry has: a new kind of identifier changes no other entry's fingerprint.
        *((row.field, id_) for row, id_ in entry.identifiers),
        # Only with a venue is another title than that of the DOI's record an error.
        *(["venue"] if entry.doi and entry.venue else []),
    ]
    return hashlib.sha256(json.dumps(compared, ensure_ascii=False).encode()).hexdigest()[:12]


def _compare_repository(case: LinkCase, repository: RepositoryRecord) -> Comparison:
    if case.link.field != "links.code" or is_related(case.entry, repository, case.catalog):
        return Comparison()
    return Comparison(needs_readme=repository.name)


def describe_unrelated_repository(repository: str) -> str:
    """Write the hint for a repository that has nothing in common with the entry."""
    return (
        f"hint: {repository} may be another work's: its name, description and README share no word of the"
        " title, no author and no arXiv id with the entry"
    )


def _compare_hub_item(case: LinkCase, item: HubItem) -> Comparison:
    return Comparison(notes=tuple(_describe_hub_item(case, item)))


def _describe_hub_item(case: LinkCase, item: HubItem) -> Iterator[str]:
    allowed = HUB_FIELDS.get(case.link.field)
    if allowed is not None and item.kind not in allowed:
        yield f"{_HUB_NAMES[item.kind]} is under `{case.link.field.removeprefix('links.')}`"
    if (
        case.entry.arxiv
        and item.papers
        and case.entry.arxiv not in item.papers
        and case.link.field == "links.weights"
    ):
        yield f"hint: it names arXiv {', '.join(item.papers[:3])}, the entry {case.entry.arxiv}"
