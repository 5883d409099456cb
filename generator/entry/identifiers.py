"""The table of identifiers: one row has all that the project knows about a kind of identifier.

A new kind is a row here and a field of `model.Entry`. Model, rules, links, open data and pages read
this table; the site's scripts get its rows as data (`outputs/identifier_rows`).
"""

import re
from dataclasses import dataclass
from functools import cache
from urllib.parse import quote

from generator.text import quoted

_MONTH = "(?:0[1-9]|1[0-2])"
_ARXIV_OLD_MONTH = f"(?:9[1-9]{_MONTH}|0[0-6]{_MONTH}|070[1-3])"
_ARXIV_SHORT_MONTH = f"(?:070[4-9]|071[0-2]|0[89]{_MONTH}|1[0-4]{_MONTH})"
_ARXIV_LONG_MONTH = f"(?:1[5-9]|[2-8][0-9]){_MONTH}"
"""Months in which an id named its archive, and in which four or five digits follow the point."""
_ARXIV_ARCHIVES = (
    "acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|cs"
    "|dg-ga|funct-an|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math|math-ph|mtrl-th|nlin|nucl-ex|nucl-th|patt-sol"
    "|physics|plasm-ph|q-alg|q-bio|quant-ph|solv-int|supr-con"
)
"""The archives that had ids of their own until March 2007."""

ENTRY_ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"

_ENTRY_ID = re.compile(ENTRY_ID_PATTERN)
_UNQUOTED = "!$&'()*+,-./:;=@_~"
"""What a path may contain as it is. JavaScript's `encodeURI` keeps the same characters, and `?` and `#`."""
_PLAIN_ID = re.compile(r"[\w./-]*", re.ASCII)
"""An id with nothing to encode, as most are."""

CitationFields = tuple[tuple[str, str], ...]
"""Fields of a citation format with their contents; `{}` is the id."""


def _quote(id_: str) -> str:
    return id_ if _PLAIN_ID.fullmatch(id_) else quote(id_, safe=_UNQUOTED)


@dataclass(frozen=True, slots=True)
class Identifier:
    """A kind of identifier; `{}` in an address is the id.

    Patterns use only syntax that means the same in Python and JavaScript.

    >>> ARXIV.url("2210.10163")
    'https://arxiv.org/abs/2210.10163'
    >>> ARXIV.find_error("arXiv:2210.10163")
    'is more than the arXiv id: write `2210.10163`'
    """

    field: str
    """Its key in an entry, and the kind of its link."""
    label: str
    """The text of its link."""
    noun: str
    """What messages call it, with its article: `a DOI`."""
    pattern: str
    """The form of the whole id."""
    found_by: str
    """Finds the id in a longer text, such as an address; never a part of a longer number."""
    expected: str
    """What to write, for a message."""
    hint: str
    """The same for a form."""
    address: str
    """The address that it leads to."""
    site: str
    """The start, after `https://`, of addresses that belong in this field and not under `links`."""
    typed: str
    """What people type or paste for it, ignoring case; group 1 is the id."""
    allowed_links: tuple[str, ...] = ()
    """The keys of `links` under which its address may be."""
    is_unique: bool = True
    """Whether only one entry may have it."""
    is_paper: bool = True
    """Whether it leads to the work itself, where title and authors must be those of the entry."""
    ignores_case: bool = False
    mistakes: tuple[tuple[str, str], ...] = ()
    """Patterns of ids that look right, each with what is wrong with them."""
    is_quoted: bool = True
    """Whether `fmt` puts it in quotes; without them an id such as `2210.10163` is read as a number."""
    pdf: str = ""
    """The address of the PDF."""
    property_id: str = ""
    """Its name in JSON-LD; by default that of the field."""
    meta: str = ""
    """The name of its citation tag in the head of a page."""
    bibtex: CitationFields = ()
    ris: CitationFields = ()
    csl: CitationFields = ()

    def find_error(self, text: str) -> str | None:
        """Return what is wrong with `text` as an id of this kind, without its address, or None."""
        if re.fullmatch(self.pattern, text, re.ASCII) and "\n" not in text:
            return None
        found = re.search(self.found_by, text, re.ASCII)
        if found and re.fullmatch(self.pattern, found[0], re.ASCII):
            return f"is more than the {self.name}: write {quoted(found[0])}"
        wrong = (message for pattern, message in self.mistakes if re.search(pattern, text, re.ASCII))
        return f"is not a valid {self.name}: {next(wrong, self.expected)}"

    def url(self, id_: str) -> str:
        """Return the address of `id_`."""
        return self.address.format(_quote(id_))

    def normalize(self, id_: str) -> str:
        """Return one spelling for all spellings of an id."""
        return id_.lower() if self.ignores_case else id_

    def is_address(self, url: str) -> bool:
        """Whether `url` is an address that belongs in this field."""
        return _compile_site(self.site).match(url) is not None

    def read(self, text: str) -> str | None:
        """Return the id in `text`, typed or pasted by a person, or None."""
        match = re.search(self.typed, text.strip(), re.IGNORECASE | re.ASCII)
        return match[1] if match and not self.find_error(match[1]) else None

    @property
    def name(self) -> str:
        """`noun` without its article."""
        return self.noun.partition(" ")[2]


@cache  # asked for each address of a list
def _compile_site(site: str) -> re.Pattern[str]:
    return re.compile(f"https?://(?:{site})", re.IGNORECASE)


