// @ts-check
/** The rule that a term is written as in its vocabulary, and only once, as in the generator's `rules/terms.py`. */
import { fold, normalizeName } from "../fold.js";
import { listNearest } from "./nearest.js";
import { quoted } from "./quoted.js";

/** @typedef {import("./facts.js").Site} Site */
/** @typedef {import("./schema.js").Problem} Problem */
/** @typedef {import("./rules.js").Text} Text */

const MAX_GUESSES = 3;
const MAX_SIMILAR_NAMES = 10;

/** @param {Text[]} written @param {Site} site @returns {Problem[]} */
export function checkTerms(written, site) {
  const seen = new Set();
  return written.flatMap(({ keys, text, schema }) => {
    const name = schema["x-vocabulary"];
    if (!name) return [];
    const terms = site.vocabularies[name] ?? [];
    const messages = terms.some((term) => term.written === text) ? [] : [`is not a term of ${name}${suggestTerm(terms, text)}`];
    const place = `${keys.slice(0, -1)} ${text}`;
    if (typeof keys[keys.length - 1] === "number" && seen.has(place)) messages.push("is here twice: delete one");
    seen.add(place);
    return messages.map((message) => ({ keys, rule: "term", message: `${quoted(text)} ${message}` }));
  });
}

/**
 * Return what to write for `wanted`, another name of one of `terms`, or which terms have similar names.
 * @param {import("./facts.js").Term[]} terms
 * @param {string} wanted
 */
function suggestTerm(terms, wanted) {
  const names = listNames(terms);
  const found = names.find(({ name }) => fold(name) === fold(wanted)) ?? names.find(({ name }) => normalizeName(name) === normalizeName(wanted));
  if (found) return `: write \`${found.term.written}\``;
  /** @type {Map<string, string>} */
  const byName = new Map();
  for (const { name, term } of names) if (!byName.has(fold(name))) byName.set(fold(name), `\`${term.written}\``);
  const similar = listNearest(wanted, [...byName.keys()], MAX_SIMILAR_NAMES).map((name) => byName.get(name) ?? "");
  const guesses = [...new Set(similar)].slice(0, MAX_GUESSES);
  const last = guesses.pop();
  return last ? `: did you mean ${guesses.length ? `${guesses.join(", ")} or ` : ""}${last}?` : "";
}

/** Return every name of every term. @param {import("./facts.js").Term[]} terms */
export function listNames(terms) {
  return terms.flatMap((term) =>
    [term.slug, term.label, ...(term.aliases ?? []), term.name ?? ""].filter(Boolean).map((name) => ({ name, term })),
  );
}
