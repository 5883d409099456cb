"""What services said of an entry's works, code and weights, each with the day."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.entry.model import Entry
from generator.links.gathering.gather import gather_entry_links
from generator.links.link import LinkOccurrence
from generator.links.remembering.citations import COUNT, DAY
from generator.links.remembering.link_state import LinkRecord, LinkState

_Records = list[tuple[str, LinkRecord]]
"""The field of each link of an entry, with what is known of its target."""


@dataclass(frozen=True, slots=True)
class ObservedKind:
    """A kind of fact: its label, the links it is read from, and how those of several links are joined."""

    name: str
    label: str
    field: str
    """Stars of another repository than that of the code say nothing about the work; empty for any link."""
    type: type
    join: Callable[[Iterable[Any]], Any] = max


OBSERVED_KINDS = (
    ObservedKind(COUNT, "Citations", "", int),
    ObservedKind("stars", "Stars", "links.code", int),
    ObservedKind("downloads", "Downloads in 30 days", "links.weights", int, sum),
    ObservedKind("likes", "Likes", "links.weights", int, sum),
    ObservedKind("pushed", "Last push", "links.code", str),
    ObservedKind("archived", "Code archived", "links.code", bool),
    ObservedKind("checked", "Links checked", "", bool),
)
"""All kinds, in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class ObservedFact:
    """What services said on `day` (YYYY-MM-DD); `value` is a count or a day."""

    kind: ObservedKind
    value: int | str
    day: str

    @property
    def text(self) -> str:
        """The value for a reader: counts with separators; empty where the label says all."""
        if isinstance(self.value, bool):
            return ""
        return f"{self.value:,}" if isinstance(self.value, int) else self.value

    @property
    def labeled(self) -> str:
        """The fact as a card shows it: `Stars 1,234`."""
        return f"{self.kind.label} {self.text}".rstrip()


def list_observed_facts(entry: Entry, state: LinkState) -> dict[str, ObservedFact]:
    """List what the memory holds about `entry`, by name, in the order in which it is shown."""
    return list_facts_of_links(gather_entry_links(entry, ""), state) if state.links else {}


def list_facts_of_links(links: Iterable[LinkOccurrence], state: LinkState) -> dict[str, ObservedFact]:
    """List what the memory holds about `links`, those of one entry, by name."""
    targets = dict.fromkeys((link.field, str(link.target)) for link in links)
    records = [(field, state.links[target]) for field, target in targets if target in state.links]
    return {kind.name: fact for kind in OBSERVED_KINDS if (fact := _find(kind, records))}


def find_gated_parts(links: Iterable[LinkOccurrence], state: LinkState) -> dict[str, str]:
    """Find the parts whose `links`, those of one entry, are all gated, each with the earliest day."""
    days: dict[str, list[str]] = {}
    for link in links:
        record = state.links.get(str(link.target))
        day = record.checked[:10] if record and record.observed.get("gated") is True else ""
        days.setdefault(link.field.removeprefix("links."), []).append(day)
    return {part: min(found) for part, found in days.items() if all(found)}


def group_by_day(facts: Iterable[ObservedFact]) -> dict[str, list[ObservedFact]]:
    """Group `facts` by the day, the earliest first."""
    days: dict[str, list[ObservedFact]] = {}
    for fact in sorted(facts, key=lambda fact: fact.day):
        days.setdefault(fact.day, []).append(fact)
    return days


def _find(kind: ObservedKind, records: _Records) -> ObservedFact | None:
    seen = list(_list_values(kind, records))
    if not seen:
        return None
    return ObservedFact(kind, kind.join(value for value, _ in seen), min(day for _, day in seen))


def _list_values(kind: ObservedKind, records: _Records) -> Iterator[tuple[Any, str]]:
    """The values of the right type, each with its day; what is not so, or not known, is no value."""
    for field, record in records:
        value = kind.name == "checked" or record.observed.get(kind.name)
        if kind.field in ("", field) and type(value) is kind.type and value is not False and value != "":
            yield value, record.observed.get(DAY if kind.name == COUNT else "", record.checked[:10])
