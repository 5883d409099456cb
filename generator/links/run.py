"""One run of the link checker: ask what is due, compare, remember, and give a result for every link."""

import math
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property

from generator.catalog.catalog import Catalog
from generator.files.refusals import explain_with_file
from generator.links.answers.lines import clean_line
from generator.links.answers.verdict import UNASKED, Answer, Target, Verdict, WorkRecord, skipped
from generator.links.asking.ask import ask_services
from generator.links.asking.pacing import Clock
from generator.links.asking.service import Provider
from generator.links.compare.judging import LinkJudge
from generator.links.compare.shared import note_shared_repositories
from generator.links.gathering.recognize import is_canonical
from generator.links.http.hearing import Hearing, NothingAnswered
from generator.links.link import LinkOccurrence
from generator.links.plan import Plan, make_occurrence_key
from generator.links.providers.arxiv import NAME as ARXIV
from generator.links.providers.wayback import Wayback
from generator.links.providers.web import NAME as WEB
from generator.links.remembering.abstracts import Abstracts
from generator.links.remembering.citations import CitationCounter, observe_citations
from generator.links.remembering.link_state import LinkRecord
from generator.links.remembering.memory import Memory
from generator.links.remembering.record_update import ask_tomorrow, make_storable, update_record
from generator.links.reports.unreached import describe_silence, list_hints, list_unreached
from generator.links.result import LinkResult, RunOutcome, make_result

SAVE_EVERY = 5.0
"""Seconds of work that are lost at most when the process is killed, while the memory is small."""

SAVE_SHARE = 0.1
"""The share of a run that saving may take: a memory of a hundred thousand entries takes seconds to write."""

_SILENT = frozenset({Verdict.UNKNOWN, Verdict.UNCOMPARED})
"""Verdicts that say nothing about the entry, so what was known of it stays."""


