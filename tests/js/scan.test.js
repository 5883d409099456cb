import assert from "node:assert/strict";
import { test } from "node:test";
import { order } from "../../site_docs/assets/browse/order.js";
import { parse } from "../../site_docs/assets/query.js";
import { scan } from "../../site_docs/assets/browse/scan.js";
import { IDENTIFIERS, idsOf, rows } from "./rows.js";

const ROWS = rows(
  { id: "a", title: "A comparison of Med-PaLM M with others", authors: ["Anna Müller"] },
  { id: "b", title: "Towards generalist biomedical AI", name: "Med-PaLM M", identifiers: { arxiv: "2307.14334", doi: "10.1/AB-c" } },
  { id: "c", title: "Capabilities of Med-PaLM", name: "Med-PaLM", summary: "Takes the M out of medicine." },
  { id: "d", title: "Contrastive learning", name: "MedCLIP", keywords: ["CXR"], aliases: ["Unpaired pairs"] },
  { id: "e", title: "An assistant", name: "LLaVA-Med", authors: ["Tam Nguyễn"] },
);

function found(text, among = ROWS) {
  const scores = scan(among, parse(text, IDENTIFIERS));
  return idsOf(order([...scores.keys()], "relevance", scores));
}

test("hyphenated names are found whole, the name itself first, then the title", () => {
  assert.equal(found("Med-PaLM M"), "bac");
  assert.equal(found("LLaVA-Med"), "e");
  assert.equal(found("llava med"), "e");
  assert.equal(found("llavamed"), "e");
  assert.equal(found("CXR"), "d");
});

test("commercial does not find non-commercial", () => {
  const among = rows({ id: "a", license_code: ["mit"] }, { id: "b", license_code: ["non-commercial"] }, { id: "c" });
  assert.equal(found("commercial", among), "a");
  assert.equal(found("commercial use", among), "a");
  assert.equal(found("non-commercial", among), "b");
  assert.equal(found("MIT", among), "a");
});

test("the name of a term is before the same words in a text", () => {
  const among = rows({ id: "a", summary: "Beats commercial models." }, { id: "b", license_code: ["mit"] });
  assert.equal(found("commercial", among), "ba");
  assert.equal(found("commercial use", among), "ba");
});

test("a bare identifier that could be any word is found as a word", () => {
  const some = rows({ id: "a", title: "A" }, { id: "b", title: "B", identifiers: { pubmed: "38797720", openreview: "a1B2c3D4e5" } });
  assert.equal(found("38797720", some), "b");
  assert.equal(found("a1b2c3d4e5", some), "b");
});

test("the end of a name is found, the middle of a summary's word is not", () => {
  assert.equal(found("clip"), "d");
  assert.equal(found("edicine"), "");
  assert.equal(found("medicine"), "c");
});

test("authors are found with and without accents, other names and prefixes too", () => {
  assert.equal(found("Muller"), "a");
  assert.equal(found("MÜLLER"), "a");
  assert.equal(found("Nguyen"), "e");
  assert.equal(found("unpaired"), "d");
});

test("an identifier finds its entry alone", () => {
  assert.equal(found("https://arxiv.org/abs/2307.14334v2"), "b");
  assert.equal(found("https://doi.org/10.1000/none"), "");
});

test("the name of a term finds its entries, after entries that contain the words themselves", () => {
  const among = rows(
    { id: "a", modality: ["chest-xray"] },
    { id: "b", modality: ["ct"], task: ["vqa"] },
    { id: "c", title: "On the CXR" },
    { id: "d", modality: ["xray"] },
  );
  assert.equal(found("CXR", among), "ca");
  assert.equal(found("chest x-ray", among), "a");
  assert.equal(found("xray", among), "ad");
  assert.equal(found("visual question", among), "b");
});

test("a name counts more than a title, a title than people and keywords, these than a summary", () => {
  const among = rows(
    { id: "a", summary: "Of pandas." },
    { id: "b", keywords: ["pandas"] },
    { id: "c", title: "All of the pandas" },
    { id: "d", title: "Something", name: "The pandas" },
    { id: "e", title: "Something", name: "Pandas" },
    { id: "f", title: "ExPandas" },
  );
  assert.equal(found("pandas", among), "edcfba");
});

