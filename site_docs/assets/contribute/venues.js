// @ts-check
/** Find the venue of a work in the words of a bibliography or a registry, or in its DOI. */
import { fold } from "../fold.js";

/** What only the DOIs of one venue have; the year, if all of them are of one. @typedef {{ part: string, venue: string, year: number | null }} VenueDoi */

/**
 * The venue with the longest name in `place`, or an empty text.
 * @param {string} place
 * @param {import("./facts.js").Vocabularies} vocabularies
 */
export function venueOf(place, vocabularies) {
  const wanted = ` ${spaced(place)} `;
  let [best, length] = ["", 0];
  for (const term of vocabularies.venues ?? []) {
    if (/** @type {any} */ (term).type === "preprint") continue;
    for (const name of [term.label, term.name ?? "", ...(term.aliases ?? [])]) {
      const known = ` ${spaced(name).trim()} `;
      if (known.length > length && known.length > 3 && wanted.includes(known)) [best, length] = [term.written, known.length];
    }
  }
  return best;
}

/**
 * The venue that `doi` names, with its year; null if either is not certain.
 * @param {string} doi
 * @param {readonly VenueDoi[]} known
 */
export function venueOfDoi(doi, known) {
  const found = known.find(({ part }) => doi.toLowerCase().includes(part));
  const written = /(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])/.exec(doi.slice(doi.indexOf("/")))?.[0];
  const year = written ? Number(written) : found?.year;
  return found && year ? { name: found.venue, year } : null;
}

/** @param {string} text */
function spaced(text) {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, " ");
}
