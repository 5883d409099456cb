"""The table of what servers do that says nothing about a link: walls, errors that answer 200, hosts that lie.

Each row makes a link `unknown`. `site_docs/about/links.md` shows the table; a test compares the two.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from html import unescape
from urllib.parse import quote, urlsplit

from generator.links.http.answer import Response


class Where(StrEnum):
    """Where a habit shows."""

    HOST = "host"
    HEADER = "header"
    PATH = "path"
    """Of the address at which a link arrives."""
    HEADING = "heading"
    """The title of a page or its first heading, and what is between ` | ` and the like in it."""
    SHORT = "heading of a short page"
    """The same of a page that shows little text, as walls do."""
    PAGE = "page"
    """The source of a page that shows little text: others only have the script of a wall beside theirs."""


@dataclass(frozen=True, slots=True)
class Habit:
    """What one kind of server does: the pattern that shows it, and what the report says."""

    where: Where
    pattern: str
    says: str
    who: str
    """Who does so, for a reader of the table."""

    def is_in(self, text: str) -> bool:
        """Whether the pattern is in `text`, ignoring case."""
        return bool(re.search(self.pattern, text, re.IGNORECASE))


WALL = "blocked: a page that keeps out programs"
GONE = "the page says that it is not there"
PARKED = "a parked domain"

_THINGS = (
    "page|file|document|site|project|resource|url|dataset|model|item|record|article|content|repository|object"
    "|link|address|entry|paper"
)
_SORRY = "(?:(?:oops|whoops|uh[- ]?oh|ooh|sorry|we.re sorry|error)[!,.:\u2026]* )?"
_THE = "(?:(?:the|this|that|your) )?(?:requested )?"

HABITS = (
    Habit(Where.HOST, r"(?:^|\.)kaggle\.com$", "this host answers 404 to programs", "Kaggle"),
    Habit(Where.HEADER, r"^x-amzn-waf-action:", WALL, "AWS, with 202 for every path"),
    Habit(Where.HEADER, r"^cf-mitigated:", WALL, "Cloudflare"),
    Habit(Where.HEADER, r"^server: ?(?:ddos-guard|qrator)", WALL, "DDoS-Guard, Qrator"),
    Habit(
        Where.PATH,
        r"^/404/?$|/404\.(?:html?|php|aspx?|jsp)$|/errors?[-_/]404(?:\.[a-z]{3,5})?/?$",
        GONE,
        "redirects to a page for errors",
    ),
    Habit(
        Where.PATH,
        r"/(?:page[-_]?)?not[-_]?found(?:\.[a-z]{3,5})?/?$",
        GONE,
        "redirects to a page for errors",
    ),
    Habit(Where.PAGE, r"_cf_chl_opt|cf-chl-|enable javascript and cookies to continue", WALL, "Cloudflare"),
    Habit(Where.PAGE, r"_incapsula_resource|incapsula incident", WALL, "Imperva"),
    Habit(Where.PAGE, r"px-captcha|captcha-delivery\.com|/_fs-ch-", WALL, "HUMAN, DataDome, Fastly"),
    Habit(Where.PAGE, r"window\.gokuprops|awswafintegration", WALL, "AWS"),
    Habit(Where.PAGE, r"anubis_challenge|/\.within\.website/", WALL, "Anubis"),
    Habit(
        Where.SHORT,
        r"^(?:just a (?:moment|second)|one moment|please wait|attention required!|you are being redirected)",
        WALL,
        "Cloudflare, Imunify360, Sucuri",
    ),
    Habit(
        Where.SHORT,
        r"^(?:verify(?:ing)? (?:that )?(?:you(?:.re| are|r)|if you are) "
        r"|(?:human|bot|browser) (?:verification|check)|verification required|are you (?:a )?(?:human|robot)"
        r"|(?:making sure you.re|i.?a?m) not a (?:ro)?bot)",
        WALL,
        "Anubis, hCaptcha, reCAPTCHA and others",
    ),
    Habit(
        Where.SHORT,
        r"^(?:(?:checking|validating) your browser|(?:client|robot|security) (?:challenge|check)"
        r"|ddos[- ]protection|please complete the security check"
        r"|unusual traffic)|\bcaptcha$|security checkpoint$",
        WALL,
        "Fastly, Radware, Vercel and others",
    ),
    Habit(
        Where.SHORT,
        r"^(?:access (?:to this page )?(?:has been |is |was )?denied|request rejected"
        r"|pardon our interruption)",
        WALL,
        "Akamai, F5, HUMAN, Imperva",
    ),
    Habit(
        Where.HEADING,
        rf"^{_SORRY}(?:http )?(?:error:? )?(?:40[34]|410)"
        r"(?:$| ?[-\u2013\u2014:|!(.]| (?:error|page|not|forbidden|gone))",
        GONE,
        "many",
    ),
    Habit(
        Where.HEADING,
        rf"^{_SORRY}{_THE}(?:{_THINGS})(?: you.{{0,30}})?"
        r" (?:(?:is |was |can|could )?not|(?:is|was|could|ca)n.t)(?: be)? found",
        GONE,
        "many",
    ),
    Habit(
        Where.HEADING,
        rf"^{_SORRY}(?:we )?(?:can(?:.t|not)|could(?:n.t| not)) (?:find|locate) {_THE}(?:{_THINGS})",
        GONE,
        "many",
    ),
    Habit(
        Where.HEADING,
        rf"^{_SORRY}(?:not found|no such (?:{_THINGS})|nothing (?:was )?found)(?:$|\W)",
        GONE,
        "many",
    ),
    Habit(
        Where.HEADING,
        rf"(?:{_THINGS})(?: you.{{0,30}})? (?:does not|doesn.t|no longer) exist",
        GONE,
        "many",
    ),
    Habit(Where.HEADING, rf"(?:{_THINGS}) (?:isn.t|(?:is )?(?:no longer|not)) available", GONE, "many"),
    Habit(Where.HEADING, r"^there isn.t a github pages site here", GONE, "GitHub Pages"),
    Habit(
        Where.HEADING,
        r"页面不存在|页面未找到|找不到页面|頁面不存在|找不到頁面|404 ?错误"
        r"|ページが見つかりません|페이지를 찾을 수 없",
        GONE,
        "many, in Chinese, Japanese, Korean",
    ),
    Habit(
        Where.HEADING,
        r"seite (?:wurde )?nicht gefunden|page (?:introuvable|non trouv\u00e9e)"
        r"|p\u00e1gina n(?:o|\u00e3o) encontrada|pagina (?:non trovata|niet gevonden)|страница не найдена",
        GONE,
        "many, in other languages",
    ),
    Habit(
        Where.HEADING, r"^\S+\.[a-z]{2,10} is for sale|^this domain\b.{0,40}\bfor sale", PARKED, "registrars"
    ),
    Habit(
        Where.PAGE,
        r"domain (?:name )?(?:is|may be) for sale|buy this domain|domain parking",
        PARKED,
        "registrars",
    ),
    Habit(
        Where.PAGE,
        r"parkingcrew\.net|sedoparking\.com|hugedomains\.com|bodis\.com|location\.href=.?/lander",
        PARKED,
        "registrars",
    ),
)
"""All rows; the first that fits a link is reported."""

MAX_TEXT_OF_A_WALL = 2000
"""Characters that a page shows at most for the rows of `Where.PAGE` to count."""

MAX_REFRESH_SECONDS = 10
"""A page that leads on later than this is one that people read."""

_HEADINGS = (
    re.compile(r"<title\b[^<>]*>(.{0,400}?)</title", re.IGNORECASE | re.DOTALL),
    re.compile(r"<h1\b[^<>]*>(.{0,400}?)</h1", re.IGNORECASE | re.DOTALL),
)
_SEPARATOR = re.compile(r" [-\u2013\u2014|\u00b7\u00bb] ")
_TAG = re.compile(r"<[^<>]*>")
_ANY_OF_A_PAGE = re.compile("|".join(row.pattern for row in HABITS if row.where is Where.PAGE))
"""All rows of `Where.PAGE` in small letters: seven times as fast as each of them ignoring case."""
_REFRESH = re.compile(r"<meta\b[^<>]*http-equiv=[\"']?refresh[^<>]*>", re.IGNORECASE)
_REFRESH_URL = re.compile(r"(\d{1,3})\s*[;,]\s*url\s*=\s*[\"']?([^\"'<>\s]{1,2000})", re.IGNORECASE)


def find_habit(response: Response, url: str) -> Habit | None:
    """Find the first row of the table that fits the answer at `url`; None if none does."""
    texts = {where: list(found) for where, found in _list_texts(response, url)}
    return next((row for row in HABITS if any(map(row.is_in, texts.get(row.where, ())))), None)


def find_lying_404(response: Response, url: str) -> Habit | None:
    """Find the row by which a 404 says nothing: that of the host, or of a wall."""
    host = urlsplit(url).hostname or ""
    rows = (row for row in HABITS if row.where is Where.HOST and row.is_in(host))
    habit = next(rows, None) or find_habit(response, url)
    return habit if habit and (habit.where is Where.HOST or habit.says == WALL) else None


def find_refresh(response: Response) -> str:
    """The address that a page leads on to by itself within a few seconds; empty if it does not."""
    if response.status != 200 or b"http-equiv" not in response.body.lower():
        return ""
    tag = _REFRESH.search(_decode_page(response)[:20_000])
    match = _REFRESH_URL.search(unescape(tag[0])) if tag else None
    return quote(match[2], "%/:=&?~#+!$,;'@()*[]") if match and int(match[1]) <= MAX_REFRESH_SECONDS else ""


def _list_texts(response: Response, url: str) -> Iterator[tuple[Where, Iterable[str]]]:
    yield Where.HEADER, (f"{name.lower()}: {value[:200]}" for name, value in response.headers.items())
    yield Where.PATH, [urlsplit(url).path]
    if "html" not in response.headers.get("content-type", "html").lower():
        return
    page = _decode_page(response)
    headings = list(_list_headings(page))
    yield Where.HEADING, headings
    if len(_find_visible_text(page)) <= MAX_TEXT_OF_A_WALL:
        yield Where.SHORT, headings
        if _ANY_OF_A_PAGE.search(page.lower()):
            yield Where.PAGE, [page]


def _list_headings(page: str) -> Iterator[str]:
    for pattern in _HEADINGS:
        if match := pattern.search(page):
            heading = " ".join(unescape(_TAG.sub(" ", match[1])).split())
            yield heading
            yield from _SEPARATOR.split(
                heading
            )  # `Page not found | Name of the site`, or the other way round


def _decode_page(response: Response) -> str:
    return response.body.decode("utf-8", "replace")


def _find_visible_text(page: str) -> str:
    for tag in ("script", "style"):
        first, *others = re.split(f"<{tag}\\b", page, flags=re.IGNORECASE)
        rests = (re.split(f"</{tag}\\b", other, maxsplit=1, flags=re.IGNORECASE)[1:] for other in others)
        page = " ".join([first, *(text for rest in rests for text in rest)])
    return " ".join(_TAG.sub(" ", page).split())
