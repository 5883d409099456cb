"""Imports go one way, and each part does only its own job."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import generator
from generator.cli import COMMANDS

PACKAGE = Path(str(generator.__file__)).parent
PROJECT = PACKAGE.parent

LAYERS = (
    ("__main__", "cli", "commands", "mkdocs_hook"),
    ("publish", "engine"),
    ("discover",),
    ("add", "outputs"),
    ("links",),
    ("checking", "views", "learning"),
    ("catalog",),
    ("entry", "render"),
    ("yamlfiles", "report", "settings"),
    ("problems", "exits", "options", "processes", "text", "write", "files", "sanitizing"),
)
"""The packages and loose modules of the generator, from top to bottom.

One imports from the layers below its own only; those in one layer do not know each other, but for
`cli`, which loads the commands, and what is at the bottom.
"""

LAYER = {part: number for number, parts in enumerate(LAYERS) for part in parts}
TOP, BOTTOM = LAYERS[0], LAYERS[-1]
MAX_LOOSE = 10

SCRIPTS = (PROJECT / "site_docs/assets").resolve()
SCRIPT_LAYERS = (("results",), ("browse", "contribute", "suggest", "tables"), ("copying",), ("texts", ""))
"""The folders of the site's scripts in the same way; what several pages use is beside the folders."""


FILES = {
    ".".join(file.relative_to(PROJECT).with_suffix("").parts).removesuffix(".__init__"): file
    for file in sorted(PACKAGE.rglob("*.py"))
}
NAMES = set(FILES)


@cache
def modules() -> list[tuple[str, ast.Module]]:
    return [(name, ast.parse(file.read_text("utf-8"))) for name, file in FILES.items()]


def imports(tree: ast.Module) -> Iterator[str]:
    """Every module that `tree` imports, also inside functions."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute here"
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                yield whole if whole in NAMES else str(node.module)


@cache
def graph() -> dict[str, set[str]]:
    return {name: {found for found in imports(tree) if found in NAMES} for name, tree in modules()}


def part(module: str) -> str:
    return module.split(".")[1]


def test_every_part_has_its_layer() -> None:
    assert {part(name) for name in NAMES - {"generator"}} == set(LAYER)


def test_imports_go_down() -> None:
    wrong = [
        f"{name} imports {found}"
        for name, targets in graph().items()
        for found in targets - {"generator"}
        if not _is_allowed(part(name), part(found))
    ]
    assert wrong == []


def test_the_architecture_shows_this_order() -> None:
    page = (PROJECT / "site_docs/about/architecture.md").read_text("utf-8")
    block = page.split("## Import order")[1].split("```")[1]
    rows = [set(re.findall(r"\w+", row)) for row in block.split("→")]
    assert rows == [{*parts} - {"__main__"} for parts in LAYERS]


def test_every_module_is_used() -> None:
    """Another module imports it, or it is where Python, MkDocs or a command begins."""
    used = {"generator.__main__", "generator.mkdocs_hook"}.union(*graph().values())
    used |= {f"generator.commands.{name.replace('-', '_')}" for name in COMMANDS}
    assert {name for name, file in FILES.items() if file.stem != "__init__"} - used == set()


def test_the_largest_package_names_each_of_its_modules() -> None:
    folder = PACKAGE / "entry"
    named = set(
        re.findall(
            r"`(\w+)`", ast.get_docstring(ast.parse((folder / "__init__.py").read_text("utf-8"))) or ""
        )
    )
    assert named == {path.stem for path in folder.iterdir() if not path.stem.startswith("__")}


def _is_allowed(importing: str, imported: str) -> bool:
    within = importing == imported or {importing, imported} <= {*TOP} or {importing, imported} <= {*BOTTOM}
    return within or LAYER[importing] < LAYER[imported]


@pytest.mark.parametrize(
    "folder", [PACKAGE, PACKAGE / "links", PACKAGE / "publish"], ids=lambda folder: folder.name
)
def test_few_modules_are_in_no_package(folder: Path) -> None:
    loose = {file.stem for file in folder.glob("*.py")} - {"__init__", "__main__"}
    assert len(loose) <= MAX_LOOSE


def test_no_imports_form_a_circle() -> None:
    assert set(TopologicalSorter(graph()).static_order()) == NAMES


def test_no_packages_inside_a_part_form_a_circle() -> None:
    packages: dict[str, set[str]] = {}
    for name, targets in graph().items():
        above = _package(name)
        packages.setdefault(above, set()).update({_package(found) for found in targets} - {above})
    assert set(TopologicalSorter(packages).static_order()) == set(packages)


def _package(module: str) -> str:
    """The package inside a part that `module` belongs to; a loose module is one by itself."""
    return ".".join(module.split(".")[:3])


@cache
def scripts() -> dict[Path, set[Path]]:
    """The scripts of the site, each with those that it imports, by their paths in `SCRIPTS`."""
    pattern = re.compile(r'^(?:import|export)\b(?:[^;"]*\bfrom)? "(\.[^"]+)"', re.M)
    return {
        file.relative_to(SCRIPTS): {
            (file.parent / path).resolve().relative_to(SCRIPTS)
            for path in pattern.findall(file.read_text("utf-8"))
        }
        for file in SCRIPTS.rglob("*.js")
    }


def test_no_scripts_of_the_site_import_each_other_in_a_circle() -> None:
    assert set(TopologicalSorter(scripts()).static_order()) == set(scripts())


def test_scripts_import_from_their_own_folder_or_from_folders_below() -> None:
    layer = {folder: number for number, folders in enumerate(SCRIPT_LAYERS) for folder in folders}
    assert [
        f"{script} imports {found}"
        for script, targets in scripts().items()
        for found in targets
        if (folder := _script_folder(script)) != (below := _script_folder(found))
        and not (layer[folder] < layer[below] or {folder, below} <= {*SCRIPT_LAYERS[-1]})
    ] == []


def _script_folder(script: Path) -> str:
    return script.parts[0] if len(script.parts) > 1 else ""


def test_only_the_hook_and_what_it_is_made_of_know_mkdocs() -> None:
    engine = ("mkdocs", "material", "pymdownx", "zensical")
    users = {name for name, tree in modules() if any(found.startswith(engine) for found in imports(tree))}
    assert {name for name in users if part(name) not in ("mkdocs_hook", "engine")} == set()


def test_only_one_module_knows_the_library_that_learns() -> None:
    users = {name for name, tree in modules() if any(found.startswith("sklearn") for found in imports(tree))}
    assert users == {"generator.learning.estimators"}


def test_modules_that_ask_services_never_render() -> None:
    below = [name for name in NAMES if name.startswith("generator.links")]
    rendering = ("generator.outputs", "generator.render", "jinja2")
    assert [
        f"{name}: {found}" for name in below for found in graph()[name] if found.startswith(rendering)
    ] == []


def test_templates_never_sort_or_filter() -> None:
    choosing = re.compile(
        r"\|\s*(sort|dictsort|select|reject|selectattr|rejectattr|groupby|unique)\b|\{%-? for [^%]* if "
    )
    templates = [file for file in (PROJECT / "templates").rglob("*") if file.is_file()]
    assert templates
    assert [str(file) for file in templates if choosing.search(file.read_text("utf-8"))] == []


def test_every_module_describes_its_job_in_one_line() -> None:
    for name, tree in modules():
        first, _, rest = (ast.get_docstring(tree) or "").partition("\n")
        assert first.endswith((".", "`")), name
        assert not rest or rest.startswith("\n"), name
