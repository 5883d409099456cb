"""What new works are searched for: terms of topics, and the errors of their file."""

from pathlib import Path

from generator.catalog.discovery import Discovery
from tests.catalog.test_load_wording import load


def test_terms_are_whole_words_unless_they_end_in_a_star() -> None:
    search = Discovery(topics={"kites": ["kite*", "sail"], "verses": ["long verse", "ODE"]})
    assert search.count("Kites, kite-flying and sailing; a sail") == {"kites": 3, "verses": 0}
    assert search.count("A long-verse, an ODE, an ode") == {"kites": 0, "verses": 2}


def test_each_error_is_reported_at_its_place(tmp_path: Path) -> None:
    _, problems = load(
        tmp_path,
        discovery="categories: [cs.CV, 'all:x']\ntopics:\n"
        "  kites: [kite*, 'a\" OR b', kite*]\nsearch:\n  - [kite*]\n",
    )
    assert problems == [
        "discovery.yaml:1:21: error: `all:x` is not a category of arXiv, such as `cs.CV` [discovery]",
        'discovery.yaml:3:18: error: `a" OR b` is not a term to search for: '
        "write letters, digits, spaces, hyphens, a `*` at the end [discovery]",
        "discovery.yaml:3:29: error: `kite*` is here twice: delete one [discovery]",
        "discovery.yaml:5:6: error: `kite*` is not a term to search for: "
        "write letters, digits, spaces and hyphens [discovery]",
    ]


def test_an_unknown_key_is_reported(tmp_path: Path) -> None:
    _, problems = load(tmp_path, discovery="categorys: [cs.CV]\n")
    assert problems == [
        "discovery.yaml:1:1: error: unknown key `categorys`: did you mean `categories`? [unknown-key]"
    ]
