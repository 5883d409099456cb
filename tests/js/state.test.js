import assert from "node:assert/strict";
import { test } from "node:test";
import { EMPTY, filters, isPlain, read, remove, sorting, sought, strict, toggle, withAll, withScope, write } from "../../site_docs/assets/browse/state.js";

const SORTS = ["relevance", "newest", "added", "citations"];
const FACETS = ["task", "modality", "code"];
const FULL = "?q=Med-PaLM+M&task=a&task=b&task.all=1&-modality=ct&code=1&year=2022-2024&scope=background&sort=newest&page=2";

test("a state and its address convert to each other", () => {
  const state = read(FULL, FACETS, SORTS);
  assert.deepEqual(state, {
    q: "Med-PaLM M", include: { task: ["a", "b"], code: ["1"] }, exclude: { modality: ["ct"] }, all: ["task"],
    from: 2022, to: 2024, scopes: ["background"], sort: "newest", page: 2,
  });
  assert.equal(write(state, FACETS), FULL);
  assert.equal(write(EMPTY, FACETS), "");
});

test("years: one, open on a side, the wrong way round", () => {
  for (const [text, from, to, again = text] of [
    ["2023", 2023, 2023], ["2022-", 2022, 0], ["-2024", 0, 2024], ["2024-2022", 2022, 2024, "2022-2024"], ["x", 0, 0, null],
  ]) {
    const state = read(`?year=${text}`, FACETS, SORTS);
    assert.deepEqual([state.from, state.to], [from, to]);
    assert.equal(write(state, FACETS), again ? `?year=${again}` : "");
  }
});

test("the address says which scopes are shown beside core work", () => {
  for (const [text, scopes, again = `?scope=${text}`] of [
    ["all", ["background", "adjacent"]], ["adjacent", ["adjacent"]], ["core", [], ""], ["everything", [], ""],
  ]) {
    const state = read(`?scope=${text}`, FACETS, SORTS);
    assert.deepEqual(state.scopes, scopes);
    assert.equal(write(state, FACETS), again);
  }
  const both = withScope(withScope({ ...EMPTY, page: 2 }, "adjacent", true), "background", true);
  assert.deepEqual([both.scopes, both.page], [["background", "adjacent"], 1]);
  assert.deepEqual(withScope(both, "background", false).scopes, ["adjacent"]);
  assert.ok(!isPlain(both, FACETS));
});

test("invalid parts of an address are ignored", () => {
  assert.equal(read("?sort=citations", FACETS, SORTS).sort, "citations");
  assert.equal(read("?sort=stars", FACETS, SORTS).sort, "", "the page does not offer it");
  assert.deepEqual(read("?sort=best&page=-3&unknown=x&page=y", FACETS, SORTS), EMPTY);
  assert.equal(read("?page=1e9", FACETS, SORTS).page, 1e9);
  assert.deepEqual(read("?task=a&task=a", FACETS, SORTS).include, { task: ["a"] });
});

test("a second click undoes the first, and the first page is shown again", () => {
  for (const kind of ["include", "exclude"]) {
    const state = toggle({ ...EMPTY, page: 3 }, kind, "task", "a");
    assert.deepEqual(state, { ...EMPTY, [kind]: { task: ["a"] } });
    assert.deepEqual(toggle(state, kind, "task", "a"), EMPTY);
  }
});

test("a term is never included and excluded at once", () => {
  const included = toggle(toggle(EMPTY, "include", "task", "b"), "include", "task", "a");
  const excluded = toggle(included, "exclude", "task", "a");
  assert.deepEqual([excluded.include, excluded.exclude], [{ task: ["b"] }, { task: ["a"] }]);
  assert.deepEqual(toggle(excluded, "include", "task", "a"), { ...EMPTY, include: { task: ["b", "a"] } });
});

test("all or any of the terms of a facet is in the address while it has terms", () => {
  const all = withAll(read("?task=a&task=b&page=2", FACETS, SORTS), "task", true);
  assert.equal(write(all, FACETS), "?task=a&task=b&task.all=1");
  assert.deepEqual(strict(all), ["task"]);
  assert.deepEqual(strict(remove(all, { kind: "include", facet: "task", term: "a" })), []);
  assert.equal(write({ ...all, include: {} }, FACETS), "");
  assert.equal(write(withAll(all, "task", false), FACETS), "?task=a&task=b");
  assert.deepEqual(read("?task.all=yes&unknown.all=1", FACETS, SORTS), EMPTY);
});

test("every filter is listed, and can be removed", () => {
  const all = filters(read(FULL, FACETS, SORTS), FACETS);
  assert.deepEqual(all.map(({ kind, term }) => `${kind} ${term}`), [
    "q Med-PaLM M", "include a", "include b", "exclude ct", "include 1", "year 2022-2024",
  ]);
  const left = all.reduce(remove, read(FULL, FACETS, SORTS));
  assert.deepEqual(left, { ...EMPTY, all: ["task"], scopes: ["background"], sort: "newest" });
});

test("relevance is an order only for queries", () => {
  assert.equal(sorting(EMPTY), "newest");
  assert.equal(sorting({ ...EMPTY, q: "x" }), "relevance");
  assert.equal(sorting({ ...EMPTY, sort: "relevance" }), "newest");
  assert.ok(isPlain({ ...EMPTY, page: 4 }, FACETS));
  assert.ok(!isPlain({ ...EMPTY, sort: "title" }, FACETS));
});

test("a very long text in an address is cut", () => {
  assert.equal(read(`?q=${"x".repeat(70_000)}`, FACETS, SORTS).q, "x".repeat(1000));
});

test("a text without a letter or a digit searches nothing, and stays in the address", () => {
  for (const q of ["???", "-", "…", '"', "+ +", "🫁"]) {
    const state = { ...EMPTY, q };
    assert.equal(sought(state), "", q);
    assert.ok(isPlain(state, FACETS), q);
    assert.equal(sorting({ ...state, sort: "relevance" }), "newest");
    assert.equal(read(write(state, FACETS), FACETS, SORTS).q, q);
  }
  for (const q of ["a", "7", "é", "医", "C++", "שלום"]) assert.equal(sought({ ...EMPTY, q: ` ${q} ` }), q);
});
