"""arXiv's query API: a hundred ids per request, one connection, three seconds between requests."""

import re
from collections.abc import Callable, Mapping, Sequence
from urllib.parse import SplitResult
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from generator.entry.identifiers import find_arxiv_error
from generator.links.http.answer import MAX_DELIMITERS, NotUnderstood, Response
from generator.links.pacing import Pace
from generator.links.providers import semanticscholar
from generator.links.providers.client import Client, Throttled, ask_in_batches
from generator.links.service import AnswerCallback, ClientContext, LinkService
from generator.links.verdict import UNASKED, Answer, Target, Verdict, WorkRecord, dead, ok

NAME = "arxiv"
BATCH = 100
MAX_FOUND = 5
"""So many papers are asked for by title."""

GAP = 3.0
"""One request every three seconds: info.arxiv.org/help/api/tou.html."""

ATOM = "{http://www.w3.org/2005/Atom}"
_ARXIV = "{http://arxiv.org/schemas/atom}"
_WITHDRAWN = re.compile(r"\b(withdrawn|retracted)\b", re.IGNORECASE)
ENTRY_ID = re.compile(r"/abs/(.+?)(?:v\d+)?$")
_PATH = re.compile(
    r"/(?:abs|pdf|html|format|overview|papers|forum)/((?:[a-z-]+(?:\.[A-Z]{2})?/\d{7}|\d{4}\.\d{4,5}))(?:v\d+)?(?:\.pdf)?/?\Z"
)
_OWN_DOI = "10.48550/arxiv."


class Arxiv:
    """Papers by arXiv id without version."""

    def __init__(self, context: ClientContext) -> None:
        self._client = Client(SERVICE, context, Pace(context.clock, GAP))
        self._fallback = semanticscholar.SemanticScholar(context)

    def find_titles(self, title: str) -> dict[str, Answer]:
        """Return the papers with the words of `title` in theirs, by id.

        Raises BatchFailed, ServiceDown or NotUnderstood where arXiv gives no usable answer.
        """
        words = " ".join(re.findall(r"[^\W_]+", title))
        parameters = {"search_query": f'ti:"{words}"', "max_results": str(MAX_FOUND)}
        response = self._client.ask("GET", params=parameters)
        if response.status != 200:
            raise NotUnderstood(f"arXiv answers {response.status}")
        entries = read_feed(response).iter(f"{ATOM}entry")
        named = ((ENTRY_ID.search(entry.findtext(f"{ATOM}id") or ""), entry) for entry in entries)
        return {match[1]: _answer(entry) for match, entry in named if match}

    def check(self, ids: Sequence[str], on_answer: AnswerCallback) -> None:
        """Answer for each id; when arXiv refuses more requests, Semantic Scholar is asked."""
        answered: set[str] = set()

        def note_answer(id_: str, answer: Answer) -> None:
            answered.add(id_)
            on_answer(id_, answer)

        for id_ in ids:
            if find_arxiv_error(id_):
                note_answer(id_, dead("not an arXiv id"))
        try:
            self._ask_all([id_ for id_ in ids if id_ not in answered], note_answer)
        except Throttled:
            self._fallback.check([id_ for id_ in ids if id_ not in answered], on_answer)

    def _ask_all(self, ids: Sequence[str], on_answer: AnswerCallback) -> None:
        for id_ in ask_in_batches(ids, BATCH, self._ask, on_answer):
            # An answer may lack an id that exists, so each missing one is asked for once more, alone.
            for missing in ask_in_batches([id_], 1, self._ask, on_answer):
                on_answer(missing, dead("arXiv knows no such id"))

    def _ask(self, ids: Sequence[str]) -> Mapping[str, Answer]:
        answers = self._answers(ids)
        if not answers and len(ids) > 1:
            answers = self._answers(ids)  # a page without any entry is a known temporary fault of arXiv
        return answers

    def _answers(self, ids: Sequence[str]) -> dict[str, Answer]:
        parameters = {"id_list": ",".join(ids), "max_results": str(len(ids))}
        response = self._client.ask("GET", params=parameters)
        if response.status != 200:
            raise NotUnderstood(f"arXiv answers {response.status}")
        found = {}
        by_folded = {_plain(id_): id_ for id_ in ids}
        for entry in read_feed(response).iter(f"{ATOM}entry"):
            match = ENTRY_ID.search(entry.findtext(f"{ATOM}id") or "")
            if match and (id_ := by_folded.get(_plain(match[1]))):
                found[id_] = _answer(entry)
        return found


