"""Note what happened to the list since the last comparison: works published or withdrawn, new candidates."""

from collections.abc import Iterator
from pathlib import Path

from generator.catalog.candidates import CandidateFile, read_candidates
from generator.catalog.catalog import Catalog
from generator.catalog.history import CameUp, Event, History, read_history, write_history
from generator.checking.load import load
from generator.text import count_noun


def note_changes(root: Path, today: str) -> str:
    """Extend the history of the list at `root`; say what was noted. Raises ProjectFileError.

    A file without news is left as it is, so that a run without changes makes no commit.
    """
    before = read_history(root)
    after = extend_history(before, load(root).catalog, read_candidates(root), today)
    if after == before:
        return "nothing happened"
    write_history(root, after)
    events, candidates = (
        len(after.events) - len(before.events),
        len(after.candidates) - len(before.candidates),
    )
    return f"noted: {count_noun(events, 'event')}, {count_noun(candidates, 'candidate')}"


def extend_history(before: History, catalog: Catalog, waiting: CandidateFile, today: str) -> History:
    """Return `before` with what changed; the first comparison has nothing to compare with.

    Its day is that of the last change, so nothing new means an equal history.
    """
    new = list(_find_events(before, catalog, today)) if before.day else []
    known = {one.id for one in before.candidates}
    came_up = [
        CameUp(day=one.day or today, id=one.id, title=one.title)
        for one in sorted(waiting.candidates, key=lambda one: (one.day, one.id))
        if one.id not in known
    ]
    after = before.model_copy(
        update={
            "unpublished": tuple(entry.id for entry in catalog if entry.venue is None),
            "statuses": {entry.id: entry.status for entry in catalog if entry.status != "active"},
            "events": (*before.events, *new),
            "candidates": (*before.candidates, *came_up),
        }
    )
    is_same = before.model_dump(mode="json") == after.model_dump(mode="json")
    return before if before.day and is_same else after.model_copy(update={"day": today})


def _find_events(before: History, catalog: Catalog, today: str) -> Iterator[Event]:
    """Yield what happened to the entries that were listed before, in the order of their ids."""
    unpublished = {catalog.ids_by_former_id.get(id_, id_) for id_ in before.unpublished}
    statuses = {catalog.ids_by_former_id.get(id_, id_): status for id_, status in before.statuses.items()}
    for entry in catalog:
        if entry.venue is not None and entry.id in unpublished:
            yield Event(day=today, kind="published", id=entry.id)
        if entry.status != "active" and statuses.get(entry.id) != entry.status:
            yield Event(day=today, kind=entry.status, id=entry.id)
