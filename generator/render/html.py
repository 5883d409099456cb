"""Put text into HTML: escaped, and as links to other pages."""

from collections.abc import Callable, Iterable
from typing import Any

import markupsafe
from markupsafe import Markup, escape


def _replace_signs(text: str) -> str:
    return (
        text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace('"', "&#34;")
        .replace("'", "&#39;")
    )


_escape: Callable[[str], str] = getattr(markupsafe, "_escape_inner", _replace_signs)
"""The part of `markupsafe.escape` in C, where it has one: the rest makes a `Markup`, which takes longer."""


def escape_text(text: str) -> str:
    """Escape `text` as `markupsafe.escape` does."""
    return _escape(text)


def print_value(value: Any) -> str:
    """Return what a template prints for `value`: HTML as it is, everything else escaped."""
    if isinstance(value, Markup):
        return value
    return _escape(value) if isinstance(value, str) else escape(value)


def join_links(links: Iterable[tuple[str, str]], root: str) -> Markup:
    """Join links with commas; each is its text and its address below `root`, empty for a plain text.

    >>> join_links([("A & B", "papers/a/"), ("C", "")], "../")
    Markup('<a href="../papers/a/">A &amp; B</a>, C')
    """
    return Markup(", ".join(_make_link(text, address, root) for text, address in links))


def _make_link(text: str, address: str, root: str) -> str:
    shown = _escape(text)
    return f'<a href="{_escape(root + address)}">{shown}</a>' if address else shown
