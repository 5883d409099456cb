import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "../../site_docs/assets/query.js";
import { explain } from "../../site_docs/assets/browse/why.js";
import { IDENTIFIERS, TERMS, rows } from "./rows.js";

const LABELS = { base: "Base model", aliases: "Also called", author: "Author", modality: "Modality", task: "Task", trained_on: "Trained on" };
const [ROW] = rows({
  id: "a", title: "Tumours in X-ray images", name: "MedSeer", aliases: ["OldSeer"], authors: ["Ada", "Bo", "Cy", "Dee Müller"],
  summary: "Finds them (all).", date: "2024-03", facts: { base: ["Qwen2.5-VL"], trained_on: ["Set A", "Set B"] },
  modality: ["chest-xray"], task: ["vqa"],
});

function explained(text) {
  return explain(ROW, parse(text, IDENTIFIERS).tokens, LABELS, TERMS);
}
function why(text) {
  return explained(text).why.map((fact) => fact.join(": "));
}
/** The parts of `text` that are marked. */
function marked(query, text) {
  const { mark } = explained(query);
  return mark ? text.split(new RegExp(`(${mark})`, "u")).filter((_, place) => place % 2) : [];
}

test("what the card does not show is named", () => {
  assert.deepEqual(why("qwen"), ["Base model: Qwen2.5-VL"]);
  assert.deepEqual(why("Qwen2.5-VL"), ["Base model: Qwen2.5-VL"]);
  assert.deepEqual(why("oldseer"), ["Also called: OldSeer"]);
  assert.deepEqual(why("set b qwen"), ["Trained on: Set B", "Base model: Qwen2.5-VL"]);
});

test("an author that the card leaves out is found by place", () => {
  assert.deepEqual(explained("muller").found, [3]);
  assert.deepEqual(why("muller qwen"), ["Base model: Qwen2.5-VL"]);
  assert.deepEqual(explained("ada").found, []);
  assert.deepEqual(marked("muller", "Ada, Bo, Cy, Dee Müller"), ["Müller"]);
});

test("a term is named with the other name that was typed", () => {
  assert.deepEqual(why("VQA"), ["Task: Visual question answering (VQA)"]);
  assert.deepEqual(why("visual question"), ["Task: Visual question answering"]);
  assert.deepEqual(why("CXR"), ["Modality: Chest X-ray (CXR)"]);
  assert.deepEqual(why("radiograph"), ["Modality: X-ray (radiograph)"]);
});

test("what the card shows needs no reason", () => {
  for (const text of ["medseer", "seer", "tumor", "x-ray", "2024", "ada", "finds all"]) assert.deepEqual(why(text), [], text);
});

test("a license is named by its part, unless its badge is on the card", () => {
  const labels = { license_code: "License of code" };
  const found = (text, license) => {
    const [row] = rows({ id: "a", license_code: ["mit"], license });
    return explain(row, parse(text, IDENTIFIERS).tokens, labels, TERMS).why.map((fact) => fact.join(": "));
  };
  assert.deepEqual(found("commercial", ""), ["License of code: Commercial use"]);
  assert.deepEqual(found("mit code", ""), ["License of code: MIT code"]);
  assert.deepEqual(found("commercial", "Code: Commercial use"), []);
});

test("the words that match are marked as they are written", () => {
  assert.deepEqual(marked("tumor", ROW.entry.title), ["Tumours"]);
  assert.deepEqual(marked("xray", ROW.entry.title), ["X-ray"]);
  assert.deepEqual(marked("seer", "MedSeer and seers"), ["MedSeer"]);
  assert.deepEqual(marked("qwen", "Base model: Qwen2.5-VL"), ["Qwen2"]);
  assert.deepEqual(marked("all", "all (all) tall"), ["all", "all"]);
  assert.deepEqual(marked("zebra", "a zebra"), []);
});

test("the whole of a word with a hyphen and of a phrase is marked", () => {
  assert.deepEqual(marked("x-ray", ROW.entry.title), ["X-ray"]);
  assert.deepEqual(marked('"in x-ray"', ROW.entry.title), ["in X-ray"]);
});

test("an acronym is not marked in the names of people", () => {
  const [row] = rows({ id: "a", title: "MedADA", authors: ["Ada Roe"] });
  const { mark } = explain(row, parse("ADA", IDENTIFIERS).tokens, LABELS, TERMS);
  assert.equal(mark.includes("Ada"), false);
  assert.ok(mark.includes("MedADA"));
});

test("a person is marked as the work prints the name, and found by place", () => {
  const [row] = rows({ id: "a", authors: ["Bo", "Cy", "Dee", "Ada Q. Müller", "Ada Roe"] });
  const reasons = explain(row, [{ word: "ada mueller", prefix: false, person: true }], LABELS, TERMS);
  assert.deepEqual([reasons.found, reasons.why], [[3], []]);
  assert.deepEqual("Ada Q. Müller, Ada Roe".split(new RegExp(`(${reasons.mark})`, "u")).filter((_, place) => place % 2), ["Ada Q. Müller"]);
});

test("a term that was found by something narrower is not said to be that", () => {
  const [row] = rows({ id: "a", task: ["thinking"] });
  assert.deepEqual(explain(row, [{ word: "cot", prefix: false, wide: true }], LABELS, TERMS).why, [["Task", "Thinking"]]);
});

test("a match inside a word is said to be one", () => {
  const [row] = rows({ id: "a", title: "Medical imaging" });
  const { why, mark } = explain(row, [{ word: "aging", prefix: true, inside: true }], { ...LABELS, inside: "Inside" }, TERMS);
  assert.deepEqual([why, mark.includes("imaging")], [[["Inside", "imaging"]], true]);
});

test("characters with a meaning in regular expressions are no danger", () => {
  const [row] = rows({ id: "a", title: "A.*B+C(D|E$" });
  const { mark } = explain(row, parse("abc", IDENTIFIERS)?.tokens ?? [], LABELS, TERMS);
  assert.doesNotThrow(() => new RegExp(mark, "u"));
});

test("what only the abstract has is quoted from it", () => {
  const abstract = "We ask what a model sees and say why it sees a lesion where none is, with Qwen as the judge of each answer.";
  const row = { ...ROW, abstract };
  const reasons = (text) => explain(row, parse(text, IDENTIFIERS).tokens, { ...LABELS, abstract: "Abstract" }, TERMS).why;
  assert.deepEqual(reasons("lesions"), []);
  assert.deepEqual(reasons("lesion"), [["Abstract", "…model sees and say why it sees a lesion where none is, with Qwen as the judge…"]]);
  assert.deepEqual(reasons("qwen"), [["Base model", "Qwen2.5-VL"]]);
  assert.deepEqual(reasons("ask each"), [["Abstract", "We ask what a model sees and say why it…"], ["Abstract", "…none is, with Qwen as the judge of each answer."]]);
});
