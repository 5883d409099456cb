// @ts-check
/** The rules for single texts, as in the generator's `rules`: characters, punctuation, praise. */
import { fold } from "../fold.js";
import { quoted } from "./quoted.js";
import { findPraise } from "./wording.js";

/** @typedef {import("./facts.js").Facts} Facts */

/**
 * Return what is wrong with the characters of `text`, or null.
 * @param {string} text
 * @param {Facts} facts
 */
export function findTextError(text, facts) {
  for (const char of text) {
    const code = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    if (char === "\n" || char === "\t") return "a line break or tab in a text: write it on one line, or with `>-`";
    if (/[\p{C}\p{Zl}\p{Zp}]/u.test(char)) return `an invisible character (U+${code}) in a text: delete it`;
    if (char !== " " && /\p{Zs}/u.test(char)) return `a special space (U+${code}) in a text: type a normal one`;
  }
  const wrong = new RegExp(facts.mojibake).exec(text);
  if (wrong) return `\`${wrong[0]}\` is text in the wrong encoding: type the right character`;
  if (text !== text.trim()) return "a space at the start or the end of a text: delete it";
  if (text.includes("  ")) return "two spaces in a row: delete one";
  if (text !== text.normalize("NFC")) return "accents as separate characters: type each accented letter as one character";
  return null;
}

const PAIRS = ["«»", "()", "[]", "{}", "“”"];

/**
 * Return the mark in `text` that has no partner, or null.
 * @param {string} text
 */
export function findUnpaired(text) {
  if ((text.split('"').length - 1) % 2) return '"';
  for (const [left, right] of PAIRS.map((pair) => [...pair])) {
    const [opened, closed] = [left, right].map((mark) => text.split(mark ?? "").length - 1);
    if (opened !== closed) return (opened ?? 0) > (closed ?? 0) ? left : right;
  }
  return null;
}

/**
 * Return all that is wrong with a summary.
 * @param {string} summary
 * @param {string | undefined} name
 * @param {Facts} facts
 * @returns {string[]}
 */
export function findSummaryErrors(summary, name, facts) {
  const { shortest, longest, second, itself } = facts.summary;
  const found = [];
  const length = [...summary].length;
  if (length < shortest || length > longest) {
    found.push(`the summary has ${length} characters: it may have ${shortest} to ${longest}`);
  }
  if (!summary.endsWith(".")) found.push("the summary must end with a period");
  if (new RegExp(second).test(summary)) found.push("the summary has more than one sentence: join them, or leave one out");
  const speaks = new RegExp(itself, "i").exec(summary);
  if (speaks) found.push(`\`${speaks[0]}\` refers to the text: say what the work does instead`);
  if (name && beginsWith(summary, name)) {
    found.push(`the summary begins with the name ${quoted(name)}: leave it out, pages show it already`);
  }
  for (const praise of findPraise(summary, facts.wording)) found.push(`${quoted(praise)} is praise: say what the work does instead`);
  return found;
}

/**
 * @param {string} summary
 * @param {string} name
 */
function beginsWith(summary, name) {
  const [start, wanted] = [fold(summary), fold(name)];
  return start.startsWith(wanted) && !/^[\p{L}\p{N}]/u.test(start.slice(wanted.length));
}
