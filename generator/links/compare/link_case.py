"""A link with what is compared, and the result of the comparison."""

from dataclasses import dataclass, field

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.links.answers.verdict import Answer, Verdict
from generator.links.link import LinkOccurrence


@dataclass(frozen=True, slots=True)
class Comparison:
    """The result of a comparison; `doi` is a proposal, `needs_readme` a repository whose README to read."""

    verdict: Verdict = Verdict.OK
    notes: tuple[str, ...] = ()
    suggestion: str = ""
    doi: str = ""
    needs_readme: str = ""


@dataclass(frozen=True)
class LinkCase:
    """A link of an entry, and its service's answer."""

    link: LinkOccurrence
    entry: Entry
    answer: Answer
    catalog: Catalog = field(repr=False)
