"""The examples in docstrings show what the code does: each runs, and prints what it says.

`catalog` is that of the made-up list, `entry` one of its entries with most fields.
"""

import doctest
import importlib
from collections.abc import Iterator
from types import ModuleType

from generator.catalog.catalog import Catalog
from tests.paths import PROJECT


def list_modules() -> Iterator[str]:
    for file in sorted((PROJECT / "generator").rglob("*.py")):
        if "    >>> " in f"    {file.read_text('utf-8')}":
            yield ".".join(file.relative_to(PROJECT).with_suffix("").parts).removesuffix(".__init__")


def run_examples(module: object, name: str, known: dict[str, object]) -> tuple[int, str]:
    """Return how many examples `module` has, and what is wrong with them."""
    runner, said = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS), list[str]()
    for test in doctest.DocTestFinder(exclude_empty=True).find(module, name, extraglobs=known):
        runner.run(test, out=said.append)
    return runner.summarize(verbose=False).attempted, "".join(said)


def test_every_example_is_right(catalog: Catalog) -> None:
    known = {"catalog": catalog, "entry": catalog.entries["example2024imagetalk"]}
    found = {name: run_examples(importlib.import_module(name), name, known) for name in list_modules()}
    assert "".join(said for _, said in found.values()) == ""
    assert [name for name, (count, _) in found.items() if not count] == [], "an example where none is found"


def test_a_wrong_example_is_reported() -> None:
    count, said = run_examples(ModuleType("wrong", "An example.\n\n>>> 1 + 1\n3\n"), "wrong", {})
    assert count == 1
    assert "Expected:\n    3\nGot:\n    2" in said
