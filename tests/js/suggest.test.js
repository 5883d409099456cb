import assert from "node:assert/strict";
import { test } from "node:test";
import { makeItem, marked, suggestions, withTitle } from "../../site_docs/assets/suggest/match.js";

function item(group, label, { title = "", others = [], count = 0, isSearch = false } = {}) {
  const named = makeItem({ group, hint: "", label, others, href: label || title, count, isSearch });
  return title ? withTitle(named, title) : named;
}

const ITEMS = [
  item("work", "MedCLIP", { title: "Contrastive learning from unpaired images", count: 9 }),
  item("work", "", { title: "A study of tumour size" }),
  item("work", "MedSAM", { count: 1 }),
  item("work", "Samples", { count: 50 }),
  item("author", "Weidi Xie", { count: 24 }),
  item("author", "Xieji Li", { count: 30 }),
  item("author", "Jana Müller", { count: 2 }),
  item("term", "Visual question answering", { others: ["VQA"], count: 70 }),
  item("term", "clip", { count: 130, isSearch: true }),
  item("model", "CLIP", { count: 37 }),
  item("data", "VQA-RAD", { count: 63 }),
];

function found(text, items = ITEMS) {
  return [...suggestions(items, text).groups.values()].flat().map(({ href }) => href);
}

test("the name itself is before a part of a longer word, and a search that Enter does is left out", () => {
  assert.deepEqual(found("clip"), ["CLIP", "MedCLIP"]);
});

test("a whole word is before the beginning of one, then the number of entries counts", () => {
  assert.deepEqual(found("xie"), ["Weidi Xie", "Xieji Li"]);
});

test("an acronym is a whole word, also at the end of a name; in small letters it may be the beginning of a word", () => {
  assert.deepEqual(found("SAM"), ["MedSAM"]);
  assert.deepEqual(found("sam"), ["MedSAM", "Samples"]);
  assert.deepEqual(found("SAMP"), ["Samples"]);
});

test("other names, accents, spellings and titles match", () => {
  assert.deepEqual(found("vqa"), ["Visual question answering", "VQA-RAD"]);
  assert.deepEqual(found("vqarad"), ["VQA-RAD"]);
  assert.deepEqual(found("muller"), ["Jana Müller"]);
  assert.deepEqual(found("jana m"), ["Jana Müller"]);
  assert.deepEqual(found("Tumor siz"), ["A study of tumour size"]);
  assert.deepEqual(found("medclip unpaired"), ["MedCLIP"]);
  assert.deepEqual(found("xyz"), []);
  assert.deepEqual(found("  "), []);
});

test("a long list is short: about as many from each group, and more where there is one group", () => {
  const many = ["work", "data", "author"].flatMap((group) => Array.from({ length: 20 }, (_, place) => item(group, `Net ${place}`)));
  const { groups } = suggestions(many, "net");
  assert.deepEqual([...groups.values()].map((items) => items.length), [2, 2, 2]);
  assert.equal(found("net", many.slice(0, 20)).length, 8);
});

test("the matching parts are marked", () => {
  const parts = (text, query) => marked(text, suggestions([item("work", text)], query).tokens).filter((_, place) => place % 2);
  assert.deepEqual(parts("Report generation", "gen rep"), ["Rep", "gen"]);
  assert.deepEqual(parts("MedCLIP", "clip"), ["CLIP"]);
  assert.deepEqual(parts("Agent for generation", "gen"), ["gen"]);
  assert.deepEqual(parts("Brain tumours", "tumor"), ["tumours"]);
});
