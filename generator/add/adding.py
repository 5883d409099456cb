"""Add works to a list: ask the services, search for duplicates, write what is new."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.add.asking import NotFound, Services, identifier_fields
from generator.add.draft import Draft
from generator.add.issue import read_issue
from generator.add.listed import describe_duplicate
from generator.add.proposal import Proposal, propose_entry
from generator.add.sources import Source, UnknownSource, read_sources, target_of
from generator.catalog.catalog import Catalog
from generator.checking.check import check
from generator.entry.identifiers import BY_FIELD
from generator.links.providers.github import NAME as GITHUB
from generator.problems import Problem
from generator.text import normalize_name
from generator.write import write_file

OFFLINE_HINT = "--skeleton makes a file without asking any service"


@dataclass
class AddOutcome:
    """The result of adding works: the files to write, and the sources that gave none, with the reason."""

    proposals: list[Proposal] = field(default_factory=list)
    duplicates: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)


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
    new = [source for source in found if not _is_listed(source.draft, catalog, done, source)]
    if services:
        services.ask_ahead([source.target for source in new if source.target])
    for source in new:
        _add_one(source, catalog, today, services, done)
    return done


def add_from_issue(text: str, catalog: Catalog, today: str, services: Services | None) -> AddOutcome:
    """Propose a file for the work that an issue made with the form describes; its notes say what is wrong."""
    done = AddOutcome()
    given, paper = read_issue(text, catalog)
    source = Source(given, target_of(given))
    if paper:
        try:
            source = Source(given, read_sources(paper)[0].target)
        except (UnknownSource, IndexError):
            given.data.setdefault("links", {}).setdefault("paper", paper)
    if not _is_listed(given, catalog, done, source):
        _add_one(source, catalog, today, services, done)
    return done


def _is_listed(draft: Draft, catalog: Catalog, done: AddOutcome, source: Source) -> bool:
    known = {**_identified(source), **draft.data}
    sentence = describe_duplicate(known, catalog)
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
        draft = services.draft(source) if services else _skeleton(source)
    except NotFound as error:
        if not source.draft.data:
            done.failures.append(f"{error}; {OFFLINE_HINT}")
            return
        draft = source.draft
    if _is_listed(draft, catalog, done, source):
        return
    if any(_is_same(draft, other) for other in done.proposals):
        done.duplicates.append(f"{draft.source}: named twice")
        return
    taken = {*catalog.paths, *(Path(other.path).stem for other in done.proposals)}
    done.proposals.append(propose_entry(draft, catalog, taken, today))


def _is_same(draft: Draft, other: Proposal) -> bool:
    """Whether both have an identifier, or a title, that only one work has."""
    if draft.data.get("title") and normalize_name(draft.data["title"]) == normalize_name(other.title):
        return True
    return any(
        BY_FIELD[name].normalize(draft.data.get(name, "")) == id_ for name, id_ in other.identifiers.items()
    )


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
    """Write the file and return what `check` says of it. Raises FileExistsError, and never overwrites."""
    file = root / proposal.path
    if file.exists():
        raise FileExistsError(proposal.path)
    write_file(file, proposal.text)
    return check(root, [proposal.path]).problems
