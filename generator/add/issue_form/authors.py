"""Read the authors of an answer: one a line or all in one, with the first or the last name first."""

import re

from generator.add.cleaning import break_lines, clean_name

# Each line has single spaces only before a pattern reads it.
_MARK = re.compile(r"^(?:[-*•+]|\d{1,3}[.)]|\[\d{1,3}\]) ")
_LINK = re.compile(r"\[([^\[\]]+)\]\([^()]*\)")
_ASIDE = re.compile(r" ?(?:\([^()]*\)|<[^<>]*>|\{[^{}@]*@[^{}]*\})")
_FOOTNOTE = re.compile(r"[*†‡§¶#✉¹²³⁴⁵⁶⁷⁸⁹⁰]+|(?<=[^\W\d])\d+(?:, ?\d+)*")
_BREAK = re.compile(r"[|\t]| [·•/] |\\(?=\n|\Z)")
"""What separates names besides commas: cells of a table, dots, and the line breaks of Markdown."""
_AND = re.compile(r" ?(?:;|,? and |,? & ) ?", re.IGNORECASE)
_OPENING_AND = re.compile(r"^(?:and|&) ", re.IGNORECASE)
_CLOSING_AND = re.compile(r"[ ,;](?:and|&)\Z", re.IGNORECASE)
_MORE = re.compile(
    r",? ?\b(?:et al\.?|and others|and colleagues|and co-?workers|and co\.?)\Z|,? ?& co\.?\Z", re.IGNORECASE
)
_MAX_MORE = 20
_PARTICLE = re.compile(r"^(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|el|al|bin|ibn|ter|zu)\b")
_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv|phd|md|msc|dr|prof|frcr)\.?$", re.IGNORECASE)


def read_authors(answer: str) -> tuple[list[str], list[str]]:
    """Return the names in natural order, and notes on what a person must complete.

    Where there are lines, a comma does not separate authors: `Lind, Maja` is one.

    >>> read_authors("Lind, Maja\\n2. Ayo Adeyemi*")
    (['Maja Lind', 'Ayo Adeyemi'], [])
    """
    broken = _BREAK.sub("\n", break_lines(answer))
    raw = [" ".join(line.split()) for line in broken.splitlines() if re.search(r"\w", line)]
    has_more = bool(raw) and _cut_more(raw[-1]) != raw[-1]
    notes = ["the authors end with “et al.”: name all of them"] if has_more else []
    is_wrapped = len(raw) > 1 and all(line.rstrip().endswith(",") for line in raw[:-1])
    lines = [line for line in map(_clean_line, raw) if line]
    if is_wrapped and any(_is_list(line) for line in lines):  # one long line, broken by a mail program
        lines = [", ".join(lines)]
    names = [name for line in lines for part in _AND.split(line) for name in _split(part, len(lines) > 1)]
    cleaned = [clean_name(name) for name in map(_clean_line, names)]
    return list(dict.fromkeys(filter(None, cleaned))), notes


def _clean_line(line: str) -> str:
    """Return a line without list marks, addresses, footnote marks and what joins it to the next."""
    plain = _ASIDE.sub("", _LINK.sub(r"\1", _MARK.sub("", line))).replace("**", "").replace("`", "")
    plain = plain.strip(" \"“”'")
    plain = _OPENING_AND.sub("", _cut_more(plain)).rstrip(" ,;")
    plain = _CLOSING_AND.sub("", plain)
    return _FOOTNOTE.sub("", plain).strip(" ,;")


def _cut_more(line: str) -> str:
    """Return a line without “et al.” and the like at its end."""
    while match := _MORE.search(line, max(0, len(line) - _MAX_MORE)):
        line = line[: match.start()].rstrip()
    return line


def _split(text: str, is_one: bool) -> list[str]:
    """Split one line at its commas, unless they are those of `Last, First`."""
    parts = [part for part in (part.strip() for part in text.split(",")) if part and not _SUFFIX.match(part)]
    if len(parts) == 2 and (is_one or _is_reversed(parts)):
        return [" ".join(reversed(parts))]
    if len(parts) > 2 and len(parts) % 2 == 0 and not any(" " in last for last in parts[::2]):
        return [f"{first} {last}" for last, first in zip(parts[::2], parts[1::2], strict=True)]
    return parts


def _is_reversed(parts: list[str]) -> bool:
    """Whether two parts are the last and the first name of one person."""
    last, first = parts
    return " " not in last or " " not in first or bool(_PARTICLE.match(last))


def _is_list(line: str) -> bool:
    """Whether a line has several full names."""
    parts = [part.strip() for part in line.split(",") if part.strip()]
    return len(parts) > 1 and all(" " in part for part in parts)
