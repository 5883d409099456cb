"""Sanitize Markdown for a comment on GitHub: it mentions nobody, and refers to and closes no issue.

GitHub looks for mentions and references in the text that Markdown has become, so an entity or a
backslash does not stop it; an invisible character after the sign does. Addresses stay addresses.
"""

import html
import re
from typing import NewType

from markdown_it import MarkdownIt

CommentText = NewType("CommentText", str)
"""Markdown that may be sent to GitHub."""

_SPACE, _JOINER = "\N{ZERO WIDTH SPACE}", "\N{WORD JOINER}"
_ENTITY = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,8}|commat|num|sol|lowbar|period|colon|bsol);")
_MEANT = re.compile(r"[A-Za-z0-9@#/_.:\\-]")
_SIGN = re.compile(r"@(?=[^\s\u200b])|#(?=\d)|(?<=GH)\\?-(?=\d)", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:(?:https?:)?\\?/\\?/|www\.)[^\s<>()\[\]\"'`|]+", re.IGNORECASE)
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_THING = re.compile(
    r"(?:(?:https?:)?//+)?(?:www\.)?github\.com(?::[0-9]*)?/+"
    r"(?=[^/]+/+[^/]+/+(?:issues|pull|discussions|commit|compare)/)",
    re.IGNORECASE,
)
_LINE_END = re.compile(r"\r\n?")
_OWN_LINE = re.compile(r"/pull/\d+/files#diff-[0-9a-fA-FR]+\Z")
_REDIRECT = "https://redirect.github.com/"
"""GitHub's own host for links that leave no trace at the issue they lead to."""


def sanitize_comment(markdown: str) -> CommentText:
    """Return sanitized `markdown`; blocks of code, in which GitHub finds nothing, stay as they are.

    >>> sanitize_comment("@ada fixes #12").encode("ascii", "backslashreplace")
    b'@\\\\u200bada fixes #\\\\u206012'
    """
    markdown = _LINE_END.sub("\n", markdown)  # a line ends where Markdown ends it
    lines = markdown.split("\n")
    code = _find_code_lines(markdown)
    sanitized = (line if row in code else _sanitize_line(line) for row, line in enumerate(lines))
    return CommentText("\n".join(sanitized))


def break_references(text: str) -> str:
    """Return plain `text` with an invisible character in each mention and reference."""
    return _SIGN.sub(lambda match: match[0] + (_SPACE if match[0] == "@" else _JOINER), text)


def _find_code_lines(markdown: str) -> set[int]:
    """The numbers of the lines in fenced blocks of code, from 0."""
    if "```" not in markdown and "~~~" not in markdown:
        return set()
    tokens = MarkdownIt("commonmark").parse(markdown)
    blocks = [token.map for token in tokens if token.type == "fence" and token.map]
    return {row for start, end in blocks for row in range(start, end)}


def _sanitize_line(line: str) -> str:
    """Sanitize a line; what is between two addresses is text."""
    parts, end = [], 0
    for match in _ADDRESS.finditer(line):
        before = line[end : match.start()]
        parts += [_sanitize_words(before), _sanitize_address(match[0], is_link=not before[-1:].isalnum())]
        end = match.end()
    return "".join([*parts, _sanitize_words(line[end:])])


def _sanitize_words(text: str) -> str:
    return break_references(_ENTITY.sub(_decode, text))


def _decode(match: re.Match[str]) -> str:
    """Write out an entity that could be a part of a mention or reference; others mean nothing to GitHub."""
    char = html.unescape(match[0])
    if not _MEANT.fullmatch(char):
        return match[0]
    return char if char.isalnum() else char + _JOINER  # a sign must not begin a heading or a list


def _decode_in_address(match: re.Match[str]) -> str:
    char = html.unescape(match[0])
    return char if _MEANT.fullmatch(char) else match[0]


def _sanitize_address(url: str, *, is_link: bool) -> str:
    """Sanitize an address; behind a letter it is no link for GitHub, but text in which others may begin."""
    plain = _ESCAPE.sub("", _ENTITY.sub(_decode_in_address, url)).replace("@", "%40")
    if not is_link:
        return break_references(_THING.sub(_REDIRECT, plain))
    thing = _THING.match(plain)
    return _REDIRECT + plain[thing.end() :] if thing and not _OWN_LINE.search(plain) else plain
