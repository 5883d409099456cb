"""The dark palette for a browser without scripts."""

import re

from generator.outputs.dark_styles import make_dark_styles
from tests.paths import PROJECT

THEME = (PROJECT / "site_docs" / "assets" / "theme.css").read_text("utf-8")


def test_the_rules_of_the_dark_palette_are_for_any_page_and_others_are_left_out() -> None:
    styles = """
        /* [data-md-color-scheme=slate] { color: gray } */ p { color: red }
        @media screen{[data-md-color-scheme=slate]{--text:#fff}}
        [data-md-color-scheme="slate"] .chart :is(rect, circle) { fill: blue; }
    """
    assert make_dark_styles(styles).splitlines() == [
        ":is(:root, body) {--text:#fff}",
        ":is(:root, body) .chart :is(rect, circle) { fill: blue; }",
    ]


def test_the_dark_palette_replaces_every_color_of_the_light_one() -> None:
    light, dark = (
        set(re.findall(r"(--[\w-]+):", re.search(rf"{palette}\"\] \{{([^}}]*)\}}", THEME)[1]))  # type: ignore[index]
        for palette in ("default", "slate")
    )
    assert light
    assert light - dark == set()
