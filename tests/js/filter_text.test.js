import assert from "node:assert/strict";
import { test } from "node:test";
import { FilterText } from "../../site_docs/assets/browse/filter_text.js";
import { filters, read } from "../../site_docs/assets/browse/state.js";

const SORTS = ["newest"];
const FACETS = ["task", "modality", "code", "author"];
const LABELS = { "task vqa": "VQA", "task report": "Report generation", "modality ct": "CT", "code 1": "Code" };
const NAMES = { task: "Task", modality: "Modality", code: "Available" };
const TEXT = new FilterText({ label: (facet, term) => LABELS[`${facet} ${term}`] ?? term, facetLabel: (facet) => NAMES[facet] ?? "" });
TEXT.authors = { "ada-li": "Ada Li", "5d0": "אב" };

function line(address) {
  const state = read(address, FACETS, SORTS);
  return TEXT.line(filters(state, FACETS), state);
}
function long(address) {
  return filters(read(address, FACETS, SORTS), FACETS).map((filter) => TEXT.long(filter));
}

test("one line says any or all, what is excluded, and the years", () => {
  assert.equal(line("?task=vqa&task=report&year=2024-"), "VQA or Report generation, since 2024");
  assert.equal(line("?task=vqa&task=report&task.all=1&-modality=ct&code=1"), "VQA and Report generation, not CT, Code");
  assert.equal(line("?q=red&task=vqa&modality=ct&year=-2020"), "“red”, VQA, CT, until 2020");
  assert.equal(line("?-task=vqa&-task=report&task.all=1&year=2023"), "not VQA, not Report generation, 2023");
  assert.equal(line(""), "");
});

test("alone, a filter is named with its facet", () => {
  assert.deepEqual(long("?q=red&task=vqa&-modality=ct&author=ada-li&year=2022-2024"), [
    "“red”", "Task: VQA", "Modality: not CT", "Author: Ada Li", "Year: 2022–2024",
  ]);
});

test("what an address says is not endless, and turns nothing around", () => {
  assert.equal(line(`?q=${"x".repeat(70_000)}`), `“${"x".repeat(60)}…”`);
  assert.equal(line(`?task=${"x".repeat(70_000)}&-modality=ct`), `${"x".repeat(60)}…, not CT`);
  assert.equal(line(`?q=${"x".repeat(64)}`), `“${"x".repeat(64)}”`, "no more is cut than is saved");
  assert.equal(line(`?q=${"𐐀".repeat(99)}`), `“${"𐐀".repeat(60)}…”`, "no letter is cut in two");
  assert.equal(line(`?q=${"x".repeat(59)}o\u0308${"x".repeat(99)}`), `“${"x".repeat(59)}o\u0308…”`);
  assert.equal(line(`?q=o${"\u0308".repeat(99)}`), `“o${"\u0308".repeat(4)}”`);
  assert.equal(line("?q=שלום&year=2023-2024"), "“\u2068שלום\u2069”, 2023–2024");
  assert.equal(line("?author=5d0&year=2023-2024"), "\u2068אב\u2069, 2023–2024");
  assert.equal(line("?q=\u202exyz\u2069\u202e&year=2023-2024"), "“xyz”, 2023–2024");
});

test("many filters are one line that ends after one of them", () => {
  const tasks = Array.from({ length: 300 }, (_, number) => `task=term-${number}`).join("&");
  const said = line(`?q=red&${tasks}`);
  assert.match(said, /^“red”, term-0 or term-1 or .* or term-\d+ …$/);
  assert.ok(said.length > 80 && said.length <= 102, said);
  const arabic = line(`?${Array.from({ length: 9 }, (_, number) => `author=${"שלום ".repeat(4)}${number}`).join("&")}`);
  assert.equal(arabic.split("\u2068").length, arabic.split("\u2069").length, "nothing is left turned around");
});
