"""The written forms of identifiers: dates, arXiv ids, DOIs and web addresses."""

import re
from datetime import date
from urllib.parse import urlsplit

from generator.text import quoted

MAX_URL = 2000

DATE_PATTERN = r"^[0-9]{4}(-[0-9]{2}){0,2}$"
ARXIV_PATTERN = r"^([0-9]{2}(0[1-9]|1[0-2])\.[0-9]{4,5}|[a-z-]+(\.[A-Z]{2})?/[0-9]{7})$"
DOI_PATTERN = r"^10\.[0-9]{4,9}/[!#-;=?-z~]+$"
"""Printable ASCII without `"<>{|}` and spaces."""

ENTRY_ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"

URL_PATTERN = r"^https?://[!#-;=?-Z_a-z~%\[\]]+$"
"""The characters of RFC 3986: no quotes, no white space, no `<>{|}`."""

_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?\Z", re.ASCII)
_ARXIV = re.compile(ARXIV_PATTERN)
_DOI = re.compile(DOI_PATTERN)
_URL = re.compile(URL_PATTERN, re.IGNORECASE)
_ENTRY_ID = re.compile(ENTRY_ID_PATTERN)


def date_fault(text: str) -> str | None:
    """What is wrong with `text` as YYYY, YYYY-MM or YYYY-MM-DD, or None."""
    match = _DATE.match(text)
    if not match:
        return "is no date: write YYYY, YYYY-MM or YYYY-MM-DD"
    year, month, day = match.groups(default="1")
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return "is not in the calendar"
    return None


def arxiv_fault(text: str) -> str | None:
    """What is wrong with `text` as a bare arXiv id, or None (info.arxiv.org/help/arxiv_identifier)."""
    if _ARXIV.fullmatch(text):
        return None
    bare = re.search(r"\d{4}\.\d{4,5}", text)
    if bare and _ARXIV.fullmatch(bare[0]):
        return f"is more than the id: write {quoted(bare[0])}"
    return "is no arXiv id: write the number alone, such as `2210.10163`"


def doi_fault(text: str) -> str | None:
    """What is wrong with `text` as a bare DOI, or None."""
    if _DOI.fullmatch(text):
        return None
    bare = re.search(r"10\.\d{4,9}/\S+", text)
    if bare and _DOI.fullmatch(bare[0]):
        return f"is more than the DOI: write {quoted(bare[0])}"
    return "is no DOI: write it as `10.…/…`"


def url_fault(text: str) -> str | None:
    """What is wrong with `text` as a public http(s) address, or None."""
    if len(text) > MAX_URL:
        return f"is longer than {MAX_URL} characters"
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return "is no web address"
    if parts.scheme not in ("http", "https"):
        return "must begin with https:// (or http://)"
    if not host or "." not in host:
        return "lacks the name of a host"
    if parts.username is not None:
        return "must not carry a user name"
    if not _URL.fullmatch(text):
        return "holds a character that an address cannot: write it percent-encoded"
    return None


def is_entry_id(text: str) -> bool:
    """Whether `text` has the form of an entry's id: words of a-z and 0-9 joined by hyphens."""
    return len(text) <= 80 and bool(_ENTRY_ID.fullmatch(text))


def entry_id_fault(text: str) -> str | None:
    """What is wrong with `text` as the id of an entry, or None."""
    return None if is_entry_id(text) else "is no id: write a-z, 0-9 and single hyphens"
