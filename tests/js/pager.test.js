import assert from "node:assert/strict";
import { test } from "node:test";
import { numbers } from "../../site_docs/assets/browse/pager.js";

test("the first, the last and the neighboring pages are shown, with gaps between", () => {
  assert.deepEqual(numbers(1, 1), [1]);
  assert.deepEqual(numbers(2, 4), [1, 2, 3, 4]);
  assert.deepEqual(numbers(100, 200), [1, 0, 99, 100, 101, 0, 200]);
});