@dataclass
class LinkRun:
    """A run over `plan`; with `strict` a link that fails twice in this run is already `dead`.

    Services without a provider are not asked, and after `seconds` no service is: the next run does the rest.
    What arXiv says of a work goes into `abstracts`, and `citations` counts them; both may be left out.
    """

    plan: Plan
    catalog: Catalog
    memory: Memory
    providers: Mapping[str, Provider]
    wayback: Wayback
    clock: Clock
    strict: bool = False
    seconds: float = math.inf
    progress: Callable[[str], None] = lambda service: None
    abstracts: Abstracts | None = None
    citations: CitationCounter | None = None
    hearing: Hearing = field(default_factory=Hearing)
    list_faulty_fields: Callable[[str], Collection[str]] = lambda entry: ()
    """Lists the fields of an entry that could not be read, so that nothing is compared with them."""
    unsaved: str = ""
    """Why what the run has learned could not be saved, when it ended."""
    _answers: dict[Target, Answer] = field(default_factory=dict)
    _links: dict[Target, list[LinkOccurrence]] = field(default_factory=lambda: defaultdict(list))
    _until: float = math.inf
    _held: list[Target] = field(default_factory=list)
    """Targets with an answer from which nothing was learned yet: perhaps nothing answers at all."""

    @cached_property
    def _judge(self) -> LinkJudge:
        return LinkJudge(self.catalog, self.providers, self.list_faulty_fields)

    def run(self) -> RunOutcome:
        """Ask, and return the results; whatever ends the run, what was learned is saved.

        Raises `NothingAnswered` where no server answered; then nothing was learned.
        """
        self._until = self.clock.monotonic() + self.seconds
        for link in self.plan.links:
            self._links[link.target].append(link)
        try:
            self._ask(self.plan.due)
            self._ask_forwarded()
            if self._has_time():
                self._find_archived_copies()
            if self.citations and self._has_time():
                known, now = self.memory.links, self.clock.now()
                observe_citations(self.plan.links, known, self.citations, now, self.memory.learn)
        finally:
            self.unsaved = self._save_all()
        results = note_shared_repositories(
            list(map(self._make_result, self.plan.links)), self.memory.links, self.catalog
        )
        unreached = list_unreached(self.plan.due, self._answers)
        return RunOutcome(tuple(results), tuple(list_hints(self._answers)), tuple(unreached), self.unsaved)

    def _ask(self, due: Mapping[str, Sequence[str]]) -> None:
        asked = {service: ids for service, ids in due.items() if service in self.providers}
        save_at = self.clock.monotonic() + SAVE_EVERY
        for target, answer in ask_services(self.providers, asked, self._count_seconds_left):
            self._answers[target] = answer
            self._held.append(target)
            if not self.hearing.is_silent:
                self._learn_held()
            self.progress(target.service)
            if self.clock.monotonic() > save_at:
                save_at = self._save()
        if self.hearing.is_silent:
            raise NothingAnswered(describe_silence(self.hearing.asked))
        self._learn_held()

    def _learn_held(self) -> None:
        for target in self._held:
            if not self._forward(target):
                self._learn(target, self._answers[target])
        self._held.clear()

    def _count_seconds_left(self) -> float:
        return self._until - self.clock.monotonic()

    def _has_time(self) -> bool:
        return self._count_seconds_left() > 0

    def _save(self) -> float:
        """Save what was learned; returns when to save again."""
        began = self.clock.monotonic()
        with suppress(OSError):  # the save at the end of the run says so
            self.memory.save()
        now = self.clock.monotonic()
        return now + max(SAVE_EVERY, (now - began) / SAVE_SHARE)

    def _save_all(self) -> str:
        """Save what was learned; returns why that was not possible, or an empty text."""
        try:
            self.memory.save()
            if self.abstracts:
                self.abstracts.save()
        except OSError as error:
            return explain_with_file(error)
        return ""

    def _forward(self, target: Target) -> Target | None:
        """Another target whose answer the verdict on `target` needs."""
        answer = self._answers[target]
        if answer.forward:
            return answer.forward
        links = self._links[target]
        if (
            answer.verdict is Verdict.DEAD
            and links
            and not any(is_canonical(link.url, target) for link in links)
        ):
            return Target(WEB, links[0].url)  # the id was guessed from an address, perhaps wrongly
        return None

    def _ask_forwarded(self) -> None:
        waiting = {target: forward for target in list(self._answers) if (forward := self._forward(target))}
        due: dict[str, list[str]] = defaultdict(list)
        for forward in dict.fromkeys(waiting.values()):
            if forward not in self._answers:
                due[forward.service].append(forward.id)
        self._ask(due)
        for target, forward in waiting.items():
            last = self._answers.get(forward, skipped(f"leads to {forward}: left for another run"))
            self._learn(target, _combine(self._answers[target], last))

    def _learn(self, target: Target, answer: Answer) -> None:
        self._answers[target] = answer
        links = self._links[target]
        if answer.skipped or not links:
            return
        before = self.memory.links.get(str(target))
        answer = make_storable(_judge_recreated(answer, before))
        self._answers[target] = answer
        if answer.verdict is Verdict.UNCOMPARED and before and self._judge.are_judged(before, links):
            self.memory.learn(str(target), ask_tomorrow(before, self.clock.now()))
            return
        if self.abstracts and target.service == ARXIV and isinstance(answer.facts, WorkRecord):
            self.abstracts.learn(target.id, answer.facts.abstract)
        record = update_record(str(target), answer, before, self.clock.now())
        entries = dict(before.entries) if before else {}
        for link in links:
            if link.entry and not (answer.verdict in _SILENT and self._judge.is_judged(before, link)):
                entries[make_occurrence_key(link)] = self._judge.judge(link, answer)
        kept = {key: value for key, value in entries.items() if key.split()[0] in self.catalog.entries}
        self.memory.learn(str(target), record.model_copy(update={"entries": dict(sorted(kept.items()))}))

    def _find_archived_copies(self) -> None:
        for target, links in list(self._links.items()):
            record = self.memory.links.get(str(target))
            if target in self._answers and record and record.verdict is Verdict.DEAD and not record.archived:
                copy = self.wayback.find_copy(links[0].url)
                self.memory.learn(str(target), record.model_copy(update={"archived": copy}))

    def _make_result(self, link: LinkOccurrence) -> LinkResult:
        record, answer = self.memory.links.get(str(link.target)), self._answers.get(link.target)
        if link.target.service == UNASKED:
            return LinkResult(
                link, Verdict.UNKNOWN, "a page of arXiv or GitHub that no service knows: not asked"
            )
        if record is None or (answer and answer.skipped and not self._judge.is_wrong(record, link)):
            return LinkResult(link, Verdict.UNKNOWN, clean_line(answer.detail if answer else "not asked"))
        # A run for a pull request may follow another one that found the link missing, twice.
        is_dead = self.strict and bool(record.failing_day)
        return make_result(link, record, record.entries.get(make_occurrence_key(link)), is_dead=is_dead)


def _combine(first: Answer, last: Answer) -> Answer:
    """The answer for a target that leads to another one, whose answer is `last`."""
    if first.verdict is Verdict.MOVED and last.verdict is Verdict.OK:
        return first
    return last


def _judge_recreated(answer: Answer, before: LinkRecord | None) -> Answer:
    """`answer`, or `wrong` if another repository has the name now: its number is another one."""
    old = before.observed.get("repository") if before else None
    new = answer.observed.get("repository")
    if not old or not new or old == new:
        return answer
    detail = (
        f"another repository has this name now (number {new}, before {old}):"
        " if it is the right one, delete its line in the state file"
    )
    return Answer(Verdict.WRONG, detail, facts=answer.facts, observed=answer.observed)
