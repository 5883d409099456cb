"""Put text into HTML: escaped, and as links to other pages."""

from collections.abc import Iterable
from typing import Any

from markupsafe import Markup, escape


def escape_text(text: str) -> str:
    """Escape `text` as `markupsafe.escape` does, but without making a `Markup`, which takes longer."""
    return (
        text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace('"', "&#34;")
        .replace("'", "&#39;")
    )


def print_value(value: Any) -> str:
    """Return what a template prints for `value`: HTML as it is, everything else escaped."""
    if type(value) is str:
        return escape_text(value)
    return value if type(value) is Markup else escape(value)


def join_links(links: Iterable[tuple[str, str]], root: str) -> Markup:
    """Join links with commas; each is its text and its address below `root`, empty for a plain text.

    >>> join_links([("A & B", "papers/a/"), ("C", "")], "../")
    Markup('<a href="../papers/a/">A &amp; B</a>, C')
    """
    return Markup(", ".join(_link(text, address, root) for text, address in links))


def _link(text: str, address: str, root: str) -> str:
    shown = escape_text(text)
    return f'<a href="{escape_text(root + address)}">{shown}</a>' if address else shown
