"""The theme around a page, rendered once for many pages and cut at the places where they differ."""

import re
from collections.abc import Iterator
from html import escape

from generator.outputs.site.content_policy import add_policy, hash_inline_scripts, render_policy
from generator.outputs.site.page import Page

_MARKS = ("@@title@@", "@@description@@", "@@share@@", "@@head@@", "<h1>@@body@@</h1>", "@@policy@@")
"""The places of the values of a page; the mark of the body is a heading, as the theme would add one."""


def make_marked_page(address: str, *, is_wide: bool = True) -> Page:
    """Return a page to render in the theme at `address`: it has marks in the places of its values."""
    title, description, share_title, head, body, _ = _MARKS
    return Page(address, title, description, lambda: body, lambda: head, is_wide, share_title=share_title)


class Shell:
    """The theme around a page, cut at the marks."""

    def __init__(self, html: str, address: str, *, has_policy: bool = True) -> None:
        """Cut `html`, a marked page in the theme, also where it has the `address` that pages have not."""
        self.html = html = _compact(html)
        """The whole page, with the marks."""
        self._scripts = hash_inline_scripts(html)  # the theme's only: nothing of a page is in `html`
        self._has_policy = has_policy
        html = add_policy(html, _MARKS[-1])
        marks = "|".join(map(re.escape, filter(None, (*_MARKS, address))))
        self._parts = re.split(f"({marks})", html)
        self._address = address

    def wrap(self, page: Page) -> Iterator[str]:
        """Yield the pieces of the whole document."""
        texts = (escape(text) for text in (page.title, page.description, page.share_title or page.title))
        policy = render_policy(self._scripts, page.connections) if self._has_policy else ""
        values = (*texts, page.head, page.body, policy + page.start)
        at_mark = dict(zip((*_MARKS, self._address), (*values, page.address), strict=True))
        yield from (at_mark.get(part, part) for part in self._parts)


def add_policy_of_theme(html: str, own: str = "") -> str:
    """Return the page `html` with its policy: it allows the scripts around its `own` text, not in it."""
    theme = html.replace(own, "") if own else html
    return add_policy(html, render_policy(hash_inline_scripts(theme)))


def _compact(html: str) -> str:
    """`html` without the indents and empty lines of the theme, which are a quarter of each page."""
    return re.sub(r"\s*\n\s*", "\n", html)
