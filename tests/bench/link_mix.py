"""The mix of links for the comparison with lychee: what a list meets on the web, in a thousand links.

Of 250 pages 21 are gone, 2 are there only for who asks for a page, 14 keep out programs, 5 answer 200 and
are no page, 24 have a habit that a checker must tolerate, and the others are good.
"""

from dataclasses import dataclass

_PAGE = "<html><head><title>{}</title></head><body><p>{}</p></body></html>"
_TEXT = "A made-up page about the models of this list. " * 40


@dataclass(frozen=True)
class Answer:
    """What a server says: status, a header, a body."""

    status: int = 200
    header: str = ""
    body: str = _PAGE.format("A page", _TEXT)


GOOD = Answer()
COUNTS = {
    "gone": 20,
    "gone-but-for-head": 1,
    "wants-html": 2,
    "blocked": 12,
    "wall": 2,
    "soft-404": 3,
    "parked": 2,
    "moved": 10,
    "fails-once": 5,
    "refuses-head": 8,
    "pauses": 1,
}
"""How many of 250 links are of each kind; the others are good."""

KINDS = [kind for kind, count in COUNTS.items() for _ in range(count)]
DEAD = frozenset({"gone", "gone-but-for-head"})
SILENT = frozenset({"wall", "soft-404", "parked"})
"""They answer 200 or 202, and no reader finds a page there."""

_BLOCKED = (401, 403, 418, 999)


def kind(number: int) -> str:
    """The kind of the page with that number."""
    return KINDS[number % 250] if number % 250 < len(KINDS) else "good"


def answer(name: str, number: int, method: str, accepts_html: bool, first: bool) -> Answer:
    """What the server of a page of the kind `name` says; `first` for the first request for it."""
    always = {
        "gone": Answer(404),
        "blocked": Answer(_BLOCKED[number % len(_BLOCKED)]),
        "wall": Answer(202, "x-amzn-waf-action: challenge\r\n", ""),
        "soft-404": Answer(body=_PAGE.format("Page not found", "")),
        "parked": Answer(body=_PAGE.format("x.example", "This domain is for sale")),
        "moved": Answer(301, f"Location: /good/{number}\r\n"),
    }
    if name in always:
        return always[name]
    bad = {
        "gone-but-for-head": method != "HEAD",
        "wants-html": not accepts_html,
        "fails-once": first,
        "refuses-head": method == "HEAD",
        "pauses": first,
    }
    errors = {
        "gone-but-for-head": Answer(404),
        "wants-html": Answer(404),
        "fails-once": Answer(500),
        "refuses-head": Answer(405),
        "pauses": Answer(429, "Retry-After: 1\r\n"),
    }
    return errors[name] if bad.get(name) else GOOD
