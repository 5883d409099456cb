// @ts-check
/** Read the text of the search box. */
import { readIdentifier } from "./identifiers.js";
import { normalizeName } from "./fold.js";
import { words } from "./spelling.js";

/**
 * @typedef {object} Query
 * @property {string} phrase the folded words with one space between
 * @property {string} key the folded words run together
 * @property {readonly Token[]} tokens what an entry must have, each of them
 * @property {Sought | null} identifier the identifier, if one was typed
 *
 * @typedef {object} Token
 * @property {string} word
 * @property {boolean} prefix whether a longer word matches too
 * @property {boolean} [whole] whether it is an acronym, which is not found inside another word
 * @property {readonly string[]} [near] similar words that match too, if nothing else is found
 */

/** @typedef {{ field: string, id: string }} Sought an identifier's field and the id in lower case */
/** @typedef {import("./identifiers.js").Identifier} Identifier */

/** Words that are ignored if there are others. */
const WEAK = new Set(["a", "an", "and", "by", "for", "from", "in", "of", "on", "or", "the", "to", "use", "with"]);
const DOI_IN_ADDRESS = /^\S+\/(10\.\d{4,9}\/[^\s?#]+)/;

/**
 * The query that `text` means, or null if it has no word.
 * @param {string} text
 * @param {readonly Identifier[]} identifiers
 * @returns {Query | null}
 */
export function parse(text, identifiers) {
  const phrase = words(text);
  if (!phrase) return null;
  return { phrase, key: normalizeName(text), tokens: tokens(phrase.split(" "), acronyms(text)), identifier: identifier(text, identifiers) };
}

/** The short words of `text` in capitals, folded: `RAG`, `SAM`, `CoT`. @param {string} text */
function acronyms(text) {
  const capital = text.split(/\s+/).filter((word) => /^[A-Z][A-Za-z]?[A-Z]{1,2}$/.test(word));
  return new Set(capital.map((word) => word.toLowerCase()));
}

/**
 * @param {readonly string[]} typed
 * @param {ReadonlySet<string>} whole the words that are acronyms
 * @returns {Token[]}
 */
function tokens(typed, whole) {
  const strong = typed.filter((word) => !WEAK.has(word));
  const kept = strong.length ? strong : typed;
  // A short word must match whole: too many words begin with it. The last word is still being typed.
  return kept.map((word, index) =>
    whole.has(word)
      ? { word, prefix: false, whole: true }
      : { word, prefix: word.length > 2 || kept.length === 1 || (word.length === 2 && index === kept.length - 1) },
  );
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
