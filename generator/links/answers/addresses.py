"""New addresses for old ones: what a link has beyond its target is kept, what a server adds is not."""

import re
from urllib.parse import SplitResult, parse_qsl, urlsplit

from generator.links.answers.verdict import Target

_SESSION = re.compile(r";(?:jsessionid|phpsessid|sid|session_?id)=[^/?#;]*", re.IGNORECASE)
_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|_hs\w+|_gl?|ref_src|spm|error|cookieset)",
    re.IGNORECASE,
)
_ONE_TIME = re.compile(
    r"(?:jsessionid|phpsessid|sid|session\w*|token|access_token|signature|sig|expires|x-amz-.+|x-goog-.+|ticket|state"
    r"|nonce|code)",
    re.IGNORECASE,
)


def tidy_address(url: str) -> str:
    """Return `url` without session and tracking; empty if a part of it is for one visit only.

    >>> tidy_address("https://x.org/a;jsessionid=1F?id=7&utm_source=b#c")
    'https://x.org/a?id=7#c'
    """
    parts = urlsplit(url)
    pairs = [pair for pair in parts.query.split("&") if pair and not _is_named(pair, _TRACKING)]
    if any(_is_named(pair, _ONE_TIME) for pair in pairs):
        return ""
    path = _SESSION.sub("", parts.path)
    if path == parts.path and len(pairs) == len(parts.query.split("&")):
        return url
    return parts._replace(path=path, query="&".join(pairs)).geturl()


def _is_named(pair: str, names: re.Pattern[str]) -> bool:
    return any(names.fullmatch(name) for name, _ in parse_qsl(pair, keep_blank_values=True))


def carry_over(url: str, target: Target, moved_to: str) -> str:
    """Return the new address of the link `url`, whose `target` is now at `moved_to`.

    A link may lead into a repository or an item, or to a part of a page: it still does afterwards.

    >>> carry_over("https://github.com/old/x/wiki#a", Target("github", "old/x"), "https://github.com/new/y")
    'https://github.com/new/y/wiki#a'
    """
    if not moved_to:
        return ""
    old, new = urlsplit(url), urlsplit(moved_to)
    if target.service in ("github", "huggingface"):
        new = old._replace(path=_find_path_within(target, old, new))
    return new._replace(fragment=new.fragment or old.fragment).geturl()


def _find_path_within(target: Target, old: SplitResult, new: SplitResult) -> str:
    """The old path with the new name, and the new branch where `new` has one."""
    before, after = old.path.strip("/").split("/"), new.path.strip("/").split("/")
    if target.service == "huggingface":
        kind, *name = target.id.split("/")
        return "/" + "/".join(after + before[len(name) + (before[0] == kind) :])
    is_raw = old.hostname == "raw.githubusercontent.com"
    branch = 2 if is_raw else 3
    rest = after[4:] and after[3:]
    kept = before[2:branch] + rest if rest and len(before) > branch else before[2:]
    return "/" + "/".join(after[:2] + kept)
