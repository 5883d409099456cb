import assert from "node:assert/strict";
import { test } from "node:test";
import { isBest, sharedScores } from "../../site_docs/assets/tables/comparison.js";

/** @param {"higher" | "lower"} better @param {Record<string, number>} values @param {string} [name] */
const scores = (better, values, name = "films") => ({
  benchmark: name, address: `results/${name}/`, setting: "test", metric: "Accuracy", better,
  best: Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { text: `${value}`, value, variant: "", source: "" }])),
});

test("a benchmark is shared where at least two of the compared works have a number", () => {
  const both = scores("higher", { a: 1, b: 2 });
  assert.deepEqual(sharedScores([both, scores("higher", { a: 1, c: 2 }, "texts")], ["a", "b"]), [both]);
});

test("of a benchmark, the setting with numbers of most compared works is shown, or else the first", () => {
  const [two, others, three] = [scores("higher", { a: 1, b: 2 }), scores("higher", { b: 1, c: 2 }), scores("higher", { a: 1, b: 2, c: 3 })];
  assert.deepEqual(sharedScores([two, others], ["a", "b", "c"]), [two]);
  assert.deepEqual(sharedScores([two, others, three], ["a", "b", "c"]), [three]);
});

test("the best number is the highest or the lowest of the compared works only", () => {
  const higher = scores("higher", { a: 1, b: 2, other: 9 });
  assert.deepEqual(["a", "b"].map((id) => isBest(higher, id, ["a", "b"])), [false, true]);
  const lower = scores("lower", { a: 1, b: 2, other: 0 });
  assert.deepEqual(["a", "b", "c"].map((id) => isBest(lower, id, ["a", "b", "c"])), [true, false, false]);
});
