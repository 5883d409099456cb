"""Turn an issue from the form into a pull request with the entry, or answer what is wrong."""

from pathlib import Path

from generator.add.adding import AddOutcome, add_from_issue, save_proposal
from generator.add.asking import Services
from generator.add.proposal import Proposal
from generator.checking.load import load
from generator.problems import Problem, Severity
from generator.publish.comment import write_comment
from generator.publish.github import GithubRepository
from generator.publish.pullrequest import open_pull_request

PROPOSAL_MARKER = "proposal"


def propose_from_issue(
    repository: GithubRepository, root: Path, number: int, base: str, today: str, services: Services | None
) -> str:
    """Make the entry that issue `number` describes; the answer is written into the issue and returned.

    The issue's text is read from GitHub, so it never passes through a shell.
    """
    text = repository.get(f"issues/{number}")["body"] or ""
    done = add_from_issue(text, load(root).catalog, today, services)
    answer = _answer(repository, root, number, base, done)
    write_comment(repository, number, PROPOSAL_MARKER, answer)
    return answer


def _answer(repository: GithubRepository, root: Path, number: int, base: str, done: AddOutcome) -> str:
    if done.failures or done.duplicates or not done.proposals:
        return _listed("No entry was made:", [*done.failures, *done.duplicates])
    proposal = done.proposals[0]
    problems = save_proposal(root, proposal)
    if errors := [problem for problem in problems if problem.severity is Severity.ERROR]:
        (root / proposal.path).unlink()
        return _listed(
            "No entry was made yet. Edit the issue, and label it again:", _sentences(errors, proposal)
        )
    status = _open(repository, root, number, base, proposal)
    return f"`{proposal.path}`: {status}.\n\n" + _listed(
        "", [*proposal.notes, *_sentences(problems, proposal)]
    )


def _open(repository: GithubRepository, root: Path, number: int, base: str, proposal: Proposal) -> str:
    title = f"Add {Path(proposal.path).stem}"
    return open_pull_request(
        repository, root, f"bot/issue-{number}", base, title, f"Closes #{number}.", [proposal.path]
    )


def _sentences(problems: list[Problem], proposal: Proposal) -> list[str]:
    lines = proposal.text.splitlines()
    return [f"{problem.message} (`{lines[problem.line - 1].strip()[:80]}`)" for problem in problems]


def _listed(head: str, sentences: list[str]) -> str:
    return "\n".join([*([head, ""] if head else []), *(f"- {sentence}" for sentence in sentences)])
