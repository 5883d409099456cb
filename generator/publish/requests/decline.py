"""Propose what maintainers decline in comments such as `/decline 2601.01234 off-topic`: one pull request."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from generator.catalog.declined import DECLINED_PATH, DeclinedWork, find_reason_error, read_declined
from generator.entry.identifiers import ARXIV, DOI
from generator.files.project import read_inside, write_inside
from generator.problems import Problem
from generator.publish.github.api import GithubRepository, PublishError
from generator.publish.github.comment import write_comment
from generator.publish.github.escaping import clean_text, escape_sentence
from generator.publish.github.pullrequest import ProposedChange, open_pull_request
from generator.publish.requests.issue_request import find_commands, is_trusted, read_comment
from generator.text import quoted
from generator.yamlfiles.reading import Document, parse_document, read_document

COMMAND = "/decline"
BRANCH = "bot/declined"
READ_DAYS = 30
"""How many days of decisions the pull request has, so that runs that overlap lose nothing."""

_HEAD = "# Works that a maintainer declined: `medvlm discover` proposes them no more.\n"


@dataclass
class Decisions:
    """What comments decline, by id, and what is wrong with their lines."""

    works: dict[str, DeclinedWork] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    commands: int = 0


def propose_declined(
    repository: GithubRepository, root: Path, number: int, comment: int, base: str, today: str
) -> str:
    """Propose the lines of `entries/_declined.yaml` that maintainers ask for in the issue `number`.

    The answer to the comment is written into the issue and returned. Raises PublishError where a
    maintainer did not write the comment, or the file has errors.
    """
    asked = read_decisions(read_comment(repository, number, comment), today)
    if not asked.commands:
        return f"comment {comment} has no line `/decline`: nothing to do"
    status = ""
    if asked.works:
        status = _propose(
            repository, root, number, base, asked.works | _read_recent(repository, number, today)
        )
    text = _describe_answer(asked, status)
    write_comment(repository, number, f"declined-{comment}", text)
    return text


def read_decisions(text: str, day: str) -> Decisions:
    """Read the lines `/decline …` of a comment that was written on `day`."""
    done = Decisions()
    for rest in find_commands(text, COMMAND):
        done.commands += 1
        work, _, reason = rest.partition(" ")
        id_, reason, shown = _find_id(work), reason.strip(), quoted(f"{COMMAND} {rest[:200]}")
        if not id_:
            done.faults.append(f"{shown} names no arXiv id or DOI: write `{COMMAND} 2210.10163 off-topic`")
        elif error := find_reason_error(reason):
            done.faults.append(f"{shown}: {quoted(reason[:200])} {error}")
        else:
            done.works.setdefault(id_, DeclinedWork(id=id_, day=day, reason=reason))
    return done


def _find_id(text: str) -> str:
    """Find the identifier in what a person typed: `2601.01234v2`, an address, a DOI."""
    return next((row.normalize(id_) for row in (ARXIV, DOI) if (id_ := row.read(text))), "")


def _read_recent(repository: GithubRepository, number: int, today: str) -> dict[str, DeclinedWork]:
    since = (date.fromisoformat(today) - timedelta(days=READ_DAYS)).isoformat()
    works: dict[str, DeclinedWork] = {}
    for comment in repository.pages(f"issues/{number}/comments", since=f"{since}T00:00:00Z"):
        if is_trusted(comment):
            for id_, work in _decide(comment, today).items():
                works.setdefault(id_, work)
    return works


def _decide(comment: Mapping[str, Any], today: str) -> dict[str, DeclinedWork]:
    day = str(comment.get("created_at") or today)[:10]
    return read_decisions(comment["body"] or "", day).works


def _propose(
    repository: GithubRepository, root: Path, number: int, base: str, works: Mapping[str, DeclinedWork]
) -> str:
    new = list(_add_lines(root, works))
    if not new:
        return "all of them were declined before"
    title = f"Decline {new[0].id}" if len(new) == 1 else f"Decline {len(new)} works"
    lines = [f"- {_show(work.id)}: {work.reason}" for work in new]
    text = "\n".join(["`medvlm discover` proposes these works no more:", "", *lines])
    change = ProposedChange(branch=BRANCH, base=base, title=title, text=text, paths=[DECLINED_PATH])
    return open_pull_request(repository, root, change)


def _add_lines(root: Path, works: Mapping[str, DeclinedWork]) -> Iterator[DeclinedWork]:
    """Add a line for each work that the file lacks, and yield these works."""
    content = read_inside(root, DECLINED_PATH)
    before = _HEAD if content is None else "\n".join(_list_kept_lines(content.decode()))
    known = {} if content is None else _read(read_document(root / DECLINED_PATH, DECLINED_PATH))
    new = [work for id_, work in works.items() if id_ not in known]
    rows = [f"- {{id: {json.dumps(work.id)}, day: {work.day}, reason: {work.reason}}}\n" for work in new]
    if rows:
        text = f"{before.rstrip()}\n{''.join(rows)}"
        _read(parse_document(text.encode(), DECLINED_PATH))
        write_inside(root, DECLINED_PATH, text)
    yield from new


def _list_kept_lines(text: str) -> list[str]:
    """The lines of the file without `[]`, which a file without works has."""
    return [line for line in text.splitlines() if line.rstrip() != "[]"]


def _read(document: Document) -> dict[str, DeclinedWork]:
    """Read what the file has; raises PublishError where it has errors, as lines are added at its end."""
    problems: list[Problem] = list(document.problems)
    declined = read_declined(document, problems)
    if problems:
        raise PublishError(str(problems[0]))
    return declined


def _describe_answer(asked: Decisions, status: str) -> str:
    ids = ", ".join(map(_show, asked.works))
    head = [f"{ids}: {status}."] if status else []
    faults = "\n".join(f"- {escape_sentence(fault)}" for fault in asked.faults)
    return "\n\n".join(filter(None, [*head, "Not understood:" if faults else "", faults]))


def _show(id_: str) -> str:
    """Show an identifier as code, which Markdown leaves as it is."""
    return f"`{clean_text(id_.replace('`', ''))}`"
