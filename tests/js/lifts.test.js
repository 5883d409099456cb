import assert from "node:assert/strict";
import { test } from "node:test";
import { lifts } from "../../site_docs/assets/browse/lifts.js";
import { EMPTY } from "../../site_docs/assets/browse/state.js";

const STATE = { ...EMPTY, q: "red panda", include: { task: ["vqa"] }, from: 2020, to: 2021 };

function named(state, count) {
  return lifts(state, ["task"], count).map(({ filter, count: found }) => `${filter.kind} ${filter.term} ${found}`);
}

test("each filter and each word can be removed, the one that finds most first", () => {
  const count = ({ q, include, from }) => (q === "panda" ? 3 : q === "red" ? 1 : q ? 0 : 9) + (include.task ? 0 : 2) + (from ? 0 : 5);
  assert.deepEqual(named(STATE, count), ["q red panda 9", "year 2020-2021 5", "q red 3", "include vqa 2", "q panda 1"]);
});

test("any in place of all terms of a facet is offered too", () => {
  const state = { ...EMPTY, include: { task: ["vqa", "report"] }, all: ["task"] };
  const count = ({ include, all }) => (all.length ? 0 : 8) + (include.task.length === 1 ? 3 : 0);
  assert.deepEqual(named(state, count), ["all  8", "include vqa 3", "include report 3"]);
  assert.deepEqual(lifts(state, ["task"], count)[0].state, { ...state, all: [] });
});

test("what finds nothing is not offered, and a single word only as a whole", () => {
  assert.deepEqual(named(STATE, () => 0), []);
  assert.deepEqual(named({ ...EMPTY, q: "panda" }, () => 4), ["q panda 4"]);
});
