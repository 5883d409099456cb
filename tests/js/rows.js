// Rows for the tests, made as the page makes them.
import { row } from "../../site_docs/assets/browse/data.js";

const FACETS = ["task", "modality", "code"];
const PARENTS = { modality: { "chest-xray": "xray" } };
const PLAIN = {
  id: "x", title: "A title", name: "", aliases: [], authors: [], others: 0, date: "", place: "", summary: "",
  keywords: [], arxiv: "", doi: "", links: {}, highlight: 0, status: "", added: "2024-01-01",
};

/** Rows of partial entries, newest first. */
export function rows(...given) {
  return given.map((entry, index) => row({ ...PLAIN, ...entry }, index, FACETS, PARENTS));
}
