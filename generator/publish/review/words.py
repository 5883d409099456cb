"""Put the data of a review into the words of the comment on a pull request."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter

from generator.outputs.readme.entry_lines import EntryLine
from generator.outputs.readme.line_texts import format_full_line
from generator.publish.github.escaping import clean_text, escape_sentence
from generator.publish.github.places import Places
from generator.publish.review.data import MAX_BEFORE_OTHERS, FoundLink, FoundProblem, Preview, Review
from generator.render.markdown import escape_text, format_link
from generator.render.templates import render
from generator.settings import Settings

MAX_PLACES = 3
"""The most places of one problem that are named; the rest is counted."""
MAX_GROUPS = 40
MAX_SHOWN = 20
"""The most entries, and the most links, that are shown; the rest is counted."""

_FAILING = ("wrong", "dead")


@dataclass(frozen=True, slots=True)
class _Group:
    """One problem, wherever it is: its sentence and the first of its places, as Markdown."""

    sentence: str
    severity: str
    places: str
    count: int
    files: int


def write_review(review: Review, settings: Settings, places: Places | None = None) -> str:
    """Write `review` as Markdown; with `places`, lines and files are links."""
    sentences = _group_by_sentence(review.problems)[:MAX_GROUPS]
    groups = [_make_group(problems, review, places) for problems in sentences]
    bad, others = _list_failing(review), _list_other_links(review)
    return render(
        "review.md.j2",
        review=review,
        to_fix=_list_what_to_fix(review),
        groups=groups,
        broken=len(_list_faulty_paths(review) - set(review.changed_paths)),
        left_out=review.problem_count - sum(group.count for group in groups),
        previews=_list_previews(review),
        bad_links=[_describe_link(link, review, places) for link in bad[:MAX_SHOWN]],
        other_links=[_describe_link(link, review, places) for link in others[:MAX_SHOWN]],
        links_left_out=max(0, len(bad) - MAX_SHOWN) + max(0, len(others) - MAX_SHOWN),
        edited=lambda path: _name_file(path, places),
        editors=_list_editors(review, places),
        original=lambda path: places.link_to_original(path) if places else "",
        doors=_list_doors(settings, places),
        say=escape_sentence,
        listed=_list_terms,
        max_shown=MAX_SHOWN,
        max_places=MAX_PLACES,
    )


def _list_previews(review: Review) -> list[str]:
    """The lines of README for the entries that the change adds or changes."""
    shown = review.entries[:MAX_SHOWN]
    return [format_full_line(_make_line(change.preview)) for change in shown if change.preview]


def _list_what_to_fix(review: Review) -> list[str]:
    links, files = len(_list_failing(review)), len(review.generated)
    ids = sum(change.loses_id for change in review.entries)
    counts = (
        (review.error_count, "error", "errors"),
        (links, "wrong or dead link", "wrong or dead links"),
        (files, "generated file", "generated files"),
        (ids, "entry without its old id", "entries without their old ids"),
    )
    return [f"{count:,} {one if count == 1 else many}" for count, one, many in counts if count]


def _list_faulty_paths(review: Review) -> set[str]:
    return {problem.path for problem in review.problems if problem.severity == "error"}


def _list_editors(review: Review, places: Places | None) -> list[str]:
    """The files of the change that have something to fix, as links to where their author edits them."""
    faulty = _list_faulty_paths(review) | {link.path for link in _list_failing(review)}
    if not faulty <= set(review.changed_paths):  # a changed vocabulary breaks entries, for example
        faulty |= {change.path for change in review.vocabularies}
    gone = {change.path for change in review.entries if change.kind == "deleted"}
    paths = [path for path in review.changed_paths if path in faulty - gone]
    return [_name_file(path, places) for path in paths[:MAX_PLACES]]


def _list_doors(settings: Settings, places: Places | None) -> list[str]:
    """The two ways to add a work in a browser, with their addresses where these are known."""
    page, form = "the page Contribute", "the form Add a paper"
    address = f"{settings.site_url}/contribute/"
    return [
        f"use {format_link(page, address) if settings.site_url else f'{page} of the website'}",
        f"fill in {format_link(form, places.form) if places else form}",
    ]


def _group_by_sentence(problems: Iterable[FoundProblem]) -> list[list[FoundProblem]]:
    """Group the problems of one sentence; errors first, then some of each rule, then the most frequent."""
    groups: dict[tuple[str, str, str], list[FoundProblem]] = {}
    for problem in problems:
        groups.setdefault((problem.severity, problem.rule, problem.message), []).append(problem)
    numbers: Counter[str] = Counter()
    ranked: list[tuple[bool, bool, list[FoundProblem]]] = []
    for group in sorted(groups.values(), key=len, reverse=True):
        numbers[group[0].rule] += 1
        ranked.append((group[0].severity != "error", numbers[group[0].rule] > MAX_BEFORE_OTHERS, group))
    return [group for *_, group in sorted(ranked, key=itemgetter(0, 1))]


def _make_group(problems: Sequence[FoundProblem], review: Review, places: Places | None) -> _Group:
    named = [
        _format_line_link(problem.path, problem.line, review, places) for problem in problems[:MAX_PLACES]
    ]
    return _Group(
        escape_sentence(problems[0].message),
        problems[0].severity,
        ", ".join(named),
        len(problems),
        len({problem.path for problem in problems}),
    )


def _format_line_link(path: str, line: int, review: Review, places: Places | None) -> str:
    label = clean_text(f"{path}, line {line}")
    if not places:
        return escape_text(label)
    return format_link(label, places.link_to_line(path, line, is_changed=path in review.changed_paths))


def _name_file(path: str, places: Places | None) -> str:
    """Name a file; with a link to the place where its author edits it."""
    address = places.link_to_editor(path) if places else ""
    return format_link(clean_text(path), address) if address else escape_text(clean_text(path))


def _make_line(preview: Preview) -> EntryLine:
    """Return the parts without control characters and references; the line escapes them."""
    fields = ("title", "name", "status", "summary", "authors", "when")
    cleaned = {name: clean_text(getattr(preview, name)) for name in fields}
    links = tuple((clean_text(label), url) for label, url in preview.links)
    return EntryLine(
        **cleaned,
        url=preview.url,
        highlight=preview.highlight,
        links=links,
        start="",
        briefly="",
        first_links=(),
    )


def _list_failing(review: Review) -> list[FoundLink]:
    return [link for link in review.links if link.verdict in _FAILING]


def _list_other_links(review: Review) -> list[FoundLink]:
    return [link for link in review.links if link.verdict not in _FAILING]


def _describe_link(link: FoundLink, review: Review, places: Places | None) -> str:
    what = f": {escape_sentence(link.detail)}" if link.detail else ""
    instead = f"; write {escape_sentence(link.suggestion)}" if link.suggestion else ""
    where = _format_line_link(link.path, link.line, review, places)
    return f"{where}: **{link.verdict}** {escape_sentence(link.url)}{what}{instead}"


def _list_terms(terms: Sequence[str]) -> str:
    shown = ", ".join(f"`{clean_text(term, 80).replace('`', '')}`" for term in terms[:MAX_SHOWN])
    return f"{shown} and {len(terms) - MAX_SHOWN} more" if len(terms) > MAX_SHOWN else shown
