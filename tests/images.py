"""Make favicon.png and share.png from their SVG sources with the system's Chromium: `make images`."""

from base64 import b64encode

from playwright.sync_api import Browser, sync_playwright

from generator.outputs.site_fonts import find_font_files
from tests.browser.program import find_browser
from tests.paths import PROJECT

IMAGES = PROJECT / "site_docs" / "assets" / "images"
SIZES = {"favicon": (64, 64), "share": (1200, 630)}
_FAMILIES = {"Source Sans 3": "source-sans-3", "Source Serif 4": "source-serif-4"}


def make_images() -> None:
    """Write both images beside their sources."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        for name in SIZES:
            _draw(name, browser)
        browser.close()


def _draw(name: str, browser: Browser) -> None:
    """Take a screenshot of a page that has nothing but the image."""
    width, height = SIZES[name]
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme="light")
    page.set_content(_page((IMAGES / f"{name}.svg").read_text("utf-8"), width, height))
    page.evaluate("document.fonts.ready")
    page.screenshot(path=IMAGES / f"{name}.png", omit_background=True)
    page.close()


def _page(svg: str, width: int, height: int) -> str:
    fonts = "".join(
        f'@font-face {{ font-family: "{family}"; font-weight: 200 900; src: url("{_font(name)}"); }}'
        for family, name in _FAMILIES.items()
    )
    style = f"{fonts} body {{ margin: 0; }} svg {{ display: block; width: {width}px; height: {height}px; }}"
    return f"<!doctype html><style>{style}</style>{svg}"


def _font(name: str) -> str:
    """The font as an address that holds it: a page without a place of its own may read no file."""
    content = find_font_files()[f"assets/fonts/{name}-latin.woff2"].read_bytes()
    return f"data:font/woff2;base64,{b64encode(content).decode()}"


if __name__ == "__main__":
    make_images()
