import assert from "node:assert/strict";
import { test } from "node:test";
import { authorSlugs } from "../../site_docs/assets/browse/data.js";
import { choose } from "../../site_docs/assets/browse/facets.js";
import { EMPTY } from "../../site_docs/assets/browse/state.js";
import { idsOf, rows } from "./rows.js";

const FACETS = ["task", "modality", "code", "author"];
const ROWS = rows(
  { id: "a", date: "2024-05", task: ["vqa"], modality: ["chest-xray"], links: { code: ["u"] }, authors: ["Ada Li"] },
  { id: "b", date: "2023", task: ["vqa", "report"], modality: ["ct"] },
  { id: "c", date: "2022-01-01", task: ["report"], modality: ["xray", "ct"], links: { code: ["u"] } },
  { id: "d", task: ["retrieval"], modality: ["mri"] },
);

function chosen(state) {
  const { rows: found, counts } = choose(ROWS, { ...EMPTY, ...state }, FACETS);
  const of = (facet) => Object.fromEntries([...counts[facet]].sort());
  return { ids: idsOf(found), of };
}

test("without a choice all rows are found, and parents count their children", () => {
  const { ids, of } = chosen({});
  assert.equal(ids, "abcd");
  assert.deepEqual(of("modality"), { "chest-xray": 1, ct: 2, mri: 1, xray: 2 });
  assert.deepEqual(of("code"), { 1: 2 });
});

test("terms of a facet widen, facets narrow, and a facet's counts ignore its own terms", () => {
  const { ids, of } = chosen({ include: { task: ["vqa", "retrieval"], modality: ["ct", "xray"] } });
  assert.equal(ids, "ab");
  assert.deepEqual(of("task"), { report: 2, vqa: 2 });
  assert.deepEqual(of("modality"), { "chest-xray": 1, ct: 1, mri: 1, xray: 1 });
  assert.deepEqual(of("code"), { 1: 1 });
});

test("all terms of a facet must match where the state says so, and the counts follow", () => {
  const both = { include: { task: ["vqa", "report"] }, all: ["task"] };
  const { ids, of } = chosen(both);
  assert.equal(ids, "b");
  assert.deepEqual(of("task"), { report: 1, vqa: 1 });
  assert.deepEqual(of("modality"), { ct: 1 });
  assert.deepEqual(chosen({ ...both, include: { task: ["vqa"] } }).of("task"), { report: 1, vqa: 2 });
  assert.equal(chosen({ include: { modality: ["xray", "chest-xray"] }, all: ["modality"] }).ids, "a");
  assert.equal(chosen({ include: { modality: ["xray", "ct"] }, exclude: { task: ["vqa"] }, all: ["modality"] }).ids, "c");
});

test("an excluded term counts what it hides among the entries with all included terms", () => {
  const { ids, of } = chosen({ include: { modality: ["ct"] }, exclude: { modality: ["xray"] }, all: ["modality"] });
  assert.equal(ids, "b");
  assert.deepEqual(of("modality"), { ct: 1, xray: 1 });
});

test("a parent finds its children; a child can be excluded from it", () => {
  assert.equal(chosen({ include: { modality: ["xray"] } }).ids, "ac");
  assert.equal(chosen({ include: { modality: ["xray"] }, exclude: { modality: ["chest-xray"] } }).ids, "c");
});

test("an excluded term counts what it hides; the others count what they would find", () => {
  const { ids, of } = chosen({ exclude: { modality: ["ct"] } });
  assert.equal(ids, "ad");
  assert.deepEqual(of("modality"), { "chest-xray": 1, ct: 2, mri: 1, xray: 1 });
  assert.deepEqual(of("task"), { retrieval: 1, vqa: 1 });
});

test("years limit on both sides; an entry without a date is in no year", () => {
  assert.equal(chosen({ from: 2023 }).ids, "ab");
  assert.equal(chosen({ to: 2023 }).ids, "bc");
  assert.deepEqual(chosen({ from: 2024, to: 2024 }).of("task"), { vqa: 1 });
});

test("each kind of link narrows by itself, an author by slug", () => {
  assert.equal(chosen({ exclude: { code: ["1"] } }).ids, "bd");
  assert.equal(chosen({ include: { author: ["ada-li"] } }).ids, "a");
});

test("an author with two spellings is found by the slug of both", () => {
  const { entry } = rows({ id: "x", authors: ["Ada Li", "B. Ko"], author_slugs: { 0: "ada-m-li" } })[0];
  assert.deepEqual(authorSlugs({ entry }), ["ada-m-li", "b-ko"]);
});

test("what is not core work is hidden unless its scope is shown, and counted in any case", () => {
  const some = rows(
    { id: "a", task: ["vqa"] },
    { id: "b", task: ["vqa"], scope: "background" },
    { id: "c", task: ["vqa"], scope: "adjacent" },
    { id: "d", task: ["report"], scope: "adjacent" },
  );
  const found = (state) => choose(some, { ...EMPTY, include: { task: ["vqa"] }, ...state }, FACETS);
  assert.deepEqual([idsOf(found({}).rows), found({}).others], ["a", { background: 1, adjacent: 1 }]);
  assert.deepEqual(Object.fromEntries(found({}).counts.task), { vqa: 1 });
  const shown = found({ scopes: ["adjacent"] });
  assert.deepEqual([idsOf(shown.rows), shown.others], ["ac", { background: 1, adjacent: 1 }]);
  assert.deepEqual(Object.fromEntries(shown.counts.task), { vqa: 2, report: 1 });
});

/** Every count, found in a slow way: by choosing this term as well. */
test("each count of a facet with all terms is what one more term would find", () => {
  const base = { include: { task: ["vqa"] }, all: ["task"], from: 2022 };
  for (const [term, count] of Object.entries(chosen(base).of("task"))) {
    assert.equal(chosen({ ...base, include: { task: [...new Set(["vqa", term])] } }).ids.length, count, term);
  }
});

/** Every count, found in a slow way: by choosing only this term in its facet. */
test("each count is what the choice would find", () => {
  const base = { include: { task: ["vqa", "report"] }, exclude: { code: ["1"] }, from: 2022 };
  const { of } = chosen(base);
  for (const facet of ["task", "modality"]) {
    for (const [term, count] of Object.entries(of(facet))) {
      assert.equal(chosen({ ...base, include: { ...base.include, [facet]: [term] } }).ids.length, count, `${facet} ${term}`);
    }
  }
});

test("counts of all terms read each row and facet once", () => {
  for (const size of [10, 100]) {
    let reads = 0;
    const some = Array.from({ length: size }, (_, index) => ({
      entry: { authors: [], scope: "core" },
      index,
      year: 2024,
      get terms() {
        reads += 1;
        return [{ facet: "task", withParents: ["vqa", "report"] }, { facet: "modality", withParents: ["ct"] }];
      },
    }));
    choose(some, { ...EMPTY, include: { task: ["vqa"] }, exclude: { modality: ["mri"] } }, FACETS);
    assert.ok(reads <= size * (FACETS.length + 2), `${reads} reads of ${size} rows`);
  }
});
