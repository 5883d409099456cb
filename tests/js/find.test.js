import assert from "node:assert/strict";
import { test } from "node:test";
import { Finder } from "../../site_docs/assets/browse/find.js";
import { Words } from "../../site_docs/assets/browse/near.js";
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

test("the words of entries can be read some at a time, and of entries that come later", () => {
  const words = new Words();
  assert.deepEqual([words.read(ROWS.slice(0, 2), 1), words.read(ROWS.slice(0, 2), 1), words.read(ROWS, 1)], [true, false, false]);
  assert.deepEqual(["organs", "outlines", "classification"].map((word) => words.all.has(word)), [true, true, true]);
});

test("similar words are not tried for a text of many words", () => {
  const letters = [..."bcdfghjklmopqrtuvwxyz"];
  const misspelled = [...letters.map((letter) => `segmentatio${letter}`), ...letters.map((letter) => `${letter}egmentation`)];
  assert.equal(found(misspelled.slice(0, 40).join(" ")), "ab~");
  assert.equal(found(misspelled.join(" ")), "");
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

test("the name of a person finds that person's works only; with other words, these come first", () => {
  const some = rows(
    { id: "a", title: "Maps", authors: ["Yang Li", "Wei Zhang"] }, { id: "b", title: "Maps", authors: ["Yang Q. Zhang"] },
    { id: "c", title: "Maps", authors: ["Bjoern Menze"] }, { id: "d", name: "Ada Roe" }, { id: "e", title: "Maps", authors: ["Ada Roe", "Yang Yu"] },
  );
  const of = (q) => idsOf(finder.find(some, { ...EMPTY, q }, true).rows);
  assert.equal(of("Yang Zhang") + of('"Yang Zhang"') + of("yang q zhang"), "bbb");
  assert.equal(of("yang zhang maps"), "ba");
  assert.equal(of("Björn Menze") + of("Bjorn Menze") + of("menze"), "ccc");
  assert.equal(of("Ada Roe"), "de", "also the name of a work");
});

test("a word is found inside others only where nothing else is found", () => {
  const some = rows({ id: "a", title: "Medical imaging" }, { id: "b", title: "A page" });
  const of = (q) => finder.find(some, { ...EMPTY, q }, true);
  assert.equal(idsOf(of("aging").rows), "a");
  assert.ok(of("aging").tokens[0].inside);
  assert.equal(idsOf(of("page").rows), "b");
});

test("an abbreviation of something narrower finds the term only where nothing else is found", () => {
  const some = (...more) => idsOf(finder.find(rows({ id: "a", task: ["vqa"] }, { id: "b", task: ["thinking"] }, ...more), { ...EMPTY, q: "CoT" }, true).rows);
  assert.equal(some(), "b");
  assert.equal(some({ id: "c", title: "On CoT" }), "c");
});

test("since and a year leave the entries of these years", () => {
  const some = rows({ id: "a", title: "Maps", date: "2024-02" }, { id: "b", title: "Maps", date: "2022" }, { id: "c", title: "Maps" }, { id: "d", title: "Roads", date: "2024" });
  const of = (q) => idsOf(finder.find(some, { ...EMPTY, q }, true).rows);
  assert.equal(of("since 2023 maps"), "a");
  assert.equal(of("maps before 2023"), "b");
  assert.equal(of("since 2023"), "ad");
  assert.equal(of("maps since 2025"), "");
});
