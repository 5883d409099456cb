"""The dark palette for a browser without scripts: there it is the system that chooses."""

import re

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{};]+)(\{[^{}]*\})")
_DARK = re.compile(r"""\[data-md-color-scheme=["']?slate["']?\]""")
_ANY_PAGE = ":is(:root, body)"
"""As strong as the selector that it replaces. The theme gives also the body of its pages a palette."""


def make_dark_styles(styles: str) -> str:
    """Return the rules of the dark palette in `styles`, for pages of which no script has chosen a palette.

    >>> make_dark_styles("p { margin: 0 } [data-md-color-scheme=slate] p { color: #fff }")
    ':is(:root, body) p { color: #fff }'
    """
    rules = _RULE.findall(_COMMENT.sub("", styles))
    dark = [(_DARK.sub(_ANY_PAGE, of).strip(), what) for of, what in rules if _DARK.search(of)]
    return "\n".join(f"{of} {what}" for of, what in dark)
