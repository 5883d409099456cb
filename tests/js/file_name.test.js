import assert from "node:assert/strict";
import { test } from "node:test";
import { fileName } from "../../site_docs/assets/browse/file_name.js";
import { EMPTY } from "../../site_docs/assets/browse/state.js";

const FACETS = ["task", "modality", "code"];
const named = (state) => fileName("toys", { state: { ...EMPTY, ...state }, facets: FACETS }, "bib");

test("a file is named by what was searched and filtered", () => {
  assert.equal(named({}), "toys-all.bib");
  assert.equal(named({ include: { task: ["report-generation"] }, from: 2024, to: 2024 }), "toys-report-generation-2024.bib");
  assert.equal(named({ include: { code: ["1"] }, exclude: { modality: ["ct"] }, from: 2024 }), "toys-not-ct-code-2024.bib");
  assert.equal(named({ scopes: ["background"] }), "toys-all-and-background.bib");
});

test("the name is ASCII and bounded", () => {
  assert.equal(named({ q: "Müller, “tumour”/../x" }), "toys-muller-tumour-x.bib");
  assert.match(named({ q: "例示" }), /^[a-z0-9-]+\.bib$/);
  assert.ok(named({ q: "word ".repeat(60) }).length < 90);
});

test("a selection is named by its number, or by its one entry", () => {
  assert.equal(fileName("toys", ["a", "b", "c"], "ris"), "toys-3-selected.ris");
  assert.equal(fileName("toys", ["li2024toy"], "csv"), "toys-li2024toy.csv");
});
