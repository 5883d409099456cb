"""The scripts of the browse page: their size, and the text folding that they share with the generator."""

import gzip
import json
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

from generator.outputs import script_bundles
from generator.text import fold, normalize_name
from generator.views.facets import make_author_slug
from tests.paths import PROJECT
from tests.whole import load_whole


def test_the_scripts_are_bundled_and_small() -> None:
    bundled = script_bundles.bundle_scripts()
    sizes = {path: len(gzip.compress(text.encode())) for path, text in bundled.items()}
    # This script alone can say that another one failed or hangs, that the browser refuses workers, or that
    # the data are still on their way, each where it is seen. The counts of the scopes follow each search.
    # Cards stay, with the focus in them, while more entries come.
    assert sizes["assets/browse.js"] < 9_750
    assert sizes["assets/asked.js"] < 550
    # It loads with the worker.
    assert sizes["assets/browse-cards.js"] < 1_500
    assert sizes["assets/browse-filters.js"] < 2_000
    # It loads after the first screen; it also finds the reasons of each result and what to remove for more,
    # and reads names of people, parts of names, quotes and years as a reader means them.
    # It names each field of an entry, which takes a third of the memory, and hears questions while it reads.
    # Data that stop coming are a failure too.
    assert sizes["assets/browse-worker.js"] < 9_700
    assert sizes["assets/search.js"] < 1_300, "every page loads it, in place of the script of the theme"
    assert sizes["assets/copy.js"] < 1_500
    # These load on first use.
    assert sizes["assets/browse-take.js"] < 4_000
    assert sizes["assets/suggest.js"] + sizes["assets/suggest-worker.js"] < 7_500
    assert not any("import " in text for text in bundled.values())


def test_a_missing_bundler_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        script_bundles.bundle_scripts(tmp_path)


def in_scripts(function: str, texts: Iterable[str]) -> list[str]:
    script = (
        f'import {{ {function} }} from "./site_docs/assets/fold.js";'
        'import { readFileSync } from "node:fs";'
        f'console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map({function})));'
    )
    command = ["node", "--input-type=module", "--eval", script]
    result = subprocess.run(
        command, cwd=PROJECT, input=json.dumps(list(texts)), capture_output=True, text=True, check=True
    )
    found: list[str] = json.loads(result.stdout)
    return found


def texts() -> list[str]:
    real = load_whole()
    found = {
        text for entry in real for text in (entry.title, *entry.authors, *entry.aliases, *entry.keywords)
    }
    found |= {text for entry in real for text in (entry.name, entry.summary) if text}
    alphabets = (range(0x20, 0x250), range(0x370, 0x530), range(0x1E00, 0x2100), range(0xFF01, 0xFF5F))
    return sorted(found) + [chr(code) for alphabet in alphabets for code in alphabet]


@pytest.mark.parametrize(
    ("function", "python"),
    [("fold", fold), ("normalizeName", normalize_name), ("authorSlug", make_author_slug)],
)
def test_scripts_fold_as_the_generator_does(function: str, python: object) -> None:
    given = texts()
    assert callable(python)
    different = {
        text: (ours, theirs)
        for text, ours, theirs in zip(given, map(python, given), in_scripts(function, given), strict=True)
        if ours != theirs
    }
    assert not different
