import assert from "node:assert/strict";
import { test } from "node:test";
import { EMPTY } from "../../site_docs/assets/browse/state.js";

const CHUNK = {
  id: ["a", "b"], title: ["One", "Two"], name: ["", ""], aliases: [[], []], authors: [[], []], others: [0, 0], date: ["", ""],
  place: ["", ""], summary: ["", ""], keywords: [[], []], identifiers: [{}, {}], links: [{}, {}], link_details: [{}, {}], added: ["", ""], scope: ["core", "core"],
  namesakes: [[], []], facts: [{}, {}], license: ["", ""], table: ["models", ""],
};
const MANIFEST = { identifiers: [], total: 2, core: 2, scopes: {}, perPage: 50, facets: ["task"], root: "", links: {}, facts: {}, terms: "terms", chunks: [["chunk", 2]] };

/** Send the worker all `questions` at once, and return its answers until it sends no more. */
async function asked(...questions) {
  const { said, hear, settle } = await start(MANIFEST);
  questions.forEach(hear);
  await settle();
  return said;
}

/** A worker: what it said, how it hears, and how to wait until it says no more. */
async function start(manifest) {
  const said = [];
  let listen;
  globalThis.fetch = async (address) => Response.json(address === "terms" ? {} : CHUNK);
  globalThis.addEventListener = (_, listener) => (listen = listener);
  globalThis.postMessage = (message) => "read" in message || "heard" in message || said.push(message);
  await import(`../../site_docs/assets/browse/worker.js?${Math.random()}`);
  const hear = (data) => listen({ data });
  hear({ manifest });
  const settle = async () => {
    for (let before = -1; before < said.length || !said.length; ) {
      before = said.length;
      for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
    }
  };
  return { said, hear, settle };
}

test("of several searches at once only the last is done", async () => {
  const searches = ["o", "on", "one", "two"].map((q, index) => ({ asked: index + 1, state: { ...EMPTY, q } }));
  const said = await asked(...searches);
  assert.deepEqual(said.map(({ asked, answer }) => [asked, answer.entries.map(({ id }) => id)]), [[4, ["b"]]]);
});

test("the ids of an export are sent during a search, and what a selection is called", async () => {
  const said = await asked({ asked: 1, wanted: { ids: EMPTY } }, { asked: 2, state: { ...EMPTY, q: "one" } }, { asked: 3, wanted: { named: ["b", "unknown", "a"] } });
  const replies = Object.fromEntries(said.filter(({ reply }) => reply).map(({ asked, reply }) => [asked, reply]));
  assert.deepEqual(replies[1], ["a", "b"]);
  assert.deepEqual(replies[3], [{ id: "b", label: "Two", table: "" }, { id: "a", label: "One", table: "models" }]);
  assert.equal(said.find(({ answer }) => answer)?.answer.total, 1);
});

test("the worker reads on when its answer is shown, or when another question comes", async () => {
  const chunks = Array.from({ length: 20 }, (_, number) => [`chunk ${number}`, 2]);
  const { said, hear, settle } = await start({ ...MANIFEST, total: 40, core: 40, chunks });
  const totals = () => said.map(({ asked, answer }) => [asked, answer.total, answer.whole]);
  hear({ asked: 1, state: { ...EMPTY, q: "one" } });
  await settle();
  assert.deepEqual(totals(), [[1, 1, false]]);
  hear({ isShown: true });
  await settle();
  assert.deepEqual(totals().slice(1), [[1, 5, false]]);
  hear({ asked: 2, state: { ...EMPTY, q: "two" } });
  await settle();
  hear({ isShown: true });
  await settle();
  assert.deepEqual(totals().at(-1), [2, 20, true]);
});

test("entries that are not read yet may be the first of another order", async () => {
  for (const sort of ["oldest", "title"]) assert.deepEqual(await firstTotal({ sort }), [20, true], sort);
});

test("a later page is shown once entries for it are found", async () => {
  assert.deepEqual(await firstTotal({ page: 2 }), [16, false]);
});

/** What the first answer finds of a search that every other entry fits. */
async function firstTotal(asked) {
  const chunks = Array.from({ length: 20 }, (_, number) => [`chunk ${number}`, 2]);
  const { said, hear, settle } = await start({ ...MANIFEST, total: 40, core: 40, chunks, perPage: 15 });
  hear({ asked: 1, state: { ...EMPTY, q: "one", ...asked } });
  await settle();
  assert.equal(said.length, 1);
  return [said[0].answer.total, said[0].answer.whole];
}
