import assert from "node:assert/strict";
import { test } from "node:test";
import { choose } from "../../site_docs/assets/tables/filters.js";

/** @param {string} text @param {Record<string, string[]>} terms */
const row = (text, terms) => ({ terms, text: () => text });
const ROWS = [
  row("imagetalk examplevit", { modality: ["ct", "xray"], license: ["commercial"] }),
  row("wordpix", { modality: ["xray"], license: ["not-stated"] }),
  row("point", { modality: [], license: [] }),
];
const ANY = { modality: "", license: "" };

/** @param {Record<string, string>} chosen @param {string} [query] */
const names = (chosen, query = "") => choose(ROWS, { ...ANY, ...chosen }, query).shown.map((one) => one.text().split(" ")[0]);

test("without a choice every row is shown", () => {
  assert.deepEqual(names({}), ["imagetalk", "wordpix", "point"]);
});

test("a row must match every filter and every word", () => {
  assert.deepEqual(names({ modality: "xray" }), ["imagetalk", "wordpix"]);
  assert.deepEqual(names({ modality: "xray", license: "not-stated" }), ["wordpix"]);
  assert.deepEqual(names({ modality: "xray" }, " VIT  talk"), ["imagetalk"]);
  assert.deepEqual(names({}, "nothing"), []);
});

test("the counts of a filter ignore its own choice, and no other", () => {
  const { counts } = choose(ROWS, { modality: "ct", license: "" }, "");
  assert.deepEqual([...counts.modality], [["ct", 1], ["xray", 2]]);
  assert.deepEqual([...counts.license], [["commercial", 1]]);
});

test("a row that two filters reject is counted by neither", () => {
  const { counts } = choose(ROWS, { modality: "ct", license: "not-stated" }, "");
  assert.deepEqual([...counts.modality], [["xray", 1]]);
  assert.deepEqual([...counts.license], [["commercial", 1]]);
});
