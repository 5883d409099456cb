"""What services are asked and what they can answer: targets, answers and the six verdicts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

Observations = Mapping[str, Any]


class Verdict(StrEnum):
    """The state of a link; there are no other verdicts."""

    OK = "ok"
    MOVED = "moved"
    WRONG = "wrong"
    DEGRADED = "degraded"
    UNKNOWN = "unknown"
    DEAD = "dead"


FAILING_VERDICTS = frozenset({Verdict.WRONG, Verdict.DEAD})
"""The verdicts that fail a run; `unknown` never does."""


UNASKED = "unasked"
"""In place of a service: for pages of arXiv or GitHub that hold no id and are never requested."""


@dataclass(frozen=True, order=True, slots=True)
class Target:
    """A thing that a service can be asked about: `service` is the name of a `LinkService`.

    >>> str(Target("arxiv", "2210.10163"))
    'arxiv:2210.10163'
    """

    service: str
    id: str

    def __str__(self) -> str:
        return f"{self.service}:{self.id}"


@dataclass(frozen=True, slots=True)
class WorkRecord:
    """A registry's record of a work; `doi` and `journal` say where it was published."""

    title: str = ""
    authors: tuple[str, ...] = ()
    date: str = ""
    doi: str = ""
    journal: str = ""
    other_titles: tuple[str, ...] = ()
    """More forms of the title, such as the one without its subtitle."""
    groups: tuple[str, ...] = ()
    """Those of the authors that are groups."""
    volume: str = ""
    number: str = ""
    pages: str = ""
    """Pages or an article number, as the registry writes them."""
    preprints: tuple[str, ...] = ()
    """Identifiers of earlier versions, as the registry writes them."""
    comment: str = field(default="", compare=False)
    abstract: str = field(default="", compare=False)
    """Comment and abstract are read for a new entry's links and terms; nothing is compared with them."""


@dataclass(frozen=True, slots=True)
class RepositoryRecord:
    """A code host's record of a repository; `number` stays when the name changes."""

    name: str
    description: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class HubItem:
    """Hugging Face's record of a model, dataset or space; `papers` are arXiv ids."""

    kind: str
    papers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """A service's answer for one target, before it is compared with any entry.

    `moved_to` is the new address; `forward` is another target to ask instead;
    `skipped` means that the service was not asked at all.
    """

    verdict: Verdict
    detail: str = ""
    moved_to: str = ""
    facts: WorkRecord | RepositoryRecord | HubItem | None = None
    observed: Observations = field(default_factory=dict)
    forward: Target | None = None
    skipped: bool = False


def ok(facts: WorkRecord | RepositoryRecord | HubItem | None = None, **observed: Any) -> Answer:
    """The target exists."""
    return Answer(Verdict.OK, facts=facts, observed=observed)


def unknown(detail: str) -> Answer:
    """The service gave no usable answer."""
    return Answer(Verdict.UNKNOWN, detail)


def skipped(detail: str) -> Answer:
    """The service was not asked, so nothing is known about the target."""
    return Answer(Verdict.UNKNOWN, detail, skipped=True)


def dead(detail: str) -> Answer:
    """The target was not found in two attempts of this run."""
    return Answer(Verdict.DEAD, detail)
