"""Ten thousand alike: the work grows as their number does, counted in steps and not in seconds."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

import pytest

from generator.add.adding import AddOutcome, add_works
from generator.catalog.catalog import Catalog
from generator.checking.rules import distinct_entries, near_duplicates, shared_names
from generator.entry.claims import Claims, collect_claims
from generator.entry.layout import format_text
from generator.entry.model import Entry

FEW, MANY = 250, 1000
MAX_GROWTH = 1.3 * MANY / FEW
"""Quadratic work would grow sixteenfold."""


class Steps:
    """How many lines of Python were run."""

    count = 0


@contextmanager
def counted() -> Iterator[Steps]:
    steps = Steps()

    def trace(frame: FrameType, event: str, arg: Any) -> Any:
        steps.count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        yield steps
    finally:
        sys.settrace(before)


def made(number: int, **values: Any) -> Entry:
    plain = {
        "id": f"a{number}",
        "kind": "method",
        "section": "models",
        "date": "2022-05",
        "added": "2024-05-02",
    }
    title = {"title": "A plain study of films", "authors": ["Ada Example"]}
    return Entry.model_validate({**plain, **title, **values})


def catalog_of(entries: list[Entry]) -> Catalog:
    by_id = {entry.id: entry for entry in entries}
    paths = {id_: f"entries/2022/{id_}.yaml" for id_ in by_id}
    claims = {id_: collect_claims(entry) for id_, entry in by_id.items()}
    return Catalog(by_id, paths=paths, known_claims=claims)


Check = Callable[[Claims, Catalog], Iterator[Any]]
KINDS: dict[str, tuple[Check, Callable[[int], dict[str, Any]]]] = {
    "equal titles": (distinct_entries.check, lambda number: {}),
    "near titles": (near_duplicates.check, lambda number: {"title": f"A plain study of many films {number}"}),
    "one repository": (
        distinct_entries.check,
        lambda number: {"title": f"Title {number}", "links": {"code": "https://github.com/ada/films"}},
    ),
    "one name that all use": (
        shared_names.check,
        lambda number: {"title": f"Title {number}", "name": "Filmy", "uses": {"evaluated_on": ["Filmy"]}},
    ),
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_rule_looks_at_each_entry_a_few_times(kind: str) -> None:
    check, values = KINDS[kind]
    steps = []
    for count in (FEW, MANY):
        catalog = catalog_of([made(number, **values(number)) for number in range(count)])
        with counted() as found:
            for claims in catalog.claims.values():
                for finding in check(claims, catalog):
                    assert len(finding.message) < 1000
        steps.append(found.count)
    assert steps[1] <= MAX_GROWTH * steps[0]


def test_many_comments_are_placed_one_by_one() -> None:
    steps = []
    for count in (FEW, MANY):
        rows = "".join(f"  - {{slug: a{number}, label: b}}\n" for number in range(count))
        text = f"title: A\nresults:\n{rows}" + "# note\n" * count
        with counted() as found:
            format_text(text)
        steps.append(found.count)
    assert steps[1] <= MAX_GROWTH * steps[0]


def test_many_records_of_one_file_are_compared_by_what_only_one_has(tmp_path: Any, catalog: Catalog) -> None:
    steps = []
    for count in (FEW // 5, MANY // 5):
        record = "@article{{k{0}, title={{Films n{0} of others}}, author={{Example, Ada}}}}\n"
        file = tmp_path / f"{count}.bib"
        file.write_text("".join(record.format(number) for number in range(count)))
        with counted() as found:
            done: AddOutcome = add_works([str(file)], catalog, "2024-05-02", None)
        assert len(done.proposals) == count
        steps.append(found.count)
    assert steps[1] <= MAX_GROWTH * steps[0]
