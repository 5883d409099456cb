// @ts-check
/** Write an entry as a file in the layout of `medvlm fmt`. */

const WIDTH = 100;
const INDENT = "  ";
const FOLDED = ["summary", "note"];
const INDICATORS = "-?:,[]{}#&*!|>'\"%@`=";
const GUESSED = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"];
const NUMBER = /^[-+]?(0|[1-9][0-9]*)$|^[-+]?[0-9]+\.[0-9]+([eE][-+]?[0-9]+)?$/;
const UNQUOTED = /** @type {Record<string, RegExp>} */ ({
  date: /^[1-9][0-9]{3}$/,
  ...Object.fromEntries(["volume", "number", "pages"].map((key) => [key, /^[1-9][0-9]{0,9}$/])),
});
const UNPRINTABLE = /[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|[\n\x85\u2028\u2029\ufeff\t]/u;

/**
 * Return the text of the file; its keys are in the order of `entry`.
 * @param {Record<string, any>} entry
 * @param {readonly import("../browse/identifiers.js").Identifier[]} identifiers
 */
export function yaml(entry, identifiers) {
  const quoted = identifiers.filter(({ isQuoted }) => isQuoted).map(({ field }) => field);
  return `${Object.entries(entry).flatMap(([key, value]) => pair(key, value, 0, quoted.includes(key))).join("\n")}\n`;
}

/** @param {string} key @param {any} value @param {number} depth @param {boolean} [isQuoted] @param {boolean} [isLabeled] @returns {string[]} */
function pair(key, value, depth, isQuoted = false, isLabeled = false) {
  const start = `${INDENT.repeat(depth)}${scalar(key, false)}:`;
  if (!depth && FOLDED.includes(key) && canFold(value)) return [`${start} >-`, ...wrapped(value)];
  if (!depth && UNQUOTED[key]?.test(value)) return [`${start} ${value}`];
  if (typeof value !== "object") return [`${start} ${scalar(value, false, isQuoted)}`];
  const line = `${start} ${inline(value)}`;
  const isBlock = depth === 0 ? key === "links" : isLabeled;
  if (!isBlock && length(line) <= WIDTH) return [line];
  if (Array.isArray(value)) return [start, ...value.map((item) => `${INDENT.repeat(depth + 1)}- ${scalar(item, false)}`)];
  const labels = key === "links" && !depth ? Object.keys(value).filter((kind) => isMapping(value[kind])) : [];
  return [start, ...Object.entries(value).flatMap(([inner, part]) => pair(inner, part, depth + 1, false, labels.includes(inner)))];
}

/** @param {any} value */
function isMapping(value) {
  return typeof value === "object" && !Array.isArray(value);
}

/** @param {any} value @returns {string} */
function inline(value) {
  if (Array.isArray(value)) return `[${value.map(inline).join(", ")}]`;
  if (typeof value !== "object") return scalar(value, true);
  return `{${Object.entries(value).map(([key, part]) => `${scalar(key, true)}: ${inline(part)}`).join(", ")}}`;
}

/** @param {string | number | boolean} value @param {boolean} isInline @param {boolean} [isQuoted] */
function scalar(value, isInline, isQuoted = false) {
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

/** @param {any} text */
function canFold(text) {
  return typeof text === "string" && text === text.trim() && !text.includes("  ") && !UNPRINTABLE.test(text) && !/[^\S ]/.test(text);
}

/** @param {string} text @returns {string[]} */
function wrapped(text) {
  const lines = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line && length(`${INDENT}${line} ${word}`) > WIDTH) {
      lines.push(INDENT + line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, INDENT + line];
}

/** @param {string} text */
function length(text) {
  return [...text].length;
}
