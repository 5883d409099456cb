"""Every address has one form and stands under the key that says what is there.

No tracking parameters; identifiers are in their own fields; GitHub as owner/repository
unless a folder is meant; `code` is code, not weights, data or a project page.

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

TRACKING = re.compile(r"(utm_\w+|fbclid|gclid|mc_[ce]id|igshid|spm|ref_src|trk)\Z")
_GITHUB_NAME = re.compile(r"[A-Za-z0-9._-]+\Z")
NOT_CODE = {
    "huggingface.co": "weights, data or demo",
    "www.kaggle.com": "data",
    "kaggle.com": "data",
    "drive.google.com": "weights or data",
    "zenodo.org": "data",
    "modelscope.cn": "weights or data",
    "www.youtube.com": "project",
}


def check(entry: Entry, catalog: Catalog) -> Iterator[Finding]:
    """Look at every link."""
    for keys, url in entry.links.places():
        for message in _faults(keys[1], url):
            yield Finding(keys, message)


def _faults(kind: str, url: str) -> Iterator[str]:
    parts = urlsplit(url)
    host = (parts.hostname or "").lower()
    for name, _ in parse_qsl(parts.query, keep_blank_values=True):
        if TRACKING.match(name):
            yield f"{quoted(name)} tracks the reader: delete it from the address"
    for row in IDENTIFIERS:
        if row.is_address(url) and kind not in row.allowed_links:
            yield f"the address of {row.noun}: write it alone in `{row.field}`"
    if host.removeprefix("www.") == "github.com":
        yield from _github_faults(url, parts)
    elif kind == "code" and (better := _not_code(host)):
        yield f"{host} holds no code: put the address under {better}"


def _github_faults(url: str, parts: SplitResult) -> Iterator[str]:
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


def _not_code(host: str) -> str | None:
    return "project" if host.endswith(".github.io") else NOT_CODE.get(host)
