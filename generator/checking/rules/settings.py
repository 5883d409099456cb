"""The setting of a result is one of the `settings` of its benchmark's entry, by slug.

If the benchmark has no entry, the setting is free text. The settings of an entry have different labels.

Passes:
    results:
      - {benchmark: muster2023askfilm, setting: zero-shot, metric: bleu, rows: [{model: Net, values: [0.5]}]}

Fails:
    results:
      - {benchmark: muster2023askfilm, setting: zero shot, metric: bleu, rows: [{model: Net, values: [0.5]}]}
"""

from collections.abc import Iterator, Mapping

from generator.catalog.catalog import Catalog
from generator.checking.rules.finding import Finding
from generator.entry.claims import Claims, find_benchmark_settings
from generator.text import find_nearest, normalize_name, quoted

MAX_LISTED_SETTINGS = 8
"""The most settings that a message lists; it lists none if there are more."""


def check(claims: Claims, catalog: Catalog) -> Iterator[Finding]:
    """Check the entry's own settings, and in its results every setting of a benchmark that has an entry."""
    yield from _find_equal_labels(claims)
    errors: dict[tuple[str, str], str] = {}
    for benchmark, setting in claims.benchmark_settings:
        id_ = claims.id if normalize_name(benchmark) in claims.names else catalog.find_id(benchmark)
        if error := id_ and _find_error(setting, id_, catalog):
            errors[benchmark, setting] = error
    if errors:
        for pair, keys in find_benchmark_settings(catalog.get_source_entry(claims.id)):
            if error := errors.get(pair):
                yield Finding(keys, error)


def _find_equal_labels(claims: Claims) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for slug, label in claims.settings.items():
        other = first.setdefault(normalize_name(label) or label, slug)
        if other != slug:
            message = f"{quoted(label)} is the label of `{other}` too: delete one, or write what differs"
            yield Finding(("settings", slug), message)


def _find_error(setting: str, id_: str, catalog: Catalog) -> str | None:
    if setting in catalog.claims[id_].settings:
        return None
    return f"{quoted(setting)} is not a setting of `{id_}`: {_write_remedy(setting, id_, catalog)}"


def _write_remedy(setting: str, id_: str, catalog: Catalog) -> str:
    settings = catalog.claims[id_].settings
    if guess := _guess_setting(setting, settings):
        return f"did you mean `{guess}`?"
    choices = (
        f"write {', '.join(f'`{slug}`' for slug in settings)}, or "
        if 0 < len(settings) <= MAX_LISTED_SETTINGS
        else ""
    )
    return f"{choices}add it to `settings` in {catalog.paths[id_]}"


def _guess_setting(setting: str, settings: Mapping[str, str]) -> str | None:
    """Return the slug of the setting whose slug or label is most like `setting`, or None."""
    by_name = {**{label: slug for slug, label in settings.items()}, **{slug: slug for slug in settings}}
    name = find_nearest(setting, by_name)
    return by_name[name] if name else None
