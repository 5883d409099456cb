"""The content security policy: the site works under it, and no script of a text runs."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from generator.outputs.site.contribute.services import list_asked_origins
from tests.browser.conftest import Open
from tests.browser.server import served

PAGES = [
    "",
    "browse/",
    "browse/?q=film",
    "papers/filmkit/",
    "results/",
    "contribute/",
    "models/",
    "about/",
    "404.html",
]
SCRIPTS = """
<script>document.title = "ran"</script>
<img src="assets/missing.png" onerror="document.title = 'ran'">
<svg onload="document.title = 'ran'"></svg>
<a id="click" href="javascript:document.title = 'ran'">x</a>
<iframe srcdoc="<script>parent.document.title = 'ran'</script>"></iframe>
<script src="https://evil.example/x.js"></script>
"""


def policy_of(site: Path, address: str) -> str:
    file = site / address if address.endswith(".html") else site / address / "index.html"
    found = re.findall(
        '<meta http-equiv="Content-Security-Policy" content="([^"]+)">', file.read_text("utf-8")
    )
    assert len(found) == 1
    return str(found[0])


NOTE_VIOLATIONS = """
  globalThis.violated = [];
  addEventListener("securitypolicyviolation", (event) => violated.push(event.violatedDirective));
"""


@pytest.mark.parametrize("address", PAGES)
def test_a_page_keeps_its_own_policy(address: str, published: str, open_page: Open) -> None:
    is_missing = address == "404.html"  # at the root of a host its files are elsewhere
    page = open_page("about:blank", faulty=is_missing, fresh=True)
    page.add_init_script(NOTE_VIOLATIONS)
    page.goto(f"{published}/{address}", wait_until="networkidle")
    expect(page.locator("h1").first).to_be_visible()
    assert page.evaluate("violated") == []


def test_every_page_has_a_policy_without_inline_scripts_and_other_hosts(published_site: Path) -> None:
    pages = [file.relative_to(published_site).as_posix() for file in published_site.rglob("*.html")]
    for address in pages:
        policy = policy_of(published_site, address)
        rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
        assert "unsafe" not in rules["script-src"]
        assert rules["default-src"] == "'none'"
        asked = list_asked_origins() if address == "contribute/index.html" else []
        assert rules["connect-src"].split() == ["'self'", *asked], address
        assert '<meta name="referrer" content="same-origin">' in (published_site / address).read_text("utf-8")


def test_a_link_to_a_new_tab_keeps_no_hold_of_the_page(published_site: Path) -> None:
    for file in published_site.rglob("*.html"):
        for link in re.findall(r"<a [^>]*target=[^>]*>", file.read_text("utf-8")):
            assert "noopener" in link


@pytest.fixture
def injected(published_site: Path, tmp_path: Path) -> Iterator[str]:
    """The site, as if a text of an entry had become HTML on one page."""
    site = Path(shutil.copytree(published_site, tmp_path / "site"))
    file = site / "papers/filmkit/index.html"
    text = file.read_text("utf-8")
    assert "</h1>" in text
    file.write_text(text.replace("</h1>", f"</h1>{SCRIPTS}", 1), "utf-8")
    with served(site) as url:
        yield url


def test_an_injected_script_does_not_run(injected: str, open_page: Open) -> None:
    page = open_page("about:blank", faulty=True, fresh=True)  # Chromium reports each as an error
    page.add_init_script(NOTE_VIOLATIONS)
    page.goto(f"{injected}/papers/filmkit/", wait_until="networkidle")
    page.locator("#click").click()
    page.wait_for_function("['script-src-elem', 'script-src-attr'].every((one) => violated.includes(one))")
    assert page.title() != "ran"
