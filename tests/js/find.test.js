import assert from "node:assert/strict";
import { test } from "node:test";
import { Finder } from "../../site_docs/assets/browse/find.js";
import { EMPTY } from "../../site_docs/assets/browse/state.js";
import { IDENTIFIERS, idsOf, rows } from "./rows.js";

const ROWS = rows(
  { id: "a", title: "Segmentation of organs", authors: ["Anna Müller"], task: ["vqa"] },
  { id: "b", title: "A report", name: "LLaVA-Med", summary: "Draws outlines, as segmentation does.", identifiers: { arxiv: "2307.14334" } },
  { id: "c", title: "Classification of reports" },
);
const finder = new Finder(["task", "modality", "code"], IDENTIFIERS);

function found(q, state = {}, whole = true) {
  const { rows: some, near } = finder.find(ROWS, { ...EMPTY, q, ...state }, whole);
  return idsOf(some) + (near && "~");
}

test("every word must match; beginnings of words and words without accents match too", () => {
  assert.equal(found("segmentation"), "ab");
  assert.equal(found("segm outlines"), "b");
  assert.equal(found("muller"), "a");
  assert.equal(found("llavamed"), "b");
  assert.equal(found(""), "abc");
});

test("similar words match only if nothing else does, and never numbers and short words", () => {
  assert.equal(found("sgementation"), "ab~");
  assert.equal(found("sgementation reprots"), "");
  assert.equal(found("clasification reprots"), "c~");
  assert.equal(found("orgnas"), "a~");
  assert.equal(found("reprt"), "bc~");
  assert.equal(found("2307 14335"), "");
  assert.equal(found("repo"), "bc");
});

test("similar words are tried only when all entries are loaded", () => assert.equal(found("sgementation", {}, false), ""));

test("filters narrow what is found, and do not make similar words match", () => {
  assert.equal(found("segmentation", { include: { task: ["vqa"] } }), "a");
  assert.equal(found("outlines", { include: { task: ["vqa"] } }), "");
  assert.equal(found("sgementation", { exclude: { task: ["vqa"] } }), "b~");
});

test("similar words are named as they are written in the list", () => {
  const meant = (q) => finder.find(ROWS, { ...EMPTY, q }, true).near;
  assert.equal(meant("sgementation"), "segmentation");
  assert.equal(meant("clasification reprots"), "classification reports");
  assert.equal(meant("segmentation"), "");
});

test("capitals that are no word may be the beginning of one", () => {
  assert.equal(found("REP"), "bc");
  assert.equal(found("LLA"), "b");
});
