"""How long the browse page takes from a keystroke to its results, at several sizes of the list.

    python -m tests.bench.browse_latency

prints for each size: bytes of the first screen (compressed), the time until the data is there and
ranked, and for each query the milliseconds to the first and to the ranked results.
"""

# ruff: noqa: T201 - a measurement prints what it found

import statistics
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from generator.load import load
from generator.outputs import browse_data
from generator.outputs.site import browse
from generator.settings import load_settings
from tests.bench.made import made
from tests.browser.built import PROJECT, build
from tests.browser.server import served

SIZES = (1_000, 10_000)
QUERIES = ("c", "cl", "clip", "LLaVA-Med", "Med-PaLM M", "report generation chest", "Nguyen", "sgementation")
ROUNDS = 5

_TYPE = """
async (text) => {
  const box = document.querySelector("#browse-q"), title = document.querySelector("#browse-count");
  const cards = document.querySelector("#browse-cards");
  box.value = ""; box.dispatchEvent(new Event("input"));
  await new Promise((done) => setTimeout(done, 400));
  const times = [], start = performance.now();
  const watch = new MutationObserver(() => times.push(performance.now() - start));
  watch.observe(cards, { childList: true });
  box.value = text; box.dispatchEvent(new Event("input"));
  const blocked = performance.now() - start;
  await new Promise((done) => setTimeout(done, 900));
  watch.disconnect();
  return { first: times[0], last: times.at(-1), blocked, count: title.textContent };
}
"""

_PREPARE = """
async () => {
  const start = performance.now();
  const box = document.querySelector("#browse-q"), cards = document.querySelector("#browse-cards");
  box.focus();
  box.value = "radiolgoy"; // nothing matches it, so the answer waits for the ranking
  box.dispatchEvent(new Event("input"));
  await new Promise((done) => {
    const watch = new MutationObserver(() => { watch.disconnect(); done(); });
    watch.observe(cards, { childList: true });
  });
  return performance.now() - start;
}
"""


def main() -> None:
    """Measure every size."""
    real, settings = load(PROJECT).catalog, load_settings(PROJECT)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = build(PROJECT / "entries", Path(folder))
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        html = (site / "browse" / "index.html").read_text("utf-8")
        old = next(browse.pages(real, settings)).body
        assert old in html
        for size in SIZES:
            catalog = made(real, size)
            body = next(browse.pages(catalog, settings)).body
            (site / "browse" / "index.html").write_text(html.replace(old, body), "utf-8")
            for path, text in browse_data.chunks(catalog).items():
                (site / path).write_text(text, "utf-8")
            with served(site) as url:
                page = chromium.new_page()
                _measure(page, f"{url}/browse/", size)
                page.close()
        chromium.close()


def _measure(page: Page, url: str, size: int) -> None:
    sizes: dict[str, int] = {}
    page.on(
        "response", lambda answer: sizes.update({answer.url: int(answer.headers.get("content-length", 0))})
    )
    page.goto(url, wait_until="networkidle")
    own = sum(
        number for address, number in sizes.items() if "/browse" in address or address.endswith("site.css")
    )
    print(f"{size} entries: first screen {sum(sizes.values())} bytes, without the theme {own}")
    ready = page.evaluate(_PREPARE)
    print(f"  from focus to data there and indexed: {ready:.0f} ms; {sum(sizes.values())} bytes by then")
    for query in QUERIES:
        rounds = [page.evaluate(_TYPE, query) for _ in range(ROUNDS)]
        first, last, blocked = (
            statistics.median(result[key] for result in rounds) for key in ("first", "last", "blocked")
        )
        times = f"first {first:.0f} ms, ranked {last:.0f} ms, handler {blocked:.0f} ms"
        print(f"  {query!r}: {times}, {rounds[0]['count']}")


if __name__ == "__main__":
    main()
