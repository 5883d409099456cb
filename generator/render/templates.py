"""Load and render templates: those of a list, or else those of this project."""

import operator
from collections.abc import Callable
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.nodes import Call, Expr
from jinja2.runtime import Context

from generator.render import html, markdown
from generator.text import count_noun

PROJECT_TEMPLATES = Path(__file__).parents[2] / "templates"


class _PlainOutput(CodeGenerator):
    """Prints values by `html.print_value`: Jinja would make a `Markup` of each, only to join it at once.

    It also calls what a template calls as it is: Jinja would first find out whether that wants the context.
    """

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile:
            self.write("environment.print_value(")
        else:
            super()._output_child_pre(node, frame, finalize)

    def visit_Call(self, node: Call, frame: Frame, forward_caller: bool = False) -> None:
        self.write("environment.call(")
        self.visit(node.node, frame)
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        self.write(")")


class _Template(Template):
    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        """The macros, made once: with `ctx` Jinja compares all global names each time; ours never differ."""
        return super()._get_default_module()


class _Environment(Environment):
    template_class = _Template
    code_generator_class = _PlainOutput
    print_value = staticmethod(html.print_value)
    call: Callable[..., Any] = operator.call

    def get_template(self, name: str | Template, parent: str | None = None, globals: Any = None) -> Template:
        """Return a template, loaded once: Jinja locks its store of templates for each use of one."""
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = super().get_template(name, parent, globals)
        return known

    def make_globals(self, d: Any) -> dict[str, Any]:
        """Return the names that a template has without asking: in one mapping, as each use copies them."""
        return {**self.globals, **(d or {})}

    @cached_property
    def _known(self) -> dict[str | Template, Template]:
        return {}


@cache
def load_environment(root: Path = PROJECT_TEMPLATES.parent) -> Environment:
    """Load the templates of `root`/templates or else of the project; a missing value is an error.

    HTML is escaped automatically; in Markdown a value needs the filter `text`, `link` or `table`. A template
    that has changed is read again only after `load_environment.cache_clear()`.
    """
    environment = _Environment(
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
        joined_links=html.join_links,
    )
    return environment


def render(template: str, root: Path = PROJECT_TEMPLATES.parent, **values: Any) -> str:
    """Render `template` with `values`."""
    return load_environment(root).get_template(template).render(values)
