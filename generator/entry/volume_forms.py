"""The forms of the volume, the number and the pages of a published work.

A volume or number is `12`, `12-13`, `S1` or `Suppl 2`. Pages are `123-145` with a hyphen; one page or
an article number stands alone: `123`, `e1234`. Pages of an article are `103:1-103:20`.
"""

import re

VOLUME_PATTERN = r"^(Suppl |[A-Z]{1,3})?[0-9]{1,6}[A-Za-z]{0,2}([-/][0-9]{1,6})?( Suppl( [0-9]{1,2})?)?$"
_PAGE = r"[A-Za-z]{0,8}[0-9]{1,10}[A-Za-z]?([.:][A-Za-z]?[0-9]{1,5})?"
PAGES_PATTERN = rf"^{_PAGE}(-{_PAGE})?$"

_DASH = re.compile(r" ?(?:[-\u2010-\u2015\u2212]+|\bto\b) ?")
_BEFORE_NUMBER = re.compile(r"^(?:volume|vol|number|no|issue)\b[. ]*", re.IGNORECASE)
_BEFORE_PAGES = re.compile(r"^(?:pages|page|pp|p|article)\b[. ]*", re.IGNORECASE)


def find_volume_error(text: str) -> str | None:
    """Return what is wrong with `text` as a volume or number, or None."""
    if re.fullmatch(VOLUME_PATTERN, text):
        return None
    better = read_volume(text)
    return f"is not a number: write {f'`{better}`' if better else '`12`, `12-13`, `S1` or `Suppl 2`'}"


def find_pages_error(text: str) -> str | None:
    """Return what is wrong with `text` as pages, or None."""
    if not re.fullmatch(PAGES_PATTERN, text):
        better = read_pages(text)
        examples = "`123-145`, or one page or article number such as `123` or `e1234`"
        return f"is not pages: write {f'`{better}`' if better else examples}"
    if _runs_back(text):
        return "ends before it begins: write both pages in full, such as `1159-1170`"
    return None


def read_volume(text: str) -> str:
    """Return the volume or number that `text` of a registry says, or an empty text: `12` for `Vol. 12`."""
    bare = _DASH.sub("-", _BEFORE_NUMBER.sub("", " ".join(text.split())))
    return bare if re.fullmatch(VOLUME_PATTERN, bare) else ""


def read_pages(text: str) -> str:
    """Return the pages that `text` of a registry says, or an empty text: `12-15` for `pp. 12–15`.

    >>> read_pages("1159-70")
    '1159-1170'
    """
    bare = _DASH.sub("-", _BEFORE_PAGES.sub("", " ".join(text.split())))
    first, _, last = bare.partition("-")
    if first == last:
        bare = first
    elif first.isdigit() and last.isdigit() and len(last) < len(first):
        bare = f"{first}-{first[: -len(last)]}{last}"  # PubMed leaves out the digits that are the same
    return bare if re.fullmatch(PAGES_PATTERN, bare) and not _runs_back(bare) else ""


def split_pages(pages: str) -> tuple[str, str]:
    """Return the first and the last of `pages`; the last is empty where there is only one."""
    first, _, last = pages.partition("-")
    return first, last


def _runs_back(pages: str) -> bool:
    first, last = split_pages(pages)
    return first.isdigit() and last.isdigit() and int(last) < int(first)
