import assert from "node:assert/strict";
import { test } from "node:test";
import { compareKeys, firstDirection } from "../../site_docs/assets/tables/sort.js";

/** @param {string[]} keys @param {"ascending" | "descending"} direction */
const sorted = (keys, direction) => [...keys].sort((a, b) => compareKeys(a, b, direction));

test("numbers are sorted by value, and blanks are last in both directions", () => {
  assert.deepEqual(sorted(["9", "", "1000", "72.5", "-1"], "ascending"), ["-1", "9", "72.5", "1000", ""]);
  assert.deepEqual(sorted(["9", "", "1000", "72.5", "-1"], "descending"), ["1000", "72.5", "9", "-1", ""]);
});

test("texts are sorted by the alphabet, whatever their case, and numbers in them by value", () => {
  assert.deepEqual(sorted(["b", "A", "ViT-10", "ViT-2"], "ascending"), ["A", "b", "ViT-2", "ViT-10"]);
});

test("dates are sorted by time, also where only the year or the month is known", () => {
  assert.deepEqual(sorted(["2024-05-01", "2023", "2024-11"], "descending"), ["2024-11", "2024-05-01", "2023"]);
});

test("the first click shows the largest number, the newest date or the letter A", () => {
  assert.equal(firstDirection(["12", "", "3.5"]), "descending");
  assert.equal(firstDirection(["2024-05", "2023", "2021-02-03"]), "descending");
  assert.equal(firstDirection(["7B", "12"]), "ascending");
  assert.equal(firstDirection(["", ""]), "ascending");
});
