"""Add works to a list: ask the services, search for duplicates, write what is new."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.add.asking.completing import complete_draft
from generator.add.asking.not_found import NotFound
from generator.add.asking.services import Services
from generator.add.draft import Draft
from generator.add.drafting.proposal import Proposal, propose_entry
from generator.add.issue_form.issue import read_issue
from generator.add.issue_form.paper import name_paper
from generator.add.listed import describe_duplicate, describe_listed_code
from generator.add.registries.preferring import OtherWork
from generator.add.skeleton import list_identifiers, make_skeleton, make_without_facts
from generator.add.sources import Source, UnknownSource, find_sources, read_sources, read_title
from generator.catalog.catalog import Catalog
from generator.checking.check import check
from generator.entry.identifiers import BY_FIELD
from generator.entry.naming import is_entry_path
from generator.files.project import ProjectFileError, find_inside, write_inside
from generator.links.providers.github import NAME as GITHUB
from generator.problems import Problem
from generator.text import normalize_name, quoted

MAX_NAMED = 10
"""Most works that one text may name."""

OFFLINE_HINT = "--skeleton makes a file without asking any service"


@dataclass
class AddOutcome:
    """The result of adding works: the files to write, and the sources that gave none, with the reason."""

    proposals: list[Proposal] = field(default_factory=list)
    duplicates: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    """What a person should know of works that gave no file."""
    unanswered: list[str] = field(default_factory=list)
    """Which services gave no answer about which works: a later run may know more."""


def add_works(
    arguments: Sequence[str], catalog: Catalog, today: str, services: Services | None
) -> AddOutcome:
    """Propose a file for each work that `arguments` name and the list lacks.

    The `services` are asked about each work; without them a file holds only what its source says.
    """
    adding = _Adding(catalog, today, services)
    found: list[Source] = []
    for argument in arguments:
        try:
            found += read_sources(argument)
        except UnknownSource as error:
            adding.done.failures.append(str(error))
    adding.add_all(found)
    return adding.done


def add_named(
    text: str, catalog: Catalog, today: str, services: Services | None, *, may_be_title: bool = False
) -> AddOutcome:
    """Propose a file for each work that `text`, written by anybody, names; it cannot name files to read.

    Where it `may_be_title` and names nothing else, the services are asked for a work with that title.
    """
    adding = _Adding(catalog, today, services)
    titles = [read_title(text)] if may_be_title and services else []
    found = find_sources(text) or [title for title in titles if title]
    if not found:
        reason = "no arXiv id, DOI, repository or title is named: write one, such as 2210.10163"
        adding.done.failures.append(reason)
    if len(found) > MAX_NAMED:
        more = f"only the first {MAX_NAMED} works were taken: name the others in one more comment"
        adding.done.failures.append(more)
    adding.add_all(found[:MAX_NAMED])
    return adding.done


def add_from_issue(
    text: str, catalog: Catalog, today: str, services: Services | None, *, paper: str = ""
) -> AddOutcome:
    """Propose a file for the work that an issue made with the form describes; its notes say what is wrong.

    With `paper`, this identifier or address is in place of the one in the issue.
    """
    adding = _Adding(catalog, today, services)
    given, answer = read_issue(text, catalog)
    source, notes = name_paper(given, paper or answer)
    given = replace(source.draft, notes=(*notes, *given.notes))
    if adding.is_listed(given, source):
        adding.done.notes += given.notes
    else:
        adding.add(replace(source, draft=given))
    return adding.done


@dataclass
class _Adding:
    """Works that are added to one list, one after the other."""

    catalog: Catalog
    today: str
    services: Services | None
    done: AddOutcome = field(default_factory=AddOutcome)
    _known: set[tuple[str, str]] = field(default_factory=set)
    """What only one work has, of the works that are proposed: identifiers by field, titles, ids."""

    def add_all(self, found: Sequence[Source]) -> None:
        new = [source for source in found if not self.is_listed(source.draft, source)]
        if self.services:
            self.services.ask_ahead([source.target for source in new if source.target])
        for source in new:
            self.add(source)

    def add(self, source: Source) -> None:
        draft = self._complete(source)
        if not draft or self.is_listed(draft, source):
            return
        if self._known & _list_marks(draft):
            self.done.duplicates.append(f"{draft.source}: named twice")
            return
        self._propose(draft)

    def is_listed(self, draft: Draft, source: Source) -> bool:
        """Whether the list has the work already; then a sentence says where."""
        sentence = describe_duplicate({**list_identifiers(source), **draft.data}, self.catalog)
        if not sentence and source.target and source.target.service == GITHUB:
            sentence = describe_listed_code(source.target.id, self.catalog)
        if sentence:
            self.done.duplicates.append(f"{draft.source}: {sentence}")
        return sentence is not None

    def _complete(self, source: Source) -> Draft | None:
        """Complete the draft of `source`, or say why nothing can be made of it."""
        given = source.draft
        if not given.data and not source.target:
            reason = "; ".join(given.notes) or "this record cannot be read"
            self.done.failures.append(f"{given.source}: {reason}")
            return None
        try:
            return complete_draft(source, self.services) if self.services else make_skeleton(source)
        except OtherWork as error:
            self._fail(f"{given.source}: {error}", source)
            return None
        except NotFound as error:
            if error.may_change:
                self.done.unanswered.append(str(error))
            if not given.data or (source.is_title and given.data.keys() == {"title"}):
                self._fail(f"{error}; {OFFLINE_HINT}", source)
                return None
            return make_without_facts(source, error)

    def _fail(self, reason: str, source: Source) -> None:
        self.done.failures.append(reason)
        self.done.notes += source.draft.notes

    def _propose(self, draft: Draft) -> None:
        taken = {*self.catalog.paths, *(mark for kind, mark in self._known if kind == "id")}
        proposal = propose_entry(draft, self.catalog, taken, self.today)
        self._known |= {("id", Path(proposal.path).stem), ("title", normalize_name(proposal.title))}
        self._known |= {*proposal.identifiers.items()} - {("title", "")}
        self.done.proposals.append(proposal)


def _list_marks(draft: Draft) -> set[tuple[str, str]]:
    """What only one work has: its identifiers and its title, as they are compared."""
    marks = {(name, BY_FIELD[name].normalize(draft.data[name])) for name in BY_FIELD if draft.data.get(name)}
    return (marks | {("title", normalize_name(draft.data.get("title") or ""))}) - {("title", "")}


def save_proposal(root: Path, proposal: Proposal) -> list[Problem]:
    """Write the file and return what `check` says of it; nothing is ever overwritten.

    Raises ProjectFileError for a path where something is, and for one that is not one of an entry.
    """
    if not is_entry_path(proposal.path):
        raise ProjectFileError(f"{quoted(proposal.path)} is not the path of an entry: nothing was written")
    if find_inside(root, proposal.path).exists():
        raise ProjectFileError(f"{quoted(proposal.path)} is there already: move it away, then add the work")
    write_inside(root, proposal.path, proposal.text)
    return check(root, [proposal.path]).problems
