"""Judge whether a link leads to the work of its entry, and tell which links were judged before."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from generator.catalog.catalog import Catalog
from generator.links.answers.lines import clean_line
from generator.links.answers.verdict import Answer, Verdict
from generator.links.asking.service import Provider
from generator.links.compare.comparison import (
    COMPARED_FIELDS,
    compare_link,
    describe_unrelated_repository,
    fingerprint,
)
from generator.links.compare.link_case import Comparison, LinkCase
from generator.links.compare.repositories import readme_mentions
from generator.links.link import LinkOccurrence
from generator.links.plan import make_occurrence_key
from generator.links.providers.github import NAME as GITHUB
from generator.links.providers.github import Github
from generator.links.remembering.link_state import LinkJudgment, LinkRecord

MAX_READMES = 40
"""How many READMEs one run reads; each is a request of its own."""


@dataclass
class LinkJudge:
    """Compares the links of one run with their entries."""

    catalog: Catalog
    providers: Mapping[str, Provider]
    list_faulty_fields: Callable[[str], Collection[str]]
    """Lists the fields of an entry that could not be read, so that nothing is compared with them."""
    _readmes_left: int = MAX_READMES

    def judge(self, link: LinkOccurrence, answer: Answer) -> LinkJudgment:
        """Compare the entry of `link` with what a service answered."""
        entry = self.catalog.entries[link.entry]
        faulty = sorted(COMPARED_FIELDS.intersection(self.list_faulty_fields(entry.id)))
        if faulty and answer.facts:
            detail = f"the entry has an error in `{'`, `'.join(faulty)}`"
            return LinkJudgment(print=fingerprint(entry), verdict=Verdict.UNCOMPARED, detail=detail)
        comparison = compare_link(LinkCase(link, entry, answer, self.catalog))
        if comparison.needs_readme:
            comparison = self._compare_readme(link, comparison)
        verdict = answer.verdict if answer.verdict is Verdict.WRONG else comparison.verdict
        notes = (answer.detail, *comparison.notes) if answer.verdict is Verdict.WRONG else comparison.notes
        return LinkJudgment(
            print=fingerprint(entry),
            verdict=verdict,
            detail=clean_line("; ".join(notes)),
            suggestion=clean_line(comparison.suggestion),
            doi=clean_line(comparison.doi),
        )

    def is_judged(self, record: LinkRecord | None, link: LinkOccurrence) -> bool:
        """Whether `link` was compared before, with its entry as it is now."""
        if not link.entry:
            return True
        judged = record.entries.get(make_occurrence_key(link)) if record else None
        return judged is not None and judged.print == fingerprint(self.catalog.entries[link.entry])

    def are_judged(self, record: LinkRecord, links: Sequence[LinkOccurrence]) -> bool:
        """Whether the target of `links` was found before, and each of them was judged."""
        is_found = record.verdict in (Verdict.OK, Verdict.MOVED, Verdict.DEGRADED)
        return is_found and all(self.is_judged(record, link) for link in links)

    def is_wrong(self, record: LinkRecord, link: LinkOccurrence) -> bool:
        """Whether the link was found to be wrong before, and its entry is still the same."""
        judged = record.entries.get(make_occurrence_key(link))
        return judged is not None and judged.verdict is Verdict.WRONG and self.is_judged(record, link)

    def _compare_readme(self, link: LinkOccurrence, comparison: Comparison) -> Comparison:
        """Compare the entry with the README of a repository whose name and description are unrelated."""
        provider = self.providers.get(GITHUB)
        if not isinstance(provider, Github) or not self._readmes_left:
            return Comparison()
        self._readmes_left -= 1
        readme = provider.readme(comparison.needs_readme)
        if readme is None or readme_mentions(self.catalog.entries[link.entry], readme):
            return Comparison()
        return Comparison(notes=(describe_unrelated_repository(comparison.needs_readme),))
