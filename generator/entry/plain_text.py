"""Find LaTeX, HTML and Markdown in a text that should be plain.

The patterns were compared with the titles of eleven thousand papers, so that `A*`, `R^4`, `<think>`,
`$5` and `Readme_AI` are left alone. JavaScript reads them too, so they use only what both languages have.
"""

import re
from typing import NamedTuple

from generator.text import quoted

TAG = (
    r"</?(?:[a-z]{1,10}:[A-Za-z]{1,20}|i|b|u|em|strong|italic|bold|sub|sup|scp|sc|tt|p|br|span|inf|small)"
    r"(?: [A-Za-z:-]{1,20}=[^<>]*)?/?>"
)
"""A tag of HTML or of publishers' records; case is ignored."""
ENTITY = r"&(#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8}[0-9]{0,2});"
"""A character of HTML by its name or number; case is ignored."""


class Markup(NamedTuple):
    """Something that is not plain text: how to find it, and the message, where `{}` is what was found."""

    pattern: str
    message: str


_IS_LATEX = "{} is LaTeX: write what it prints"
_IS_TAG = "{} is an HTML tag: delete it"
MARKUP = (
    Markup(r"\$(?!\s)[^$]*[^$\s]\$(?![0-9])", _IS_LATEX),
    Markup(r"\\(?:[A-Za-z]+|.|$)", _IS_LATEX),
    Markup(r"[\^_]\{[^{}]*\}", _IS_LATEX),
    Markup(r"\{[^{}]*\}", "{} has braces, as in BibTeX: delete them"),
    Markup("``|''", 'a quotation mark of LaTeX: type `"`'),
    Markup(TAG, _IS_TAG),
    Markup(r"</?(?:a|abbr|code|font|li|s|ul)(?: [A-Za-z:-]{1,20}=[^<>]*)?/?>", _IS_TAG),
    Markup(ENTITY, "{} is HTML: type the character itself"),
    Markup(r"!?\[[^\[\]]*\]\([^()\s]*\)", "{} is a Markdown link: write only its text"),
    Markup(
        r"(?<![A-Za-z0-9*_])(\*\*|__|\*|_)(?=[^\s*_])[^*_]*[^\s*_]\1(?![A-Za-z0-9*_])",
        "{} is Markdown: delete the marks",
    ),
    Markup("^#{1,6} ", "{} is a heading in Markdown: delete it"),
    Markup("`", "a backtick, a mark of Markdown or LaTeX: delete it, or type a quotation mark"),
)
"""In the order in which they are looked for; case is ignored."""

EMOJI = "[\u2600-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff]"
"""Matches an emoji, and similar signs such as a star."""

_COMPILED = [(re.compile(pattern, re.IGNORECASE), message) for pattern, message in MARKUP]
_MAY_BE_MARKUP = re.compile(r"[\\$^_{}`'<&*#\[]")


def find_markup(text: str) -> str | None:
    """Return what is not plain in `text` and what to do about it, or None.

    >>> find_markup("A <i>study</i> of R^4")
    '`<i>` is an HTML tag: delete it'
    """
    if not _MAY_BE_MARKUP.search(text):
        return None
    for pattern, message in _COMPILED:
        if match := pattern.search(text):
            return message.replace("{}", quoted(match[0]))
    return None
