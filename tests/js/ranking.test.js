import assert from "node:assert/strict";
import { test } from "node:test";
import MiniSearch from "minisearch";
import { parse } from "../../site_docs/assets/browse/query.js";
import { document, makeIndex, rank } from "../../site_docs/assets/browse/ranking.js";
import { rows } from "./rows.js";

const ROWS = rows(
  { id: "a", title: "Segmentation of organs", authors: ["Anna Müller"] },
  { id: "b", title: "A report", name: "LLaVA-Med", summary: "Draws outlines, as segmentation does.", arxiv: "2307.14334" },
  { id: "c", title: "Classification of reports" },
);
const index = makeIndex(MiniSearch);
index.addAll(ROWS.map(document));

function found(text, near = false) {
  return rank(index, parse(text).tokens, near).map(([row]) => ROWS[row].id).join("");
}

test("title before summary, every word needed, prefixes and accents", () => {
  assert.equal(found("segmentation"), "ab");
  assert.equal(found("segm outlines"), "b");
  assert.equal(found("muller"), "a");
  assert.equal(found("llavamed"), "b");
});

test("near misses only when asked, in long words, never in numbers", () => {
  assert.equal(found("sgementation"), "");
  assert.equal(found("sgementation", true), "ab");
  assert.equal(found("orgnas", true), "");
  assert.equal(found("orgns", true), "a");
  assert.equal(found("2307 14335", true), "");
});
