// @ts-check
/** Name a file by what is in it: `medvlm-report-generation-2024.bib`. */
import { authorSlug } from "../fold.js";
import { filters } from "./state.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./state.js").Filter} Filter */

const MAX_LENGTH = 80; // letters before the dot
const ALL = "all";
const SELECTED = "selected";
/** Before the part of a filter by its kind. @type {Readonly<Record<string, string>>} */
const BEFORE = { exclude: "not-" };

/**
 * @param {string} list what all names begin with
 * @param {readonly string[] | { state: State, facets: readonly string[] }} content the ids of a selection, or a state
 * @param {string} format
 */
export function fileName(list, content, format) {
  const parts = "state" in content ? partsOf(content.state, content.facets) : selected(content);
  const name = [list, ...parts].map(plain).filter(Boolean).join("-");
  return `${name.slice(0, MAX_LENGTH).replace(/-+$/, "")}.${format}`;
}

/** @param {readonly string[]} ids */
function selected(ids) {
  return ids.length === 1 ? ids : [String(ids.length), SELECTED];
}

/** @param {State} state @param {readonly string[]} facets */
function partsOf(state, facets) {
  const active = filters(state, facets).map((filter) => (BEFORE[filter.kind] ?? "") + part(filter));
  return [...(active.length ? active : [ALL]), ...state.scopes.map((scope) => `and-${scope}`)];
}

/** @param {Filter} filter */
function part({ facet, term }) {
  return term === "1" ? facet : term; // a facet of one term: has code, has weights
}

/** `text` in ASCII; a text in another script as numbers, which are rare and still a name. @param {string} text */
function plain(text) {
  return authorSlug(text);
}
