"""Find the links of a handwritten Markdown page, as GitHub reads it."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import chain
from urllib.parse import urlsplit

from linkify_it import LinkifyIt
from markdown_it import MarkdownIt
from markdown_it.common.normalize_url import normalizeLink
from markdown_it.token import Token

from generator.entry.written_forms import find_url_error
from generator.links.gathering.recognize import recognize
from generator.links.link import LinkOccurrence

_CJK_MARKS = re.compile(
    "[\u3000-\u303f\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\u2018-\u201f\u2026]"
)
"""Punctuation that ends an address in Chinese or Japanese text, where no space follows."""

_LINKIFY = LinkifyIt(options={"fuzzy_link": False, "fuzzy_email": False, "fuzzy_ip": False})

_RESERVED = re.compile(r"(?:^|\.)(?:example(?:\.(?:com|org|net))?|invalid|test|localhost)\Z")
"""Names reserved for examples (RFC 2606): nobody should follow them."""


class _Page(MarkdownIt):
    """Markdown in which an address in angle brackets has no text: it is found as the target of the link."""

    def normalizeLinkText(self, link: str) -> str:
        return ""


def find_page_links(text: str, path: str) -> list[LinkOccurrence]:
    """Find the links and images of the Markdown `text`, each address once, at its first position.

    Code spans and blocks are skipped.
    """
    found: dict[str, LinkOccurrence] = {}
    rows = text.splitlines()
    for token in _Page("commonmark").enable("table").parse(text):
        for url in _list_urls([token]):
            url = url.partition("#")[0]
            if url not in found and not _is_skipped(url):
                line, column = _find_position(rows, token.map, url)
                found[url] = LinkOccurrence(url, recognize(url), path, "page", line=line, column=column)
    return list(found.values())


def _list_urls(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        for name in ("href", "src"):
            if isinstance(url := token.attrs.get(name), str):
                yield url
        if token.type in ("html_block", "html_inline"):
            yield from _Tags(token.content).urls
        if token.type == "text":
            yield from _find_bare_addresses(token.content)
        yield from _list_urls(token.children or [])


def _find_bare_addresses(text: str) -> Iterator[str]:
    """The addresses in plain text, in which brackets are balanced and the end of a sentence is left out."""
    for part in _CJK_MARKS.split(text) if "://" in text else ():
        for match in _LINKIFY.match(part) or ():
            if match.raw.startswith(("http://", "https://")):
                yield normalizeLink(match.raw)  # as browsers write a host or a path of other letters


def _is_skipped(url: str) -> bool:
    if not url.startswith(("http://", "https://")) or find_url_error(url):
        return True
    host = urlsplit(url).hostname or ""
    return bool(_RESERVED.search(host)) or "{{" in url


def _find_position(rows: list[str], lines: list[int] | None, url: str) -> tuple[int, int]:
    """The line and column of `url`, from 1: within the block's lines, or where a reference defines it."""
    start, end = lines or (0, 0)
    for number in chain(range(start, min(end, len(rows))), range(len(rows))):
        if (column := rows[number].find(url)) >= 0:
            return number + 1, column + 1
    return start + 1, 1


class _Tags(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.urls: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.urls += [value for name, value in attributes if name in ("href", "src") and value]
