"""Say what a run did not reach: a person sees at once what was not checked."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from generator.links.answers.verdict import Answer, Target
from generator.links.providers.githubrest import TOKEN_HINT
from generator.links.services import LINK_SERVICES
from generator.text import count_noun

TIME_IS_UP = "the time was up"


def list_unreached(due: Mapping[str, Sequence[str]], answers: Mapping[Target, Answer]) -> Iterator[str]:
    """List each service that did not get to all that was due, with numbers and the most frequent reason."""
    for service, ids in due.items():
        found = (answers.get(Target(service, id_)) for id_ in ids)
        reasons = Counter(
            answer.detail if answer else TIME_IS_UP for answer in found if not answer or answer.skipped
        )
        if reasons:
            ((reason, _),) = reasons.most_common(1)
            title = LINK_SERVICES[service].title
            yield f"{title}: {reasons.total():,} of {len(ids):,} not reached: {reason}"


def list_hints(answers: Mapping[Target, Answer]) -> Iterator[str]:
    """Say what a person may do so that more is checked."""
    unchecked = sum(answer.skipped and answer.detail.startswith(TOKEN_HINT) for answer in answers.values())
    if unchecked:
        noun = "repository was" if unchecked == 1 else "repositories were"
        yield f"{TOKEN_HINT}: {unchecked} {noun} left unchecked"


def describe_silence(asked: int) -> str:
    """Say that nothing answered, and what to do."""
    return (
        f"nothing answered at all ({count_noun(asked, 'request')}): is this machine connected?"
        " Nothing was learned; run it again"
    )
