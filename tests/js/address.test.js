import assert from "node:assert/strict";
import { test } from "node:test";
import { valuesOf, withValues } from "../../site_docs/assets/tables/address.js";

test("new values replace those of the same name and leave the others", () => {
  assert.equal(withValues("?task=vqa&compare=a", { task: "captioning" }), "?compare=a&task=captioning");
  assert.equal(withValues("?task=vqa&compare=a&compare=b", { compare: ["c"] }), "?task=vqa&compare=c");
});

test("an empty value removes a parameter, and an address without any has no question mark", () => {
  assert.equal(withValues("?task=vqa", { task: "" }), "");
  assert.equal(withValues("?compare=a&compare=b", { compare: [] }), "");
});

test("several values are repeated or between commas, each once", () => {
  assert.deepEqual(valuesOf("?compare=a,b&compare=c&compare=a", "compare"), ["a", "b", "c"]);
  assert.deepEqual(valuesOf("?compare=,", "compare"), []);
});
