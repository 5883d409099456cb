"""Choose the work with a given title among those that services found."""

from collections.abc import Mapping

from generator.links.answers.verdict import Answer, Target, WorkRecord
from generator.links.compare.authors import compare_authors, share_outer_surname
from generator.links.compare.titles import TitleLikeness, compare_titles
from generator.text import split_words

_MAX_FOUND = 3


def choose_by_title(
    title: str, authors: list[str], found: Mapping[Target, Answer]
) -> tuple[list[Target], list[Target]]:
    """Return the versions of the one work with `title`, and the others that a person may mean.

    Nothing is chosen where two different works have the title.
    """
    same = [target for target in found if _is_same(title, authors, _find_record(found[target]))]
    alike = [
        target
        for target in found
        if target not in same and _rate_likeness(title, _find_record(found[target])) > 0
    ]
    first = _find_record(found[same[0]]) if same else WorkRecord()
    if any(not _is_version(first, _find_record(found[target])) for target in same[1:]):
        return [], (same + alike)[:_MAX_FOUND]
    return same, alike[:_MAX_FOUND]


def _find_record(answer: Answer) -> WorkRecord:
    return answer.facts if isinstance(answer.facts, WorkRecord) else WorkRecord()


def _rate_likeness(title: str, record: WorkRecord) -> TitleLikeness:
    titles = [text for text in (record.title, *record.other_titles) if text]
    return max((compare_titles(title, other) for other in titles), default=TitleLikeness.OTHER)


def _is_same(title: str, authors: list[str], record: WorkRecord) -> bool:
    """Whether the record has the whole title, and no authors that are other people."""
    if _rate_likeness(title, record) is not TitleLikeness.SAME:
        return False
    # The part before the colon alone is a name, which several works may have.
    is_whole = len(split_words(title)) * 2 >= len(split_words(record.title))
    return is_whole and not compare_authors(authors, record.authors).are_different_people


def _is_version(one: WorkRecord, other: WorkRecord) -> bool:
    return not one.authors or not other.authors or share_outer_surname(one.authors, other.authors)


def describe_found(target: Target, answer: Answer) -> str:
    """Describe a work that was found: its id, title, first authors and date."""
    record = _find_record(answer)
    authors = ", ".join(record.authors[:3]) + (" and others" if len(record.authors) > 3 else "")
    details = ", ".join(filter(None, (authors, record.date)))
    return f"{target.id} “{record.title}”{f' ({details})' if details else ''}"
