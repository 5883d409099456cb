"""The size of the list in numbers, the same on every page that says them."""

from dataclasses import dataclass

from generator.catalog.catalog import Catalog
from generator.views.licenses import list_licenses
from generator.views.numbers.results import group_by_benchmark
from generator.views.scopes import list_core
from generator.views.tabled import list_datasets, list_models


@dataclass(frozen=True, slots=True)
class CatalogCounts:
    """Counts of core work; models and datasets are rows of the tables, results those of all works."""

    works: int
    others: int
    """Works that are background or adjacent."""
    models: int
    """Works with a row in the table of models."""
    datasets: int
    """Works with a row in the table of datasets."""
    models_with_code: int
    models_with_weights: int
    licensed: int
    """Works that state the license of their code, weights or data."""
    results: int
    benchmarks: int
    """Benchmarks with a page of results."""


def count_catalog(catalog: Catalog) -> CatalogCounts:
    """Count everything once."""
    core = list_core(catalog)
    models = list_models(catalog)
    numbers = group_by_benchmark(catalog)
    return CatalogCounts(
        works=len(core),
        others=len(catalog.entries) - len(core),
        models=len(models),
        datasets=len(list_datasets(catalog)),
        models_with_code=sum(bool(entry.links.code) for entry in models),
        models_with_weights=sum(bool(entry.links.weights) for entry in models),
        licensed=sum(
            any(found.is_stated for found in list_licenses(entry, catalog).values()) for entry in core
        ),
        results=sum(map(len, numbers.values())),
        benchmarks=sum(name in catalog.entries for name in numbers),
    )
