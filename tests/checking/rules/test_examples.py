"""The examples in the docstring of each rule hold for the made-up list."""

import inspect
import re
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from generator.catalog.catalog import Catalog
from generator.checking import rules
from generator.checking.rules import CROSS_ENTRY_RULES, SINGLE_ENTRY_RULES
from generator.checking.rules.finding import Finding
from generator.entry.claims import collect_claims
from generator.entry.model import Entry
from generator.problems import Severity
from generator.yamlfiles import reading
from tests.paths import DATA

RULES = (*SINGLE_ENTRY_RULES, *CROSS_ENTRY_RULES)
MODULES = [rule.__module__ for _, rule in RULES]
NOT_RULES = {"__init__", "finding"}
MINIMAL = reading.read_document(DATA / "valid" / "minimal.yaml", "minimal.yaml").data


def example(module: str, heading: str) -> dict[str, object]:
    docstring = inspect.getdoc(sys.modules[module]) or ""
    block = re.search(rf"^{heading}:\n((?:    .*\n?)+)", docstring, re.MULTILINE)
    assert block, f"{module} has no example `{heading}:`"
    document = reading.parse_document(dedent(block[1]).encode(), module)
    assert document.problems == []
    return dict(document.data)


def findings(module: str, lines: dict[str, object], catalog: Catalog) -> list[Finding]:
    entry = Entry.model_validate({**MINIMAL, **lines, "id": "zz-example"})
    entries = {**catalog.entries, entry.id: entry}
    paths = {**catalog.paths, entry.id: "entries/undated/zz-example.yaml"}
    with_entry = Catalog(entries, catalog.vocabularies, paths, wording=catalog.wording)
    own = {rule.__module__: rule(entry, with_entry) for _, rule in SINGLE_ENTRY_RULES}
    return list(
        (own | {rule.__module__: rule(collect_claims(entry), with_entry) for _, rule in CROSS_ENTRY_RULES})[
            module
        ]
    )


@pytest.mark.parametrize("module", MODULES)
def test_the_passing_example_passes(module: str, catalog: Catalog) -> None:
    assert findings(module, example(module, "Passes"), catalog) == []


@pytest.mark.parametrize("module", MODULES)
def test_the_failing_example_fails_at_one_of_its_lines(module: str, catalog: Catalog) -> None:
    lines = example(module, "Fails")
    found = findings(module, lines, catalog)
    assert found
    assert {finding.keys[0] for finding in found} <= set(lines)


@pytest.mark.parametrize("module", MODULES)
def test_a_minimal_entry_passes(module: str, catalog: Catalog) -> None:
    assert findings(module, {}, catalog) == []


@pytest.mark.parametrize(("name", "module"), [(name, rule.__module__) for name, rule in RULES])
def test_a_rule_has_an_invalid_file_unless_it_only_hints(name: str, module: str, catalog: Catalog) -> None:
    found = findings(module, example(module, "Fails"), catalog)
    reported = "".join(file.read_text("utf-8") for file in (DATA / "invalid").glob("*.txt"))
    assert f"[{name}]" in reported or {finding.severity for finding in found} == {Severity.HINT}


def test_every_rule_is_registered() -> None:
    files = {file.stem for file in Path(str(rules.__file__)).parent.glob("*.py")} - NOT_RULES
    assert {module.rpartition(".")[2] for module in MODULES} == files
    assert len({name for name, _ in RULES}) == len(RULES)
