"""The words with which the bot answers an issue: what was made, what is wrong, and what happens next."""

import re
from collections.abc import Sequence
from pathlib import Path

from generator.add.adding import OFFLINE_HINT, AddOutcome
from generator.add.drafting.proposal import Proposal
from generator.add.issue_form.answers import FIELD_LABELS
from generator.entry.identifiers import BY_FIELD
from generator.problems import Problem, Severity, has_errors
from generator.publish.github.escaping import escape_sentence
from generator.publish.requests.issue_request import Request

Judged = Sequence[tuple[Proposal, list[Problem]]]

_EDIT = "Edit the issue to correct this; it is read again by itself"
_SILENT = (
    "A service did not answer, so no entry was made yet. It is asked again twice a day; you need not do "
    "anything. Or edit the issue and fill in the title, the authors and the date yourself."
)
_PREVIEW = (
    "Thank you. This is the entry as it will be proposed once a maintainer accepts it. If you edit the "
    "issue, it is read again by itself."
)
_ASKED = ("title", "authors", "date")
"""The keys that a service knows, so that nothing is wrong if they are empty while it is silent."""
_LABELS = {key: label for label, key in FIELD_LABELS.items()}
_MAX_SHOWN = 60
"""The most sentences of one kind that are written."""
_MAX_NAMED = 4
"""The most entries that the title of a pull request names."""


def write_answer(request: Request, done: AddOutcome, judged: Judged, status: str, *, is_form: bool) -> str:
    """Write the answer as Markdown; `status` says which pull request was opened, if any."""
    proposals = [proposal for proposal, _ in judged]
    head = _choose_head(done, judged, status, is_form=is_form)
    shown = [_show(proposal) for proposal in proposals if head == _PREVIEW]
    said = _list_what_is_said(done, judged, is_silent=_is_silent(done, status))
    return "\n\n".join(filter(None, [head, _list(said), *shown]))


def _is_silent(done: AddOutcome, status: str) -> bool:
    """Whether a service did not answer, so that nothing can be proposed yet."""
    return bool(done.unanswered) and not status


def _choose_head(done: AddOutcome, judged: Judged, status: str, *, is_form: bool) -> str:
    is_faulty = any(has_errors(problems) for _, problems in judged)
    if status:
        return _describe_status([proposal for proposal, _ in judged], status, is_faulty=is_faulty)
    if _is_silent(done, status):
        return _SILENT
    if is_faulty or not judged:
        return f"No entry was made yet. {_EDIT}:" if is_form and not done.duplicates else "No entry was made:"
    return _PREVIEW


def _list_what_is_said(done: AddOutcome, judged: Judged, *, is_silent: bool) -> list[str]:
    """List duplicates, failures, notes and problems; those that a silent service may answer wait."""
    failures = [failure.removesuffix(f"; {OFFLINE_HINT}") for failure in done.failures]
    notes = [note for proposal, _ in judged for note in proposal.notes] + done.notes
    said = [escape_sentence(sentence) for sentence in (*done.duplicates, *failures, *notes)]
    return said + [
        _describe(problem, proposal)
        for proposal, problems in judged
        for problem in problems
        if not (is_silent and _find_key(problem, proposal) in _ASKED)
    ]


def write_pull_title(judged: Judged) -> str:
    """Write the title of the pull request with these entries."""
    names = [Path(proposal.path).stem for proposal, _ in judged]
    more = f" and {len(names) - _MAX_NAMED} more" if len(names) > _MAX_NAMED else ""
    return f"Add {', '.join(names[:_MAX_NAMED])}{more}"


def write_pull_text(request: Request, judged: Judged) -> str:
    """Write the description of the pull request: what it adds, and what is left to a person.

    It names the identifiers, so that nobody proposes these works a second time.
    """
    parts = ["Named by a maintainer in the issue with the candidates."] if request.is_standing else []
    for proposal, problems in judged:
        ids = ", ".join(f"{BY_FIELD[field].label} {id_}" for field, id_ in proposal.identifiers.items())
        left = [f"- [ ] {_describe(problem, proposal)}" for problem in problems[:_MAX_SHOWN]]
        head = f"`{proposal.path}`{f' ({escape_sentence(ids)})' if ids else ''}"
        parts.append(f"{head}{': left to a person:' if left else ' is complete; read it.'}")
        parts.append("\n".join(left))
    return "\n\n".join(filter(None, parts))


def _describe_status(proposals: Sequence[Proposal], status: str, *, is_faulty: bool) -> str:
    paths = ", ".join(f"`{proposal.path}`" for proposal in proposals)
    return f"{paths}: {status}.{' What is missing is filled in there, by a maintainer:' if is_faulty else ''}"


def _describe(problem: Problem, proposal: Proposal) -> str:
    """Say what is wrong with an entry, with the label that the form has for it."""
    kind = "" if problem.severity is Severity.ERROR else f" ({problem.severity})"
    message, key = escape_sentence(problem.message), _find_key(problem, proposal)
    if key in _LABELS:
        return f"**{_LABELS[key]}**: {message}{kind}"
    line = _find_line(problem, proposal)[:80].replace("`", "'")
    return f"{message}{f' (`{line}`)' if line else ''}{kind}"


def _find_key(problem: Problem, proposal: Proposal) -> str:
    return _find_line(problem, proposal).partition(":")[0]


def _find_line(problem: Problem, proposal: Proposal) -> str:
    lines = proposal.text.splitlines()
    return lines[problem.line - 1].strip() if problem.line <= len(lines) else ""


def _list(sentences: Sequence[str]) -> str:
    shown = [f"- {sentence}" for sentence in dict.fromkeys(sentences)]
    more = [f"- And {len(shown) - _MAX_SHOWN} more."] if len(shown) > _MAX_SHOWN else []
    return "\n".join(shown[:_MAX_SHOWN] + more)


def _show(proposal: Proposal) -> str:
    """Show the file of an entry in a block of code that nothing in it can end."""
    longest = max((len(run) for run in re.findall(r"`+", proposal.text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"`{proposal.path}`:\n\n{fence}yaml\n{proposal.text.rstrip()}\n{fence}"
