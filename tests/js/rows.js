// Rows for the tests, made as the worker makes them.
import { readFileSync } from "node:fs";
import { RowMaker } from "../../site_docs/assets/browse/rows.js";

/** The rows of the generator's table; `tests/outputs/test_identifier_rows.py` keeps the file. */
export const IDENTIFIERS = JSON.parse(readFileSync(new URL("../data/identifiers.json", import.meta.url), "utf8"));

const FACETS = ["task", "modality", "code", "license_code"];
export const TERMS = {
  task: {
    vqa: { words: ["Visual question answering", "vqa", "VQA"], parent: "" },
    thinking: { words: ["Thinking", "thinking", "reasoning"], narrower: ["CoT"], parent: "" },
  },
  modality: {
    xray: { words: ["X-ray", "xray", "radiograph"], parent: "" },
    "chest-xray": { words: ["Chest X-ray", "chest-xray", "CXR"], parent: "xray" },
  },
  license_code: {
    commercial: { words: ["Commercial use", "commercial", "permissive", "Commercial use code"], parent: "" },
    mit: { words: ["MIT", "mit", "MIT License", "MIT code"], parent: "commercial" },
    "non-commercial": { words: ["Non-commercial", "non-commercial", "Non-commercial code"], parent: "" },
  },
};
const PLAIN = {
  id: "x", title: "A title", name: "", aliases: [], authors: [], author_slugs: {}, others: 0, date: "", place: "", summary: "",
  keywords: [], identifiers: {}, links: {}, link_details: {}, highlight: 0, status: "", added: "2024-01-01",
  scope: "core", license: "", namesakes: [], facts: {},
};

/** Rows of partial entries, newest first. */
export function rows(...given) {
  const whole = given.map((entry) => ({ ...PLAIN, ...entry }));
  const columns = Object.fromEntries(Object.keys(PLAIN).map((name) => [name, whole.map((entry) => entry[name])]));
  const places = given.map((_, place) => place);
  const terms = Object.fromEntries(["task", "modality", "license_code"].map((facet) => [facet, [given.map((entry) => entry[facet] ?? []), places]]));
  const observed = new Map(given.map(({ id = "x", citations, stars, pushed }) => [id, { citations, stars, pushed }]));
  return [...new RowMaker(FACETS, TERMS).rows({ ...columns, terms }, 0, observed)];
}

/** The ids of rows, joined. */
export function idsOf(found) {
  return found.map(({ entry }) => entry.id).join("");
}
