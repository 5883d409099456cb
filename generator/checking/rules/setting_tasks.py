"""`settings_by_task` names settings of the same entry, each under one task.

Passes:
    kind: dataset
    settings: {test: the test split, zero-shot: without training}
    settings_by_task: {captioning: [zero-shot]}

Fails:
    kind: dataset
    settings: {test: the test split}
    settings_by_task: {captioning: [zero-shot]}
"""

from collections.abc import Iterator

from generator.catalog.catalog import Catalog
from generator.checking.rules.finding import Finding
from generator.entry.model import Entry
from generator.text import find_nearest, quoted


def check(entry: Entry, catalog: Catalog) -> Iterator[Finding]:
    """Look up every setting that a task names."""
    tasks: dict[str, str] = {}
    for task, slugs in entry.settings_by_task.items():
        for place, slug in enumerate(slugs):
            keys = ("settings_by_task", task, place)
            if slug not in entry.settings:
                yield Finding(keys, _describe_unknown(slug, entry))
            elif slug in tasks:
                message = f"{quoted(slug)} is under `{tasks[slug]}` already: a setting has one task"
                yield Finding(keys, message)
            tasks.setdefault(slug, task)


def _describe_unknown(slug: str, entry: Entry) -> str:
    guess = find_nearest(slug, entry.settings)
    fix = f"did you mean `{guess}`?" if guess else "add it there, or delete it here"
    return f"{quoted(slug)} is not one of `settings`: {fix}"
