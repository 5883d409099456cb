"""The templates: those of a list, and behind them those of this project."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.render import markdown

PROJECT = Path(__file__).parents[2] / "templates"


@cache
def environment(root: Path = PROJECT.parent) -> Environment:
    """Templates of `root`/templates; a missing value is an error.

    HTML is escaped by itself; in Markdown a value goes through `text`, `link` or `table`.
    """
    made = Environment(
        loader=FileSystemLoader([root / "templates", PROJECT]),
        autoescape=lambda name: name is not None and name.endswith(".html.j2"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters.update(text=markdown.text, link=markdown.link, table=markdown.table)
    return made


def render(template: str, root: Path = PROJECT.parent, **values: Any) -> str:
    """The text that `template` makes of `values`."""
    return environment(root).get_template(template).render(values)
