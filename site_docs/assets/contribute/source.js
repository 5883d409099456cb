// @ts-check
/** Recognize what a pasted text is, and read what it says about a work, without asking a service. */
import { readIdentifier } from "../identifiers.js";
import { readAddress } from "./addresses.js";
import { readBibliography } from "./bibliography.js";
import { cleanTitle } from "./cleaning.js";
import { venueOf, venueOfDoi } from "./venues.js";

/** @typedef {Record<string, any>} Entry */
/** @typedef {{ what: string, entry: Entry, notes?: string[] }} Source what it is, what it gives, and what a person must check */
/** What the page knows, as far as a reader needs it. @typedef {{ vocabularies: import("./facts.js").Vocabularies, facts: Pick<import("./facts.js").Facts, "identifiers" | "pages" | "venueDois"> }} Known */

/**
 * Read what `text` is, and the fields of an entry that it gives.
 * @param {string} text
 * @param {Known} known
 * @returns {Source}
 */
export function read(text, known) {
  const pasted = text.trim();
  const bibliography = readBibliography(pasted, known.facts.identifiers);
  if (bibliography) return ofBibliography(bibliography, known.vocabularies);
  const words = pasted.replace(/\b(doi|arxiv|pmid|openreview):\s+/gi, "$1:").split(/[\s<>[\]"'“”‘’|]+/).map(bareWord).filter(Boolean);
  return (words.length === 1 ? (readMistyped(words[0] ?? "", known) ?? readOne(words[0] ?? "", known)) : readWords(words, known)) ?? { what: "a title", entry: { title: cleanTitle(pasted, false) } };
}

/** What `text` gives as one identifier or address, or null. @param {string} text @param {Known} known @returns {Source | null} */
function readOne(text, { facts }) {
  const found = readIdentifier(facts.identifiers, text);
  if (found) return { what: found.row.noun, entry: completed({ [found.row.field]: found.id }, facts) };
  if (!/^https?:\/\/\S+$/i.test(text)) return null;
  const { what, entry, notes } = readAddress(text, facts.pages);
  return { what, entry: completed(entry, facts), ...(notes ? { notes } : {}) };
}

/** What `text` gives as an identifier with a mistake, which its field explains; or null. @param {string} text @param {Known} known @returns {Source | null} */
function readMistyped(text, { facts: { identifiers } }) {
  if (readIdentifier(identifiers, text)) return null;
  for (const { field, noun, typed } of identifiers) {
    const id = new RegExp(typed, "i").exec(text)?.[1];
    if (id) return { what: `${noun} with a mistake`, entry: { [field]: id } };
  }
  return null;
}

/** What the identifiers and addresses in a longer text give, such as those of a printed citation; null without one. @param {string[]} words @param {Known} known @returns {Source | null} */
function readWords(words, known) {
  const found = words.flatMap((word) => readOne(word, known) ?? []);
  if (!found.length) return null;
  /** @type {Entry} */
  const entry = {};
  const others = new Set();
  for (const { entry: part } of found) {
    for (const [key, value] of Object.entries(part)) {
      if (key === "links") entry.links = { ...value, ...entry.links };
      else if (!(key in entry)) entry[key] = value;
      else if (key in { arxiv: 1, doi: 1 } && entry[key] !== value) others.add(value);
    }
  }
  const notes = others.size ? [`it names more works too (${[...others].slice(0, 3).join(", ")}): an entry is one work, add each apart`] : [];
  const isOne = found.length === 1 && found[0];
  return { what: isOne ? `a text with ${isOne.what}` : "a text with identifiers and addresses", entry, notes: [...found.flatMap(({ notes }) => notes ?? []), ...notes] };
}

/** `word` without the punctuation of its sentence; brackets of its own, as in a DOI, stay. @param {string} word */
function bareWord(word) {
  let bare = word.replace(/^\(+/, "").replace(/[.,;:!?]+$/, "");
  while (bare.endsWith(")") && bare.split(")").length > bare.split("(").length) bare = bare.slice(0, -1).replace(/[.,;:!?]+$/, "");
  return bare;
}

/** `entry` with what its identifiers say: the month in the number of arXiv, the venue in a DOI. @param {Entry} entry @param {Known["facts"]} facts @returns {Entry} */
function completed(entry, { venueDois }) {
  const id = entry.arxiv ?? "";
  const date = /^\d{4}\./.test(id) ? { date: `20${id.slice(0, 2)}-${id.slice(2, 4)}` } : {};
  const venue = venueOfDoi(entry.doi ?? "", venueDois);
  return { ...entry, ...date, ...(venue ? { venue } : {}) };
}

/** What the first readable record of a bibliography gives. @param {{ format: string, drafts: import("./bibliography.js").Draft[] }} bibliography @param {import("./facts.js").Vocabularies} vocabularies @returns {Source} */
function ofBibliography({ format, drafts }, vocabularies) {
  const notes = drafts.flatMap((draft) => draft.notes);
  const works = drafts.filter(({ data }) => Object.keys(data).length);
  const [first] = works;
  if (!first) return { what: `${format} without a record that can be read`, entry: {}, notes };
  return { what: works.length > 1 ? `${format}, the first of ${works.length} records` : format, entry: ofDraft(first, vocabularies), notes };
}

/**
 * The entry of a draft: volume, number and pages are those of a venue.
 * @param {Pick<import("./bibliography.js").Draft, "data" | "place" | "year">} draft
 * @param {import("./facts.js").Vocabularies} vocabularies
 * @returns {Entry}
 */
export function ofDraft({ data, place, year }, vocabularies) {
  const name = venueOf(place, vocabularies);
  if (name && year) return { ...data, venue: { name, year } };
  const { volume: _volume, number: _number, pages: _pages, ...others } = data;
  return others;
}
