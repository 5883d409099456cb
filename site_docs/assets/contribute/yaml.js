// @ts-check
/** Write an entry as a file in the layout of `medvlm fmt`. */
import { writeTables } from "./results/table_yaml.js";
import { scalar, textLength, UNPRINTABLE, WIDTH } from "./scalars.js";

const INDENT = "  ";
const FOLDED = ["summary", "note"];
const UNQUOTED = /** @type {Record<string, RegExp>} */ ({
  date: /^[1-9][0-9]{3}$/,
  ...Object.fromEntries(["volume", "number", "pages"].map((key) => [key, /^[1-9][0-9]{0,9}$/])),
});

/**
 * Return the text of the file; its keys are in the order of `entry`.
 * @param {Record<string, any>} entry
 * @param {readonly import("../identifiers.js").Identifier[]} identifiers
 */
export function yaml(entry, identifiers) {
  const quoted = identifiers.filter(({ isQuoted }) => isQuoted).map(({ field }) => field);
  return `${Object.entries(entry).flatMap(([key, value]) => pair(key, value, 0, quoted.includes(key))).join("\n")}\n`;
}

/** @param {string} key @param {any} value @param {number} depth @param {boolean} [isQuoted] @param {boolean} [isLabeled] @returns {string[]} */
function pair(key, value, depth, isQuoted = false, isLabeled = false) {
  if (!depth && key === "results") return writeTables(value);
  const start = `${INDENT.repeat(depth)}${scalar(key, false)}:`;
  if (!depth && FOLDED.includes(key) && canFold(value)) return [`${start} >-`, ...wrapped(value)];
  if (!depth && UNQUOTED[key]?.test(value)) return [`${start} ${value}`];
  if (typeof value !== "object") return [`${start} ${scalar(value, false, isQuoted)}`];
  const line = `${start} ${inline(value)}`;
  const isBlock = depth === 0 ? key === "links" : isLabeled;
  if (!isBlock && textLength(line) <= WIDTH) return [line];
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

/** @param {any} text */
function canFold(text) {
  return typeof text === "string" && text === text.trim() && !text.includes("  ") && !UNPRINTABLE.test(text) && !/[^\S ]/.test(text);
}

/** @param {string} text @returns {string[]} */
function wrapped(text) {
  const lines = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line && textLength(`${INDENT}${line} ${word}`) > WIDTH) {
      lines.push(INDENT + line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, INDENT + line];
}
