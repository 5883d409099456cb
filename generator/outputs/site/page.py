"""A page of the site: its address, what stands in its head, and its body as one HTML fragment.

A page knows nothing of the engine that puts it into a theme. It makes body and head each time it is
asked for them, so that a list of tens of thousands can be written without holding them all.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape

import yaml


@dataclass(frozen=True, slots=True)
class Page:
    """One page; `title` and `description` are plain text, what the functions make is safe HTML."""

    address: str
    """From the site's root, with a slash at the end: `papers/wang2022medclip/`; empty for home."""
    title: str
    description: str
    make_body: Callable[[], str]
    make_head: Callable[[], str] = str
    wide: bool = True
    """Whether the page goes without the theme's side columns."""
    is_listed: bool = True
    """Whether the sitemap names it."""

    @property
    def body(self) -> str:
        """What stands between the theme's header and footer."""
        return self.make_body()

    @property
    def head(self) -> str:
        """What the page adds to the document's head."""
        return self.make_head()

    @property
    def source(self) -> str:
        """The Markdown file that an engine would make this page from."""
        return f"{self.address.rstrip('/') or 'index'}.md"

    @property
    def meta(self) -> Mapping[str, object]:
        """The front matter; themes print it as it is, so it is escaped. Home bears the site's name."""
        meta: dict[str, object] = {"title": escape(self.title)} if self.address else {}
        meta["description"] = escape(self.description)
        return meta | ({"hide": ["navigation", "toc"]} if self.wide else {})

    @property
    def markdown(self) -> str:
        """The page as a Markdown file with front matter, for any engine."""
        front = yaml.safe_dump(dict(self.meta), allow_unicode=True, sort_keys=False, width=10_000)
        return f"---\n{front}---\n\n{self.body}\n"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page stands, for the addresses in it: all are relative, so the site can move."""

    address: str
    root: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "root", "../" * self.address.count("/") or "./")

    def to(self, address: str) -> str:
        """The way from this page to `address`, a page or file from the site's root."""
        return f"{self.root}{address}"
