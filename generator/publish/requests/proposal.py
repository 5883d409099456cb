"""Turn an issue into a pull request with its entries, or answer all that is wrong at once."""

import re
from collections.abc import Sequence
from pathlib import Path

from generator.add.adding import AddOutcome, add_from_issue, add_named, save_proposal
from generator.add.asking.services import Services
from generator.add.issue_form.answers import read_answers
from generator.checking.load import load
from generator.files.project import delete_inside
from generator.problems import has_errors
from generator.publish.github import git
from generator.publish.github.api import GithubRepository, PublishError
from generator.publish.github.comment import find_comments, write_comment
from generator.publish.github.pullrequest import ProposedChange, open_pull_request
from generator.publish.requests import answer
from generator.publish.requests.issue_request import Request, read_request

PROPOSAL_MARKER = "proposal"
_WAITING = re.compile(r"<!-- waiting(?: (\d+))? -->\s*\Z")


def propose_from_issue(
    repository: GithubRepository,
    root: Path,
    request: Request,
    base: str,
    today: str,
    services: Services | None,
) -> str:
    """Make the entries that `request` asks for; the answer is written into the issue and returned.

    Nothing is proposed unless the request is accepted. The texts of people are read from GitHub, so they
    never pass through a shell.
    """
    done = _add(request, root, today, services)
    is_form = _is_form(request)
    problems = [(proposal, save_proposal(root, proposal)) for proposal in done.proposals]
    is_complete = not any(has_errors(found) for _, found in problems)
    status = ""
    # What a contributor can complete in the form is asked for there; a maintainer completes the rest.
    is_ready = is_complete or not (is_form or done.unanswered)
    if request.is_accepted and problems and is_ready:
        status = _open(repository, root, request, base, problems)
    else:
        _delete(root, [proposal.path for proposal in done.proposals])
    text = answer.write_answer(request, done, problems, status, is_form=is_form)
    if done.unanswered and not status:
        text += f"\n\n<!-- waiting{f' {request.comment}' if request.comment else ''} -->"
    write_comment(repository, request.number, _name_marker(request), text)
    return text


def propose_again(
    repository: GithubRepository, root: Path, base: str, today: str, services: Services | None
) -> str:
    """Answer again the open issues about which a service gave no answer the last time."""
    start = git.run_git(root, "rev-parse", "HEAD")
    done = []
    for issue in list(repository.pages("issues", state="open")):
        number = issue["number"]
        written = find_comments(repository, number, PROPOSAL_MARKER)
        for match in filter(None, (_WAITING.search(comment["body"]) for comment in written)):
            try:
                if request := read_request(repository, number, int(match[1]) if match[1] else None):
                    propose_from_issue(repository, root, request, base, today, services)
                    done.append(f"issue {number}: answered again")
            except PublishError as error:  # the other issues are answered all the same
                done.append(f"issue {number}: {error}")
            git.run_git(root, "reset", "--quiet", "--hard", start)
    return "\n".join(done) or "no issue waits for a service"


def _name_marker(request: Request) -> str:
    """The name of the answer: an issue has one, but each comment on the candidates has its own."""
    return f"{PROPOSAL_MARKER}-{request.comment}" if request.is_standing else PROPOSAL_MARKER


def _is_form(request: Request) -> bool:
    return not request.is_standing and bool(read_answers(request.text))


def _add(request: Request, root: Path, today: str, services: Services | None) -> AddOutcome:
    catalog = load(root).catalog
    if request.is_standing:
        return add_named(request.works, catalog, today, services)
    if not _is_form(request):
        is_named = bool(request.works)
        return add_named(request.works or request.text, catalog, today, services, may_be_title=is_named)
    if len(request.works.split()) > 1:
        return add_named(request.works, catalog, today, services, may_be_title=True)
    return add_from_issue(request.text, catalog, today, services, paper=request.works)


def _open(
    repository: GithubRepository, root: Path, request: Request, base: str, judged: answer.Judged
) -> str:
    branch = f"bot/add-{request.comment}" if request.is_standing else f"bot/issue-{request.number}"
    change = ProposedChange(
        branch=branch,
        base=base,
        title=answer.write_pull_title(judged),
        text=answer.write_pull_text(request, judged),
        paths=[proposal.path for proposal, _ in judged],
        closes=None if request.is_standing else request.number,
    )
    return open_pull_request(repository, root, change)


def _delete(root: Path, paths: Sequence[str]) -> None:
    for path in paths:
        delete_inside(root, path)
