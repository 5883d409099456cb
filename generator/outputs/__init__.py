"""The formats in which a catalogue is written: one module a format, a pure function each.

A new format is one module here and one line in a registry; registries are written out.
"""

from collections.abc import Callable
from pathlib import Path

from generator.catalog.catalog import Catalog
from generator.outputs import field_reference, readme
from generator.settings import Settings

Output = Callable[[Catalog, Settings, Path], dict[str, str]]
"""Texts by their path from the root of the list, which may bring templates of its own."""

COMMITTED: tuple[Output, ...] = (readme.texts, field_reference.texts)
"""What `medvlm build` keeps up to date among the files of the list itself."""

OWNED = (f"{readme.LISTS}/*.md",)
"""Files that are made and nothing else: one that is no longer made is deleted."""


def committed(catalog: Catalog, settings: Settings, root: Path) -> dict[str, str]:
    """Every text of `COMMITTED`."""
    return {path: text for output in COMMITTED for path, text in output(catalog, settings, root).items()}
