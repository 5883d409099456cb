"""Every address has one form, and its key says what is there.

Addresses have no tracking parameters. Identifiers are in their own fields. A GitHub address is
owner/repository, or a folder of it. `code` is code, not weights, data or a project page. A key has each
address once.

Passes:
    links: {code: https://github.com/ada-example/films}

Fails:
    links: {code: "https://huggingface.co/datasets/ada-example/films?utm_source=x"}
"""

import re
from collections.abc import Iterator
from urllib.parse import SplitResult, parse_qsl, urlsplit

from generator.catalog.catalog import Catalog
from generator.checking.rules.finding import Finding
from generator.entry.identifiers import IDENTIFIERS
from generator.entry.model import Entry
from generator.text import quoted

TRACKING_PARAMETER = re.compile(r"(utm_\w+|fbclid|gclid|mc_[ce]id|igshid|spm|ref_src|trk)\Z")
_GITHUB_NAME = re.compile(r"[A-Za-z0-9._-]+\Z")
NON_CODE_HOSTS = {
    "huggingface.co": "weights, data or demo",
    "www.kaggle.com": "data",
    "kaggle.com": "data",
    "drive.google.com": "weights or data",
    "zenodo.org": "data",
    "modelscope.cn": "weights or data",
    "www.youtube.com": "project",
}


def check(entry: Entry, catalog: Catalog) -> Iterator[Finding]:
    """Check every link."""
    seen: set[tuple[str, str]] = set()
    for keys, url in entry.links.list_addresses():
        for message in _find_errors(keys[1], url):
            yield Finding(keys, message)
        if (keys[1], url) in seen:
            yield Finding(keys, f"{quoted(url)} is here twice: delete one")
        seen.add((keys[1], url))


def _find_errors(kind: str, url: str) -> Iterator[str]:
    parts = urlsplit(url)
    host = (parts.hostname or "").lower()
    for name, _ in parse_qsl(parts.query, keep_blank_values=True):
        if TRACKING_PARAMETER.match(name):
            yield f"{quoted(name)} tracks the reader: delete it from the address"
    for row in IDENTIFIERS:
        if row.is_address(url) and kind not in row.allowed_links:
            yield f"the address of {row.noun}: write only the id, in `{row.field}`"
    if host.removeprefix("www.") == "github.com":
        yield from _find_github_errors(url, parts)
    elif kind == "code" and (better := _find_better_key(host)):
        yield f"{host} has no code: put the address under {better}"


def _find_github_errors(url: str, parts: SplitResult) -> Iterator[str]:
    owner, _, rest = parts.path.strip("/").partition("/")
    repository, _, folder = rest.partition("/")
    repository = repository.removesuffix(".git")
    if not (_GITHUB_NAME.match(owner) and _GITHUB_NAME.match(repository)):
        yield "not a repository: write https://github.com/owner/repository"
        return
    address = f"https://github.com/{owner}/{repository}"
    if folder not in ("", "tree/main", "tree/master"):
        address += f"/{folder}"
    if re.split(r"[?#]", url)[0] != address:
        yield f"write it as {address}{parts.fragment and '#'}{parts.fragment}"


def _find_better_key(host: str) -> str | None:
    return "project" if host.endswith(".github.io") else NON_CODE_HOSTS.get(host)
