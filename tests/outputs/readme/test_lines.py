"""README.md: its lines and contents."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.catalog.catalog import Catalog
from generator.outputs import readme
from generator.render.markdown import list_anchors
from generator.settings import Settings
from generator.views.scopes import keep_core
from generator.views.sections import list_sections
from tests.made_up import HOMELESS, make_catalog, make_entry
from tests.readme_page import PROJECT, find_headings, read_section, render_list, render_readme


def test_the_made_up_list_is_as_its_golden_files(
    catalog: Catalog, settings: Settings, golden: Callable[[Path, str], None]
) -> None:
    texts = readme.render_readme_files(catalog, settings, PROJECT)
    golden(PROJECT / "tests/golden/README.md", texts.pop("README.md"))
    golden(PROJECT / "tests/golden/lists.md", "\n".join(texts.values()))


def test_every_entry_is_in_its_section_once(catalog: Catalog) -> None:
    text = render_readme(catalog)
    for part in list_sections(catalog):
        for below in (part, *part.children):
            items = [line for line in read_section(text, below.term.label) if line.startswith("- ")]
            assert len(items) == len(below.entries)
    for entry in keep_core(catalog, catalog):
        lines = [
            line for line in read_section(text, catalog.label("sections", entry.section)) if "- " in line
        ]
        plain = [line.replace("\\", "").replace("<span>", "").replace("</span>", "") for line in lines]
        plain = [line.replace("**", "") for line in plain]
        assert sum(entry.title in line for line in plain) >= 1
        assert entry.name is None or any(entry.name.lower() in line.lower() for line in plain)


def test_background_and_adjacent_work_have_lists_of_their_own(catalog: Catalog) -> None:
    texts = readme.render_readme_files(catalog, HOMELESS, PROJECT)
    front = texts["README.md"]
    assert "Listed separately: [2 background and adjacent works](#background-and-adjacent-work)." in front
    assert read_section(front, "Background and adjacent work")[1:] == [
        "[Related Lists](lists/background.md) (1).",
        "[Beside the field](lists/adjacent-work.md) (1).",
    ]
    title = "Learning Pictures and Words Together from Invented Pairs, Again"
    assert title not in front
    assert title in texts["lists/adjacent-work.md"]
    lead = "1 entry listed separately from the core work of [Awesome List](../README.md).\n"
    assert lead in texts["lists/adjacent-work.md"]


def test_a_list_of_core_work_says_nothing_of_other_work(catalog: Catalog) -> None:
    texts = readme.render_readme_files(make_catalog(catalog, [make_entry()]), HOMELESS, PROJECT)
    assert list(texts) == ["README.md", "lists/tools.md"]
    assert "\n1 work on one line below; 🔥 marks highlights.\n" in texts["README.md"]
    assert "adjacent" not in texts["README.md"]


def test_a_section_has_the_order_of_its_term(catalog: Catalog) -> None:
    text = render_readme(catalog)
    years = [re.search(r"\b20\d\d\b", line) for line in read_section(text, "Détection et localisation")[1:]]
    assert [match and match[0] for match in years] == ["2021", "2024"]
    models = read_section(text, "Models, methods & more")[1:]
    assert [line.split("]")[0] for line in models] == [
        "- 🔥 [**ImageTalk**: Conversations about Invented Radiographs",
        "- **WordPix**: [Learning Pictures and Words Together from Invented Pairs",
    ]


def test_the_ten_newest_are_sorted_by_date_and_shown_in_full(catalog: Catalog) -> None:
    entries = [
        make_entry(f"work-{n:02}", title=f"Work {n:02}", date=date, summary="It works.", added=added)
        for n, (added, date) in enumerate(
            [("2024-05-01", "2024-01-01")] * 3
            + [("2024-05-02", "2020")] * 3
            + [("2024-04-01", "2024-03")] * 6
        )
    ] + [make_entry("late", title="Late", date="2024-02", added="2024-05-01")]
    newest = read_section(render_readme(make_catalog(catalog, reversed(entries))), "Newest works")
    titles = [line.removeprefix("- ").split(" - ")[0] for line in newest]
    assert titles == [
        *("Work 06", "Work 07", "Work 08", "Work 09", "Work 10", "Work 11", "Late"),
        *("Work 00", "Work 01", "Work 02"),
    ]
    assert newest[0] == "- Work 06 - It works. *2024-03*."


def test_a_long_section_shows_its_entries_by_year(catalog: Catalog) -> None:
    dates = [None, "2023", *["2024-02"] * 17]
    works = [
        make_entry(f"work-{n:02}", title=f"Work {n:02}", date=date, section="surveys")
        for n, date in enumerate(dates)
    ]
    short = read_section(render_readme(make_catalog(catalog, works)), "Surveys")
    one_more = make_entry("more", title="More", date="2024-03", section="surveys")
    long = read_section(render_readme(make_catalog(catalog, [*works, one_more])), "Surveys")
    assert not any(line.startswith("**") for line in short)
    assert long[1:3] == ["**2024** (18)", "- More - *2024-03*."]
    assert long[-4:] == ["**2023** (1)", "- Work 01 - *2023*.", "**Undated** (1)", "- Work 00"]


@pytest.mark.parametrize(
    ("values", "line"),
    [
        ({"summary": "It works.", "authors": ["A B"], "date": "2024-03-05"}, "- A made-up work - *2024-03*."),
        (
            {"name": "MUW", "highlight": True, "status": "retracted"},
            "- 🔥 MUW: A made-up work - **Retracted.**",
        ),
        (
            {"name": "a MADE-up", "arxiv": "2401.00001"},
            "- [**A made-up** work](https://arxiv.org/abs/2401.00001)",
        ),
        (
            {"name": "MUW", "arxiv": "2401.00001"},
            "- **MUW**: [A made-up work](https://arxiv.org/abs/2401.00001)",
        ),
        ({"name": "Work", "arxiv": "2401.00001"}, "- [A made-up work](https://arxiv.org/abs/2401.00001)"),
        (
            {
                "arxiv": "2401.00001",
                "venue": {"name": "ExConf", "year": 2025, "track": "workshop"},
                "links": {
                    "code": ["https://a.example.org/", "https://b.example.org/"],
                    "weights": {"7B": "https://w.example.org/", "9B": "https://v.example.org/"},
                },
            },
            "- [A made-up work](https://arxiv.org/abs/2401.00001) - *ExConf 2025 Workshop*. "
            "[Code](https://a.example.org/), [Weights](https://w.example.org/).",
        ),
    ],
)
def test_a_short_line_shows_name_title_venue_and_one_link_of_each_kind(
    catalog: Catalog, values: dict[str, Any], line: str
) -> None:
    assert read_section(render_readme(make_catalog(catalog, [make_entry(**values)])), "Tools")[1:] == [line]


@pytest.mark.parametrize(
    ("values", "line"),
    [
        ({}, "- A made-up work"),
        ({"date": "2024-03"}, "- A made-up work - *2024-03*."),
        ({"authors": ["Ada Example"]}, "- A made-up work - Ada Example."),
        ({"authors": ["Ada Example", "Ben Sample Jr."]}, "- A made-up work - Ada Example, Ben Sample Jr."),
        (
            {"arxiv": "2401.00001", "authors": ["A B", "C D", "E F", "G H"]},
            "- [A made-up work](https://arxiv.org/abs/2401.00001) - A B, C D, E F, et al.",
        ),
        (
            {"authors": ["A B", "C D", "E F", "G H"], "date": "2024", "summary": "It works."},
            "- A made-up work - It works. A B, C D, E F, et al., *2024*.",
        ),
        (
            {"date": "2024", "venue": {"name": "ExConf", "year": 2025, "track": "workshop"}},
            "- A made-up work - *ExConf 2025 Workshop*.",
        ),
        ({"name": "MUW"}, "- A made-up work - **MUW**."),
        ({"name": "MUW", "summary": "It works."}, "- A made-up work - **MUW**: It works."),
        ({"name": "made-up WORK", "summary": "It works."}, "- A made-up work - It works."),
        ({"name": "up", "title": "Catching up"}, "- Catching up"),
        ({"name": "up", "title": "Upper works"}, "- Upper works - **up**."),
        ({"highlight": True, "status": "retracted"}, "- A made-up work - 🔥 **Retracted.**"),
        (
            {"links": {"code": ["https://a.example.org/", "https://b.example.org/"]}},
            "- [A made-up work](https://a.example.org/) - [Code b.example.org](https://b.example.org/).",
        ),
        (
            {
                "doi": "10.9999/1",
                "links": {
                    "pdf": "https://p.example.org/",
                    "code": ["https://a.example.org/", "https://b.example.org/"],
                    "demo": "https://d.example.org/",
                },
            },
            "- [A made-up work](https://doi.org/10.9999/1) - [Code a.example.org](https://a.example.org/), "
            "[Code b.example.org](https://b.example.org/), [Demo](https://d.example.org/).",
        ),
    ],
)
def test_a_full_line_shows_what_is_known_and_reads_well_without_the_rest(
    catalog: Catalog, values: dict[str, Any], line: str
) -> None:
    assert render_list(make_catalog(catalog, [make_entry(**values)]), "tools").splitlines()[-1] == line


def test_what_needs_an_address_of_the_list_is_left_out_while_there_is_none(
    catalog: Catalog, settings: Settings
) -> None:
    published, homeless = render_readme(catalog, settings), render_readme(catalog)
    assert "](https://list.example.org/imaging/papers/filmkit/)" in published
    assert "[website](https://list.example.org/imaging/)" in published
    assert "[Contribute](https://list.example.org/imaging/contribute/)" in published
    assert "[the form](https://github.com/example/imaging/issues/new?template=add-paper.yml)" in published
    assert "url    = {https://github.com/example/imaging}," in published
    for needs in (
        "Details",
        "website",
        "In a minute",
        "url  ",
        "list.example.org",
        "github.com/example/imaging",
    ):
        assert needs in published
        assert needs not in homeless.replace("github.com/example/imagetalk", "")


def test_the_contents_count_each_section_and_lead_to_it(catalog: Catalog, settings: Settings) -> None:
    text = render_readme(catalog, settings)
    contents = read_section(text, "Contents")
    assert "- [Data sets](#data-sets) (3)" in contents
    assert "  - [Questions](#questions) (2)" in contents
    targets = {f"#{anchor}" for anchor in list_anchors(find_headings(text))}
    assert {match[1] for match in re.finditer(r"\((#[^)]+)\)", "".join(contents))} <= targets


def test_third_level_sections_have_headings_but_no_line_in_the_contents(catalog: Catalog) -> None:
    sections = catalog.vocabulary("sections")
    deep = sections.terms["tools"].model_copy(update={"parent": "datasets-text", "description": ""})
    nested = type(sections)("sections", {**sections.terms, "tools": deep})
    works = [make_entry(section="tools"), make_entry("other", title="Another", section="datasets-text")]
    below = Catalog({w.id: w for w in works}, {**catalog.vocabularies, "sections": nested})
    text = render_readme(below)
    assert "### Images with text" in text
    assert "\n#### Tools\n\n- A made-up work\n" in text
    assert [line for line in read_section(text, "Contents") if "Tools" in line] == []


def test_how_to_add_a_paper_comes_before_the_works(catalog: Catalog, settings: Settings) -> None:
    headings = find_headings(render_readme(catalog, settings))
    assert headings.index("How to add a paper") < headings.index("Newest works")


def test_a_list_without_entries_still_says_how_to_begin(catalog: Catalog) -> None:
    assert "How to add a paper" in render_readme(make_catalog(catalog, []))


def test_a_list_may_have_its_own_templates(root: Path, catalog: Catalog, settings: Settings) -> None:
    own = root / "templates/readme/models.md.j2"
    own.parent.mkdir(parents=True)
    own.write_text(
        '{% set label = "What models weigh" %}\n{% for row in rows %}\n- {{ row[0] }}\n{% endfor %}\n'
    )
    texts = readme.render_readme_files(catalog, settings, root)
    front, table = texts["README.md"], texts["lists/table-models.md"]
    assert (
        "[What models weigh](lists/table-models.md) (3), [Table of datasets](lists/table-datasets.md) (3)."
        in front
    )
    assert "\n# What models weigh\n" in table
    assert "\n- [ImageTalk](https://arxiv.org/abs/2401.00001)\n" in table
