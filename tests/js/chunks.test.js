import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { setImmediate } from "node:timers/promises";
import { Chunks } from "../../site_docs/assets/browse/chunks.js";

const COUNT = 350;
const of = (value) => Array.from({ length: COUNT }, () => value);
const CHUNK = {
  id: of("a"), title: of("One"), name: of(""), aliases: of([]), authors: of([]), others: of(0), date: of(""), place: of(""), summary: of(""),
  keywords: of([]), identifiers: of({}), links: of({}), link_details: of({}), added: of(""), scope: of("core"), namesakes: of([]), facts: of({}),
};
const fetchBefore = globalThis.fetch;
afterEach(() => (globalThis.fetch = fetchBefore));

test("a long chunk is read in pieces, and between them other work is done", async () => {
  globalThis.fetch = async (address) => Response.json(address === "terms" ? {} : CHUNK);
  const read = [];
  const chunks = new Chunks({ total: COUNT, facets: [], root: "", terms: "terms", chunks: [["chunk", COUNT]] }, (count) => read.push(count));
  const reading = chunks.first(COUNT);
  const seen = new Set();
  for (; chunks.rows.length < COUNT; await setImmediate()) seen.add(chunks.rows.length);
  await reading;
  assert.ok([...seen].some((count) => count > 0 && count % 100 === 0), `${[...seen]}`);
  assert.deepEqual(read, [COUNT]);
});