def _plain(id_: str) -> str:
    """`id_` without subject class, `math/0309136` for `math.GT/0309136`: arXiv's answers leave it out."""
    return re.sub(r"\.[A-Z]{2}/", "/", id_)


def read_feed(response: Response) -> Element:
    """Parse the Atom feed; a document type is refused, so that no entity can expand."""
    if not response.is_complete or response.body.count(b"<") + response.body.count(b"=") > MAX_DELIMITERS:
        raise NotUnderstood("arXiv's answer is too large")
    try:
        feed: Element = fromstring(response.body, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise NotUnderstood("arXiv's answer is not a feed") from error
    if feed.tag != f"{ATOM}feed":
        raise NotUnderstood("arXiv's answer is not a feed")
    if feed.findtext(f"{ATOM}entry/{ATOM}title") == "Error":
        raise NotUnderstood("arXiv refuses the request")
    return feed


def read_record(entry: Element) -> WorkRecord:
    """Read the record in an `entry` of the feed."""
    text = _reader(entry)
    return WorkRecord(
        title=text(f"{ATOM}title"),
        authors=tuple(
            " ".join(name.split())
            for node in entry.findall(f"{ATOM}author/{ATOM}name")
            if (name := node.text)
        ),
        date=text(f"{ATOM}published")[:10],
        doi=text(f"{_ARXIV}doi"),
        journal=text(f"{_ARXIV}journal_ref"),
        comment=text(f"{_ARXIV}comment"),
        abstract=text(f"{ATOM}summary"),
    )


def _answer(entry: Element) -> Answer:
    text = _reader(entry)
    record = read_record(entry)
    comment = text(f"{_ARXIV}comment")
    withdrawn = comment if _WITHDRAWN.search(comment) else ""
    if not withdrawn and _WITHDRAWN.search(summary := text(f"{ATOM}summary")):
        # Any abstract may contain the word "withdrawn"; that of a withdrawn paper begins with it.
        withdrawn = summary if _WITHDRAWN.search(summary[:80]) else ""
    if withdrawn:
        return Answer(
            Verdict.DEGRADED, f"withdrawn: {withdrawn[:200]}", facts=record, observed={"withdrawn": True}
        )
    return ok(record)


def _reader(entry: Element) -> Callable[[str], str]:
    return lambda tag: " ".join((entry.findtext(tag) or "").split())


def id_of_doi(doi: str) -> str:
    """The arXiv id in a DOI that arXiv registered, without version; empty for any other DOI."""
    bare = doi[len(_OWN_DOI) :].partition("v")[0]
    return bare if doi.lower().startswith(_OWN_DOI) and not find_arxiv_error(bare) else ""


def _paper(parts: SplitResult) -> Target:
    match = _PATH.match(parts.path)
    return (
        Target(NAME, match[1])
        if match and not find_arxiv_error(match[1])
        else Target(UNASKED, parts.geturl())
    )


def _paper_at_hub(parts: SplitResult) -> Target | None:
    """Hugging Face has pages about arXiv papers: `huggingface.co/papers/2210.10163`."""
    first, _, rest = parts.path.strip("/").partition("/")
    id_ = rest.partition("/")[0]
    return Target(NAME, id_) if first == "papers" and id_ and not find_arxiv_error(id_) else None


SERVICE = LinkService(
    name=NAME,
    title="arXiv",
    api="https://export.arxiv.org/api/query",
    provider=Arxiv,
    batch=BATCH,
    hosts={
        **dict.fromkeys(
            ("arxiv.org", "export.arxiv.org", "alphaxiv.org", "ar5iv.org", "ar5iv.labs.arxiv.org"), _paper
        ),
        **dict.fromkeys(("huggingface.co", "hf.co"), _paper_at_hub),
    },
)
