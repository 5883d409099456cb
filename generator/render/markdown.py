"""Put text, addresses and tables into GitHub-flavored Markdown so that they read back unchanged.

Text is one line without control characters, as the rule `text_hygiene` demands. GitHub reads a page in two
steps. The first is Markdown, where a backslash escapes a character. The second replaces shortcodes
such as `:smile:`, mentions, bare addresses and mathematics, and ignores backslashes. There a tag
around the character breaks the pattern without changing the text, as GitHub documents for `$`.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from urllib.parse import quote

_SIGN = r"[\\`*_\[\]<~|]|&(?=#?\w+;)|^[-+>]|(?<!\S)\#"
_SHORTCODE = r":(?=[\w+-]+:)"
_FORMS = rf"(?P<space>^\s+|\s+$|[\t\n\f\r])|(?P<sign>{_SIGN})|(?P<number>^\d{{1,9}}(?=[.)]))"

_IN_TEXT = re.compile(
    rf"{_FORMS}|(?P<later>\$|{_SHORTCODE}|@(?=[A-Za-z0-9_-])|:(?=//)|(?<![A-Za-z0-9])[wW](?=[wW]{{2}}\.))"
)
_IN_LINK = re.compile(rf"{_FORMS}|(?P<dollar>\$)|(?P<colon>{_SHORTCODE})")

_SAFE = r"[^\\`*_\[\]<~|&$@#:\t\n\f\r]*"
_PLAIN = re.compile(rf"(?!\d+[.)])[^\W_]{_SAFE}(?:: {_SAFE})*(?<!\s)")
"""Text with nothing to escape, as most is: this one pattern is ten times as fast as the others."""

_IN_ADDRESS = "!#$%&'*+,-./:;=?@[]_~"
"""Characters that a link target may have unescaped: no brackets, quotes, pipes, spaces, non-ASCII letters."""

_PLAIN_ADDRESS = re.compile(r"[\w!#$%'*+,\-./:;=?@\[\]~]*", re.ASCII)
"""An address with nothing to encode, as most are."""

_WORD = ("L", "M", "Nd", "Nl", "Pc")
"""The Unicode categories of characters that GitHub keeps in the anchor of a heading."""


def escape_text(plain: str) -> str:
    """Escape `plain` for a paragraph, a heading, a list item or the cell of a table."""
    return plain if _is_plain(plain) else _IN_TEXT.sub(_escape_match, plain)


def format_link(label: str, url: str, start: str = "") -> str:
    """Return a link to `url` with the text `label`, which is bold where it begins with the word `start`.

    Linters forbid tags in a link, so a colon that would start a shortcode becomes code.
    """
    shown, bold = _escape_label(label), start and _escape_label(start)
    if bold and shown.startswith(bold) and _may_end(bold, shown[len(bold) :]):
        shown = f"**{bold}**{shown[len(bold) :]}"
    return f"[{shown}]({escape_address(url)})"


def _may_end(bold: str, rest: str) -> bool:
    """Whether Markdown lets bold text end here, which is the end of a word."""
    return rest[:1] in ("", " ", ":") or (bold[-1].isalnum() and not rest[0].isalnum())


def _escape_label(text: str) -> str:
    return text if _is_plain(text) else _IN_LINK.sub(_escape_match, text)


def _is_plain(text: str) -> bool:
    return "w." not in text and "W." not in text and bool(_PLAIN.fullmatch(text))


def _escape_match(match: re.Match[str]) -> str:
    found = match[0]
    match match.lastgroup:
        case "space":
            return "".join(f"&#{ord(char)};" for char in found)
        case "number":
            return f"{found}\\"
        case "later":
            return f"<span>{found}</span>"
        case "colon":
            return f"`{found}`"
    return f"\\{found}"


def escape_address(url: str) -> str:
    """Return `url` as the target of a link, percent-encoded where it would end the target or the cell."""
    if _PLAIN_ADDRESS.fullmatch(url):
        return url
    return re.sub(r"&(?=#?\w+;)", "&amp;", quote(url, safe=_IN_ADDRESS))


def format_table(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table of cells that are Markdown already; a column without any value is left out.

    Cells are not padded, so that a wide cell does not change all rows.
    """
    columns = [column for column in zip(headers, *rows, strict=True) if any(column[1:])]
    rows = [list(cells) for cells in zip(*columns, strict=True)]
    rows.insert(1, ["---"] * len(columns))
    return "\n".join(f"| {' | '.join(cells)} |" for cells in rows)


def list_anchors(headings: Iterable[str]) -> list[str]:
    """List the anchors that GitHub gives to the headings of one page, in their order."""
    used: dict[str, int] = {}
    found = []
    for heading in headings:
        anchor = base = _make_anchor(heading)
        while anchor in used:
            used[base] += 1
            anchor = f"{base}-{used[base]}"
        used[anchor] = 0
        found.append(anchor)
    return found


def _make_anchor(heading: str) -> str:
    kept = (char for char in heading.lower() if char in "- " or unicodedata.category(char).startswith(_WORD))
    return "".join(kept).replace(" ", "-")
