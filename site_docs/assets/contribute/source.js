// @ts-check
/** Recognize what a pasted text is, and read what it says about a work, without asking a service. */
import { fold } from "../browse/fold.js";
import { readIdentifier } from "../browse/identifiers.js";
import { dateOf, firstRecord, people } from "./bibtex.js";
import { plain } from "./latex.js";
import { readPages, readVolume } from "./volumes.js";

/** @typedef {Record<string, any>} Entry */
/** @typedef {{ what: string, entry: Entry }} Source */

const ARXIV_ID = "(\\d{2}(?:0[1-9]|1[0-2])\\.\\d{4,5})(?:v\\d+)?";
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
  const record = pasted.includes("@") ? firstRecord(pasted) : null;
  if (record) return { what: "BibTeX", entry: ofRecord(record.fields, vocabularies) };
  const found = readIdentifier(identifiers, pasted);
  if (found) return { what: found.row.noun, entry: found.row.field === "arxiv" ? ofArxiv(found.id) : { [found.row.field]: found.id } };
  if (/^https?:\/\/\S+$/i.test(pasted)) return { what: "an address", entry: ofAddress(pasted) };
  return { what: "a title", entry: { title: plain(pasted) } };
}

/** The number has the month of the first version, except in ids from before 2007. @param {string} id @returns {Entry} */
function ofArxiv(id) {
  return { arxiv: id, ...(/^\d{4}\./.test(id) ? { date: `20${id.slice(0, 2)}-${id.slice(2, 4)}` } : {}) };
}

/** @param {string} doi @returns {Entry} */
function ofDoi(doi) {
  const arxiv = new RegExp(`^10\\.48550/arxiv\\.${ARXIV_ID}$`, "i").exec(doi);
  return arxiv ? ofArxiv(arxiv[1] ?? "") : { doi };
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

/** @param {Record<string, string>} fields @param {import("./facts.js").Vocabularies} vocabularies @returns {Entry} */
function ofRecord(fields, vocabularies) {
  const address = (fields.url ?? "").trim();
  const numbers = [fields.eprint, address, fields.journal, fields.note].map((text) => new RegExp(`(?<!\\d)${ARXIV_ID}`).exec(text ?? "")?.[1]);
  const arxiv = numbers.find(Boolean);
  const doi = /10\.\d{4,9}\/\S+/.exec(plain(fields.doi ?? ""))?.[0] ?? "";
  const place = plain(fields.booktitle ?? fields.journal ?? fields.howpublished ?? "");
  const venue = venueOf(place, vocabularies);
  const year = Number(/\d{4}/.exec(fields.year ?? fields.date ?? "")?.[0]);
  return {
    title: plain(fields.title ?? "").replace(/[.\s]+$/, ""),
    authors: people(fields.author ?? ""),
    date: arxiv ? ofArxiv(arxiv).date : dateOf(fields),
    ...(venue && year ? { venue: { name: venue, year }, ...placeOf(fields) } : {}),
    ...(arxiv ? { arxiv } : {}),
    ...(doi ? ofDoi(doi) : {}),
    ...(address && !arxiv && !doi ? ofAddress(address) : {}),
  };
}

/** Volume, number and pages, those that the record has. @param {Record<string, string>} fields @returns {Entry} */
function placeOf(fields) {
  const pages = [fields.pages, fields.eid, fields["article-number"], fields.articleno].map((text) => readPages(text ?? "")).find(Boolean);
  const found = { volume: readVolume(fields.volume ?? ""), number: readVolume(fields.number ?? fields.issue ?? ""), pages };
  return Object.fromEntries(Object.entries(found).filter(([, text]) => text));
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
