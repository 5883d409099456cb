// @ts-check
/** Read the text of the search box. */
import { normalizeName } from "./fold.js";
import { readIdentifier } from "./identifiers.js";
import { words } from "./spelling.js";

/**
 * @typedef {object} Query
 * @property {string} phrase the folded words with one space between
 * @property {string} key the folded words run together
 * @property {readonly Token[]} tokens what an entry must have, each of them
 * @property {Sought | null} identifier the identifier, if one was typed
 *
 * @typedef {object} Token
 * @property {string} word several words, which must be adjacent, if they were typed in quotes or with hyphens
 * @property {boolean} prefix whether a longer word matches too
 * @property {string} [run] the parts of a word with hyphens, run together
 * @property {boolean} [whole] whether it is an acronym, which is not the name of a person
 * @property {boolean} [wide] whether abbreviations of something narrower match a term too, as nothing else is found
 * @property {boolean} [inside] whether it matches inside the words of a name, as nothing else is found
 * @property {boolean} [person] whether it is the name of a person, of which middle names may be missing
 * @property {readonly string[]} [near] similar words that match too, if nothing else is found
 */

/** @typedef {{ field: string, id: string }} Sought an identifier's field and the id in lower case */
/** @typedef {import("./identifiers.js").Identifier} Identifier */

const FEW = 8; // words of a query; what a longer text says again is not looked for again

/** Words that are ignored if there are others. */
const WEAK = new Set(["a", "an", "and", "by", "for", "from", "in", "of", "on", "or", "the", "to", "use", "with"]);
const DOI_IN_ADDRESS = /^\S+\/(10\.\d{4,9}\/[^\s?#]+)/;

/** What is typed in quotes, and words with their hyphens. */
const TYPED = /"([^"]*)"?|[^\s"/,;:|&()]+/g;
const QUOTES = /[“”„«»]/g;
const NON = /\bnon[\s-]+(?=[a-z])/gi; // `non-commercial` is one word
const ACRONYM = /(?<![\p{L}\d])[A-Z][A-Za-z]?[A-Z]{1,2}$/u;

/**
 * The query that `text` means, or null if it has no word.
 * @param {string} text
 * @param {readonly Identifier[]} identifiers
 * @returns {Query | null}
 */
export function parse(text, identifiers) {
  const phrase = words(text);
  if (!phrase) return null;
  return { phrase, key: normalizeName(text), tokens: tokens(text.replace(QUOTES, '"')), identifier: identifier(text, identifiers) };
}

/**
 * `query` as it is read where nothing matches it: acronyms may be the beginning of a word, and words with hyphens are several.
 * @param {string} text
 * @param {readonly Identifier[]} identifiers
 */
export function parseLoosely(text, identifiers) {
  const query = parse(text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}\s"]/gu, " "), identifiers);
  return query && { ...query, tokens: query.tokens.map((token) => ({ ...token, wide: true })) };
}

/** @param {string} text @returns {Token[]} */
function tokens(text) {
  const typed = [...text.replace(NON, "non").matchAll(TYPED)].flatMap(([all, quoted]) => {
    const word = words(quoted ?? all);
    return word ? { word, all, quoted: quoted !== undefined } : [];
  });
  const strong = typed.filter(({ word, quoted }) => quoted || !WEAK.has(word));
  const kept = (strong.length ? strong : typed).filter(isNew);
  const last = /\s$/.test(text) ? null : typed[typed.length - 1]; // it is still being typed
  return kept.map((one) => {
    const { word, all, quoted } = one;
    if (quoted) return { word, prefix: one === last && !all.endsWith('"') };
    const run = word.includes(" ") ? { run: word.replaceAll(" ", "") } : {};
    if (ACRONYM.test(all)) return { word, prefix: false, whole: true, ...run };
    // A short word must match whole: too many words begin with it.
    return { word, prefix: word.length > 3 || (one === last && (word.length > 1 || kept.length === 1)), ...run };
  });
}

/** @param {{ all: string }} word @param {number} place @param {readonly { all: string }[]} words */
function isNew({ all }, place, words) {
  return place < FEW || words.findIndex((other) => other.all === all) === place;
}

/**
 * The identifier that `text` is, alone or within its address, or null.
 * @param {string} text
 * @param {readonly Identifier[]} identifiers
 * @returns {Sought | null}
 */
export function identifier(text, identifiers) {
  const bare = text.trim().toLowerCase().replace(/[\s/.,;)]+$/, "");
  const found = readIdentifier(identifiers, bare);
  if (found) return { field: found.row.field, id: found.id };
  const doi = DOI_IN_ADDRESS.exec(bare)?.[1]; // a publisher's page
  return doi ? { field: "doi", id: doi } : null;
}
