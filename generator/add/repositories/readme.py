"""Read which papers a repository's README presents as its own: its citations, badges, words and headings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from generator.add.bibliographies.bibliography import read_bibtex
from generator.add.cleaning import clean_title
from generator.add.draft import Draft
from generator.add.sources import find_sources
from generator.links.answers.verdict import Target
from generator.links.compare.titles import TitleLikeness, compare_titles
from generator.links.providers.github import NAME as GITHUB
from generator.text import normalize_name, split_words

MAX_SIZE = 100_000
"""What comes later in a README, in characters, is not read."""

MAX_NAMED = 50
"""The most papers of one README that are looked at."""

_MAX_TOP_LINES = 40
_MIN_TITLE_WORDS = 4
"""A title of fewer words may be at the top by chance."""

_MAX_RECORD = 6_000
_MAX_RECORDS = 10
_RECORD = re.compile(
    r"^[ \t>]*@(?:article|inproceedings|misc|incollection|techreport|conference)\s*\{", re.M | re.I
)
_HEADING = re.compile(
    r"^ {0,3}(#{1,3})\s+(.+?)\s*#*$|<h([1-3])\b[^>]{0,300}>(.{0,500}?)</h\3>|^(\S[^\n]*)\n=+[ \t]*$",
    re.M | re.S | re.I,
)
_MARKUP = re.compile(
    r"!\[[^\]]{0,300}\]\([^)]{0,500}\)|<[^>]{0,500}>|\]\([^)]{0,500}\)|[*_`\[\]]|:[a-z_]{1,40}:"
)
_OPENING = re.compile(r"^\s*(?:\[[^\]]{1,40}\]|\([^)]{1,40}\))\s*|^[\W_]+")
_LINK = re.compile(r"\[(!\[[^\]]{0,300}\]\([^)]{0,500}\)|[^\]\[]{0,300})\]\((https?://[^)\s]{1,500})\)")
_ANCHOR = re.compile(
    r"<a\b[^>]{0,300}href=[\"']?(https?://[^\"'\s>]{1,500})[\"']?[^>]{0,300}>(.{0,500}?)</a>", re.S | re.I
)
_PAPER = re.compile(r"^\W*(?:paper|arxiv|pdf|preprint|report|journal|article|manuscript|publication)\b", re.I)
_OWN_WORDS = re.compile(
    r"\b(?:our|this) (?:paper|work|preprint|article|manuscript|report)\b|\bofficial \w+|\bpaper\s*:"
    r"|\b(?:code|implementation|repository) (?:for|of) (?:the |our )?",
    re.IGNORECASE,
)
_MAX_REACH = 200
"""How far after such words, in characters, the paper is named."""


@dataclass(frozen=True, slots=True)
class Readme:
    """What a README names."""

    heading: str
    top: str
    """What is before the second heading, without spaces and marks."""
    citations: tuple[Draft, ...]
    badges: tuple[Target, ...]
    """Papers that a badge or a link `Paper` at the top leads to."""
    own: tuple[Target, ...]
    """Papers that words such as `our paper` name."""
    named: tuple[Target, ...]
    """All papers, in their order."""

    def is_about(self, title: str) -> bool:
        """Whether `title`, or the name before its colon, is the first heading, or the whole is at the top."""
        is_at_top = len(split_words(title)) >= _MIN_TITLE_WORDS and normalize_name(title) in self.top
        return is_at_top or is_name_of(self.heading, title)


def read_readme(text: str) -> Readme:
    """Read which papers `text` names, and how."""
    text = text[:MAX_SIZE]
    headings = [_clean_heading(match[2] or match[4] or match[5] or "") for match in _HEADING.finditer(text)]
    top = _cut_top(text)
    return Readme(
        next(filter(None, headings), ""),
        normalize_name(_MARKUP.sub(" ", top)),
        tuple(_find_citations(text)),
        tuple(dict.fromkeys(_find_badges(top))),
        tuple(dict.fromkeys(_find_own(text))),
        tuple(_find_papers(text)[:MAX_NAMED]),
    )


def is_name_of(name: str, title: str) -> bool:
    """Whether `name` is the title of a work, or the name before its colon. A plus counts: `CheXpert++`."""
    wanted = normalize_name(name)
    if wanted and wanted in (normalize_name(title), normalize_name(title.partition(":")[0])):
        return True
    return len(split_words(name)) > 2 and compare_titles(name, title) is TitleLikeness.SAME


def _clean_heading(heading: str) -> str:
    return clean_title(_OPENING.sub("", _MARKUP.sub(" ", _OPENING.sub("", heading.strip()))))


def _cut_top(text: str) -> str:
    """The part before the second heading, or the first lines."""
    lines = text.splitlines()[:_MAX_TOP_LINES]
    later = [
        number for number, line in enumerate(lines) if re.match(r"#{2,4}\s|<h[2-4]\b", line.strip(), re.I)
    ]
    return "\n".join(lines[: next((number for number in later if number > 2), len(lines))])


def _find_citations(text: str) -> Iterator[Draft]:
    for match in islice(_RECORD.finditer(text), _MAX_RECORDS):
        record = text[match.start() : match.start() + _MAX_RECORD]
        for draft in read_bibtex(record[: _find_end(record)].lstrip(" \t>")):
            if draft.data:
                yield replace(draft, source=f"README: {draft.source}")


def _find_end(record: str) -> int:
    """Where the braces of a record close."""
    depth = 0
    for match in re.finditer(r"(?<!\\)[{}]", record):
        depth += 1 if match[0] == "{" else -1
        if not depth:
            return match.end()
    return len(record)


def _find_badges(top: str) -> Iterator[Target]:
    links = [(match[1], match[2]) for match in _LINK.finditer(top)]
    links += [(match[2], match[1]) for match in _ANCHOR.finditer(top)]
    for label, url in links:
        if "![" in label or "<img" in label.lower() or _PAPER.match(_MARKUP.sub(" ", label).strip()):
            yield from _find_papers(url)[:1]


def _find_own(text: str) -> Iterator[Target]:
    for match in islice(_OWN_WORDS.finditer(text), MAX_NAMED):
        rest = text[match.end() : match.end() + _MAX_REACH]
        yield from _find_papers(rest.partition("\n")[0])[:1]


def _find_papers(text: str) -> list[Target]:
    # A word without a digit is no identifier, and most words have none.
    words = " ".join(word for word in text.split() if any(map(str.isdigit, word)))
    return [
        source.target for source in find_sources(words) if source.target and source.target.service != GITHUB
    ]
