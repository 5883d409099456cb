"""Tell from a web address which identifier it holds, so that the service that knows it is asked."""

import re
from collections.abc import Callable
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from generator.entry.identifiers import arxiv_fault, doi_fault
from generator.links.verdict import Target

ARXIV, DOI, GITHUB, HUB, PUBMED, WEB = "arxiv", "doi", "github", "huggingface", "pubmed", "web"
SERVICES = (ARXIV, DOI, GITHUB, HUB, PUBMED, WEB)
UNASKED = "unasked"
"""Pages of arXiv and GitHub that are neither a paper nor a repository: never requested."""

_ARXIV_HOSTS = {"arxiv.org", "export.arxiv.org", "alphaxiv.org", "ar5iv.org", "ar5iv.labs.arxiv.org"}
_ARXIV_PATH = re.compile(
    r"/(?:abs|pdf|html|format|overview|papers|forum)/((?:[a-z-]+(?:\.[A-Z]{2})?/\d{7}|\d{4}\.\d{4,5}))(?:v\d+)?(?:\.pdf)?/?\Z"
)
_GITHUB_OTHER = re.compile(
    r"about|apps|collections|contact|customer-stories|enterprise|events|explore|features|join|"
    r"login|marketplace|notifications|orgs|pricing|search|security|settings|sponsors|stars|"
    r"topics|trending|users"
)
_GITHUB_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})/[A-Za-z0-9._-]{1,100}\Z", re.ASCII)
_HUB_OTHER = re.compile(r"blog|collections|docs|join|learn|organizations|papers|posts|pricing|tasks")
_HUB_NAME = re.compile(r"[A-Za-z0-9._-]{1,96}(?:/[A-Za-z0-9._-]{1,96})?\Z", re.ASCII)
_DOI_IN_PATH = re.compile(r"10\.\d{4,9}/[^?#]+")
_DOI_TAIL = re.compile(
    r"(?:/(?:abstract|full|fulltext|pdf|epdf|epub|meta|html|references|summary)|\.full\.pdf|\.full|\.pdf|\.html)+/?\Z"
)
_DOI_HOSTS = re.compile(
    r"link\.springer\.com|onlinelibrary\.wiley\.com|dl\.acm\.org|tandfonline\.com|"
    r"journals\.sagepub\.com|pubs\.acs\.org|science\.org|pnas\.org|pubs\.rsna\.org|"
    r"frontiersin\.org|journals\.plos\.org|ascopubs\.org|ahajournals\.org|"
    r"liebertpub\.com|annualreviews\.org|worldscientific\.com|iopscience\.iop\.org|"
    r"spiedigitallibrary\.org"
)


def recognise(url: str) -> Target:
    """The target that `url` leads to; what holds no identifier is plain web."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return Target(UNASKED, url)
    for hosts, find in _FINDERS:
        if host in hosts and (target := find(parts)):
            return target
    if doi := _publisher_doi(host, parts):
        return doi_target(doi)
    return Target(WEB, url.partition("#")[0])


def doi_target(doi: str) -> Target:
    """The target of a DOI; arXiv's own DOIs are arXiv ids."""
    folded = doi.lower()
    if folded.startswith("10.48550/arxiv.") and not arxiv_fault(bare := doi[15:].partition("v")[0]):
        return Target(ARXIV, bare)
    return Target(DOI, folded)


def _arxiv(parts: SplitResult) -> Target:
    match = _ARXIV_PATH.match(parts.path)
    return Target(ARXIV, match[1]) if match and not arxiv_fault(match[1]) else Target(UNASKED, parts.geturl())


def _doi(parts: SplitResult) -> Target | None:
    doi = unquote(parts.path).lstrip("/").removeprefix("doi:")
    return None if doi_fault(doi) else doi_target(doi)


