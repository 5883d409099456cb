"""What a run says of one link, with its place, ready for any report."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from generator.links.link import Link
from generator.links.memory import Judged, Seen
from generator.links.verdict import FAILING, Verdict

MAX_DETAIL = 600


@dataclass(frozen=True, slots=True)
class Result:
    """The verdict of a link; `doi` is a proposal that `--fix --accept` can write."""

    link: Link
    verdict: Verdict
    detail: str = ""
    suggestion: str = ""
    doi: str = ""

    @property
    def is_quiet(self) -> bool:
        """Whether there is nothing to say."""
        return self.verdict is Verdict.OK and not self.detail

    @property
    def fails(self) -> bool:
        """Whether the run fails for it."""
        return self.verdict in FAILING


@dataclass(frozen=True, slots=True)
class Outcome:
    """All results, sorted by place, and what to say at the end."""

    results: tuple[Result, ...]
    hints: tuple[str, ...] = ()

    @property
    def summary(self) -> dict[str, int]:
        """How many links have each verdict."""
        return count(result.verdict for result in self.results)

    @property
    def fails(self) -> bool:
        """Whether any link is wrong or dead."""
        return any(result.fails for result in self.results)


def count(verdicts: Iterable[Verdict]) -> dict[str, int]:
    """How many there are of each verdict, those without any too."""
    counts = dict.fromkeys(map(str, Verdict), 0)
    for verdict in verdicts:
        counts[str(verdict)] += 1
    return counts


def result_of(link: Link, seen: Seen, judged: Judged | None, *, is_dead: bool = False) -> Result:
    """The result for `link` from what is remembered; `is_dead` overrules a streak that is too short."""
    if is_dead or seen.verdict is Verdict.DEAD:
        return Result(link, Verdict.DEAD, clean(seen.detail), seen.archived)
    if seen.verdict is Verdict.UNKNOWN:
        since = f"failing since {seen.failing[:10]}: " if seen.failing and not seen.errors else ""
        return Result(link, Verdict.UNKNOWN, clean(since + seen.detail))
    if judged and judged.verdict is Verdict.WRONG:
        return Result(link, Verdict.WRONG, clean(judged.detail))
    details = [seen.detail, judged.detail if judged else ""]
    return Result(
        link,
        seen.verdict,
        clean("; ".join(filter(None, details))),
        clean(seen.moved_to or (judged.suggestion if judged else "")),
        judged.doi if judged else "",
    )


def clean(text: str) -> str:
    """`text` on one line without control characters: it came from servers that nobody vouches for."""
    shown = "".join(" " if unicodedata.category(char)[0] in "CZ" else char for char in text[: 2 * MAX_DETAIL])
    return " ".join(shown.split())[:MAX_DETAIL]
