"""Read every output of a catalogue as its readers do, and say what in it would do more than be read."""

import csv
import io
import json
import re
from collections.abc import Iterator
from xml.etree import ElementTree

import rispy
from lxml import html
from markdown_it import MarkdownIt
from markdown_it.token import Token
from pybtex.database import parse_string

from generator.catalog.catalog import Catalog
from generator.outputs import data, readme
from generator.outputs.site import list_pages
from generator.outputs.site.page import Page
from generator.settings import Settings
from tests.paths import PROJECT

HOME = Settings(
    "A list", "What it is.", "What is in it.", "https://list.example.org", "https://github.com/ada/list"
)
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])

_OWN_TAGS = re.compile(r"</?span>|<!--lint (dis|en)able [a-z -]+-->|<!-- (Off, because|Made by) [^<>]* -->")
"""The tags and comments that README's own template and escapes write."""

_ADDRESSES = ("href", "src", "action", "formaction", "data", "poster", "xlink:href")
_ATOM = "{http://www.w3.org/2005/Atom}"


def faults(catalog: Catalog, title: str) -> list[str]:
    """Everything wrong in the outputs of `catalog`; each must hold the text `title` somewhere."""
    found = list(readme_faults(catalog, title))
    for page in list_pages(catalog, HOME):
        found += (f"{page.address}: {fault}" for fault in page_faults(page))
    files = dict(data.render_data_files(catalog, HOME))
    found += data_faults(files, catalog, title)
    return found


def readme_faults(catalog: Catalog, title: str) -> Iterator[str]:
    text = readme.render_readme_files(catalog, HOME, PROJECT)["README.md"]
    seen: list[str] = []
    for token in _walk(READER.parse(text)):
        if token.type in ("html_block", "html_inline") and _OWN_TAGS.sub("", token.content).strip():
            yield f"README holds the tag {token.content!r}"
        if token.type == "image" and "awesome.re" not in str(token.attrs["src"]):
            yield f"README shows the image {token.attrs['src']}"
        if token.type == "link_open" and not re.match(r"https?://|#|[\w./]", str(token.attrs["href"])):
            yield f"README links {token.attrs['href']}"
        if token.type == "inline":
            seen.append("".join(part.content for part in _walk(token.children or []) if _is_text(part)))
    if not any(title in line for line in seen):
        yield f"README does not show {title!r}"
    if not re.search(r"^## Licen[cs]e", text, re.MULTILINE):
        yield "README's end is gone"


def _is_text(token: Token) -> bool:
    return token.type in ("text", "code_inline")


def _walk(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _walk(token.children or [])


def page_faults(page: Page) -> Iterator[str]:
    """What a browser would do with body, head and front matter besides showing them."""
    front = "".join(f'<meta content="{value}">' for value in page.meta.values() if isinstance(value, str))
    for place, text in (("body", page.body), ("head", page.head), ("meta", front)):
        root = html.fragment_fromstring(text or "<i></i>", create_parent="div")
        for element in root.iter(html.etree.Element):
            yield from (f"{place}: {fault}" for fault in element_faults(element))
    if page.markdown.count("\n---\n") < 1:
        yield "the front matter does not end"


OWN_SCRIPT = 'if (location.search) document.documentElement.className += " browse-asked"'
"""The one script that stands in a page: nothing of an entry is in it."""


def element_faults(element: html.HtmlElement) -> Iterator[str]:
    tag = str(element.tag)
    is_data = element.get("type") in ("application/ld+json", "application/json")
    if tag == "script" and is_data:
        json.loads(element.text or "")
    elif (
        tag == "script"
        and element.text != OWN_SCRIPT
        and not re.match(r"[\w./]*assets/[\w./-]+\.js\Z", element.get("src", ""))
    ):
        yield f"a script: {element.text!r}"
    if tag in ("iframe", "object", "embed", "img", "base", "marquee", "math"):
        yield f"a tag <{tag}>"
    for name, value in element.attrib.items():
        if name.lower().startswith("on"):
            yield f"an event handler {name}={value!r}"
        if name.lower() in _ADDRESSES and re.match(r"\W*(javascript|data|vbscript):", value, re.IGNORECASE):
            yield f"an address {value!r}"


def data_faults(files: dict[str, str], catalog: Catalog, title: str) -> Iterator[str]:
    """What other programs would read beside the entries of `catalog`."""
    ids = sorted(catalog.entries)
    for name in ("data/csl.json", "data/vocabularies.json", "data/entry.schema.json", "data/names.json"):
        json.loads(files[name])
    if title not in [entry["title"] for entry in json.loads(files["data/entries.json"])["entries"]]:
        yield "JSON does not hold the title"
    if sorted(parse_string(files["data/entries.bib"], "bibtex").entries) != ids:
        yield "BibTeX has other records than entries"
    if sorted(record["id"] for record in rispy.loads(files["data/entries.ris"])) != ids:
        yield "RIS has other records than entries"
    yield from table_faults(files["data/entries.csv"], len(ids))
    yield from feed_faults(files["data/feed.xml"], len(ids))


def table_faults(text: str, count: int) -> Iterator[str]:
    rows = list(csv.reader(io.StringIO(text, newline="")))
    if len(rows) != count + 1 or any(len(row) != len(rows[0]) for row in rows):
        yield "CSV has other rows than entries"
    for cell in (cell for row in rows for cell in row):
        if cell.startswith(tuple("=+-@\t\r")):
            yield f"CSV holds the formula {cell!r}"


def feed_faults(text: str, count: int) -> Iterator[str]:
    feed = ElementTree.fromstring(text)
    if len(feed.findall(f"{_ATOM}entry")) != count:
        yield "the feed has other entries"
    for content in feed.iter(f"{_ATOM}content"):
        body = html.fragment_fromstring(content.text or "", create_parent="div")
        for element in body.iter(html.etree.Element):
            yield from (f"feed: {fault}" for fault in element_faults(element))
