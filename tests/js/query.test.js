import assert from "node:assert/strict";
import { test } from "node:test";
import { identifier, parse as parsed, parseLoosely } from "../../site_docs/assets/query.js";
import { IDENTIFIERS } from "./rows.js";

const parse = (text) => parsed(text, IDENTIFIERS);
const known = (text) => identifier(text, IDENTIFIERS);

test("an arXiv id is recognized with or without its address", () => {
  for (const text of [
    "2210.10163", "2210.10163v2", "arXiv:2210.10163", " https://arxiv.org/abs/2210.10163v1 ",
    "http://arxiv.org/pdf/2210.10163.pdf", "https://www.arxiv.org/abs/2210.10163?context=cs.CV",
    "https://doi.org/10.48550/arXiv.2210.10163", "arxiv.org/html/2210.10163v3/",
  ]) assert.deepEqual(known(text), { field: "arxiv", id: "2210.10163" }, text);
  assert.equal(known("https://arxiv.org/abs/cs/0501001")?.id, "cs/0501001");
});

test("a DOI is recognized with or without its address", () => {
  for (const text of [
    "10.18653/v1/2022.emnlp-main.256", "doi:10.18653/V1/2022.emnlp-main.256",
    "https://doi.org/10.18653/v1/2022.emnlp-main.256", "https://dl.acm.org/doi/10.18653/v1/2022.emnlp-main.256.",
  ]) assert.deepEqual(known(text), { field: "doi", id: "10.18653/v1/2022.emnlp-main.256" }, text);
});

test("other identifiers are recognized by their address or their prefix", () => {
  assert.deepEqual(known("https://openreview.net/forum?id=a1B2c3D4e5&noteId=x"), { field: "openreview", id: "a1b2c3d4e5" });
  assert.deepEqual(known("https://pubmed.ncbi.nlm.nih.gov/38797720/"), { field: "pubmed", id: "38797720" });
  assert.deepEqual(known("PMID: 38797720"), { field: "pubmed", id: "38797720" });
});

test("other text is not an identifier", () => {
  for (const text of ["", "2022", "MedCLIP 2210.10163 and more", "x-ray/ct", "10.5 million"]) assert.equal(known(text), null, text);
});

test("short words must match whole, the last word may be longer, weak words count only alone", () => {
  assert.deepEqual(parse("Segmentation of the CT m")?.tokens, [
    { word: "segmentation", prefix: true }, { word: "ct", prefix: false, whole: true }, { word: "m", prefix: false },
  ]);
  assert.deepEqual(parse("ct")?.tokens, [{ word: "ct", prefix: true }]);
  assert.deepEqual(parse("the")?.tokens, [{ word: "the", prefix: true }]);
  assert.equal(parse(" -- "), null);
});

test("a long text says a word again, which is looked for once", () => {
  const found = (text) => parse(text)?.tokens.map(({ word }) => word).join(" ");
  assert.equal(found("li li and wang li"), "li li wang li");
  assert.equal(found("a red tumor on a red kidney in a red bed near the wall of a red room "), "red tumor red kidney red bed near wall room");
  assert.equal(found("clip ".repeat(200)), "clip ".repeat(8).trim());
});

test("a letter with its accent apart is one letter, also where words with hyphens are several", () => {
  const { tokens = [] } = parseLoosely("Mu\u0308ller-Lyer", IDENTIFIERS) ?? {};
  assert.deepEqual(tokens.map(({ word }) => word), ["muller", "lyer"]);
});
