import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { Answers } from "../../site_docs/assets/browse/answers.js";
import { EMPTY } from "../../site_docs/assets/browse/state.js";

const COUNT = 40;
const PER_CHUNK = 2;
const MANIFEST = {
  identifiers: [],
  total: COUNT, core: COUNT, scopes: {}, perPage: 3, facets: ["task"], root: "", links: {}, facts: {}, terms: "terms",
  chunks: Array.from({ length: COUNT / PER_CHUNK }, (_, number) => [`chunk ${number}`, PER_CHUNK]),
};
const PLAIN = {
  name: [], aliases: [[], []], authors: [["Ada Li"], ["Bo"]], others: [0, 0], date: ["2024", ""], place: ["", ""],
  summary: ["", ""], keywords: [[], []], identifiers: [{}, {}], links: [{}, {}], link_details: [{}, {}], added: ["", ""], scope: ["core", "core"],
  namesakes: [[], []], facts: [{}, {}], license: ["", ""],
};
const FILES = {
  terms: {},
  observed: { id: ["e1", "e9"], observed: [[["2026-11-20", "Stars 7"]], [["2026-11-20", "Links checked"]]], stars: [7, null] },
  "abstracts 0": { id: ["e3", "e5"], abstract: ["We ask early films about light.", "Early works."] },
  "abstracts 1": { id: ["e7", "removed"], abstract: ["Films in the dark.", "A film."] },
};
const fetchBefore = globalThis.fetch;
let asked, fails;

beforeEach(() => {
  asked = [];
  fails = "";
  globalThis.fetch = async (address) => {
    asked.push(address);
    const number = Number(address.split(" ")[1]);
    const named = (text) => [0, 1].map((place) => `${text}${number * PER_CHUNK + place}`);
    const chunk = { ...PLAIN, id: named("e"), title: named(number > 10 ? "Late " : "Early "), name: ["", ""] };
    return address === fails ? Response.error() : Response.json(FILES[address] ?? chunk);
  };
});
afterEach(() => (globalThis.fetch = fetchBefore));

async function answers(state, given = new Answers(MANIFEST)) {
  const found = [];
  for await (const answer of given.to({ ...EMPTY, ...state }, () => true)) found.push(answer);
  return found;
}

test("the plain list needs only the chunks of its page", async () => {
  const [first, ...more] = await answers({ page: 2 });
  assert.deepEqual(more, []);
  assert.deepEqual(first.entries.map(({ id }) => id), ["e3", "e4", "e5"]);
  assert.deepEqual([first.page, first.total, first.whole, first.counts], [2, COUNT, true, null]);
  assert.deepEqual(asked.sort(), ["chunk 0", "chunk 1", "chunk 2", "terms"]);
});

test("the plain list is core work, though the files have the rest too", async () => {
  const core = 5;
  const [first] = await answers({ page: 2 }, new Answers({ ...MANIFEST, core }));
  assert.deepEqual(first.entries.map(({ id }) => id), ["e3", "e4"]);
  assert.deepEqual([first.total, first.others], [core, null]);
});

test("a search answers early, and again when five times as many entries are loaded", async () => {
  const found = await answers({ q: "early" });
  assert.deepEqual(found.map(({ total, whole }) => [total, whole]), [[2, false], [10, false], [22, true]]);
  assert.ok(found.every(({ entries }) => entries.length <= MANIFEST.perPage));
});

test("the first answer is given as soon as an entry is found", async () => {
  assert.deepEqual((await answers({ q: "late" })).map(({ total }) => total), [2, 18]);
  assert.deepEqual((await answers({ q: "none" })).map(({ total, whole }) => [total, whole]), [[0, true]]);
});

test("each chunk is requested once, the newest first, a few at a time", async () => {
  const given = new Answers(MANIFEST);
  await Promise.all([answers({ q: "early" }, given), answers({ q: "late" }, given), given.all()]);
  assert.equal(asked.length, new Set(asked).size);
  assert.deepEqual(asked.filter((address) => address !== "terms"), MANIFEST.chunks.map(([address]) => address));
  assert.deepEqual(
    await given.ids({ ...EMPTY, q: "early" }),
    [0, 1].flatMap((odd) => Array.from({ length: 11 }, (_, number) => `e${2 * number + odd}`)),
    "the dated ones first",
  );
});

test("an answer that is no longer needed is not computed", async () => {
  for await (const answer of new Answers(MANIFEST).to({ ...EMPTY, q: "early" }, () => false)) assert.fail(answer);
});

test("a failed request is repeated", async () => {
  const given = new Answers(MANIFEST);
  fails = "chunk 3";
  await assert.rejects(answers({ q: "early" }, given));
  fails = "";
  assert.equal((await answers({ q: "early" }, given)).at(-1).total, 22);
  assert.equal(given.chunks.rows.length, COUNT);
});

test("chosen authors come with their names", async () => {
  const found = await answers({ include: { author: ["ada-li", "unknown"] } }, new Answers({ ...MANIFEST, facets: ["author"] }));
  assert.deepEqual(found.at(-1).names, { "ada-li": "Ada Li" });
  assert.equal(found.at(-1).total, COUNT / 2);
});

test("entries come with what services said, and can be sorted by it", async () => {
  const given = new Answers({ ...MANIFEST, observed: ["observed"] });
  const [first] = await answers({}, given);
  assert.deepEqual(first.entries.map(({ observed }) => observed), [undefined, FILES.observed.observed[0], undefined]);
  const sorted = await answers({ sort: "stars" }, given);
  assert.deepEqual(sorted.at(-1).entries.map(({ id }) => id), ["e1", "e0", "e2"]);
});

test("the first search also loads the abstracts, after it has answered from all else", async () => {
  const abstracts = ["abstracts 0", "abstracts 1"];
  const given = new Answers({ ...MANIFEST, abstracts, facts: { abstract: "Abstract" } });
  await answers({}, given);
  assert.ok(!asked.some((address) => abstracts.includes(address)), "filters do not need them");
  assert.deepEqual((await answers({ q: "early" }, given)).map(({ total, whole }) => [total, whole]).slice(-2), [[22, false], [22, true]]);
  const [{ entries }] = await answers({ q: "early film" }, given);
  assert.deepEqual(entries.map(({ id, why }) => [id, ...why]), [
    ["e3", ["Abstract", "We ask early films about light."]],
    ["e7", ["Abstract", "Films in the dark."]],
  ]);
  assert.deepEqual(await given.ids({ ...EMPTY, q: "dark" }), ["e7"]);
});

test("abstracts that cannot be loaded are left out until the next search", async () => {
  const given = new Answers({ ...MANIFEST, abstracts: ["abstracts 0", "abstracts 1"] });
  fails = "abstracts 1";
  assert.deepEqual((await answers({ q: "light" }, given)).map(({ total, whole }) => [total, whole]), [[1, true]]);
  assert.equal((await answers({ q: "dark" }, given)).at(-1).total, 0);
  fails = "";
  assert.equal((await answers({ q: "dark" }, given)).at(-1).total, 1);
  assert.equal(asked.filter((address) => address === "abstracts 0").length, 1);
});
