"""The forms of dates and web addresses."""

import re
from datetime import date
from urllib.parse import urlsplit

MAX_URL = 2000

DATE_PATTERN = r"^[0-9]{4}(-[0-9]{2}){0,2}$"

URL_PATTERN = r"^https?://[!#-;=?-Z_a-z~%\[\]]+$"
"""The characters of RFC 3986: no quotes, no white space, no `<>{|}`."""

_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?\Z", re.ASCII)
_URL = re.compile(URL_PATTERN, re.IGNORECASE)


def find_date_error(text: str) -> str | None:
    """Return what is wrong with `text` as YYYY, YYYY-MM or YYYY-MM-DD, or None."""
    match = _DATE.match(text)
    if not match:
        return "is not a date: write YYYY, YYYY-MM or YYYY-MM-DD"
    year, month, day = match.groups(default="1")
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return "is not a day of the calendar"
    return None


def find_url_error(text: str) -> str | None:
    """Return what is wrong with `text` as a public http(s) address, or None."""
    if len(text) > MAX_URL:
        return f"is longer than {MAX_URL} characters"
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return "is not a web address"
    if parts.scheme not in ("http", "https"):
        return "must begin with https:// (or http://)"
    if not host or "." not in host:
        return "has no host name"
    if parts.username is not None:
        return "must not have a user name"
    if not _URL.fullmatch(text):
        return "has a character that is not allowed in an address: percent-encode it"
    return None
