"""Terms are proposed as similar entries have them."""

from typing import TYPE_CHECKING

import pytest

from generator.catalog.catalog import Catalog
from generator.learning.examples import Text, make_examples
from tests.made_up import make_catalog, make_entry
from tests.made_up_examples import make_learnable_catalog

if TYPE_CHECKING:
    from generator.learning.term_model import TermModel


@pytest.fixture(scope="module")
def learned(catalog: Catalog) -> "TermModel":
    return learn(make_learnable_catalog(catalog))


def learn(catalog: Catalog) -> "TermModel":
    # Imported here: scikit-learn takes a second, and each process of the tests imports this file.
    from generator.learning.term_model import TermModel

    return TermModel(make_examples(catalog), catalog)


@pytest.mark.parametrize("more", ["", "It answers what is asked about spoons."])
def test_the_terms_of_similar_entries_come_first(learned: "TermModel", more: str) -> None:
    found = learned.propose(Text("Asking and answering about spoons of Lilliput", more))
    first = {field: candidates[0].term for field, candidates in found.items()}
    assert first == {"section": "models", "kind": "model", "tasks": "vqa", "modalities": "photo"}
    assert all(candidates[0].confidence > 0.8 for candidates in found.values())


def test_a_text_that_tells_nothing_gives_no_sure_section(learned: "TermModel") -> None:
    assert learned.propose(Text("Ducks of Avalon"))["section"][0].confidence < 0.4


def test_the_sections_share_one_whole(learned: "TermModel") -> None:
    found = learned.propose(Text("Pointing and telling"))
    assert sum(candidate.confidence for candidate in found["section"]) == pytest.approx(1)


def test_a_field_that_no_entry_has_gets_no_candidates(learned: "TermModel") -> None:
    assert "training" not in learned.propose(Text("Asking ducks"))


def test_a_term_that_no_entry_has_is_not_proposed(learned: "TermModel") -> None:
    found = learned.propose(Text("Text-prompted segmentation of ducks"))["tasks"]
    assert {candidate.term for candidate in found} == {"vqa", "segmentation", "captioning"}


def test_where_all_entries_are_of_one_section_it_is_proposed(catalog: Catalog) -> None:
    entries = [make_entry(f"made{n}", title=f"The ducks of year {n}") for n in range(50)]
    same = make_catalog(catalog, entries)
    (section,) = learn(same).propose(Text("Ducks"))["section"]
    assert (section.term, section.confidence) == ("tools", 1)


def test_the_same_catalog_gives_the_same_confidences(catalog: Catalog, learned: "TermModel") -> None:
    again = learn(make_learnable_catalog(catalog))
    text = Text("Asking lamps", "Many questions on boats.")
    assert again.propose(text) == learned.propose(text)


def test_many_texts_get_what_each_alone_gets(learned: "TermModel") -> None:
    texts = [Text("Asking lamps"), Text("Pointing at boats")]
    alone = [learned.propose(text) for text in texts]
    together = learned.propose_all(texts)
    assert [[c.term for c in found["section"]] for found in together] == [
        [c.term for c in found["section"]] for found in alone
    ]