def _github(parts: SplitResult) -> Target:
    owner, _, rest = parts.path.strip("/").partition("/")
    name, _, rest = rest.partition("/")
    full = f"{owner}/{name.removesuffix('.git')}"
    if _GITHUB_OTHER.fullmatch(owner) or not _GITHUB_NAME.match(full):
        return Target(UNASKED, parts.geturl())
    kind, _, file = rest.partition("/")
    if kind in ("blob", "tree", "raw") and file.strip("/"):
        return Target(GITHUB, f"{full}/{unquote(file.strip('/'))}")
    return Target(GITHUB, full)


def _unasked(parts: SplitResult) -> Target:
    return Target(UNASKED, parts.geturl())


def _github_raw(parts: SplitResult) -> Target | None:
    owner, _, rest = parts.path.strip("/").partition("/")
    name, _, file = rest.partition("/")
    full = f"{owner}/{name}"
    return Target(GITHUB, f"{full}/{unquote(file)}") if _GITHUB_NAME.match(full) and "/" in file else None


def _hub(parts: SplitResult) -> Target | None:
    steps = parts.path.strip("/").split("/")
    if steps[0] == "papers" and len(steps) > 1 and not arxiv_fault(steps[1]):
        return Target(ARXIV, steps[1])
    kind = steps.pop(0) if steps[0] in ("datasets", "spaces") else "models"
    name = "/".join(steps[:2])
    if not steps or (kind == "models" and len(steps) < 2):
        return None  # a page of many, a person's or a group's
    return (
        None if _HUB_OTHER.fullmatch(steps[0]) or not _HUB_NAME.match(name) else Target(HUB, f"{kind}/{name}")
    )


def _pubmed(parts: SplitResult) -> Target | None:
    match = re.match(r"/(?:pubmed/)?(\d{1,8})/?\Z", parts.path)
    return Target(PUBMED, match[1]) if match else _pmc(parts)


def _pmc(parts: SplitResult) -> Target | None:
    match = re.match(r"/(?:pmc/)?articles/(?:PMC)?(\d{1,9})(?:/|\Z)", parts.path)
    return Target(PUBMED, f"PMC{match[1]}") if match else None


def _zenodo(parts: SplitResult) -> Target | None:
    match = re.match(r"/records?/(\d{3,9})(?:/|\Z)", parts.path)
    return Target(DOI, f"10.5281/zenodo.{match[1]}") if match else None


def _nature(parts: SplitResult) -> Target | None:
    match = re.match(r"/articles/([a-z0-9.-]+?)(?:\.pdf)?/?\Z", parts.path)
    return Target(DOI, f"10.1038/{match[1]}") if match else None


def _preprint(parts: SplitResult) -> Target | None:
    match = re.search(r"10\.\d{4,9}/[0-9.]*\d", parts.path)
    return Target(DOI, match[0]) if match else None


def _publisher_doi(host: str, parts: SplitResult) -> str | None:
    if not _DOI_HOSTS.fullmatch(host) and "/doi/" not in parts.path:
        return None
    texts = [unquote(parts.path), *parse_qs(parts.query).get("id", [])]
    for text in texts:
        if match := _DOI_IN_PATH.search(text):
            doi = _DOI_TAIL.sub("", match[0]).rstrip("/")
            return None if doi_fault(doi) else doi
    return None


_FINDERS: tuple[tuple[set[str], Callable[[SplitResult], Target | None]], ...] = (
    (_ARXIV_HOSTS, _arxiv),
    ({"doi.org", "dx.doi.org"}, _doi),
    ({"github.com"}, _github),
    ({"gist.github.com"}, _unasked),
    ({"raw.githubusercontent.com"}, _github_raw),
    ({"huggingface.co", "hf.co"}, _hub),
    ({"pubmed.ncbi.nlm.nih.gov", "ncbi.nlm.nih.gov"}, _pubmed),
    ({"pmc.ncbi.nlm.nih.gov"}, _pmc),
    ({"zenodo.org"}, _zenodo),
    ({"nature.com"}, _nature),
    ({"biorxiv.org", "medrxiv.org"}, _preprint),
)


def is_canonical(url: str, target: Target) -> bool:
    """Whether `url` names its identifier outright, so that an unknown id means a dead link."""
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    return target.service != DOI or host in ("doi.org", "dx.doi.org")
