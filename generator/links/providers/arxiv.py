"""arXiv's query API: a hundred ids a request, one connection, three seconds between requests."""

import re
from collections.abc import Callable, Mapping, Sequence
from urllib.parse import SplitResult
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from generator.entry.identifiers import find_arxiv_error
from generator.links.http.answer import MAX_MARKS, NotUnderstood, Response
from generator.links.pacing import Pace
from generator.links.providers import semanticscholar
from generator.links.providers.client import Client, Throttled, batches
from generator.links.service import LinkService, Setting, Tell
from generator.links.verdict import UNASKED, Answer, Record, Target, Verdict, dead, ok

NAME = "arxiv"
BATCH = 100
GAP = 3.0
"""One request every three seconds: info.arxiv.org/help/api/tou.html."""

_ATOM = "{http://www.w3.org/2005/Atom}"
_ARXIV = "{http://arxiv.org/schemas/atom}"
_WITHDRAWN = re.compile(r"\b(withdrawn|retracted)\b", re.IGNORECASE)
_ENTRY_ID = re.compile(r"/abs/(.+?)(?:v\d+)?$")
_PATH = re.compile(
    r"/(?:abs|pdf|html|format|overview|papers|forum)/((?:[a-z-]+(?:\.[A-Z]{2})?/\d{7}|\d{4}\.\d{4,5}))(?:v\d+)?(?:\.pdf)?/?\Z"
)
_OWN_DOI = "10.48550/arxiv."


class Arxiv:
    """Papers by bare id."""

    def __init__(self, setting: Setting) -> None:
        self._client = Client(SERVICE, setting, Pace(setting.clock, GAP))
        self._fallback = semanticscholar.SemanticScholar(setting)

    def check(self, ids: Sequence[str], tell: Tell) -> None:
        """Tell of each id; where arXiv wants no more requests, Semantic Scholar is asked."""
        told: set[str] = set()

        def note(id_: str, answer: Answer) -> None:
            told.add(id_)
            tell(id_, answer)

        for id_ in ids:
            if find_arxiv_error(id_):
                note(id_, dead("no arXiv id"))
        try:
            self._ask_all([id_ for id_ in ids if id_ not in told], note)
        except Throttled:
            self._fallback.check([id_ for id_ in ids if id_ not in told], tell)

    def _ask_all(self, ids: Sequence[str], tell: Tell) -> None:
        for id_ in batches(ids, BATCH, self._ask, tell):
            # An answer may leave out an id that exists, so each is asked for once more, alone.
            for missing in batches([id_], 1, self._ask, tell):
                tell(missing, dead("arXiv knows no such id"))

    def _ask(self, ids: Sequence[str]) -> Mapping[str, Answer]:
        answers = self._answers(ids)
        if not answers and len(ids) > 1:
            answers = self._answers(ids)  # a page without any entry is a known passing fault
        return answers

    def _answers(self, ids: Sequence[str]) -> dict[str, Answer]:
        parameters = {"id_list": ",".join(ids), "max_results": str(len(ids))}
        response = self._client.ask("GET", params=parameters)
        if response.status != 200:
            raise NotUnderstood(f"arXiv answers {response.status}")
        found = {}
        by_folded = {_plain(id_): id_ for id_ in ids}
        for entry in _feed(response).iter(f"{_ATOM}entry"):
            match = _ENTRY_ID.search(entry.findtext(f"{_ATOM}id") or "")
            if match and (id_ := by_folded.get(_plain(match[1]))):
                found[id_] = _answer(entry)
        return found


def _plain(id_: str) -> str:
    """An id without the subject class that arXiv leaves out of old ones: `math.GT/0309136`."""
    return re.sub(r"\.[A-Z]{2}/", "/", id_)


def _feed(response: Response) -> Element:
    """The feed; no document type is read, so no entity can grow."""
    if not response.whole or response.body.count(b"<") + response.body.count(b"=") > MAX_MARKS:
        raise NotUnderstood("arXiv's answer is too large")
    try:
        feed: Element = fromstring(response.body, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise NotUnderstood("arXiv's answer is no feed") from error
    if feed.tag != f"{_ATOM}feed":
        raise NotUnderstood("arXiv's answer is no feed")
    if feed.findtext(f"{_ATOM}entry/{_ATOM}title") == "Error":
        raise NotUnderstood("arXiv refuses the request")
    return feed


def _answer(entry: Element) -> Answer:
    text = _reader(entry)
    record = Record(
        title=text(f"{_ATOM}title"),
        authors=tuple(
            " ".join(name.split())
            for node in entry.findall(f"{_ATOM}author/{_ATOM}name")
            if (name := node.text)
        ),
        date=text(f"{_ATOM}published")[:10],
        doi=text(f"{_ARXIV}doi"),
        journal=text(f"{_ARXIV}journal_ref"),
        comment=text(f"{_ARXIV}comment"),
        abstract=text(f"{_ATOM}summary"),
    )
    comment = text(f"{_ARXIV}comment")
    withdrawn = comment if _WITHDRAWN.search(comment) else ""
    if not withdrawn and _WITHDRAWN.search(summary := text(f"{_ATOM}summary")):
        # An abstract may speak of withdrawn things; that of a withdrawn paper begins with it.
        withdrawn = summary if _WITHDRAWN.search(summary[:80]) else ""
    if withdrawn:
        return Answer(
            Verdict.DEGRADED, f"withdrawn: {withdrawn[:200]}", facts=record, observed={"withdrawn": True}
        )
    return ok(record)


def _reader(entry: Element) -> Callable[[str], str]:
    return lambda tag: " ".join((entry.findtext(tag) or "").split())


def id_of_doi(doi: str) -> str:
    """The id in a DOI that arXiv gave, without a version; empty for any other DOI."""
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
    """Hugging Face has a page for each paper of arXiv that it speaks of."""
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
