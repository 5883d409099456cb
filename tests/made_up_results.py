"""Works with made-up results, and a benchmark on which two of them report numbers."""

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry


def make_work(id_: str, *printed: dict[str, object], **fields: object) -> Entry:
    """A work that prints the numbers `printed`, each as a table."""
    common = {"id": id_, "title": f"On {id_}", "kind": "model", "section": "models", "added": "2024-01-01"}
    return Entry.model_validate(common | fields | {"results": [_as_table(number) for number in printed]})


def _as_table(printed: dict[str, object]) -> dict[str, object]:
    row = {name: printed[name] for name in ("model", "variant", "own") if name in printed}
    cell = {name: printed[name] for name in ("value", "sd", "note") if name in printed}
    rest = {name: value for name, value in printed.items() if name not in (*row, *cell)}
    return {**rest, "rows": [{**row, "values": [cell]}]}


def make_number(value: float | str, **fields: object) -> dict[str, object]:
    """The accuracy of Net on the test set of `bench2020`, if `fields` do not say otherwise."""
    common = {
        "benchmark": "bench2020",
        "metric": "accuracy",
        "value": value,
        "model": "Net",
        "setting": "test",
    }
    return common | fields


def make_benchmark_catalog(catalog: Catalog) -> Catalog:
    """A benchmark, and two sources that agree on one number and not on another."""
    entries = [
        make_work("bench2020", kind="dataset", name="Bench", tasks=["vqa"], date="2020"),
        make_work(
            "one2022",
            make_number(71.5, model="one2022", where="Table 1"),
            make_number(0.4, model="one2022", metric="bleu", where="Table 1"),
            make_number(60, own=False),
            make_number(80, setting="validation", model="one2022"),
            make_number(33, benchmark="Plain Bench", own=False),
            date="2022-03",
            name="One",
            arxiv="2203.00001",
        ),
        make_work(
            "two2023",
            make_number(61, own=False, sd=0.5),
            make_number(71.5, model="one2022", own=False),
            date="2023",
        ),
    ]
    return Catalog({entry.id: entry for entry in entries}, catalog.vocabularies, {})


def add_works(catalog: Catalog, *entries: Entry) -> Catalog:
    """`catalog` with further entries, or with others in place of those with the same ids."""
    return Catalog({**catalog.entries, **{entry.id: entry for entry in entries}}, catalog.vocabularies, {})
