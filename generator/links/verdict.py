"""What is asked about a link and what can be said of it: targets, answers and the closed set of verdicts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

Observations = Mapping[str, Any]


class Verdict(StrEnum):
    """What is known of a link; there are no others."""

    OK = "ok"
    MOVED = "moved"
    WRONG = "wrong"
    DEGRADED = "degraded"
    UNKNOWN = "unknown"
    DEAD = "dead"


FAILING_VERDICTS = frozenset({Verdict.WRONG, Verdict.DEAD})
"""The verdicts that fail a run; what could not be told never does."""


UNASKED = "unasked"
"""In place of a service: pages that no service knows and that are never requested."""


@dataclass(frozen=True, order=True, slots=True)
class Target:
    """One thing that a service can be asked about: `service` is the name of a `LinkService`."""

    service: str
    id: str

    def __str__(self) -> str:
        return f"{self.service}:{self.id}"


@dataclass(frozen=True, slots=True)
class WorkRecord:
    """What a registry says of a work; `doi` and `journal` say where it was published."""

    title: str = ""
    authors: tuple[str, ...] = ()
    date: str = ""
    doi: str = ""
    journal: str = ""
    comment: str = field(default="", compare=False)
    abstract: str = field(default="", compare=False)
    """Comment and abstract are read for the addresses and terms of a new entry, and compared with nothing."""


@dataclass(frozen=True, slots=True)
class RepositoryRecord:
    """What a code host says of a repository; `number` stays when the name changes."""

    name: str
    description: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class HubItem:
    """What Hugging Face says of a model, data set or space; `papers` are arXiv ids."""

    kind: str
    papers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What a service said of one target, before it is compared with any entry.

    `moved_to` is the new address; `forward` is another target that must be asked instead;
    `skipped` marks what was not asked at all.
    """

    verdict: Verdict
    detail: str = ""
    moved_to: str = ""
    facts: WorkRecord | RepositoryRecord | HubItem | None = None
    observed: Observations = field(default_factory=dict)
    forward: Target | None = None
    skipped: bool = False


def ok(facts: WorkRecord | RepositoryRecord | HubItem | None = None, **observed: Any) -> Answer:
    """The target is there."""
    return Answer(Verdict.OK, facts=facts, observed=observed)


def unknown(detail: str) -> Answer:
    """It could not be told."""
    return Answer(Verdict.UNKNOWN, detail)


def skipped(detail: str) -> Answer:
    """It was not asked, and that is no fault of the target."""
    return Answer(Verdict.UNKNOWN, detail, skipped=True)


def dead(detail: str) -> Answer:
    """Two looks in this run found nothing."""
    return Answer(Verdict.DEAD, detail)
