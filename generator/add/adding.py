"""Add works to a list: ask the services, search for duplicates, write what is new."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.add.asking.by_identifier import without_identifier
from generator.add.asking.completing import complete_draft
from generator.add.asking.not_found import NotFound, describe_missing
from generator.add.asking.services import Services
from generator.add.draft import Draft
from generator.add.drafting.proposal import Proposal, propose_entry
from generator.add.issue_form.issue import read_issue
from generator.add.listed import describe_duplicate, describe_listed_code
from generator.add.registries.preferring import OtherWork
from generator.add.registries.record_draft import identifier_fields
from generator.add.sources import Source, UnknownSource, find_sources, read_sources, read_title, target_of
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

_ADDRESS = re.compile(r"https?://[^\s<>\"'{}|\\^`\])]+")

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
    known: set[tuple[str, str]] = field(default_factory=set)
    """What only one work has, of the works that are proposed: identifiers by field, titles, ids."""


def add_works(
    arguments: Sequence[str], catalog: Catalog, today: str, services: Services | None
) -> AddOutcome:
    """Propose a file for each work that `arguments` name and the list lacks.

    The `services` are asked about each work; without them a file holds only what its source says.
    """
    done = AddOutcome()
    found: list[Source] = []
    for argument in arguments:
        try:
            found += read_sources(argument)
        except UnknownSource as error:
            done.failures.append(str(error))
    _add_sources(found, catalog, today, services, done)
    return done


def add_named(
    text: str, catalog: Catalog, today: str, services: Services | None, *, may_be_title: bool = False
) -> AddOutcome:
    """Propose a file for each work that `text`, written by anybody, names; it cannot name files to read.

    Where it `may_be_title` and names nothing else, the services are asked for a work with that title.
    """
    done = AddOutcome()
    titles = [read_title(text)] if may_be_title and services else []
    found = find_sources(text) or [title for title in titles if title]
    if not found:
        done.failures.append("no arXiv id, DOI, repository or title is named: write one, such as 2210.10163")
    if len(found) > MAX_NAMED:
        more = f"only the first {MAX_NAMED} works were taken: name the others in one more comment"
        done.failures.append(more)
    _add_sources(found[:MAX_NAMED], catalog, today, services, done)
    return done


def _add_sources(
    found: Sequence[Source], catalog: Catalog, today: str, services: Services | None, done: AddOutcome
) -> None:
    new = [source for source in found if not _is_listed(source.draft, catalog, done, source)]
    if services:
        services.ask_ahead([source.target for source in new if source.target])
    for source in new:
        _add_one(source, catalog, today, services, done)


def add_from_issue(
    text: str, catalog: Catalog, today: str, services: Services | None, *, paper: str = ""
) -> AddOutcome:
    """Propose a file for the work that an issue made with the form describes; its notes say what is wrong.

    With `paper`, this identifier or address is in place of the one in the issue.
    """
    done = AddOutcome()
    given, answer = read_issue(text, catalog)
    source, notes = _name_paper(given, paper or answer)
    given = replace(source.draft, notes=(*notes, *given.notes))
    if _is_listed(given, catalog, done, source):
        done.notes += given.notes
    else:
        _add_one(replace(source, draft=given), catalog, today, services, done)
    return done


def _name_paper(given: Draft, paper: str) -> tuple[Source, list[str]]:
    """Join the answers with the work that the answer `paper` names; the notes say what was understood."""
    if not paper:
        target = target_of(given)
        return Source(given, target, is_title=not target and "title" in given.data), []
    found = find_sources(paper)
    if found:
        named = [str(source.target or next(iter(source.draft.data.values()))) for source in found]
        notes = [f"more than one work is named, and {named[0]} was taken"] if len(named) > 1 else []
        return Source(given.completed(Draft(given.source, found[0].draft.data)), found[0].target), notes
    if address := _ADDRESS.search(paper):
        links = {"paper": address[0].rstrip(".,;:!?"), **given.data.get("links", {})}
        return Source(replace(given, data={**given.data, "links": links})), []
    if (title := read_title(paper)) and "title" not in given.data:
        return Source(replace(given, data={**given.data, **title.draft.data}), is_title=True), []
    return Source(given), [f"“{paper[:120]}” is no arXiv id, DOI or address: correct it"]


def _is_listed(draft: Draft, catalog: Catalog, done: AddOutcome, source: Source) -> bool:
    known = {**_identified(source), **draft.data}
    sentence = describe_duplicate(known, catalog)
    if not sentence and source.target and source.target.service == GITHUB:
        sentence = describe_listed_code(source.target.id, catalog)
    if sentence:
        done.duplicates.append(f"{draft.source}: {sentence}")
    return sentence is not None


def _add_one(
    source: Source, catalog: Catalog, today: str, services: Services | None, done: AddOutcome
) -> None:
    if not source.draft.data and not source.target:
        reason = "; ".join(source.draft.notes) or "this record cannot be read"
        done.failures.append(f"{source.draft.source}: {reason}")
        return
    try:
        draft = complete_draft(source, services) if services else _skeleton(source)
    except OtherWork as error:
        done.failures.append(f"{source.draft.source}: {error}")
        done.notes += source.draft.notes
        return
    except NotFound as error:
        if error.may_change:
            done.unanswered.append(str(error))
        if not source.draft.data or (source.is_title and source.draft.data.keys() == {"title"}):
            done.failures.append(f"{error}; {OFFLINE_HINT}")
            done.notes += source.draft.notes
            return
        draft = _without_facts(source, error)
    if _is_listed(draft, catalog, done, source):
        return
    if done.known & _list_marks(draft):
        done.duplicates.append(f"{draft.source}: named twice")
        return
    taken = {*catalog.paths, *(mark for kind, mark in done.known if kind == "id")}
    proposal = propose_entry(draft, catalog, taken, today)
    done.known |= {("id", Path(proposal.path).stem), ("title", normalize_name(proposal.title))}
    done.known |= {*proposal.identifiers.items()} - {("title", "")}
    done.proposals.append(proposal)


def _list_marks(draft: Draft) -> set[tuple[str, str]]:
    """What only one work has: its identifiers and its title, as they are compared."""
    marks = {(name, BY_FIELD[name].normalize(draft.data[name])) for name in BY_FIELD if draft.data.get(name)}
    return (marks | {("title", normalize_name(draft.data.get("title") or ""))}) - {("title", "")}


def _without_facts(source: Source, error: NotFound) -> Draft:
    """What the source says by itself, without an identifier that does not exist."""
    known = source.draft if error.is_wrong else _skeleton(source)
    if error.is_wrong and source.target:
        known = without_identifier(known, source.target)
    return replace(known, notes=(describe_missing(error), *known.notes))


def _skeleton(source: Source) -> Draft:
    """Make a draft from the identifier alone: an arXiv id holds the month of its first version."""
    data = {**source.draft.data, **_identified(source)}
    if source.target and source.target.service == GITHUB:
        data["links"] = {"code": f"https://github.com/{'/'.join(source.target.id.split('/')[:2])}"}
    arxiv = data.get("arxiv", "")
    if "date" not in data and arxiv[:4].isdigit():
        data["date"] = f"20{arxiv[:2]}-{arxiv[2:4]}"
    return replace(source.draft, data=data)


def _identified(source: Source) -> dict[str, str]:
    """The identifier that the source names, by its field."""
    return identifier_fields(source.target) if source.target else {}


def save_proposal(root: Path, proposal: Proposal) -> list[Problem]:
    """Write the file and return what `check` says of it. Raises FileExistsError, and never overwrites.

    Raises ProjectFileError for a path that is not one of an entry.
    """
    if not is_entry_path(proposal.path):
        raise ProjectFileError(f"{quoted(proposal.path)} is not the path of an entry: nothing was written")
    if find_inside(root, proposal.path).exists():
        raise FileExistsError(proposal.path)
    write_inside(root, proposal.path, proposal.text)
    return check(root, [proposal.path]).problems
