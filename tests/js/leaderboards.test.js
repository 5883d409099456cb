import assert from "node:assert/strict";
import { test } from "node:test";
import { findBest, rankModels } from "../../site_docs/assets/results/rank.js";
import { readChoice, writeChoice } from "../../site_docs/assets/results/switches.js";
import { findNext } from "../../site_docs/assets/results/tabs.js";

const score = (model, value) => ({ model, value });

test("each model is ranked once, at its best score, and equal scores share a rank", () => {
  const scores = [score("a", 3), score("b", 2), score("a", 1), score("c", 2), score("d", null), score("e", 0)];
  assert.deepEqual(rankModels(scores, "higher"), [1, 2, null, 2, null, 4]);
  assert.deepEqual(rankModels(scores, "lower"), [null, 3, 2, 3, null, 1]);
});

test("where neither way is better nothing is ranked and nothing is the best", () => {
  assert.deepEqual(rankModels([score("a", 3)], ""), [null]);
  assert.equal(findBest([1, 2], ""), null);
});

test("the best needs another number to compare with", () => {
  assert.equal(findBest([3], "higher"), null);
  assert.equal(findBest([3, 5, 4], "higher"), 5);
  assert.equal(findBest([3, 5, 4], "lower"), 3);
});

test("the address keeps the switches and what else it has", () => {
  const choice = { reported: "authors", sameProtocol: true };
  assert.equal(writeChoice("?q=a&reported=others", choice), "?q=a&reported=authors&protocol=same");
  assert.deepEqual(readChoice("?q=a&reported=authors&protocol=same"), choice);
  assert.equal(writeChoice("?protocol=same", { reported: "", sameProtocol: false }), "");
});

test("an unknown value in the address counts as none", () => {
  assert.deepEqual(readChoice("?reported=%3Cb%3E&protocol=1"), { reported: "", sameProtocol: false });
});

test("arrow keys go around the tabs, Home and End to the first and the last", () => {
  assert.equal(findNext("ArrowRight", 2, 3), 0);
  assert.equal(findNext("ArrowLeft", 0, 3), 2);
  assert.equal(findNext("Home", 2, 3), 0);
  assert.equal(findNext("End", 0, 3), 2);
  assert.equal(findNext("ArrowDown", 0, 3), null);
});
