"""An issue made with the form, turned into an entry's pull request, or answered with what is wrong."""

from pathlib import Path

from generator.add.adding import AddOutcome, add_from_issue, save_proposal
from generator.add.asking import Services
from generator.add.proposal import Proposal
from generator.checking.load import load
from generator.problems import Problem, Severity
from generator.publish.comment import comment
from generator.publish.github import Repository
from generator.publish.pullrequest import pull_request

MARKER = "proposal"


def propose(
    repository: Repository, root: Path, number: int, base: str, today: str, services: Services | None
) -> str:
    """Make the entry that issue `number` describes; the answer stands in the issue, and is returned.

    The issue's text is read from GitHub and never passes through a shell.
    """
    text = repository.get(f"issues/{number}")["body"] or ""
    done = add_from_issue(text, load(root).catalog, today, services)
    answer = _answer(repository, root, number, base, done)
    comment(repository, number, MARKER, answer)
    return answer


def _answer(repository: Repository, root: Path, number: int, base: str, done: AddOutcome) -> str:
    if done.failures or done.duplicates or not done.proposals:
        return _listed("No entry was made:", [*done.failures, *done.duplicates])
    made = done.proposals[0]
    problems = save_proposal(root, made)
    if errors := [problem for problem in problems if problem.severity is Severity.ERROR]:
        (root / made.path).unlink()
        return _listed("No entry was made yet. Edit the issue, and label it again:", _sentences(errors, made))
    said = _open(repository, root, number, base, made)
    return f"`{made.path}`: {said}.\n\n" + _listed("", [*made.notes, *_sentences(problems, made)])


def _open(repository: Repository, root: Path, number: int, base: str, made: Proposal) -> str:
    title = f"Add {Path(made.path).stem}"
    return pull_request(
        repository, root, f"bot/issue-{number}", base, title, f"Closes #{number}.", [made.path]
    )


def _sentences(problems: list[Problem], made: Proposal) -> list[str]:
    lines = made.text.splitlines()
    return [f"{problem.message} (`{lines[problem.line - 1].strip()[:80]}`)" for problem in problems]


def _listed(head: str, sentences: list[str]) -> str:
    return "\n".join([*([head, ""] if head else []), *(f"- {sentence}" for sentence in sentences)])
