"""Where a number is printed, with its address: a table of the paper, or a file of a repository."""

import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.views.links import PAPER_KINDS, list_links

_REPOSITORY = r"(?P<repository>[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+)"
_PART = r"(?:: (?P<part>.+))?"
_README = re.compile(rf"README of {_REPOSITORY}{_PART}")
_README_OF_ENTRY = re.compile(rf"(?P<readme>README of the .*\brepository){_PART}")
_FILE = re.compile(rf"(?P<path>[^\s:]+) in {_REPOSITORY}{_PART}")
_IN_PAPER = re.compile(
    r"(?:(?:supplementary|extended data|appendix) )?(?:table|figure|fig\.|section|page)s? \S.*", re.I
)
_GITHUB = "https://github.com/"
_LINES = re.compile(r"(?:.*, )?lines? ([1-9][0-9]*)(?:[-–]([1-9][0-9]*))?")


@dataclass(frozen=True, slots=True)
class NumberSource:
    """Where a number is printed."""

    text: str
    """All that is known of the place: `README of owner/name: section 4`, `Table 4 of the paper`."""
    url: str = ""
    """Its https address; empty where none is known."""
    file: str = ""
    """The file and the repository alone: `README of owner/name`; empty for a place in the paper."""

    @property
    def name(self) -> str:
        """The file without its repository, or else the text; a table without a file is of the paper."""
        return self.file.partition(" of ")[0] or self.text.removesuffix(" of the paper")


def find_number_source(where: str, entry: Entry, catalog: Catalog) -> NumberSource:
    """Find the address of the place that `entry` calls `where`, once for all numbers there.

    >>> find_number_source("results/all.csv in ada/model: line 7", entry, catalog).url
    'https://github.com/ada/model/blob/HEAD/results/all.csv#L7'
    """
    found = catalog.make_once(_make_store, entry)
    if where not in found:
        found[where] = _find(where, entry, catalog)
    return found[where]


def _make_store(entry: Entry, catalog: Catalog) -> dict[str, NumberSource]:
    """The empty store of places that a catalog keeps for an entry."""
    return {}


def _find(where: str, entry: Entry, catalog: Catalog) -> NumberSource:
    if found := _README.fullmatch(where):
        repository = found["repository"]
        return NumberSource(
            where, _find_readme_url(_find_repository_url(repository, entry)), f"README of {repository}"
        )
    if found := _README_OF_ENTRY.fullmatch(where):
        return NumberSource(where, _find_readme_url(next(iter(entry.links.code), "")), found["readme"])
    if found := _FILE.fullmatch(where):
        file = found["path"].rpartition("/")[2]
        return NumberSource(where, _find_file_url(found, entry), f"{file} of {found['repository']}")
    if _IN_PAPER.fullmatch(where):
        return NumberSource(f"{where} of the paper", _find_paper_url(entry, catalog))
    return NumberSource(where)


def _find_paper_url(entry: Entry, catalog: Catalog) -> str:
    links = (str(link.url) for link in list_links(entry, catalog) if link.kind in PAPER_KINDS)
    return next((url for url in links if url.startswith("https://")), "")


def _find_repository_url(repository: str, entry: Entry) -> str:
    """Return the address of `repository`: as the entry links it, or else on GitHub."""
    urls = [str(url) for _, url in entry.links.list_addresses()]
    end = f"/{repository}"
    own = (url for url in urls if end in url and urlsplit(url).path.rstrip("/").endswith(end))
    return next((url.rstrip("/") for url in own if url.startswith("https://")), f"{_GITHUB}{repository}")


def _find_readme_url(repository: str) -> str:
    """Return the address of the README, or that of the repository where it is not on GitHub."""
    if not repository.startswith("https://"):
        return ""
    return f"{repository.rstrip('/')}#readme" if repository.startswith(_GITHUB) else str(repository)


def _find_file_url(found: re.Match[str], entry: Entry) -> str:
    """Return the address of the file and its lines, or that of a repository that is not on GitHub."""
    repository = _find_repository_url(found["repository"], entry)
    if not repository.startswith(_GITHUB) or ".." in found["path"].split("/"):
        return repository
    return f"{repository}/blob/HEAD/{quote(found['path'].lstrip('/'))}{_format_lines(found['part'] or '')}"


def _format_lines(part: str) -> str:
    found = _LINES.fullmatch(part)
    if not found:
        return ""
    return f"#L{found[1]}-L{found[2]}" if found[2] else f"#L{found[1]}"
