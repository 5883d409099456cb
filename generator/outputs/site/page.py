"""A page of the site: its address, its additions to the head, and its body as one HTML fragment.

A page knows nothing of the engine that puts it into a theme. It renders body and head each time they
are read, so that tens of thousands of pages can be written without all of them in memory.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

import yaml


@dataclass(frozen=True, slots=True)
class Page:
    """One page; `title` and `description` are plain text, the functions return safe HTML."""

    address: str
    """From the root of the site, with a slash at the end: `papers/wang2022medclip/`; empty for home."""
    title: str
    description: str
    make_body: Callable[[], str]
    make_head: Callable[[], str] = str
    is_wide: bool = True
    """Whether the page is without the side columns of the theme."""
    is_listed: bool = True
    """Whether the sitemap lists it."""
    share_title: str = ""
    """The title of a shared link, where it is not `title`."""
    make_start: Callable[[], str] = str
    make_files: Callable[[], Mapping[str, str]] | None = None
    """Renders the files that only the scripts of this page load, as text by their address."""
    connections: Sequence[str] = ()
    """Origins of other hosts that the page asks when a person wants it; it may ask no others."""

    @property
    def body(self) -> str:
        """The HTML between header and footer of the theme."""
        return self.make_body()

    @property
    def head(self) -> str:
        """The HTML that the page adds to the head of the document."""
        return self.make_head()

    @property
    def start(self) -> str:
        """The HTML that the page puts before all else of the head, so that it waits for no styles."""
        return self.make_start()

    @property
    def source(self) -> str:
        """The path of the Markdown file from which an engine would render this page."""
        return f"{self.address.rstrip('/') or 'index'}.md"

    @property
    def meta(self) -> Mapping[str, object]:
        """The front matter, escaped because themes print it as it is; home has the title of the site."""
        meta: dict[str, object] = {"title": escape(self.title)} if self.address else {}
        meta["description"] = escape(self.description)
        return meta | ({"hide": ["navigation", "toc"]} if self.is_wide else {})

    @property
    def markdown(self) -> str:
        """The page as a Markdown file with front matter, for any engine."""
        front = yaml.safe_dump(dict(self.meta), allow_unicode=True, sort_keys=False, width=10_000)
        return f"---\n{front}---\n\n{self.body}\n"


@dataclass(frozen=True, slots=True)
class Place:
    """The address of a page, from which all its links are relative, so that the site can move.

    >>> Place("task/vqa/").to("browse/")
    '../../browse/'
    """

    address: str
    root: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "root", "../" * self.address.count("/") or "./")

    def to(self, address: str) -> str:
        """Return the relative link from this page to `address`, which is from the root of the site."""
        return f"{self.root}{address}"
