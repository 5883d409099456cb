// @ts-check
/** The words of a text that a search compares. */
import { fold, joined, spacedLines } from "./fold.js";
import { american, joinNon } from "./spelling.js";

/**
 * The words of `texts` that a search compares; words with punctuation inside also joined, as in `llavamed`.
 * @param {readonly string[]} texts
 */
export function searched(texts) {
  return american(compared(fold(texts.join("\n"))));
}

/** As `searched`, without American spelling. @param {string} folded a text on each line */
export function compared(folded) {
  return folded && `${joinNon(spacedLines(folded))} \n ${joined(folded)}`;
}

const INNER = /(?<=[a-z\d])[A-Z]|(?<=[A-Z]{2})[A-Z][a-z]{2}|(?<=\d)[a-z]/g;
const ANY_INNER = /[a-z\d][A-Z]|[A-Z]{3}|\d[a-z]/; // many titles have none
const MIN_PART = 3;

/**
 * The parts of longer words from a capital or a digit on, folded, and acronyms inside: `clip`, `clipseg` and `seg` for `MedCLIPSeg`.
 * @param {string} text
 */
export function parts(text) {
  if (!ANY_INNER.test(text)) return "";
  /** @type {string[]} */
  const found = text.match(/(?<=[a-z\d])[A-Z]{3,}(?![a-z])|[A-Z]{3,}(?=\d|[A-Z][a-z]|v\d)/g) ?? [];
  for (const word of text.match(/[A-Za-z\d][A-Za-z\d-]{3,}/g) ?? []) {
    for (const { index = 0 } of word.matchAll(INNER)) {
      const part = word.slice(index);
      if (part.length >= MIN_PART) found.push(part.replaceAll("-", " "), ...(part.includes("-") ? [part.replaceAll("-", "")] : []));
    }
  }
  return american(found.join(" ").toLowerCase());
}
