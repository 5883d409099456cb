"""The date, the identifiers and the links of a record; `assets/contribute/record_facts.js` does the same."""

import re
from collections.abc import Mapping

from generator.add.cleaning import unescape_entities
from generator.entry.identifiers import ARXIV, DOI, IDENTIFIERS
from generator.entry.months import find_month
from generator.entry.written_forms import find_date_error

_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_ISO_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}(?![0-9-])")
_ESCAPED = re.compile(r"\\([_#%&~{}$])")
_ADDRESS = re.compile(r"https?://[^ <>\"{}|\\^`]{1,2000}", re.IGNORECASE)
_HOST_AND_PATH = re.compile(r"https?://([^/?#]+)([^?#]*)", re.IGNORECASE)
_SLASH = re.compile("%2f", re.IGNORECASE)
_ARXIV_NAMED = re.compile(
    r"(?:arxiv[:. ]*|arxiv\.org/[a-z]+/|arxiv.{0,3} preprint[:. ]*|(?:^|[ ,])abs/)"
    r"([0-9]{4}\.[0-9]{4,5}|[a-z-]+(?:\.[a-z]{2})?/[0-9]{7})(?:v[0-9]+)?(?![0-9.]*[0-9])",
    re.IGNORECASE,
)
_DOI = re.compile(r"10\.[0-9]{4,9}/[^ {}]+")
_DOI_NAMED = re.compile(r"doi(?:\.org/|[:= ] *)(10\.[0-9]{4,9}/[^ {}]+)", re.IGNORECASE)
_AFTER_DOI = re.compile(r"(?:\.full|\.pdf|\.html|/full|/pdf|/abstract|/meta|v[0-9]{1,9})\Z")
_MAX_AFTER_DOI = 10
_PAPERS = frozenset(
    re.findall(
        r"\w+",
        "article inproceedings conference incollection inbook book phdthesis mastersthesis thesis "
        " techreport report unpublished proceedings jour cpaper conf chap rprt thes unpb",
    )
)
"""Kinds of records whose address is that of a paper."""
_HUB_KINDS = {"datasets": "data", "spaces": "demo"}
_NO_PAGES = ("semanticscholar.org", "dblp.org", "scholar.google.com")
"""Hosts that have a record about the work, not the work."""


def bare(text: str) -> str:
    r"""Return an identifier or a number without LaTeX's braces and escapes: `a_b` for `{a\_b}`."""
    plain = unescape_entities(_ESCAPED.sub(r"\1", text).replace("\\url", ""))
    return plain.replace("{", "").replace("}", "").replace("~", " ").strip(" ")


def read_year(fields: Mapping[str, str]) -> str:
    """Return the year in which the record says that the work was published, or an empty text.

    Where no field has it, the name of the proceedings often does: `AAAI 2019`.
    """
    years = (_YEAR.search(fields.get(name, "")) for name in ("year", "date"))
    of_proceedings = _YEAR.findall(fields.get("booktitle", ""))
    return next((year[0] for year in years if year), of_proceedings[-1] if of_proceedings else "")


def read_date(fields: Mapping[str, str], arxiv: str) -> str:
    """Return the date of the record, or the month of its arXiv id, which is that of the first version."""
    written = _read_written_date(fields)
    if not re.match("[0-9]{4}[.]", arxiv):
        return written
    month = f"20{arxiv[:2]}-{arxiv[2:4]}"
    return written if written.startswith(month) else month


def _read_written_date(fields: Mapping[str, str]) -> str:
    given = _ISO_DATE.match(fields.get("date", "").lstrip(" {"))
    if given and not find_date_error(given[0]):
        return given[0]
    year = read_year(fields)
    month = _read_month(fields.get("month", "").lower())
    return f"{year}-{month:02}" if year and month else year


def _read_month(text: str) -> int:
    """The number of the month in `text`, such as `10~jan` or `3`, or 0."""
    for word in re.findall("[a-z]{3,}", text):
        if month := find_month(word):
            return month
    number = re.fullmatch("[ {]*0?([1-9]|1[0-2])[ }]*", text)
    return int(number[1]) if number else 0


def read_identifiers(fields: Mapping[str, str]) -> dict[str, str]:
    """Return the identifiers that the record names, by their fields in an entry."""
    address = read_address(fields)
    found = {"arxiv": _find_arxiv(fields, address), "doi": _find_doi(fields, address)}
    for row in IDENTIFIERS:
        if row not in (ARXIV, DOI):
            found[row.field] = row.read(address) or ""
    number = bare(fields.get("pmid", ""))
    if re.fullmatch("[1-9][0-9]{0,7}", number):
        found["pubmed"] = number
    return {field: id_ for field, id_ in found.items() if id_}


def read_address(fields: Mapping[str, str]) -> str:
    """Return the web address of the record, or an empty text."""
    for name in ("url", "howpublished"):
        if address := _ADDRESS.search(bare(fields.get(name, ""))):
            return address[0].rstrip(".,;")
    return ""


def read_links(fields: Mapping[str, str], kind: str, identifiers: Mapping[str, str]) -> dict[str, str]:
    """Return the address of the record under its key of `links`; none where it has an identifier."""
    address = read_address(fields)
    host, steps = _split_address(address)
    if not host or identifiers or host.endswith(_NO_PAGES):
        return {}
    if host == "github.com" and len(steps) > 1:
        return {"code": f"https://github.com/{steps[0]}/{steps[1].removesuffix('.git')}"}
    if host == "huggingface.co":
        return {_HUB_KINDS.get(steps[0], "weights") if steps else "project": address}
    if steps and steps[-1].lower().endswith(".pdf"):
        return {"pdf": address}
    return {"paper" if kind in _PAPERS else "project": address}


def _split_address(address: str) -> tuple[str, list[str]]:
    split = _HOST_AND_PATH.match(address)
    if not split:
        return "", []
    return split[1].lower().removeprefix("www."), [step for step in split[2].split("/") if step]


def _find_arxiv(fields: Mapping[str, str], address: str) -> str:
    archive = bare(fields.get("archiveprefix", "") or fields.get("eprinttype", "")).lower()
    if archive in ("", "arxiv") and (id_ := ARXIV.read(bare(fields.get("eprint", "")))):
        return id_
    if id_ := ARXIV.read(address) or ARXIV.read(bare(fields.get("doi", ""))):
        return id_
    for name in ("journal", "journaltitle", "volume", "howpublished", "note", "number", "pages"):
        named = _ARXIV_NAMED.search(bare(fields.get(name, "")))
        if named and not ARXIV.find_error(named[1]):
            return named[1]
    return ""


def _drop_views(doi: str) -> str:
    """Return `doi` without what an address has after it, such as `.full.pdf` or `v2`."""
    while match := _AFTER_DOI.search(doi, max(0, len(doi) - _MAX_AFTER_DOI)):
        doi = doi[: match.start()]
    return doi


def _find_doi(fields: Mapping[str, str], address: str) -> str:
    named = (_DOI_NAMED.search(bare(fields.get(name, ""))) for name in ("howpublished", "note"))
    in_address = _DOI.search(_SLASH.sub("/", re.split("[?#]", address)[0]))
    written = _DOI.search(bare(fields.get("doi", "")))
    candidates = [
        written[0] if written else "",
        _drop_views(in_address[0]) if in_address else "",
        *(match[1] for match in named if match),
    ]
    for doi in (candidate.rstrip(".,;") for candidate in candidates):
        if doi and "arxiv" not in doi.lower() and not DOI.find_error(doi):
            return doi
    return ""
