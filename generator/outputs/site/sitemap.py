"""The sitemap: one file, or an index of files when there are more addresses than one file may have."""

from collections.abc import Sequence
from html import escape

URLS_PER_FILE = 50_000
"""The limit of the format (sitemaps.org)."""

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def render_sitemaps(urls: Sequence[str], site_url: str) -> dict[str, str]:
    """Render `sitemap.xml` for whole addresses, and the parts that it lists, by path.

    >>> list(render_sitemaps(["https://a.example/"] * 60_000, "https://a.example"))
    ['sitemap.xml', 'sitemap-1.xml', 'sitemap-2.xml']
    """
    if len(urls) <= URLS_PER_FILE:
        return {"sitemap.xml": _render("urlset", "url", urls)}
    parts = [urls[first : first + URLS_PER_FILE] for first in range(0, len(urls), URLS_PER_FILE)]
    files = {f"sitemap-{n}.xml": _render("urlset", "url", part) for n, part in enumerate(parts, 1)}
    index = _render("sitemapindex", "sitemap", [f"{site_url}/{path}" for path in files])
    return {"sitemap.xml": index, **files}


def _render(root: str, item: str, urls: Sequence[str]) -> str:
    lines = "".join(f"  <{item}><loc>{escape(url)}</loc></{item}>\n" for url in urls)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{_NAMESPACE}">\n{lines}</{root}>\n'
