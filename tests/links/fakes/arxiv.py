"""A fake of arXiv's query API: the documented shapes, and the terms (one connection, three seconds apart)."""

import random
import re
from dataclasses import dataclass
from xml.sax.saxutils import escape

from generator.entry.model import Entry
from generator.text import split_words
from tests.links.fakes import arxiv_search
from tests.links.fakes.fake import FakeService
from tests.links.fakes.server import Reply, Request
from tests.links.fakes.world import World

_FORM = re.compile(r"(\d{4}\.\d{4,5}|(?:cs|hep-ex|math)(\.[A-Z]{2})?/\d{7})(v\d+)?\Z")
"""What arXiv accepts, not what the checker takes for an id: `0000.0000` passes, most archives do not."""

_HEAD = (
    "<?xml version='1.0' encoding='UTF-8'?>\n<feed xmlns:opensearch=\"http://a9.com/-/spec/opensearch/1.1/\""
    ' xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">'
)


def _has(words: list[str], wanted: list[str]) -> bool:
    starts = range(len(words) - len(wanted) + 1)
    return bool(wanted) and any(words[start : start + len(wanted)] == wanted for start in starts)


@dataclass
class Paper:
    title: str
    authors: tuple[str, ...]
    published: str = "2024-01-01"
    comment: str = ""
    summary: str = "Invented abstract."
    doi: str = ""
    journal: str = ""
    citations: int = 0
    categories: tuple[str, ...] = ("cs.CV",)


class Fake(FakeService):
    examples = (
        ("https://arxiv.org/abs/2210.10163v2", "arxiv:2210.10163"),
        ("http://www.arxiv.org/pdf/2210.10163.pdf", "arxiv:2210.10163"),
        ("https://arxiv.org/html/2210.10163", "arxiv:2210.10163"),
        ("https://arxiv.org/abs/hep-ex/9901001", "arxiv:hep-ex/9901001"),
        ("https://ar5iv.labs.arxiv.org/html/2210.10163", "arxiv:2210.10163"),
        ("https://www.alphaxiv.org/overview/2210.10163", "arxiv:2210.10163"),
        ("https://huggingface.co/papers/2210.10163", "arxiv:2210.10163"),
        ("https://doi.org/10.48550/arXiv.2210.10163", "arxiv:2210.10163"),
        ("https://arxiv.org/list/cs.CV/recent", "unasked:https://arxiv.org/list/cs.CV/recent"),
    )

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self.ended = float("-inf")
        self.too_soon = 0
        self.throttle = 0
        self.empty_pages = 0
        self.forget_once: set[str] = set()

    def __call__(self, request: Request) -> Reply:
        if self.world.enforce and self.world.clock.monotonic() - self.ended < 3.0:
            self.too_soon += 1
            return self._rate_exceeded()
        self.ended = self.world.clock.monotonic()
        if self.throttle:
            self.throttle -= 1
            return self._rate_exceeded()
        most = int(request.query.get("max_results", ["10"])[0])
        if "sortBy" in request.query:
            found, total = arxiv_search.find(request, self.world.papers)
            return self._feed(self._found(found) and found, total)
        if "search_query" in request.query:
            return self._feed(self._named(request.query["search_query"][0])[:most])
        ids = request.query["id_list"][0].split(",")
        for id_ in ids:
            if not _FORM.match(id_):
                return self._error(id_)
        return self._feed(self._found(ids)[:most])

    def add(self, id_: str, entry: Entry) -> None:
        self.world.papers.setdefault(id_, Paper(entry.title, entry.authors))

    def _named(self, query: str) -> list[str]:
        """The papers with the phrase of `ti:"…"` in their titles, as arXiv finds them: by whole words."""
        phrase = re.fullmatch(r'ti:"([^"]*)"', query)
        wanted = split_words(phrase[1]) if phrase else []
        return [id_ for id_, paper in self.world.papers.items() if _has(split_words(paper.title), wanted)]

    def _found(self, ids: list[str]) -> list[str]:
        if self.empty_pages:
            self.empty_pages -= 1
            return []
        bare = [re.sub(r"v\d+$", "", id_) for id_ in ids]
        known = [id_ for id_ in bare if id_ in self._papers and id_ not in self.forget_once]
        self.forget_once -= set(bare)
        random.Random(7).shuffle(known)
        return known

    @property
    def _papers(self) -> dict[str, Paper]:
        """All papers; one is in every world, as on the real arXiv."""
        return {"0704.0001": Paper("Calculation of a made-up quantity", ("Ada Example",))} | self.world.papers

    def _rate_exceeded(self) -> Reply:
        return Reply(429, b"Rate exceeded.", {"Content-Type": "text/plain"})

    def _error(self, id_: str) -> Reply:
        entry = (
            f"<entry><id>https://arxiv.org/api/errors#incorrect_id_format_for_{escape(id_)}</id><title>Error</title>"
            f"<summary>incorrect id format for {escape(id_)}</summary></entry>"
        )
        return Reply(400, f"{_HEAD}{entry}</feed>".encode())

    def _feed(self, ids: list[str], number: int | None = None) -> Reply:
        number = len(ids) if number is None else number
        total = f"<opensearch:totalResults>{number}</opensearch:totalResults>"
        text = f"{_HEAD}<title>arXiv Query</title>{total}{''.join(map(self._entry, ids))}</feed>"
        return Reply(200, text.encode(), {"Content-Type": "application/atom+xml; charset=utf-8"})

    def _entry(self, id_: str) -> str:
        paper = self._papers[id_]
        shown = re.sub(r"\.[A-Z]{2}/", "/", id_)
        extra = "".join(
            f"<arxiv:{tag}>{escape(value)}</arxiv:{tag}>"
            for tag, value in (("comment", paper.comment), ("journal_ref", paper.journal), ("doi", paper.doi))
            if value
        )
        authors = "".join(f"<author><name>{escape(name)}</name></author>" for name in paper.authors)
        terms = "".join(f'<category term="{escape(term)}"/>' for term in paper.categories)
        title = escape(paper.title.replace(": ", ":\n  "))
        return (
            f"<entry><id>http://arxiv.org/abs/{shown}v2</id><title>{title}</title>"
            f"<summary>{escape(paper.summary)}</summary><published>{paper.published}T00:00:00Z</published>{extra}{authors}{terms}</entry>"
        )
