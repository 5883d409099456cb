"""arXiv's query API: a hundred ids per request, one connection, three seconds between requests."""

import re
from collections.abc import Callable, Mapping, Sequence
from urllib.parse import SplitResult
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from generator.entry.identifiers import find_arxiv_error
from generator.entry.people import split_name
from generator.links.answers.published import find_published_doi
from generator.links.answers.retraction import is_withdrawal
from generator.links.answers.verdict import (
    UNASKED,
    Answer,
    Target,
    Verdict,
    WorkRecord,
    answer_for_work,
    dead,
    unknown,
)
from generator.links.asking.client import Client, ServiceDown, look_twice
from generator.links.asking.pacing import Pace
from generator.links.asking.service import AnswerCallback, ClientContext, LinkService
from generator.links.http.answer import MAX_DELIMITERS, NotUnderstood, Response
from generator.links.providers import semanticscholar

NAME = "arxiv"
BATCH = 100
MAX_FOUND = 5
"""The most papers that are asked for by title."""

GAP = 3.0
"""One request every three seconds: info.arxiv.org/help/api/tou.html."""

ATOM = "{http://www.w3.org/2005/Atom}"
_ARXIV = "{http://arxiv.org/schemas/atom}"
_KNOWN = "0704.0001"
"""The first paper with an id of today's form: an answer without it is not to be believed."""

_REFUSED_ID = re.compile(r"incorrect id format for (\S+)")
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
        return {match[1]: _make_answer(entry) for match, entry in named if match}

    def check(self, ids: Sequence[str], on_answer: AnswerCallback) -> None:
        """Answer for each id; when arXiv is down or refuses more requests, Semantic Scholar is asked."""
        left = dict.fromkeys(ids)
        silence = ""

        def note_answer(id_: str, answer: Answer) -> None:
            nonlocal silence
            if answer.skipped:
                silence = answer.detail
                return
            del left[id_]
            on_answer(id_, answer)

        for id_ in ids:
            if find_arxiv_error(id_):
                note_answer(id_, dead("not an arXiv id"))
        try:
            self._ask_all(list(left), note_answer)
        except ServiceDown as error:
            silence = str(error)
        if left:
            self._fallback.check(list(left), on_answer, because=silence)

    def _ask_all(self, ids: Sequence[str], on_answer: AnswerCallback) -> None:
        # An answer may lack an id that exists, so what is missing is asked for once more.
        look_twice(ids, BATCH, self._ask, on_answer, "arXiv knows no such id")

    def _ask(self, ids: Sequence[str]) -> Mapping[str, Answer]:
        """Ask for several ids; those that arXiv calls malformed are left out of the next request."""
        refused: dict[str, Answer] = {}
        while left := [id_ for id_ in ids if id_ not in refused]:
            response = self._send(left)
            id_ = _find_refused_id(response, left)
            if not id_:
                return refused | self._read_found(response, left)
            refused[id_] = dead("arXiv refuses this id")
        return refused

    def _read_found(self, response: Response, ids: Sequence[str]) -> dict[str, Answer]:
        answers = _read_answers(response, ids)
        if answers or len(ids) == 1:
            return answers
        # A page without any entry is a known temporary fault of arXiv.
        again = [*ids, _KNOWN]
        answers = _read_answers(self._send(again), again)
        if answers:
            return answers
        return dict.fromkeys(
            ids, unknown(f"arXiv finds none of {len(ids)} ids: not believed, asked again another day")
        )

    def _send(self, ids: Sequence[str]) -> Response:
        parameters = {"id_list": ",".join(ids), "max_results": str(len(ids))}
        response = self._client.ask("GET", params=parameters)
        if response.status == 403:
            raise ServiceDown("arXiv answers 403: left for the next run")  # it asks to stop at once
        return response


def _read_answers(response: Response, ids: Sequence[str]) -> dict[str, Answer]:
    if response.status != 200:
        raise NotUnderstood(f"arXiv answers {response.status}")
    found = {}
    by_folded = {_strip_version(id_): id_ for id_ in ids}
    for entry in read_feed(response).iter(f"{ATOM}entry"):
        match = ENTRY_ID.search(entry.findtext(f"{ATOM}id") or "")
        if match and (id_ := by_folded.get(_strip_version(match[1]))):
            found[id_] = _make_answer(entry)
    return found


def _find_refused_id(response: Response, ids: Sequence[str]) -> str:
    """The one of `ids` that arXiv's error names as malformed; empty if it names none."""
    if b"incorrect id format" not in response.body[:10_000]:
        return ""
    match = _REFUSED_ID.search(response.body[:10_000].decode("utf-8", "replace").replace("<", " "))
    named = match[1] if match else ""
    return next((id_ for id_ in ids if _strip_version(id_) == _strip_version(named)), "")


def _strip_version(id_: str) -> str:
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
    text = _make_reader(entry)
    return WorkRecord(
        title=text(f"{ATOM}title"),
        people=tuple(
            split_name(name)
            for node in entry.findall(f"{ATOM}author/{ATOM}name")
            if (name := " ".join((node.text or "").split()))
        ),
        date=text(f"{ATOM}published")[:10],
        doi=find_published_doi(text(f"{_ARXIV}doi")),
        journal=text(f"{_ARXIV}journal_ref"),
        comment=text(f"{_ARXIV}comment"),
        abstract=text(f"{ATOM}summary"),
    )


def _make_answer(entry: Element) -> Answer:
    record = read_record(entry)
    # Any abstract may contain the word "withdrawn"; that of a withdrawn paper begins with it.
    for words in (record.comment, record.abstract[:80]):
        if is_withdrawal(words):
            detail = f"withdrawn: {words[:200]}"
            return Answer(Verdict.DEGRADED, detail, facts=record, observed={"withdrawn": True})
    return answer_for_work(record)


def _make_reader(entry: Element) -> Callable[[str], str]:
    return lambda tag: " ".join((entry.findtext(tag) or "").split())


def read_arxiv_id(doi: str) -> str:
    """The arXiv id in a DOI that arXiv registered, without version; empty for any other DOI."""
    bare = doi[len(_OWN_DOI) :].partition("v")[0]
    return bare if doi.lower().startswith(_OWN_DOI) and not find_arxiv_error(bare) else ""


def _find_paper(parts: SplitResult) -> Target:
    match = _PATH.match(parts.path)
    return (
        Target(NAME, match[1])
        if match and not find_arxiv_error(match[1])
        else Target(UNASKED, parts.geturl())
    )


def _find_paper_at_hub(parts: SplitResult) -> Target | None:
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
            ("arxiv.org", "export.arxiv.org", "alphaxiv.org", "ar5iv.org", "ar5iv.labs.arxiv.org"),
            _find_paper,
        ),
        **dict.fromkeys(("huggingface.co", "hf.co"), _find_paper_at_hub),
    },
)
