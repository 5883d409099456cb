import assert from "node:assert/strict";
import { test } from "node:test";
import { order } from "../../site_docs/assets/browse/order.js";
import { idsOf, rows } from "./rows.js";

const ROWS = rows(
  { id: "a", date: "2024", title: "zeta", added: "2024-01-01" },
  { id: "b", date: "2023", title: "Éta", added: "2024-03-01" },
  { id: "c", date: "2022", title: "alpha", added: "2024-03-01" },
  { id: "d", title: "beta", added: "2023-01-01" },
);
const NONE = new Map();

function ids(sort, scores = NONE) {
  return idsOf(order(ROWS, sort, scores));
}

test("rows are sorted by date, by the day they were added, by title", () => {
  assert.equal(ids("newest"), "abcd");
  assert.equal(ids("oldest"), "cbad");
  assert.equal(ids("added"), "bcad");
  assert.equal(ids("title"), "cdba");
});

test("background and adjacent work, which is last in the files, is sorted among core work", () => {
  const mixed = rows({ id: "a", date: "2024" }, { id: "b", date: "2022" }, { id: "c", date: "2023", scope: "adjacent" }, { id: "d", date: "2021", scope: "adjacent" });
  assert.equal(idsOf(order(mixed, "newest", NONE)), "acbd");
  assert.equal(idsOf(order(mixed, "oldest", NONE)), "dbca");
});

test("by relevance, the score is compared before the date", () => {
  assert.equal(ids("relevance", new Map([[ROWS[3], 2], [ROWS[0], 1], [ROWS[1], 1.5], [ROWS[2], 1]])), "dbac");
});

test("by what services said, the most comes first and what is not known last, the newest first", () => {
  const seen = rows({ id: "a", date: "2024" }, { id: "b", date: "2023", citations: 0, pushed: "2026-02-01" }, { id: "c", date: "2022", citations: 12 }, { id: "d", date: "2021", pushed: "2026-10-01" });
  assert.equal(idsOf(order(seen, "citations", NONE)), "cbad");
  assert.equal(idsOf(order(seen, "pushed", NONE)), "dbac");
});
