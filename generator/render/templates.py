"""Load and render templates: those of a list, or else those of this project."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.render import markdown
from generator.text import count_noun

PROJECT_TEMPLATES = Path(__file__).parents[2] / "templates"


@cache
def load_environment(root: Path = PROJECT_TEMPLATES.parent) -> Environment:
    """Load the templates of `root`/templates or else of the project; a missing value is an error.

    HTML is escaped automatically; in Markdown a value needs the filter `text`, `link` or `table`. A template
    that has changed is read again only after `load_environment.cache_clear()`.
    """
    environment = Environment(
        loader=FileSystemLoader([root / "templates", PROJECT_TEMPLATES]),
        autoescape=lambda name: name is not None and name.endswith(".html.j2"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    environment.filters.update(
        text=markdown.escape_text,
        link=markdown.format_link,
        table=markdown.format_table,
        counted=count_noun,
    )
    return environment


def render(template: str, root: Path = PROJECT_TEMPLATES.parent, **values: Any) -> str:
    """Render `template` with `values`."""
    return load_environment(root).get_template(template).render(values)
