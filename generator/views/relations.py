"""How entries relate to each other: which uses which, and which are similar, with the reason."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.text import normalize_name
from generator.views.facets import FACETS_BY_NAME
from generator.views.groups import find_term_label
from generator.views.order import list_newest_first

USE_LABELS = {
    "trained_on": "Trained on",
    "evaluated_on": "Evaluated on",
    "introduces": "Introduces",
    "built_from": "Built from",
    "base": "Base model",
}
"""Each kind of use of another work, as the page of the using work names it."""

USED_BY_LABELS = {
    "trained_on": "Trained on by",
    "evaluated_on": "Evaluated on by",
    "introduces": "Introduced by",
    "built_from": "Source of",
    "base": "Base model of",
}
"""The same kinds of use, as the page of the used work names them."""

MAX_RELATED = 6
MAX_SHARING = 40
"""A feature of more entries than this is skipped: it says little, and its pairs grow with the square."""

_WEIGHTS = {"author": 3.0, "uses": 2.5, "task": 1.0}


@dataclass(frozen=True, slots=True)
class RelatedEntry:
    """A similar entry, and the reason why it is similar."""

    entry: Entry
    reason: str


def list_used_works(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield each work that `entry` uses: a key of `USE_LABELS`, and the work's id or plain name."""
    for use in ("trained_on", "evaluated_on", "introduces"):
        for work in getattr(entry.uses, use):
            yield use, work
    if entry.dataset:
        for work in entry.dataset.built_from:
            yield "built_from", work
    if entry.model and entry.model.base:
        yield "base", entry.model.base


def find_users(catalog: Catalog, id_: str) -> Mapping[str, list[Entry]]:
    """Find the entries that use the entry `id_`, by kind of use, newest first."""
    return catalog.index(_index_users).get(id_, {})


def list_users(catalog: Catalog, id_: str) -> Sequence[Entry]:
    """List every work that uses the entry `id_` in any way, each once: what all pages count as `used by`.

    Background and adjacent works are among them, as the page of the entry lists them too.
    """
    return catalog.index(_index_all_users).get(id_, ())


def _index_all_users(catalog: Catalog) -> dict[str, list[Entry]]:
    found: dict[str, dict[str, Entry]] = defaultdict(dict)
    for entry in list_newest_first(catalog):
        for _, work in list_used_works(entry):
            if work in catalog.entries:
                found[work][entry.id] = entry
    return {id_: [*users.values()] for id_, users in found.items()}


def _index_users(catalog: Catalog) -> dict[str, dict[str, list[Entry]]]:
    found: dict[str, dict[str, list[Entry]]] = defaultdict(lambda: defaultdict(list))
    for entry in list_newest_first(catalog):
        for use, work in list_used_works(entry):
            if work in catalog.entries:
                found[work][use].append(entry)
    return {id_: dict(uses) for id_, uses in found.items()}


_Feature = tuple[str, str]


def find_related(entry: Entry, catalog: Catalog) -> list[RelatedEntry]:
    """Find the entries most similar to `entry`; rare shared authors, data, models and tasks count most."""
    sharing = catalog.index(_index_features)
    features = catalog.make_once(_list_features, entry)
    rare = {feature: sharing[feature] for feature in features if feature in sharing}
    scores: dict[str, float] = {}
    for feature, others in rare.items():
        weight = _WEIGHTS[feature[0]] / len(others) ** 0.5
        for id_ in others:
            scores[id_] = scores.get(id_, 0.0) - weight
    linked = {work for _, work in list_used_works(entry)} | {entry.id}
    best = sorted((score, id_) for id_, score in scores.items() if id_ not in linked)[:MAX_RELATED]
    shared: dict[str, list[_Feature]] = {id_: [] for _, id_ in best}
    for feature, others in rare.items():
        for id_ in others:
            if id_ in shared:
                shared[id_].append(feature)
    return [
        RelatedEntry(catalog.entries[id_], _describe_reason(found, catalog)) for id_, found in shared.items()
    ]


def _list_features(entry: Entry, catalog: Catalog) -> list[_Feature]:
    authors = FACETS_BY_NAME["author"]
    found = [("author", find_term_label(authors, name, catalog)) for name in authors.read_values(entry)]
    found += [("uses", work) for _, work in list_used_works(entry)]
    found += [("task", f"{task} {modality}") for task in entry.tasks for modality in entry.modalities[:2]]
    return list(dict.fromkeys(found))


def _index_features(catalog: Catalog) -> dict[_Feature, list[str]]:
    """The entries with each feature that a few share; most features are of one entry alone."""
    found: dict[_Feature, list[str]] = defaultdict(list)
    for entry in catalog:
        for feature in catalog.make_once(_list_features, entry):
            found[feature].append(entry.id)
    return {feature: ids for feature, ids in found.items() if 2 <= len(ids) <= MAX_SHARING}


def _describe_reason(features: Iterable[_Feature], catalog: Catalog) -> str:
    by_kind: dict[str, list[str]] = defaultdict(list)
    for kind, value in features:
        by_kind[kind].append(value)
    parts = []
    if authors := by_kind["author"]:
        parts.append(f"shares author{'s' if len(authors) > 1 else ''} {_join_some(authors)}")
    if works := by_kind["uses"]:
        parts.append(f"also uses {_join_some([catalog.work_label(work) for work in works])}")
    if pairs := by_kind["task"]:
        parts.append(_describe_tasks(pairs[0], catalog))
    return "; ".join(parts[:2])


def _describe_tasks(pair: str, catalog: Catalog) -> str:
    task, _, modality = pair.partition(" ")
    return f"{catalog.label('tasks', task).lower()} on {catalog.label('modalities', modality)}"


def _join_some(names: list[str], most: int = 2) -> str:
    if len(names) == 1:
        return names[0]
    unique = list({normalize_name(name): name for name in names}.values())
    rest = len(unique) - most
    return ", ".join(unique[:most]) + (f" and {rest} more" if rest > 0 else "")