ARXIV = Identifier(
    "arxiv",
    label="arXiv",
    noun="an arXiv id",
    pattern=rf"^({_ARXIV_SHORT_MONTH}\.[0-9]{{4}}|{_ARXIV_LONG_MONTH}\.[0-9]{{5}}"
    rf"|({_ARXIV_ARCHIVES})(\.[A-Z]{{2}})?/{_ARXIV_OLD_MONTH}[0-9]{{3}})$",
    found_by=r"(?<![0-9])[0-9]{4}\.[0-9]{4,5}(?![0-9])",
    expected="write the number alone, such as `2210.10163`",
    mistakes=(
        (rf"^[0-9]{{2}}(?!{_MONTH})[0-9]{{2}}\.[0-9]{{4,5}}$", "digits 3 and 4 are a month, 01 to 12"),
        (rf"^{_ARXIV_LONG_MONTH}\.[0-9]{{4}}$", "since 2015, five digits follow the point"),
        (rf"^{_ARXIV_SHORT_MONTH}\.[0-9]{{5}}$", "before 2015, four digits follow the point"),
        (r"^[0-9]{4}\.[0-9]{4,5}$", "such ids exist since 2007-04"),
        (rf"^(?!({_ARXIV_ARCHIVES})[./])[a-z-]+(\.[A-Z]{{2}})?/[0-9]{{7}}$", "arXiv has no such archive"),
        (
            r"^[a-z-]+(\.[A-Z]{2})?/[0-9]{7}$",
            "ids with an archive are of 1991 to 2007-03",
        ),
    ),
    hint="The number alone, such as 2210.10163.",
    address="https://arxiv.org/abs/{}",
    site=r"(?:www\.)?arxiv\.org(?:/|$)",
    typed=r"(?:^|(?:arxiv|alphaxiv|ar5iv|ar5iv\.labs\.arxiv)\.org/[a-z]+/|huggingface\.co/papers/|arxiv[:.]\s*)"
    r"([0-9]{4}\.[0-9]{4,5}|[a-z-]+(?:\.[a-z]{2})?/[0-9]{7})(?:v[0-9]+)?(?:\.pdf)?/?(?:[?#].*)?$",
    pdf="https://arxiv.org/pdf/{}",
    property_id="arXiv",
    meta="citation_arxiv_id",
    bibtex=(("eprint", "{}"), ("archivePrefix", "arXiv")),
    ris=(("AN", "arXiv:{}"),),
    csl=(("number", "arXiv:{}"),),
)
DOI = Identifier(
    "doi",
    label="DOI",
    noun="a DOI",
    # Printable ASCII without `"<>{|}` and spaces.
    pattern=r"^10\.[0-9]{4,9}/[!#-;=?-z~]+$",
    found_by=r"10\.[0-9]{4,9}/\S+",
    expected="write it as `10.…/…`",
    hint="It begins with 10.",
    address="https://doi.org/{}",
    site=r"(?:dx\.|www\.)?doi\.org(?:/|$)",
    typed=r"(?:^|doi\.org/|doi:\s*)(10\.[0-9]{4,9}/[^\s?#]+)(?:[?#].*)?$",
    allowed_links=("data",),
    ignores_case=True,
    is_quoted=False,
    meta="citation_doi",
    bibtex=(("doi", "{}"),),
    ris=(("DO", "{}"),),
    csl=(("DOI", "{}"),),
)
OPENREVIEW = Identifier(
    "openreview",
    label="OpenReview",
    noun="an OpenReview id",
    pattern=r"^[A-Za-z0-9_-]{6,20}$",
    found_by=r"(?<=[?&]id=)[A-Za-z0-9_-]+",
    expected="write what follows `id=` in the address of its forum, such as `a1B2c3D4e5`",
    hint="What follows id= in the address of its forum.",
    address="https://openreview.net/forum?id={}",
    site=r"(?:www\.)?openreview\.net/(?:forum|pdf)\?(?:[^#]*&)?id=",
    typed=r"(?:openreview\.net/(?:forum|pdf)\?(?:[^#]*&)?id=|openreview:\s*)([a-z0-9_-]+)(?:[&#].*)?$",
    pdf="https://openreview.net/pdf?id={}",
    property_id="OpenReview",
)
PUBMED = Identifier(
    "pubmed",
    label="PubMed",
    noun="a PubMed id",
    pattern=r"^[1-9][0-9]{0,7}$",
    found_by=r"(?<![0-9])[1-9][0-9]{0,7}(?![0-9])",
    expected="write the number alone, such as `38797720`",
    hint="The number alone, such as 38797720.",
    address="https://pubmed.ncbi.nlm.nih.gov/{}/",
    site=r"pubmed\.ncbi\.nlm\.nih\.gov/[0-9]|(?:www\.)?ncbi\.nlm\.nih\.gov/pubmed/[0-9]",
    typed=r"(?:pubmed\.ncbi\.nlm\.nih\.gov/|ncbi\.nlm\.nih\.gov/pubmed/|pmid:?\s*)([0-9]+)/?(?:[?#].*)?$",
    property_id="PMID",
    meta="citation_pmid",
    bibtex=(("pmid", "{}"),),
    ris=(("AN", "PMID:{}"),),
    csl=(("PMID", "{}"),),
)

IDENTIFIERS = (ARXIV, DOI, OPENREVIEW, PUBMED)
"""Every kind; the order is the one in which they are preferred as the link to the paper."""

BY_FIELD = {row.field: row for row in IDENTIFIERS}

find_arxiv_error, find_doi_error = ARXIV.find_error, DOI.find_error


def is_entry_id(text: str) -> bool:
    """Whether `text` has the form of an entry's id: words of a-z and 0-9 joined by hyphens."""
    return len(text) <= 80 and bool(_ENTRY_ID.fullmatch(text))


def find_entry_id_error(text: str) -> str | None:
    """Return what is wrong with `text` as the id of an entry, or None."""
    return None if is_entry_id(text) else "is not an id: write a-z, 0-9 and single hyphens"
