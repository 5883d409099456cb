// @ts-check
/** Write a value as a YAML scalar, with quotes only where they are needed to read it back. */

export const WIDTH = 100;
const INDICATORS = "-?:,[]{}#&*!|>'\"%@`=";
const GUESSED = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"];
const NUMBER = /^[-+]?(0|[1-9][0-9]*)$|^[-+]?[0-9]+\.[0-9]+([eE][-+]?[0-9]+)?$/;
export const UNPRINTABLE = /[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|[\n\x85\u2028\u2029\ufeff\t]/u;

/** @param {string | number | boolean} value @param {boolean} isInline @param {boolean} [isQuoted] */
export function scalar(value, isInline, isQuoted = false) {
  if (typeof value !== "string") return String(value);
  if (!isQuoted && canBePlain(value, isInline)) return value;
  if (/["\\]/.test(value) && !value.includes("'") && !UNPRINTABLE.test(value)) return `'${value}'`;
  return JSON.stringify(value).replace(new RegExp(UNPRINTABLE, "gu"), (char) => `\\u${code(char)}`);
}

/** @param {string} char */
function code(char) {
  return (char.codePointAt(0) ?? 0).toString(16).padStart(4, "0");
}

/** @param {string} text @param {boolean} isInline */
function canBePlain(text, isInline) {
  if (["", "~"].includes(text) || (text.length <= 18 && NUMBER.test(text))) return false;
  if (GUESSED.includes(text.toLowerCase()) || text !== text.trim()) return false;
  if (INDICATORS.includes(text[0] ?? "") || text.startsWith("...") || text.endsWith(":")) return false;
  if (text.includes(": ") || text.includes(" #") || UNPRINTABLE.test(text)) return false;
  return !(isInline && /[,[\]{}]|[:?]$/.test(text));
}

/** @param {string} text */
export function textLength(text) {
  return [...text].length;
}
