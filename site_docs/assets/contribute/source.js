// @ts-check
/** Recognize what a pasted text is, and read what it says about a work, without asking a service. */
import { fold } from "../browse/fold.js";
import { readIdentifier } from "../browse/identifiers.js";
import { readBibliography } from "./bibliography.js";
import { cleanTitle } from "./cleaning.js";

/** @typedef {Record<string, any>} Entry */
/** @typedef {{ what: string, entry: Entry, notes?: string[] }} Source what it is, what it gives, and what a person must check */

const HUB_KINDS = /** @type {Record<string, string>} */ ({ datasets: "data", spaces: "demo" });

/**
 * Read what `text` is, and the fields of an entry that it gives.
 * @param {string} text
 * @param {import("./facts.js").Vocabularies} vocabularies
 * @param {import("../browse/identifiers.js").Identifier[]} identifiers
 * @returns {Source}
 */
export function read(text, vocabularies, identifiers) {
  const pasted = text.trim();
  const bibliography = readBibliography(pasted, identifiers);
  if (bibliography) return ofBibliography(bibliography, vocabularies);
  const found = readIdentifier(identifiers, pasted);
  if (found) return { what: found.row.noun, entry: found.row.field === "arxiv" ? ofArxiv(found.id) : { [found.row.field]: found.id } };
  if (/^https?:\/\/\S+$/i.test(pasted)) return { what: "an address", entry: ofAddress(pasted) };
  return { what: "a title", entry: { title: cleanTitle(pasted, false) } };
}

/** The number has the month of the first version, except in ids from before 2007. @param {string} id @returns {Entry} */
function ofArxiv(id) {
  return { arxiv: id, ...(/^\d{4}\./.test(id) ? { date: `20${id.slice(0, 2)}-${id.slice(2, 4)}` } : {}) };
}

/** @param {string} address @returns {Entry} */
function ofAddress(address) {
  const url = URL.canParse(address) ? new URL(address) : null;
  const host = url?.hostname.replace(/^www\./, "") ?? "";
  const steps = (url?.pathname ?? "").split("/").filter(Boolean);
  const clean = url ? `${url.origin}${url.pathname}`.replace(/\/$/, "") : address;
  if (host === "github.com") return { links: { code: `https://github.com/${steps.slice(0, 2).join("/").replace(/\.git$/, "")}` } };
  if (host === "huggingface.co") return { links: { [HUB_KINDS[steps[0] ?? ""] ?? "weights"]: clean } };
  const doi = /10\.\d{4,9}\/[^?#]+/.exec(decoded(url?.pathname ?? ""));
  if (doi) return { doi: doi[0].replace(/(\.full|\.pdf|\.html|\/full|\/pdf|\/abstract|v\d+)+$/, "") };
  return { links: { [/\.pdf$/i.test(url?.pathname ?? "") ? "pdf" : "project"]: address } };
}

/** `text` without percent-encoding, or unchanged if a `%` encodes nothing. @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What the first readable record of a bibliography gives. @param {{ format: string, drafts: import("./bibliography.js").Draft[] }} bibliography @param {import("./facts.js").Vocabularies} vocabularies @returns {Source} */
function ofBibliography({ format, drafts }, vocabularies) {
  const notes = drafts.flatMap((draft) => draft.notes);
  const works = drafts.filter(({ data }) => Object.keys(data).length);
  const [first] = works;
  if (!first) return { what: `${format} without a record that can be read`, entry: {}, notes };
  return { what: works.length > 1 ? `${format}, the first of ${works.length} records` : format, entry: ofDraft(first, vocabularies), notes };
}

/** Volume, number and pages are those of a venue. @param {import("./bibliography.js").Draft} draft @param {import("./facts.js").Vocabularies} vocabularies @returns {Entry} */
function ofDraft({ data, place, year }, vocabularies) {
  const name = venueOf(place, vocabularies);
  if (name && year) return { ...data, venue: { name, year } };
  const { volume: _volume, number: _number, pages: _pages, ...others } = data;
  return others;
}

/** The venue with the longest name in `place`. @param {string} place @param {import("./facts.js").Vocabularies} vocabularies */
function venueOf(place, vocabularies) {
  const wanted = ` ${fold(place).replace(/[^\p{L}\p{N}]+/gu, " ")} `;
  let [best, length] = ["", 0];
  for (const term of vocabularies.venues ?? []) {
    if (/** @type {any} */ (term).type === "preprint") continue;
    for (const name of [term.label, term.name ?? "", ...(term.aliases ?? [])]) {
      const known = ` ${fold(name).replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `;
      if (known.length > length && known.length > 3 && wanted.includes(known)) [best, length] = [term.written, known.length];
    }
  }
  return best;
}
