import assert from "node:assert/strict";
import { test } from "node:test";
import { EMPTY } from "../../site_docs/assets/browse/state.js";

const CHUNK = {
  id: ["a", "b"], title: ["One", "Two"], name: ["", ""], aliases: [[], []], authors: [[], []], others: [0, 0], date: ["", ""],
  place: ["", ""], summary: ["", ""], keywords: [[], []], identifiers: [{}, {}], links: [{}, {}], link_details: [{}, {}], added: ["", ""], scope: ["core", "core"],
  namesakes: [[], []], facts: [{}, {}], license: ["", ""],
};
const MANIFEST = { identifiers: [], total: 2, core: 2, scopes: {}, perPage: 50, perChunk: 500, root: "", links: {}, facts: {}, terms: "terms", chunks: ["chunk"] };

const FILES = { terms: "{}", "data/entries.ris": "ID  - c\n\nID  - b\n\nID  - a\n" };

/** Send the worker all `questions` at once, and return its answers until it sends no more. */
async function asked(...questions) {
  const said = [];
  let hear;
  globalThis.fetch = async (address) => ({ ok: true, text: async () => FILES[address] ?? JSON.stringify(CHUNK) });
  globalThis.addEventListener = (_, listener) => (hear = listener);
  globalThis.postMessage = (message) => said.push(message);
  await import(`../../site_docs/assets/browse/worker.js?${Math.random()}`);
  hear({ data: { manifest: MANIFEST, facets: ["task"] } });
  for (const question of questions) hear({ data: question });
  for (let before = -1; before < said.length || !said.length; ) {
    before = said.length;
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
  }
  return said;
}

test("of several searches at once only the last is done", async () => {
  const searches = ["o", "on", "one", "two"].map((q, index) => ({ asked: index + 1, state: { ...EMPTY, q } }));
  const said = await asked(...searches);
  assert.deepEqual(said.map(({ asked, answer }) => [asked, answer.entries.map(({ id }) => id)]), [[4, ["b"]]]);
});

test("a file for an export is sent during a search", async () => {
  const question = { asked: 1, state: EMPTY, format: "ris", ids: null };
  const said = await asked(question, { asked: 2, state: { ...EMPTY, q: "one" } });
  const file = { text: "ID  - a\n\nID  - b\n", type: "application/x-research-info-systems", count: 2 };
  assert.deepEqual(said.find(({ file }) => file), { asked: 1, file });
  assert.equal(said.find(({ answer }) => answer)?.answer.total, 1);
});
