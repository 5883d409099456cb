"""arXiv's search: the records of a query, page by page, at the pace that arXiv asks for."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from generator.links.answers.verdict import WorkRecord
from generator.links.asking.client import Client, ServiceDown
from generator.links.asking.pacing import Pace
from generator.links.asking.service import ClientContext
from generator.links.http.answer import NotUnderstood
from generator.links.providers.arxiv import ATOM, ENTRY_ID, GAP, SERVICE, read_feed, read_record

PAGE = 200
"""Records in one answer: about half a megabyte. arXiv allows 2,000."""

_TOTAL = "{http://a9.com/-/spec/opensearch/1.1/}totalResults"
_ATTEMPTS = 3
"""A page without any entry is a known temporary fault of arXiv."""


@dataclass(frozen=True, slots=True)
class FoundRecord:
    """A record that a search found, with its id without version."""

    id: str
    record: WorkRecord
    categories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The records of one answer, and how many the query finds in all."""

    records: tuple[FoundRecord, ...]
    total: int


class ArxivSearch:
    """Asks arXiv for the records of a query, the oldest first, so that new ones do not move the pages."""

    def __init__(self, context: ClientContext) -> None:
        self._client = Client(SERVICE, context, Pace(context.clock, GAP))

    def read_page(self, query: str, start: int) -> Page:
        """Read the page that begins with the record number `start`.

        Raises BatchFailed, NotUnderstood or ServiceDown where arXiv gives no usable answer.
        """
        for _ in range(_ATTEMPTS):
            page = self._ask(query, start)
            if page.records or page.total <= start:
                return page
        raise ServiceDown(f"arXiv gives no records from number {start} on, of {page.total}")

    def _ask(self, query: str, start: int) -> Page:
        parameters = {
            "search_query": query,
            "start": str(start),
            "max_results": str(PAGE),
            "sortBy": "submittedDate",
            "sortOrder": "ascending",
        }
        response = self._client.ask("GET", params=parameters)
        if response.status == 403:
            raise ServiceDown("arXiv answers 403: left for the next run")  # it asks to stop at once
        if response.status != 200:
            raise NotUnderstood(f"arXiv answers {response.status}")
        feed = read_feed(response)
        total = feed.findtext(_TOTAL) or ""
        if not (total.isascii() and total.isdigit()):
            raise NotUnderstood("arXiv's answer does not say how many records there are")
        return Page(tuple(_read_entries(feed)), int(total[:9]))


def _read_entries(feed: Element) -> Iterator[FoundRecord]:
    for entry in feed.iter(f"{ATOM}entry"):
        if match := ENTRY_ID.search(entry.findtext(f"{ATOM}id") or ""):
            categories = (found.get("term") or "" for found in entry.iter(f"{ATOM}category"))
            yield FoundRecord(match[1], read_record(entry), tuple(filter(None, categories)))
