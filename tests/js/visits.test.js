import assert from "node:assert/strict";
import test from "node:test";

globalThis.document = /** @type {any} */ ({ getElementById: () => null });
const { listAdded, recallVisit } = await import("../../site_docs/assets/visits.js");

function storage() {
  const kept = new Map();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value) };
}

const FIRST = { day: "2026-11-01", ids: ["b", "a"] };
const SECOND = { day: "2026-11-20", ids: ["d", "c", "b", "a"] };

test("the first visit has nothing to compare with", () => {
  assert.equal(recallVisit(FIRST, storage(), storage()), null);
});

test("the next visit recalls the one before, on each of its pages", () => {
  const local = storage();
  recallVisit(FIRST, local, storage());
  const session = storage();
  assert.deepEqual(recallVisit(SECOND, local, session), FIRST);
  assert.deepEqual(recallVisit(SECOND, local, session), FIRST);
  assert.deepEqual(recallVisit(SECOND, local, storage()), SECOND);
});

test("additions are those that the visit before did not list", () => {
  assert.deepEqual(listAdded(SECOND.ids, FIRST), ["d", "c"]);
});

test("what another version remembered counts as nothing", () => {
  for (const text of ["{", "[]", "null", '{"day": 1}', '"x"']) {
    const local = storage();
    local.setItem("last-visit", text);
    assert.equal(recallVisit(FIRST, local, storage()), null);
  }
});
