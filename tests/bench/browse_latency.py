"""Measure how fast the browse page is in a browser, at several sizes of the list.

    python -m tests.bench.browse_latency [SIZE…]

prints for each size, at full and at reduced speed, the milliseconds from opening the address of a
search to its results, and from a key or a click on a facet to its effect, with the longest task of
the main thread; then the bytes of the first screen and of the data, and the memory of the scripts.
Reduced is either only the main thread, as DevTools does it, or every thread of the page. Any size is
possible: 50000 takes three minutes.
"""

# ruff: noqa: T201 - a benchmark prints its results

import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from generator.catalog.catalog import Catalog
from generator.checking.load import load
from generator.outputs import browse_data
from generator.outputs.site import browse
from generator.outputs.suggestions import render_suggestions
from generator.settings import Settings, load_settings
from tests.bench.devtools import SPEEDS, heap, tasks
from tests.bench.measure import format_table
from tests.bench.synthetic import synthesize_catalog
from tests.browser.built import PROJECT, build
from tests.browser.program import find_browser
from tests.browser.server import served

SIZES = (300, 1_000, 10_000)
TYPED_QUERIES = ("clip", "LLaVA-Med", "report generation", "sgementation")
CLICKED_FACETS = ("kind", "code", "task", "modality")
OPENING_HEAD = ("entries", "slowed", "screen", "first found", "all found", "longest task")
USE_HEAD = ("entries", "slowed", "key", "worst", "longest task", "facet", "worst", "longest task")
OWN_PARTS = ("/browse", "site.css", "tables.css")
"""Parts of the addresses of the files of this page; all pages share the other ones."""
WEIGHT_HEAD = ("entries", "first screen kB", "of it shared", "data kB", "data bytes an entry", "heap MB")
_FLAGS = (
    "--no-sandbox",
    "--renderer-process-limit=1",
)  # one process, so that the process to slow down is known
PROBE = Path(__file__).with_name("browse_probe.js")
_SETTLED = "probe.some(([what]) => what === 'settled')"
_AT_REST = "#browse-results:not([aria-busy])"
_PAUSE = 250  # milliseconds, so that one step has ended before the next starts


def main() -> None:
    """Measure every size."""
    sizes = [int(size) for size in sys.argv[1:]] or SIZES
    opened, used, weighed = [], [], []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find_browser(), args=_FLAGS)
        for size, site in _sites(Path(folder), sizes):
            with served(site) as url:
                for speed in SPEEDS:
                    first, then = _times(chromium, f"{url}/browse/", speed)
                    opened.append([f"{size:,}", speed, *first])
                    used.append([f"{size:,}", speed, *then])
                weighed.append([f"{size:,}", *_weights(chromium, f"{url}/browse/", size)])
    print(
        format_table(OPENING_HEAD, opened),
        format_table(USE_HEAD, used),
        format_table(WEIGHT_HEAD, weighed),
        sep="\n\n",
    )


def _sites(folder: Path, sizes: Sequence[int]) -> Iterator[tuple[int, Path]]:
    """Yield a site for each size; only its browse page and the data of it have that size."""
    real, settings = load(PROJECT).catalog, load_settings(PROJECT)
    site = build(PROJECT / "entries", folder, own=True)
    page = site / "browse" / "index.html"
    html = page.read_text("utf-8")
    for size in sizes:
        catalog = synthesize_catalog(real, size)
        page.write_text(_with_parts(html, _parts(real, settings), _parts(catalog, settings)), "utf-8")
        for path, text in (browse_data.render_browse_data(catalog) | render_suggestions(catalog)).items():
            (site / path).write_text(text, "utf-8")
        yield size, site


def _parts(catalog: Catalog, settings: Settings) -> list[str]:
    page = next(browse.pages(catalog, settings))
    return [page.start, page.body]


def _with_parts(html: str, old: Sequence[str], new: Sequence[str]) -> str:
    for before, after in zip(old, new, strict=True):
        assert before in html
        html = html.replace(before, after)
    return html


@contextmanager
def _new_page(chromium: Browser) -> Iterator[Page]:
    """Open a page with the probe in a browser context with an empty cache."""
    # The policy of the page would not let the bench evaluate its conditions.
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, bypass_csp=True)
    context.set_default_timeout(120_000)
    context.add_init_script(path=PROBE)
    yield context.new_page()
    context.close()


def _times(chromium: Browser, url: str, speed: str) -> tuple[list[float], list[float]]:
    with _new_page(chromium) as page:
        page.goto(f"{url}../404.html")
        with SPEEDS[speed](page):
            opened = _open(page, f"{url}?q=clip")
            with tasks(page) as found:
                _open(page, f"{url}?q=image")
            typed = _act(page, _type, "cards")
            _search(page, "")
            chosen = _act(page, _choose, "counts")
    return [*opened, max(found)], [*typed, *chosen]


def _open(page: Page, address: str) -> list[float]:
    """Milliseconds until the first paint, the first results, and all results."""
    page.goto(address)
    page.wait_for_function(_SETTLED, polling=_PAUSE)
    seen: float = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    return [seen, _noted(page, "cards")[0], _noted(page, "settled")[0]]


def _search(page: Page, text: str) -> None:
    page.fill("#browse-q", text)
    page.wait_for_selector(_AT_REST)


def _type(page: Page) -> None:
    page.focus("#browse-q")
    for query in TYPED_QUERIES:
        page.keyboard.press("Control+A")
        page.keyboard.type(query, delay=_PAUSE)


def _choose(page: Page) -> None:
    for facet in CLICKED_FACETS:
        page.locator(f"#browse-facets input[name={facet}]").first.focus()
        for _ in ("include", "exclude", "neither"):
            page.wait_for_timeout(_PAUSE)
            page.keyboard.press("Space")


def _act(page: Page, act: Callable[[Page], None], shown: str) -> list[float]:
    """Milliseconds from a step to its first effect, median and worst; the longest task."""
    page.evaluate("probe.length = 0")
    with tasks(page) as found:
        act(page)
        page.wait_for_timeout(2 * _PAUSE)
        page.wait_for_selector(_AT_REST)
    times = list_delays(page.evaluate("probe"), shown)
    return [statistics.median(times), max(times), max(found)]


def list_delays(probe: Sequence[tuple[str, float]], shown: str) -> list[float]:
    """Milliseconds from each step to its effect: what is `shown` changes, or it all stays and is settled."""
    effects = [at for what, at in probe if what in (shown, "settled")]
    return [next(at for at in effects if at > start) - start for what, start in probe if what == "asked"]


def _noted(page: Page, wanted: str) -> list[float]:
    return [at for what, at in page.evaluate("probe") if what == wanted]


def _weights(chromium: Browser, url: str, size: int) -> list[float]:
    """Kilobytes of first screen, what is shared, and data; bytes per entry; megabytes of memory."""
    sizes: dict[str, int] = {}
    with _new_page(chromium) as page:
        page.on("response", lambda answer: sizes.update({answer.url: int(answer.headers["content-length"])}))
        page.goto(url, wait_until="networkidle")
        first = dict(sizes)
        _search(
            page, "sgementation"
        )  # no entry has it, so all entries must be loaded before the answer is known
        megabytes = heap(page)
    own = sum(number for address, number in first.items() if any(part in address for part in OWN_PARTS))
    data = sum(number for address, number in sizes.items() if "/browse/data/" in address)
    total = sum(first.values())
    return [total / 1000, (total - own) / 1000, data / 1000, data / size, megabytes]


if __name__ == "__main__":
    main()
