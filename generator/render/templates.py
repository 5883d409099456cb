"""The templates: those of a list, and behind them those of this project."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

PROJECT = Path(__file__).parents[2] / "templates"


@cache
def environment(root: Path = PROJECT.parent) -> Environment:
    """Templates of `root`/templates; HTML is escaped by itself, a missing value is an error."""
    return Environment(
        loader=FileSystemLoader([root / "templates", PROJECT]),
        autoescape=lambda name: name is not None and name.endswith(".html.j2"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def render(template: str, root: Path = PROJECT.parent, **values: Any) -> str:
    """The text that `template` makes of `values`."""
    return environment(root).get_template(template).render(values)
