"""Terms of a new work are suggested from the entries of the catalog."""

import re
import subprocess
import sys

import pytest

from generator.add.draft import Draft
from generator.add.drafting import suggesting
from generator.add.drafting.proposal import propose_entry
from generator.catalog.catalog import Catalog
from tests.add.conftest import TODAY
from tests.made_up import make_large_catalog
from tests.made_up_examples import make_learnable_catalog


@pytest.fixture(scope="module")
def learnable(catalog: Catalog) -> Catalog:
    return make_learnable_catalog(catalog)


TELLING = "Asking and answering about spoons of Lilliput"


def propose(title: str, catalog: Catalog, **data: str) -> str:
    return propose_entry(Draft("here", {"title": title, **data}), catalog, set(), TODAY).text


def test_sure_terms_are_filled_in_with_their_confidence(learnable: Catalog) -> None:
    text = propose(TELLING, learnable)
    assert "\n# suggested from similar entries, check it: models 99 %\nsection: models\n" in text
    assert "\nkind: model\n" in text
    assert "\ntasks: [vqa]\n" in text


def test_unsure_terms_are_comments_only(learnable: Catalog) -> None:
    text = propose("Ducks of Avalon", learnable)
    section = text[text.index("# TODO: its one place") : text.index("added:")]
    assert re.sub(r"\w[-\w]* \d\d %", "TERM", section) == (
        "# TODO: its one place in the list, a term of entries/_vocabulary/sections.yaml\n"
        "# suggested from similar entries, check it: TERM, TERM, TERM\n"
        "# modalities, suggested from similar entries, check it: TERM, TERM, TERM\n"
        'section: ""\n'
        "# suggested from similar entries, check it: TERM\n"
        "tasks: [vqa]\n"
    )


def test_what_the_source_says_is_not_suggested(learnable: Catalog) -> None:
    text = propose(TELLING, learnable, section="grounding")
    assert "section: grounding\n" in text
    assert "models 99 %" not in text


def test_from_few_entries_nothing_is_learned(catalog: Catalog) -> None:
    few = make_large_catalog(catalog, suggesting.MIN_ENTRIES - 1)
    assert suggesting.suggest_terms(few, "Asking ducks", "") == {}


def test_without_the_library_nothing_is_suggested(
    learnable: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "sklearn", None)
    assert suggesting.suggest_terms(learnable, "Asking ducks", "") == {}
    assert 'section: ""\n' in propose("Asking ducks", learnable)


def test_only_a_suggestion_loads_the_library() -> None:
    code = "import sys, generator.cli, generator.add.command; print('sklearn' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "False\n"
