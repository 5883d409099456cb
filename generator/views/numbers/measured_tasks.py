"""The task that a number measures, which is not always the task that its benchmark is made for."""

from collections.abc import Sequence

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.entry.results import Result


def find_measured_task(benchmark: Entry, result: Result, catalog: Catalog) -> str:
    """Find the task of a number on `benchmark`, whose setting is written as its label; empty if unknown.

    The first of these that there is:

    1. the task under which the benchmark's entry has the setting (`settings_by_task`);
    2. the first task of the benchmark that the metric measures, or one below such a task;
    3. the task of the metric, where it measures only one;
    4. the first task of the benchmark that is measured on a dataset of its own (`measured_tasks`);
    5. the first task of the benchmark.
    """
    metric = catalog.vocabulary("metrics").get(result.metric)
    tasks = metric.tasks if metric else []
    return (
        _find_task_of_setting(benchmark, result.setting or "")
        or _find_first(benchmark.tasks, tasks, catalog)
        or (tasks[0] if len(tasks) == 1 else "")
        or _find_first(benchmark.tasks, catalog.wording.measured_tasks, catalog)
        or next(iter(benchmark.tasks), "")
    )


def _find_task_of_setting(benchmark: Entry, label: str) -> str:
    slugs = {slug for slug, other in benchmark.settings.items() if other == label}
    found = (task for task, settings in benchmark.settings_by_task.items() if slugs.intersection(settings))
    return next(found, "")


def _find_first(tasks: Sequence[str], wanted: Sequence[str], catalog: Catalog) -> str:
    """Find the first of `tasks` that is one of `wanted`, or below one."""
    terms = catalog.vocabulary("tasks")
    return next((task for task in tasks if {term.slug for term in terms.path(task)} & {*wanted}), "")
