"""The tables of models and datasets in `lists/`."""

import re
from textwrap import shorten

import pytest

from generator.catalog.catalog import Catalog
from generator.outputs.readme import entry_lines
from generator.render import markdown
from tests.made_up import make_catalog, make_entry
from tests.readme_page import render_list, render_readme


def test_the_tables_show_what_is_known(catalog: Catalog) -> None:
    work = {
        "kind": "model",
        "model": {"text_encoder": "Words", "language_model": "Talk 7B", "base": "sample2023wordpix"},
        "uses": {"trained_on": ["tiny-films", "Plain | Films"]},
    }
    data = {"kind": "dataset", "dataset": {"size": "A very long account of the number of its images"}}
    works = [
        make_entry("a", title="Work A", **work, license={"code": "MIT", "weights": "MIT"}),
        make_entry("b", title="Work B", **work, license={"weights": "CC0-1.0", "code": "MIT"}),
        make_entry("c", title="Work C", **work, code_status="announced", license={"data": "MIT"}),
        make_entry(
            "d", title="Work D", **data, license={"data": "CC0-1.0"}, links={"data": "https://d.example.org/"}
        ),
        make_entry("e", title="Work E", kind="benchmark", tasks=["vqa", "captioning"]),
    ]
    full = make_catalog(catalog, [*works, *catalog])
    text = render_list(full, "table-models") + render_list(full, "table-datasets")
    cells = {
        row[0]: row[1:]
        for line in text.splitlines()
        if line.startswith("|")
        for row in [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]]
    }
    encoder, base, trained = "Words, Talk 7B", "WordPix", r"Tiny Films, Plain \| Films"
    assert cells["Work A"] == ["", "", encoder, base, trained, "", "", "", "MIT"]
    assert cells["Work B"] == ["", "", encoder, base, trained, "", "", "", "MIT (code), CC0-1.0 (weights)"]
    assert cells["Work C"] == ["", "", encoder, base, trained, "", "Announced", "", ""]
    assert cells["[Work D](https://d.example.org/)"] == [
        *("A very long account of the number of …", "", "", "", "CC0-1.0", "[Data](https://d.example.org/)")
    ]
    assert cells["Work E"] == ["", "", "Visual question answering, Captioning", "", "", ""]


@pytest.mark.parametrize(
    "size",
    [
        "Forty signs stay as they are, all of them",
        "A very long account of the number of its images",
        "A very long account of a number of pre-training images",
        "A very long account of the number of th images",
        "Averyverylongwordthatfindsnoroominanycelloftable",
        "Aa averyverylongwordthatfindsnoroominanycelloftable",
    ],
)
def test_a_long_cell_is_cut_at_a_word(catalog: Catalog, size: str) -> None:
    entry = make_entry(kind="dataset", dataset={"size": size})
    cut = shorten(size, entry_lines.MAX_CELL_LENGTH, placeholder=" …")
    assert entry_lines.build_dataset_cells(entry, catalog)[1] == markdown.escape_text(cut)


def test_a_list_without_models_and_data_has_no_tables(catalog: Catalog) -> None:
    assert "Table of" not in render_readme(make_catalog(catalog, [make_entry(kind="tool")]))
