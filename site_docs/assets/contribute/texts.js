// @ts-check
/** The rules of single texts, as the generator's `rules` have them: clean, punctuated, no praise. */
import { fold } from "../browse/fold.js";
import { quoted } from "./forms.js";

/** @typedef {import("./facts.js").Facts} Facts */

/**
 * What is unclean in `text`, or null.
 * @param {string} text
 * @param {Facts} facts
 */
export function unclean(text, facts) {
  for (const char of text) {
    const code = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    if (char === "\n" || char === "\t") return "a line break or tab in a text: write it on one line, or with `>-`";
    if (/[\p{C}\p{Zl}\p{Zp}]/u.test(char)) return `an invisible character (U+${code}) in a text: delete it`;
    if (char !== " " && /\p{Zs}/u.test(char)) return `a special space (U+${code}) in a text: type a plain one`;
  }
  const wrong = new RegExp(facts.mojibake).exec(text);
  if (wrong) return `\`${wrong[0]}\` is text in the wrong encoding: type the character that is meant`;
  if (text !== text.trim()) return "a space at the start or the end of a text: delete it";
  if (text.includes("  ")) return "two spaces in a row: delete one";
  if (text !== text.normalize("NFC")) return "letters with loose accents: type the accented letters as one character each";
  return null;
}

const PAIRS = ["«»", "()", "[]", "{}", "“”"];

/**
 * The mark in `text` that has no partner, or null.
 * @param {string} text
 */
export function unpaired(text) {
  if ((text.split('"').length - 1) % 2) return '"';
  for (const [left, right] of PAIRS.map((pair) => [...pair])) {
    const [opened, closed] = [left, right].map((mark) => text.split(mark ?? "").length - 1);
    if (opened !== closed) return (opened ?? 0) > (closed ?? 0) ? left : right;
  }
  return null;
}

/**
 * All that is wrong with a summary.
 * @param {string} summary
 * @param {string | undefined} name
 * @param {Facts} facts
 * @returns {string[]}
 */
export function summaryFaults(summary, name, facts) {
  const { shortest, longest, praise, itself } = facts.summary;
  const found = [];
  const length = [...summary].length;
  if (length < shortest || length > longest) {
    found.push(`the summary has ${length} characters: it may have ${shortest} to ${longest}`);
  }
  if (!summary.endsWith(".")) found.push("the summary must end with a full stop");
  const praised = new RegExp(praise, "i").exec(summary);
  if (praised) found.push(`\`${praised[0]}\` praises: say what the work does instead`);
  const speaks = new RegExp(itself, "i").exec(summary);
  if (speaks) found.push(`\`${speaks[0]}\` speaks of the text: say what the work does instead`);
  if (name && beginsWith(summary, name)) {
    found.push(`the summary begins with the name ${quoted(name)}, which stands beside it already`);
  }
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

/**
 * What is wrong with an author's name, or null.
 * @param {string} name
 * @param {Facts} facts
 */
export function nameFault(name, facts) {
  const { etAl, initial, odd } = facts.authors;
  const isInitial = new RegExp(`^(?:${initial})`);
  if (new RegExp(etAl, "i").test(name)) {
    return `${quoted(name)}: name all authors; if they cannot be had, end the list with \`others\``;
  }
  const parts = name.split(/\s+/).filter(Boolean);
  const whole = parts.filter((part) => !isInitial.test(part)).length;
  if (parts.length > 1 && whole < 2 && isInitial.test(parts[0] ?? "")) {
    return `${quoted(name)} gives initials only: write the first name in full`;
  }
  const strange = new RegExp(odd).exec(name);
  return strange ? `\`${strange[0]}\` in ${quoted(name)} is no part of a name: delete it` : null;
}