test("what a model is made of, the works it uses and its year are found, after names", () => {
  const among = rows(
    { id: "a", facts: { base: ["Qwen2.5-VL"] }, date: "2024-05" },
    { id: "b", facts: { evaluated_on: ["VQA-RAD", "SLAKE"] }, date: "2023" },
    { id: "c", title: "Qwen itself", date: "2023" },
    { id: "d", title: "Other", identifiers: { doi: "10.1/j.2024.7" }, date: "2022" },
  );
  assert.equal(found("qwen", among), "ca");
  assert.equal(found("Qwen2.5-VL", among), "a");
  assert.equal(found("slake", among), "b");
  assert.equal(found("vqarad", among), "b");
  assert.equal(found("2024", among), "a", "the number in an identifier is no year");
});

test("an acronym in capitals matches as a word, alone or inside a name", () => {
  const among = rows(
    { id: "a", title: "Leveraging paragraphs", authors: ["Anurag Sam"] },
    { id: "b", title: "A work", summary: "Uses RAG and SAMples." },
    { id: "c", title: "A work", name: "MedSAM" },
    { id: "d", title: "On SAM2" },
  );
  assert.equal(found("RAG", among), "b");
  assert.equal(found("rag", among), "b");
  assert.equal(found("SAM", among), "dc", "an author's first name is no acronym");
  assert.equal(found("Sam", among), "dcab", "a first name of a person");
});

test("a word is found at the beginning of a word or of its parts, a short one whole unless it is still being typed", () => {
  const among = rows(
    { id: "a", title: "Medical imaging with language" }, { id: "b", name: "BiomedCLIP" }, { id: "c", name: "BioViL" }, { id: "d", title: "An agent of extraction" },
    { id: "e", title: "Age and MIMIC-Ext" }, { id: "f", name: "TinyLLaVA-Med" }, { id: "g", name: "PubMedBERT2x" },
  );
  assert.equal(found("aging", among), "");
  assert.equal(found("age", among), "ed");
  assert.equal(found("age ", among), "e");
  assert.equal(found("age and", among), "e");
  assert.equal(found("MIMIC-Ext", among), "e");
  assert.equal(found("clip", among) + found("CLIP", among) + found("vil", among), "bbc");
  assert.equal(found("llava-med", among) + found("llavamed", among), "ff");
  assert.equal(found("bert", among) + found("medbert", among), "gg");
});

test("words in quotes and words with hyphens are adjacent", () => {
  const among = rows({ id: "a", title: "A cat that sleeps" }, { id: "b", title: "Here sleeps a cat" }, { id: "c", title: "X-ray" }, { id: "d", title: "Xray" }, { id: "e", title: "Ray and X" });
  assert.equal(found('"sleeps a cat"', among), "b");
  assert.equal(found("“a cat that sle", among), "a", "quotes that are still open");
  assert.equal(found("a cat sleeps", among).length, 2);
  assert.equal(found("x-ray", among), "cd");
});

test("both spellings of a word are found", () => {
  const among = rows({ id: "a", title: "Brain tumour localisation" }, { id: "b", title: "Brain tumor localization" });
  for (const text of ["brain tumor", "brain tumour", "localization", "localisation", "localis"]) assert.equal(found(text, among).length, 2, text);
});

test("a work that is found by its abstract is after all others", () => {
  const among = rows(
    { id: "a", title: "Vision" }, { id: "b", summary: "A cat in rain." }, { id: "c", task: ["vqa"] }, { id: "d", title: "Cats in rain" }, { id: "e" },
  );
  Object.assign(among[0], { abstractWords: " questions about a cat in rain " });
  Object.assign(among[4], { abstractWords: " visual question answering in vision with ct " });
  assert.equal(found("cat", among), "dba");
  assert.equal(found("vision cat", among), "a");
  assert.equal(found("visual question answering", among), "ce");
  assert.equal(found("vision", among), "ae");
});
