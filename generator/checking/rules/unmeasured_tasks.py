"""A task that needs data of its own has a dataset of that task among those that the work is evaluated on.

A hint that `evaluated_on` lacks a dataset, or the entry of a dataset a task. It is given only where every
work under `evaluated_on` has an entry, and only for `measured_tasks` in `wording.yaml`. A dataset has the
tasks that it is made for, so it gets none.

Passes:
    tasks: [vqa]
    uses: {evaluated_on: [AskFilm]}

Fails:
    tasks: [vqa]
    uses: {evaluated_on: [Tiny Films]}
"""

from collections.abc import Iterator

from generator.catalog.catalog import Catalog
from generator.checking.rules.finding import Finding
from generator.entry.claims import Claims
from generator.problems import Severity


def check(claims: Claims, catalog: Catalog) -> Iterator[Finding]:
    """Compare the tasks with those of the datasets."""
    kind = catalog.vocabulary("kinds").get(claims.kind)
    if kind and kind.card == "dataset":
        return
    wanted = [task for task in claims.tasks if task in catalog.wording.measured_tasks]
    ids = [catalog.find_id(work) for work in claims.evaluated_on] if wanted else []
    if not ids or None in ids:
        return
    measured = {task for id_ in ids if id_ for task in catalog.claims[id_].tasks}
    for task in wanted:
        if measured.isdisjoint(catalog.index(_list_related)[task]):
            yield _make_hint(task)


def _list_related(catalog: Catalog) -> dict[str, set[str]]:
    """Return each measured task with those above and below it."""
    tasks = catalog.vocabulary("tasks")
    return {
        task: {task, *(term.slug for term in (*tasks.ancestors(task), *tasks.descendants(task)))}
        for task in catalog.wording.measured_tasks
    }


def _make_hint(task: str) -> Finding:
    silenced_by = f"evaluated_on {task}"
    message = (
        f"no dataset here has the task `{task}`: add the one that measures it (or the task to its entry), "
        f"or write the comment `# no hint: {silenced_by}`"
    )
    return Finding(("uses", "evaluated_on"), message, Severity.HINT, silenced_by=silenced_by)
