"""The result of one link and the outcome of a run, ready for any report."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.links.answers.addresses import carry_over
from generator.links.answers.lines import clean_line
from generator.links.answers.verdict import FAILING_VERDICTS, Verdict
from generator.links.link import LinkOccurrence
from generator.links.remembering.link_state import LinkJudgment, LinkRecord


@dataclass(frozen=True, slots=True)
class LinkResult:
    """The verdict on a link; `doi` is a proposal that `--fix --accept` can write."""

    link: LinkOccurrence
    verdict: Verdict
    detail: str = ""
    suggestion: str = ""
    doi: str = ""

    @property
    def is_quiet(self) -> bool:
        """Whether there is nothing to report."""
        return self.verdict is Verdict.OK and not self.detail

    @property
    def fails(self) -> bool:
        """Whether the run fails because of this link."""
        return self.verdict in FAILING_VERDICTS


@dataclass(frozen=True, slots=True)
class RunOutcome:
    """All results of a run, and hints for the end of the report.

    `unreached` says of each service how many links the run did not get to, and why. `unsaved` says why what
    was learned could not be written; it is empty if it could.
    """

    results: tuple[LinkResult, ...]
    hints: tuple[str, ...] = ()
    unreached: tuple[str, ...] = ()
    unsaved: str = ""

    @property
    def summary(self) -> dict[str, int]:
        """How many links have each verdict."""
        return count_verdicts(result.verdict for result in self.results)

    @property
    def fails(self) -> bool:
        """Whether any link is wrong or dead."""
        return any(result.fails for result in self.results)


def count_verdicts(verdicts: Iterable[Verdict]) -> dict[str, int]:
    """Count each verdict; a verdict that does not occur counts 0."""
    counts = dict.fromkeys(map(str, Verdict), 0)
    for verdict in verdicts:
        counts[str(verdict)] += 1
    return counts


def make_result(
    link: LinkOccurrence, seen: LinkRecord, judged: LinkJudgment | None, *, is_dead: bool = False
) -> LinkResult:
    """Make the result of `link` from its record; `is_dead` makes it dead after fewer failures than usual."""
    if is_dead or seen.verdict is Verdict.DEAD:
        return LinkResult(link, Verdict.DEAD, clean_line(seen.detail), seen.archived)
    if judged and judged.verdict is Verdict.WRONG:
        return LinkResult(link, Verdict.WRONG, clean_line(judged.detail))
    if seen.verdict is Verdict.UNKNOWN:
        since = f"failing since {seen.failing_day}: " if seen.failing_day else ""
        return LinkResult(link, Verdict.UNKNOWN, clean_line(since + seen.detail))
    if judged and judged.verdict is Verdict.UNCOMPARED:
        return LinkResult(link, Verdict.UNCOMPARED, clean_line(judged.detail))
    details = [seen.detail, judged.detail if judged else ""]
    return LinkResult(
        link,
        seen.verdict,
        clean_line("; ".join(filter(None, details))),
        clean_line(carry_over(link.url, link.target, seen.moved_to) or (judged.suggestion if judged else "")),
        judged.doi if judged else "",
    )
