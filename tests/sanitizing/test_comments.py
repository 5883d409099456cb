"""A comment of the bot mentions nobody, and refers to and closes no issue, whatever it quotes."""

import html
import re

import pytest
from markdown_it import MarkdownIt

from generator.publish.github.markers import add_marker
from generator.sanitizing.comments import sanitize_comment

HOSTILE = [
    "@ada",
    "@org/team",
    "&commat;ada",
    "&#64;ada",
    "&#0000064;ada",
    "&#x40;ada",
    "\\@ada",
    "@&#97;da",
    "**@**ada @_ada_",
    "fixes #12",
    "closes &#35;12",
    "resolves &num;12",
    "fix #&#49;2",
    "GH-12",
    "gh&#45;12",
    "&#71;H-12",
    "owner/name#12",
    "owner/name@0123456789012345678901234567890123456789",
    "fixes https://github.com/owner/name/issues/12",
    "www.github.com/owner/name/pull/12",
    "https://GitHub.com/owner/name/pull/12#issuecomment-1",
    "https://x.example/@ada @ada",
    "| a | @ada |",
    "<b>@ada</b> <!-- @ada --> @ada",
    "&amp;commat;ada &commat;ada",
    "gh\\-12",
    "&#00000035;12",
    "xhttps://x.example/name/issues#12 @ada",
]
SPEAKS = re.compile(
    r"@[A-Za-z0-9]|#\d|GH-\d|(?<!redirect\.)github\.com/[^/]+/[^/]+/(issues|pull|discussions|commit)/",
    re.IGNORECASE,
)


def shown(markdown: str) -> str:
    """What GitHub searches: the text that Markdown becomes, without links of addresses and code."""
    page = MarkdownIt("commonmark").enable("table").render(markdown)
    return html.unescape(re.sub(r"<pre>.*?</pre>|<[^>]*>", "", page, flags=re.DOTALL))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_says_nothing_to_github(text: str) -> None:
    assert SPEAKS.search(html.unescape(shown(text))), "hostile as it is"
    sanitized = sanitize_comment(f"- {text}\n\n{text}\n\n> {text}")
    assert not SPEAKS.search(shown(sanitized))
    assert sanitize_comment(sanitized) == sanitized


def test_ordinary_text_and_blocks_of_code_stay() -> None:
    text = (
        "## Two #tags\n\n- a@ b, C# 1, [x](https://x.example/p#12)\n\n```yaml\na: '@ada' # 1 #12\n```\n\nend"
    )
    assert sanitize_comment(text) == text


def test_code_ends_where_github_ends_it() -> None:
    assert "@\u200bada" in sanitize_comment("```\n@eve\n```\n@ada\n```x\n```")
    assert "@ada" not in sanitize_comment("``` a ```\n@ada\n")


@pytest.mark.parametrize(
    "address",
    [
        "//github.com/owner/name/issues/12",
        "https:\\//github.com/owner/name/issues/12",
        "https://github.com/owner&sol;name/issues/12",
        "https&#58;//github.com:443/owner/name//issues/12",
    ],
)
def test_a_link_to_an_issue_leaves_no_trace_there(address: str) -> None:
    page = MarkdownIt("commonmark").render(sanitize_comment(f"[x]({address})"))
    assert not re.search(r"(?<!redirect\.)github\.com", html.unescape(page))


def test_a_line_ends_where_markdown_ends_it() -> None:
    assert "@\u200bada" in sanitize_comment("a\r\r\r\n```\ncode\n```\n\n@ada")


def test_a_reference_of_our_own_is_written_apart() -> None:
    body = add_marker("bot-issue-7", "fixes #12", closes=7)
    assert body == "<!-- medvlm: bot-issue-7 -->\nfixes #\u206012\n\nCloses #7.\n"


def test_links_to_lines_of_the_pull_request_stay() -> None:
    line = "https://github.com/owner/name/pull/12/files#diff-0123abR7"
    assert sanitize_comment(f"[line 7]({line})") == f"[line 7]({line})"
