"""Fuzzing: for any entry file, `check` reports what is wrong, or every output can be made."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.checking.check import check
from generator.checking.load import load
from generator.entry import layout
from generator.entry.formatting import format_files
from generator.entry.layout import format_data
from generator.entry.model import Entry
from generator.entry.result_tables import ResultCell, ResultRow, ResultTable
from generator.outputs import readme
from generator.outputs.site import list_pages
from generator.problems import has_errors
from tests.data_files import render_data_files
from tests.hostile import HOME, PROJECT, find_faults
from tests.paths import DATA

SUMMARY = "Pairs made-up films with invented reports and measures what is found again."
SLOW = settings(
    deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
PIECES = (DATA / "hostile.txt").read_text("utf-8").splitlines()
SIGNS = st.sampled_from(
    [*"<>&\"'`{}[]()|\\*_~#@=+-:;,.!?$%^/ ", "--", "]]>", "{{", "{%", "javascript:", "\u00e9"]
)
WORDS = st.sampled_from(
    ["film", "Study", "an", "CT", "X-ray", "2024", "10.1000/x", "2401.00009", "__proto__"]
)
TEXT = st.lists(SIGNS | WORDS | st.sampled_from(PIECES) | st.text(max_size=6), min_size=1, max_size=8).map(
    "".join
)
CLEAN = st.lists(SIGNS | WORDS | st.sampled_from(PIECES), min_size=1, max_size=6).map(
    lambda parts: " ".join("".join(f"{part} " for part in parts).split())
)
ADDRESS = TEXT | st.sampled_from(
    ["https://example.org/a(b)?c=d&e", "https://github.com/a/b", "https://doi.org/10.1/x"]
)
SLUGS = st.sampled_from(
    ["models", "study", "dataset", "vqa", "ct", "xray", "ExConf", "accuracy", "open", "main"]
)
ANY = st.recursive(
    TEXT | SLUGS | st.integers() | st.booleans() | st.none() | st.floats(allow_nan=False),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*Entry.model_fields]), inner, max_size=3)
    ),
    max_leaves=5,
)


def of(*names: str, values: st.SearchStrategy[Any]) -> dict[str, st.SearchStrategy[Any]]:
    return dict.fromkeys(names, values)


CELLS = (
    st.floats()
    | st.none()
    | st.sampled_from(["50.00", "85.2 ± 0.3", 0.5])
    | st.dictionaries(st.sampled_from([*ResultCell.model_fields]), st.floats() | TEXT, max_size=3)
)
ROWS = st.dictionaries(st.sampled_from([*ResultRow.model_fields]), TEXT | st.lists(CELLS, max_size=4))
TABLES = st.dictionaries(
    st.sampled_from([*ResultTable.model_fields]), TEXT | SLUGS | st.lists(ROWS | ANY, max_size=3)
)


FREE = {
    **of("title", "name", "note", "status", values=TEXT),
    **of("kind", "section", "code_status", values=SLUGS | TEXT),
    **of("authors", "aliases", "keywords", "distinct_from", values=st.lists(TEXT, max_size=4)),
    **of(
        "tasks", "modalities", "anatomy", "dimension", "languages", values=st.lists(SLUGS | TEXT, max_size=4)
    ),
    **of("date", "added", "arxiv", "doi", "summary", values=TEXT),
    "venue": st.fixed_dictionaries(
        {"name": SLUGS, "year": st.integers(1800, 2200)}, optional={"track": SLUGS}
    ),
    "links": st.dictionaries(
        st.sampled_from(["code", "data", "project", "pdf"]), ADDRESS | st.lists(ADDRESS, max_size=3)
    ),
    "uses": st.dictionaries(st.sampled_from(["trained_on", "introduces"]), st.lists(TEXT, max_size=3)),
    "results": st.lists(TABLES | ANY, max_size=3),
    "settings": st.dictionaries(SLUGS | TEXT, TEXT, max_size=3),
    **of("model", "dataset", "license", "highlight", "news", "zzz", values=ANY),
}
WILD = st.dictionaries(st.sampled_from([*FREE]), st.none(), max_size=10).flatmap(
    lambda keys: st.fixed_dictionaries({key: FREE[key] | ANY for key in keys})
)
TAME = st.fixed_dictionaries(
    {
        "title": CLEAN.map(lambda text: f"A {text} study"),
        "kind": st.sampled_from(["study", "dataset", "model"]),
        "summary": CLEAN.map(lambda text: f"{SUMMARY[:-1]}, {text[:100]} and so on.".replace('"', "'")),
        "section": st.sampled_from(["models", "adjacent"]),
        "added": st.just("2024-06-05"),
    },
    optional={
        "name": CLEAN,
        "authors": st.lists(CLEAN, min_size=1, max_size=4, unique=True),
        "aliases": st.lists(CLEAN, min_size=1, max_size=3),
        "keywords": st.lists(CLEAN, min_size=1, max_size=3),
        "note": CLEAN,
        "date": st.sampled_from(["2024", "2023-05", "2024-02-03"]),
        "venue": st.just({"name": "ExConf", "year": 2024}),
        "links": st.dictionaries(
            st.sampled_from(["code", "data", "project"]), ADDRESS, min_size=1, max_size=3
        ),
        "uses": st.fixed_dictionaries({"trained_on": st.lists(CLEAN, min_size=1, max_size=3)}),
        "model": st.fixed_dictionaries({"image_encoder": CLEAN, "base": CLEAN}),
        "news": st.lists(
            st.fixed_dictionaries({"date": st.just("2024-06"), "text": CLEAN}), min_size=1, max_size=2
        ),
    },
)
"""Entries that are often valid, so that outputs are made of them."""


@pytest.fixture(scope="module")
def list_of_one(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A list that has only its vocabularies."""
    root = tmp_path_factory.mktemp("fuzz")
    shutil.copytree(DATA / "catalog" / "entries" / "_vocabulary", root / "entries" / "_vocabulary")
    (root / "entries" / "2024").mkdir()
    return root


def try_out(root: Path, content: bytes) -> bool:
    """Whether a list of this one file is valid; no exception may be raised."""
    file = root / "entries" / "2024" / "one.yaml"
    file.write_bytes(content)
    problems = check(root).problems
    assert all(str(problem).isprintable() for problem in problems)
    format_files(root)
    return not has_errors(problems)


@SLOW
@given(WILD)
def test_any_data_is_judged(list_of_one: Path, values: dict[str, Any]) -> None:
    if try_out(list_of_one, format_data(values).encode("utf-8", "surrogatepass")):
        make_all(list_of_one)


@SLOW
@given(TAME)
def test_a_valid_entry_is_harmless_in_all_outputs(list_of_one: Path, values: dict[str, Any]) -> None:
    if try_out(list_of_one, layout.format_text(format_data(values)).encode()):
        catalog = load(list_of_one).catalog
        assert find_faults(catalog, catalog.entries["one"].title) == []


@SLOW
@given(
    st.binary(max_size=300)
    | st.text(st.sampled_from(":-[]{}#&*!|>'\"%@`?, \n\tab1"), max_size=80).map(str.encode)
)
def test_any_bytes_are_judged(list_of_one: Path, content: bytes) -> None:
    if try_out(list_of_one, content):
        make_all(list_of_one)


def make_all(root: Path) -> None:
    catalog = load(root).catalog
    assert readme.render_readme_files(catalog, HOME, PROJECT)
    assert list(list_pages(catalog, HOME))
    assert render_data_files(catalog, HOME)
