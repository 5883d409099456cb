// @ts-check
/** The rules that texts are plain and titles are not in capitals, as in the generator's `markup` and `titles`. */
import { quoted } from "./quoted.js";

/** @typedef {import("./facts.js").Facts} Facts */
/** @typedef {import("./schema.js").Problem} Problem */
/** @typedef {import("./schema.js").Keys} Keys */

const DASH = /(?<!-)---?(?!-)/;

/**
 * Return what is not plain in `text` and what to do about it, or null.
 * @param {string} text
 * @param {Facts} facts
 */
export function findMarkup(text, facts) {
  for (const [pattern, message] of facts.plain.markup) {
    const match = new RegExp(pattern, "iu").exec(text);
    if (match) return message.replace("{}", () => quoted(match[0]));
  }
  return null;
}

/**
 * Return the first emoji in `text`, or undefined.
 * @param {string} text
 * @param {Facts} facts
 */
export function findEmoji(text, facts) {
  return new RegExp(facts.plain.emoji, "u").exec(text)?.[0];
}

/** @param {Record<string, any>} entry @param {Facts} facts @returns {Problem[]} */
export function checkMarkup(entry, facts) {
  const single = ["title", "name", "summary", "note"].map((field) => ({ keys: [field], text: entry[field] ?? "" }));
  const listed = ["aliases", "keywords"].flatMap((field) =>
    (entry[field] ?? []).map((/** @type {string} */ text, /** @type {number} */ index) => ({ keys: [field, index], text })),
  );
  return [...single, ...listed].flatMap(({ keys, text }) => {
    const message = findMarkup(text, facts);
    if (message) return [{ keys, rule: "markup", message }];
    const dash = keys[0] === "title" || keys[0] === "aliases" ? DASH.exec(text)?.[0] : undefined;
    if (!dash) return [];
    return [{ keys, rule: "markup", message: `\`${dash}\` is a dash in LaTeX: type \`${dash === "--" ? "–" : "—"}\``, warning: true }];
  });
}

/** @param {Record<string, any>} entry @param {Facts} facts @returns {Problem[]} */
export function checkTitle(entry, facts) {
  const { title = "" } = entry;
  /** @type {Problem[]} */
  const found = [];
  const words = title.split(/\s+/).filter((/** @type {string} */ word) => /\p{L}{2}/u.test(word));
  if (title === title.toUpperCase() && title !== title.toLowerCase() && words.length >= facts.plain.minWords) {
    found.push(doubt(["title"], "the title is in capitals: write it as in a sentence", "title capitals"));
  }
  for (const field of ["title", "name"]) {
    const emoji = findEmoji(entry[field] ?? "", facts);
    if (emoji) found.push(doubt([field], `\`${emoji}\` is an emoji: delete it`, `${field} emoji`));
  }
  return found;
}

/** @param {Keys} keys @param {string} message @param {string} silencer @returns {Problem} */
function doubt(keys, message, silencer) {
  return { keys, rule: "title", message: `${message}; if the work prints it so, write the comment \`# no hint: ${silencer}\``, warning: true };
}
