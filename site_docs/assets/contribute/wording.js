// @ts-check
/** Words of praise and words to avoid, found as the generator's `entry/phrases` and `entry/wording` find them. */
import { quoted } from "./quoted.js";

/** @typedef {{ praise: string[], avoid: Record<string, string[]>, allow: string[] }} Wording */
/** @typedef {{ parts: string[], phrase: string, better: string[] }} Phrase */
/** @typedef {{ start: number, written: string, phrase: string, better: string[] }} Found */

const WORD = /[\p{L}\p{N}]+/gu;
const NAME_BEFORE = /(?:[\p{L}\p{N}]*[A-Z][\p{L}\p{N}]*|(?<![\p{L}\p{N}_])[0-9]+)-$/u;
const NAME_AFTER = /^-(?:[\p{L}\p{N}]*[A-Z]|[0-9]+(?![\p{L}\p{N}_]))/u;
/** @type {WeakMap<Wording, { praise: Map<string, Phrase[]>, avoid: Map<string, Phrase[]> }>} */
const INDEXES = new WeakMap();

/**
 * Return the words of praise in `text`, each once.
 * @param {string} text
 * @param {Wording} wording
 */
export function findPraise(text, wording) {
  return [...new Set(findPhrases(text, indexesOf(wording).praise).map((found) => found.written))];
}

/**
 * Return a message for each word to avoid in `text`; names and quotations may have any word.
 * @param {string} text
 * @param {Wording} wording
 */
export function findAvoided(text, wording) {
  const shown = text.replace(/"[^"]*"|“[^”]*”|`[^`]*`/g, (quotation) => " ".repeat(quotation.length));
  const seen = new Set();
  return findPhrases(shown, indexesOf(wording).avoid).flatMap((found) => {
    if (!found.better.length || seen.has(found.phrase) || isInName(shown, found)) return [];
    seen.add(found.phrase);
    return [`${quoted(found.written)} is a word to avoid: write ${found.better.map(quoted).join(" or ")}`];
  });
}

/** @param {Wording} wording */
function indexesOf(wording) {
  const known = INDEXES.get(wording);
  if (known) return known;
  const made = {
    praise: indexPhrases(wording.praise.map((word) => [word, []])),
    avoid: indexPhrases([...wording.allow.map((word) => /** @type {[string, string[]]} */ ([word, []])), ...Object.entries(wording.avoid)]),
  };
  INDEXES.set(wording, made);
  return made;
}

/** Return phrases by their first word, the longest first. @param {[string, string[]][]} phrases */
function indexPhrases(phrases) {
  /** @type {Map<string, Phrase[]>} */
  const index = new Map();
  for (const [phrase, better] of new Map(phrases)) {
    const parts = phrase.toLowerCase().match(WORD) ?? [];
    const first = parts[0] ?? "";
    index.set(first, [...(index.get(first) ?? []), { parts, phrase, better }]);
  }
  for (const known of index.values()) known.sort((one, other) => other.parts.length - one.parts.length);
  return index;
}

/**
 * @param {string} text
 * @param {Map<string, Phrase[]>} index
 */
function findPhrases(text, index) {
  const words = [...text.matchAll(WORD)].map((match) => ({ text: match[0], start: match.index ?? 0, end: (match.index ?? 0) + match[0].length }));
  /** @type {Found[]} */
  const found = [];
  for (let place = 0; place < words.length; ) {
    const known = index.get(words[place]?.text.toLowerCase() ?? "") ?? [];
    const phrase = known.find(({ parts }) => isPhrase(text, words.slice(place, place + parts.length), parts));
    if (phrase) {
      const [first, last] = [words[place], words[place + phrase.parts.length - 1]];
      const start = first?.start ?? 0;
      found.push({ start, written: text.slice(start, last?.end), phrase: phrase.phrase, better: phrase.better });
    }
    place += phrase?.parts.length ?? 1;
  }
  return found;
}

/**
 * @param {string} text
 * @param {{ text: string, start: number, end: number }[]} here
 * @param {string[]} parts
 */
function isPhrase(text, here, parts) {
  if (here.length !== parts.length || here.some((word, index) => word.text.toLowerCase() !== parts[index])) return false;
  if (here.slice(1).some((word, index) => !/^[ -]$/.test(text.slice(here[index]?.end, word.start)))) return false;
  const [before, after] = [text.slice(0, here[0]?.start), text.slice(here[here.length - 1]?.end)];
  if (/[\p{L}\p{N}_./@#]$/u.test(before) || /^(?:[\p{L}\p{N}_/@]|\.[\p{L}\p{N}_])/u.test(after)) return false;
  return !NAME_BEFORE.test(before) && !NAME_AFTER.test(after);
}

/**
 * @param {string} text
 * @param {Found} found
 */
function isInName(text, { start, written }) {
  if (!/^\p{Lu}/u.test(written)) return false;
  if (written.length > 1 && written === written.toUpperCase()) return true;
  const before = text.slice(0, start);
  return before.trim() !== "" && !/[.!?:][^\p{L}\p{N}_]*$/u.test(before);
}
