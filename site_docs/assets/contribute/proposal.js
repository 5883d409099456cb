// @ts-check
/** The name of the file, and the address on GitHub that proposes it. */
import { fold, spaced } from "../fold.js";
import { listAddresses } from "./links.js";
import { lastName } from "./names.js";

/** @typedef {Record<string, any>} Entry */

const OTHERS = "others";

/**
 * The id that `medvlm add` gives an entry: last name, year and first significant word of the title.
 * @param {Entry} entry
 * @param {ReadonlySet<string>} taken
 * @param {Pick<import("./facts.js").Facts, "names" | "ids" | "identifiers">} facts
 */
export function proposedId(entry, taken, facts) {
  const base = baseOf(entry, facts).slice(0, facts.ids.longest).replace(/-+$/, "");
  let id = base;
  for (let number = 2; taken.has(id); number++) id = `${base}-${number}`;
  return id;
}

/** @param {Entry} entry @param {Pick<import("./facts.js").Facts, "names" | "ids" | "identifiers">} facts */
function baseOf(entry, facts) {
  const title = spaced(entry.title ?? "").split(" ").map(slug).filter(Boolean);
  const author = (entry.authors ?? []).find((/** @type {string} */ name) => name !== OTHERS);
  const last = author ? slug(lastName(author, facts.names)).replaceAll("-", "") : "";
  if (!last) return slug(entry.name ?? "") || title.slice(0, facts.ids.plainWords).join("-") || ofIdentifier(entry, facts.identifiers);
  const first = title.find((word) => !facts.ids.small.includes(word)) ?? title[0] ?? "";
  return `${last}${yearOf(entry)}${first.replaceAll("-", "")}`;
}

/** The year of its date; empty where that is no date, such as `March 2025`. @param {Entry} entry */
function yearOf(entry) {
  return /^\d{4}(?![^-])/.exec(entry.date ?? "")?.[0] ?? "";
}

/**
 * The id of a work with only an identifier; empty if the form is empty.
 * @param {Entry} entry
 * @param {import("../identifiers.js").Identifier[]} identifiers
 */
function ofIdentifier(entry, identifiers) {
  const given = identifiers.map(({ field }) => entry[field]).find(Boolean);
  const identifier = given ?? listAddresses(entry.links?.code)[0]?.url ?? "";
  if (!identifier && !entry.title) return "";
  return slug(identifier.split("github.com/")[1] || `work ${identifier}`);
}

/** `text` in `a-z0-9-`, as it is used in an address. @param {string} text */
function slug(text) {
  return fold(text).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}

/**
 * The path of the file.
 * @param {Entry} entry
 * @param {string} id
 */
export function filePath(entry, id) {
  return `entries/${yearOf(entry) || "undated"}/${id || "…"}.yaml`;
}

/**
 * The address of GitHub's page for a new file, filled in; null if the address would be too long.
 * @param {string} repository
 * @param {string} path
 * @param {string} text
 * @param {number} longest
 */
export function newFileAddress(repository, path, text, longest) {
  const address = `${repository}/new/main?filename=${encodeURIComponent(path)}&value=${encodeURIComponent(text)}`;
  return address.length <= longest ? address : null;
}
