"""The templates: those of a list, and behind them those of this project."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.render import markdown

PROJECT_TEMPLATES = Path(__file__).parents[2] / "templates"


@cache
def load_environment(root: Path = PROJECT_TEMPLATES.parent) -> Environment:
    """Templates of `root`/templates; a missing value is an error.

    HTML is escaped by itself; in Markdown a value goes through `text`, `link` or `table`.
    """
    made = Environment(
        loader=FileSystemLoader([root / "templates", PROJECT_TEMPLATES]),
        autoescape=lambda name: name is not None and name.endswith(".html.j2"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters.update(text=markdown.escape_text, link=markdown.format_link, table=markdown.format_table)
    return made


def render(template: str, root: Path = PROJECT_TEMPLATES.parent, **values: Any) -> str:
    """The text that `template` makes of `values`."""
    return load_environment(root).get_template(template).render(values)
