"""The setting of a result is one of the `settings` of its benchmark's entry, by slug.

Where the benchmark has no entry, any text may say how it was measured.

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
from generator.entry.claims import Claims, measured
from generator.text import key, nearest, quoted


def check(claims: Claims, catalog: Catalog) -> Iterator[Finding]:
    """Look up every setting of a benchmark that has an entry."""
    faults: dict[tuple[str, str], str] = {}
    for benchmark, setting in claims.measured:
        id_ = claims.id if key(benchmark) in claims.names else catalog.find_id(benchmark)
        if fault := id_ and _fault(setting, id_, catalog):
            faults[benchmark, setting] = fault
    if faults:
        for pair, keys in measured(catalog.as_written(claims.id)):
            if fault := faults.get(pair):
                yield Finding(keys, fault)


def _fault(setting: str, id_: str, catalog: Catalog) -> str | None:
    if setting in catalog.claims[id_].settings:
        return None
    return f"{quoted(setting)} is no setting of `{id_}`: {_remedy(setting, id_, catalog)}"


def _remedy(setting: str, id_: str, catalog: Catalog) -> str:
    settings = catalog.claims[id_].settings
    if guess := _guess(setting, settings):
        return f"did you mean `{guess}`?"
    known = f"write {', '.join(f'`{slug}`' for slug in settings)}, or " if 0 < len(settings) <= MOST else ""
    return f"{known}add it to `settings` in {catalog.paths[id_]}"


def _guess(setting: str, settings: Mapping[str, str]) -> str | None:
    """The slug of the setting whose slug or label is most like `setting`."""
    by_name = {**{label: slug for slug, label in settings.items()}, **{slug: slug for slug in settings}}
    name = nearest(setting, by_name)
    return by_name[name] if name else None


MOST = 8
"""The settings that a message lists; it names no more."""
