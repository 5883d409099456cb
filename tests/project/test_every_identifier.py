"""What is true for every kind of identifier: every part of the project that reads the table, for each row."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import html

from generator.add.listed import describe_duplicate
from generator.add.sources import read_sources
from generator.catalog.catalog import Catalog
from generator.checking.check import check
from generator.entry.claims import collect_claims, find_unique_values
from generator.entry.identifiers import IDENTIFIERS, Identifier
from generator.entry.model import Entry
from generator.entry.naming import propose_id
from generator.links.answers.verdict import UNASKED
from generator.links.compare.comparison import PAPER_FIELDS, fingerprint
from generator.links.gathering.gather import gather_entry_links
from generator.outputs import browse_data
from generator.outputs.field_reference import render_field_reference
from generator.outputs.readme import entry_lines
from generator.outputs.site import entry as entry_page
from generator.outputs.site.contribute.fields import FIELD_GROUPS
from generator.settings import Settings
from generator.views.links import list_links
from tests.data_files import render_data_files
from tests.identifier_examples import EXAMPLES
from tests.made_up import make_catalog, make_entry
from tests.paths import PROJECT

every_row = pytest.mark.parametrize("row", IDENTIFIERS, ids=lambda row: row.field)


def with_id(row: Identifier, id_: str = "made2024up", **values: Any) -> Entry:
    return make_entry(id_, **{row.field: EXAMPLES[row.field].written}, **values)


def test_every_kind_has_an_example_and_a_field_in_the_same_order() -> None:
    fields = [row.field for row in IDENTIFIERS]
    assert list(EXAMPLES) == fields
    assert [name for name in Entry.model_fields if name in fields] == fields


@every_row
def test_it_is_written_alone_and_read_from_what_people_type(row: Identifier) -> None:
    example = EXAMPLES[row.field]
    assert row.find_error(example.written) is None
    assert f"write `{example.written}`" in (row.find_error(row.url(example.written)) or "")
    assert all(row.name in (row.find_error(wrong) or "") for wrong in example.wrong)
    assert [row.read(text) for text in example.typed] == [example.written] * len(example.typed)
    assert row.read(row.url(example.written)) == example.written


@every_row
def test_two_entries_with_the_same_identifier_are_reported(row: Identifier, root: Path) -> None:
    data = {"title": "Nothing at all", "kind": "study", "section": "tools", "added": "2024-06-05"}
    data |= {"summary": "Pairs made-up films with nothing and measures what is found again."}
    data |= {row.field: EXAMPLES[row.field].listed}
    (root / "entries/2024/nothing.yaml").write_text(yaml.safe_dump(data), "utf-8")
    found = [
        problem
        for problem in check(root, ["entries/2024/nothing.yaml"]).problems
        if problem.rule == "duplicate"
    ]
    assert [row.name in problem.message for problem in found] == [row.is_unique] * row.is_unique


@every_row
def test_its_address_under_links_belongs_in_its_field(row: Identifier, root: Path) -> None:
    data = {"title": "Nothing at all", "kind": "study", "section": "tools", "added": "2024-06-05"}
    data |= {"summary": "Pairs made-up films with nothing and measures what is found again."}
    data |= {"links": {"project": {"page": row.url(EXAMPLES[row.field].written)}}}
    (root / "entries/2024/nothing.yaml").write_text(yaml.safe_dump(data), "utf-8")
    (problem,) = [p for p in check(root, ["entries/2024/nothing.yaml"]).problems if p.rule == "address"]
    assert f"write only the id, in `{row.field}`" in problem.message


@every_row
def test_it_identifies_an_entry(row: Identifier, catalog: Catalog, settings: Settings) -> None:
    entry = with_id(row)
    at = [keys for _, keys in find_unique_values(entry) if keys == (row.field,)]
    assert len(at) == row.is_unique
    assert collect_claims(entry) != collect_claims(make_entry()) or not row.is_unique
    found = describe_duplicate({row.field: EXAMPLES[row.field].listed}, catalog)
    assert bool(found) == row.is_unique
    (line,) = json.loads(render_data_files(make_catalog(catalog, [entry]), settings)["data/names.json"])
    assert line[3] == ({row.field: EXAMPLES[row.field].written} if row.is_unique else {})


@every_row
def test_its_link_is_checked_where_it_is_written(row: Identifier) -> None:
    entry = with_id(row)
    (link,) = gather_entry_links(entry, "entries/x.yaml")
    assert (link.field, link.keys) == (row.field, (row.field,))
    assert link.target.service != UNASKED
    assert (row.field in PAPER_FIELDS) == row.is_paper
    assert fingerprint(entry) != fingerprint(make_entry())


@every_row
def test_a_work_is_added_and_named_by_it(row: Identifier) -> None:
    (source,) = read_sources(EXAMPLES[row.field].typed[0])
    known = {**source.draft.data, **({row.field: source.target.id} if source.target else {})}
    assert known == {row.field: EXAMPLES[row.field].written}
    assert propose_id(known, ()).startswith("work-")


@every_row
def test_the_open_data_has_it(row: Identifier, catalog: Catalog, settings: Settings) -> None:
    own, id_ = make_catalog(catalog, [with_id(row)]), EXAMPLES[row.field].written
    texts = render_data_files(own, settings)
    (record,) = json.loads(texts["data/entries.json"])["entries"]
    assert (record[row.field], record["urls"][row.field]) == (id_, row.url(id_))
    (line,) = csv.DictReader(io.StringIO(texts["data/entries.csv"], newline=""))
    assert line[row.field] == id_
    columns = json.loads(browse_data.render_chunks(own)[0].text)
    assert columns["identifiers"] == [{row.field: id_}]
    for fields, kind in ((row.bibtex, "bib"), (row.ris, "ris"), (row.csl, "json")):
        text = texts[f"papers/made2024up/cite.{kind}"]
        assert all(name in text and value.format(id_) in text for name, value in fields)


@every_row
def test_pages_and_readme_lead_there(row: Identifier, catalog: Catalog, settings: Settings) -> None:
    entry, id_ = with_id(row), EXAMPLES[row.field].written
    own = make_catalog(catalog, [entry])
    assert [link.label for link in list_links(entry, own)] == [row.label]
    assert entry_lines.build_entry_line(entry, own, settings).url == row.url(id_)
    (page,) = entry_page.pages(own, settings)
    assert row.url(id_) in html.fromstring(page.body).xpath("//p[@class='links']/a/@href")
    assert (f'name="{row.meta}" content="{id_}"' in page.head) == bool(row.meta)
    assert f'"sameAs":["{row.url(id_)}"]' in page.head


@every_row
def test_the_forms_ask_for_it(row: Identifier) -> None:
    assert row.field in {field.path for group in FIELD_GROUPS for field in group.fields}
    assert f"| `{row.field}` | " in render_field_reference()


@every_row
def test_the_guide_shows_how_to_write_it(row: Identifier) -> None:
    guide = (PROJECT / ".github/CONTRIBUTING.md").read_text("utf-8")
    section = guide.partition("### Identifiers")[2].partition("\n### ")[0]
    assert f"`{row.field}: " in section
