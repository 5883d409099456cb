// @ts-check
/** Preview the line of an entry in the list. */
import { make } from "../dom.js";
import { addressOf } from "../identifiers.js";
import { details, listAddresses } from "./links.js";

/** @typedef {Record<string, any>} Entry */

const LABELS = /** @type {const} */ ({ code: "Code", weights: "Weights", data: "Data", project: "Project", demo: "Demo" });

/**
 * @param {Entry} entry
 * @param {import("./facts.js").Site} site
 * @returns {(Node | string)[]}
 */
export function line(entry, { facts, vocabularies }) {
  const title = entry.title || "Title";
  /** @type {(Node | string)[]} */
  const parts = [shown(title, mainAddress(entry, facts.identifiers)), " - "];
  if (entry.name && !title.toLowerCase().includes(entry.name.toLowerCase())) parts.push(make("strong", {}, entry.name), ": ");
  if (entry.summary) parts.push(`${entry.summary} `);
  const when = venue(entry, vocabularies) || entry.date;
  const authors = firstAuthors(entry.authors ?? []);
  if (authors) parts.push(authors, when ? ", " : "");
  if (when) parts.push(make("em", {}, when));
  if (authors || when) parts.push(authors.endsWith(".") && !when ? " " : ". ");
  const links = Object.entries(LABELS).flatMap(([kind, label]) => {
    const found = listAddresses(entry.links?.[kind]);
    const labels = details(found);
    return found.map(({ url }, index) => shown(`${label} ${labels[index]}`.trimEnd(), url));
  });
  parts.push(...links.flatMap((link, index) => (index ? [", ", link] : [link])), links.length ? "." : "");
  return parts;
}

/** @param {string} text @param {string | undefined} address */
function shown(text, address) {
  return address && /^https?:\/\//i.test(address) ? make("a", { href: address, rel: "noopener" }, text) : text;
}

/**
 * @param {Entry} entry
 * @param {import("../identifiers.js").Identifier[]} identifiers
 * @returns {string | undefined}
 */
function mainAddress(entry, identifiers) {
  const row = identifiers.find(({ field, isPaper }) => isPaper && entry[field]);
  return row ? addressOf(row, entry[row.field]) : Object.values(entry.links ?? {}).flatMap(listAddresses)[0]?.url;
}

/** @param {Entry} entry @param {import("./facts.js").Vocabularies} vocabularies */
function venue(entry, vocabularies) {
  const { name, year, track } = entry.venue ?? {};
  const label = (vocabularies.tracks ?? []).find((term) => term.written === track)?.label;
  return [name, year, track !== "main" ? label : ""].filter(Boolean).join(" ");
}

/** @param {string[]} authors */
function firstAuthors(authors) {
  const named = authors.filter((name) => name !== "others");
  return named.slice(0, 3).join(", ") + (named.length > 3 || named.length < authors.length ? ", et al." : "");
}
