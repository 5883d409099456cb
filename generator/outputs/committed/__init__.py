"""The generated files that are kept in the repository of a list, so that GitHub shows them."""

from collections.abc import Callable
from pathlib import Path

from generator.catalog.catalog import Catalog
from generator.outputs import field_reference, readme
from generator.settings import Settings

Output = Callable[[Catalog, Settings, Path], dict[str, str]]
"""Renders texts by their path from the root of the list, which may have templates of its own."""

COMMITTED: tuple[Output, ...] = (readme.render_readme_files, field_reference.update_guide)
"""What `medvlm build` keeps up to date among the files of the list."""

OWNED = (f"{readme.LISTS}/*.md",)
"""Patterns of files that are always generated: one that is no longer generated is deleted."""


def render_committed_files(catalog: Catalog, settings: Settings, root: Path) -> dict[str, str]:
    """Render every output of `COMMITTED`, as texts by their path from the root."""
    return {path: text for output in COMMITTED for path, text in output(catalog, settings, root).items()}
