"""The content security policy of a page: a browser runs only the scripts of the site and its theme.

If a text of an entry ever became a script, it would not run. The policy is a `<meta>` element, as the
site may be on a host that sends no headers of ours.
"""

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from html import escape

_START = '<meta charset="utf-8">'
_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
"""A script without attributes: others have an address, or are data."""
_REFERRER = '<meta name="referrer" content="same-origin">'


def hash_inline_scripts(html: str) -> list[str]:
    """Return the sources, for `script-src`, of the inline scripts in `html`: give it the theme alone."""
    hashes = (sha256(script.encode()).digest() for script in _INLINE.findall(html))
    return list(dict.fromkeys(f"'sha256-{b64encode(found).decode()}'" for found in hashes))


def add_policy(html: str, policy: str) -> str:
    """Return the document `html` with the elements of its `policy` before all that it loads.

    Raises ValueError where the theme has no place for them: a page without a policy must not be published.
    """
    before, start, after = html.partition(_START)
    if not start:
        raise ValueError(f"the theme has no `{_START}`, after which the policy of a page is written")
    return f"{before}{start}{policy}{after}"


def render_policy(script_hashes: Iterable[str], connections: Iterable[str] = ()) -> str:
    """Return the elements of the head that say what the page may load and what it sends to other hosts."""
    rules = {
        "default-src": ["'none'"],
        "script-src": ["'self'", *script_hashes],  # workers too
        "style-src": ["'self'", "'unsafe-inline'"],  # the theme and the charts have style attributes
        "img-src": ["'self'", "data:"],  # icons in the theme's style sheet
        "font-src": ["'self'"],
        "connect-src": ["'self'", *connections],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
    }
    policy = "; ".join(" ".join((name, *sources)) for name, sources in rules.items())
    return f'<meta http-equiv="Content-Security-Policy" content="{escape(policy, quote=False)}">{_REFERRER}'
