"""Read what publishers and authors write about a work that they retract or withdraw."""

import re

_KINDS = {"retract": "retracted", "withdraw": "withdrawn", "remov": "removed"}
_WHAT = "(?:article|paper|chapter|manuscript|study)"
_MARK = rf"(?:(?:retracted|withdrawn|removed)(?: {_WHAT})?|temporary removal)"
_BEFORE = re.compile(
    rf"[\[(*] ?{_MARK} ?[\])*][:.]? ?|(?:{_MARK}|notice of retraction)(?:: ?| ?[\u2013\u2014] ?| - )",
    re.IGNORECASE,
)
_AFTER = re.compile(rf" ?[\[(]{_MARK}(?:[.:;,] [^()\[\]]{{0,200}})?[\])]\.?\Z", re.IGNORECASE)
_WITHDRAWAL = re.compile(
    r"(?:^|\b(?:paper|article|submission|manuscript|work|preprint|it|is|was|been|be|have|has|i|we|authors?) )"
    r"(?:[a-z]+ly )?(?:withdrawn|retracted)\b"
    r"(?=\W*$| (?:by|due|because|as|since|for|until|pending|this|the|on|and|after)\b)",
    re.IGNORECASE,
)
_OTHER_VERSION = re.compile(
    r"\b(?:earlier|previous|prior|older|former|other|another|first|v[0-9]+|version [0-9]+)\b", re.IGNORECASE
)
_MAX_COMMENT = 2000

_PREPRINT = re.compile(r" ?[\[(]preprint[\])]\Z", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_MAX_TITLE = 1000


def find_retraction(title: str) -> str:
    """What a title says of its work: `retracted`, `withdrawn` or `removed`; empty if it says nothing.

    >>> find_retraction("RETRACTED ARTICLE: Reading films"), find_retraction("Reading films (Withdrawn)")
    ('retracted', 'withdrawn')
    """
    title = _TAG.sub("", title[:_MAX_TITLE]).strip()
    found = _BEFORE.match(title) or _AFTER.search(title)
    text = found[0].lower() if found else ""
    return next((kind for stem, kind in _KINDS.items() if stem in text), "")


def strip_retraction(title: str) -> str:
    """Return `title` without the mark of a retraction or a preprint: `RETRACTED ARTICLE: X` is `X`."""
    if len(title) > _MAX_TITLE:
        return title
    plain = _TAG.sub("", title).strip()
    bare = _PREPRINT.sub("", plain if find_retraction(title) else title.strip())
    mark = _BEFORE.match(bare)
    return _AFTER.sub("", bare[mark.end() :] if mark else bare)


def is_withdrawal(comment: str) -> bool:
    """Whether an author's comment says that this work is withdrawn, and not a version sent elsewhere.

    >>> is_withdrawal("12 pages; this paper has been withdrawn due to an error")
    True
    >>> is_withdrawal("An earlier version was withdrawn from a conference")
    False
    """
    clauses = re.split(r"[.;,:()]\s*", " ".join(comment[:_MAX_COMMENT].split()))
    return any(_WITHDRAWAL.search(clause) and not _OTHER_VERSION.search(clause) for clause in clauses)
