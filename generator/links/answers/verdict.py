"""What services are asked and what they can answer: targets, answers and the verdicts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from generator.entry.people import PersonName
from generator.links.answers.retraction import find_retraction

Observations = Mapping[str, Any]


class Verdict(StrEnum):
    """The state of a link; there are no other verdicts."""

    OK = "ok"
    MOVED = "moved"
    WRONG = "wrong"
    DEGRADED = "degraded"
    UNCOMPARED = "not compared"
    """It exists, but what it is could not be compared with the entry now."""
    UNKNOWN = "unknown"
    DEAD = "dead"


FAILING_VERDICTS = frozenset({Verdict.WRONG, Verdict.DEAD})
"""The verdicts that fail a run; `unknown` and `not compared` never do."""


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
    people: tuple[PersonName, ...] = ()
    """The authors, with the parts of their names as the registry keeps them; a group is `literal`."""
    date: str = ""
    doi: str = ""
    journal: str = ""
    other_titles: tuple[str, ...] = ()
    """More forms of the title, such as the one without its subtitle."""
    volume: str = ""
    number: str = ""
    pages: str = ""
    """Pages or an article number, as the registry writes them."""
    preprints: tuple[str, ...] = ()
    """Identifiers of earlier versions, as the registry writes them."""
    comment: str = field(default="", compare=False)
    abstract: str = field(default="", compare=False)
    """Comment and abstract are read for a new entry's links and terms; nothing is compared with them."""

    @property
    def authors(self) -> tuple[str, ...]:
        """The names of the authors, given name first."""
        return tuple(person.natural for person in self.people)

    @property
    def groups(self) -> tuple[str, ...]:
        """Those of the authors that are groups."""
        return tuple(person.natural for person in self.people if person.literal)


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


def answer_for_work(record: WorkRecord, retraction: str = "") -> Answer:
    """The work exists; `retraction` says what became of it, else its title may (`RETRACTED: X`)."""
    state = retraction or find_retraction(record.title)
    if not state:
        return ok(record)
    kind = "withdrawn" if state == "withdrawn" else "retracted"
    return Answer(Verdict.DEGRADED, state, facts=record, observed={kind: True})


def uncompared(detail: str) -> Answer:
    """The target exists, but nothing came that could be compared with an entry."""
    return Answer(Verdict.UNCOMPARED, detail)


def unknown(detail: str) -> Answer:
    """The service gave no usable answer."""
    return Answer(Verdict.UNKNOWN, detail)


def skipped(detail: str) -> Answer:
    """The service was not asked, so nothing is known about the target."""
    return Answer(Verdict.UNKNOWN, detail, skipped=True)


def dead(detail: str) -> Answer:
    """The target was not found in two attempts of this run."""
    return Answer(Verdict.DEAD, detail)
