// @ts-check
/** Recognize a text that joins the names of several people, as the generator's `joined_names` does. */

/** @typedef {import("./facts.js").Facts} Facts */

const JOINING = ["and", "&"];

/**
 * Return the names that `text` joins, given name first; empty where it is one name.
 * @param {string} text
 * @param {Facts} facts
 * @returns {string[]}
 */
export function splitJoined(text, facts) {
  text = text.split(/\s+/).filter(Boolean).join(" ");
  if (namesGroup(text, facts)) return [];
  const parts = text
    .split(new RegExp(facts.authors.separator))
    .map((part) => part.trim())
    .filter((part) => part.replace(/^[ ,]+/, ""));
  if (parts.length > 1) return parts.map((part) => natural(part, facts));
  const between = text.split(",").map((part) => part.trim());
  return splitAtCommas(between.filter(Boolean), facts);
}

/**
 * Whether `text` names a group: a word says so, other than one that may join two people.
 * @param {string} text
 * @param {Facts} facts
 */
export function namesGroup(text, facts) {
  const words = text.replaceAll(",", " ").split(/\s+/).filter(Boolean);
  return words[0] === "The" || words.some((word) => !JOINING.includes(word) && isWhole(facts.names.groupWord, word));
}

/** @param {string} text @param {Facts} facts */
export function isSuffix(text, facts) {
  return isWhole(facts.names.suffix, text.toLowerCase());
}

/** @param {string} pattern @param {string} text */
function isWhole(pattern, text) {
  return new RegExp(`^(?:${pattern})$`).test(text);
}

/** Return `Maja Lind` for `Lind, Maja`. @param {string} part @param {Facts} facts */
function natural(part, facts) {
  const [last = "", ...behind] = part.split(/\s+/).join(" ").split(",");
  const first = behind.join(",").trim();
  if (!behind.length || isSuffix(first, facts)) return part.replaceAll(",", " ").split(/\s+/).filter(Boolean).join(" ");
  return last && first && !first.includes(",") ? `${first} ${last.trim()}` : part;
}

/** @param {string[]} parts @param {Facts} facts */
function splitAtCommas(parts, facts) {
  if (parts.length < 2 || parts.some((part) => isSuffix(part, facts) || isWhole(facts.authors.addition, part))) return [];
  if (parts.every((part) => isWholeName(part, facts)) || parts.every((part) => beginsWithInitials(part, facts))) return parts;
  if (parts.length < 3 || parts.length % 2) return [];
  return parts.flatMap((family, index) => (index % 2 ? [] : [`${parts[index + 1]} ${family}`]));
}

/** Whether `part` is `M. Lind`. @param {string} part @param {Facts} facts */
function beginsWithInitials(part, facts) {
  const words = part.split(/\s+/);
  const initials = new RegExp(`^(?:${facts.authors.initial})`);
  return words.length > 1 && initials.test(words[0] ?? "") && !initials.test(words[words.length - 1] ?? "");
}

/** @param {string} part @param {Facts} facts */
function isWholeName(part, facts) {
  const words = part.split(/\s+/);
  if (words.length < 2 || isWhole(facts.names.particle, words[0] ?? "")) return false;
  const initials = new RegExp(`^(?:${facts.authors.initial})`);
  return !initials.test(words[0] ?? "") && (!initials.test(words[words.length - 1] ?? "") || words.length === 2);
}
