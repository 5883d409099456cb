// @ts-check
/** The rule for names of authors, as in the generator's `rules/author_names.py`. */
import { normalizeName } from "../fold.js";
import { isSuffix, namesGroup, splitJoined } from "./joined_names.js";
import { findEmoji, findMarkup } from "./plain_text.js";
import { quoted } from "./quoted.js";

/** @typedef {import("./facts.js").Facts} Facts */
/** @typedef {import("./schema.js").Problem} Problem */
/** @typedef {{ message: string, warning?: boolean }} Found */

const OTHERS = "others";
const MAX_SHOWN = 3;

/** @param {Record<string, any>} entry @param {import("./facts.js").Site} site @returns {Problem[]} */
export function checkAuthors(entry, site) {
  /** @type {string[]} */
  const names = entry.authors ?? [];
  const known = new Set((site.vocabularies.initialed_authors ?? []).map((term) => term.written));
  const seen = new Set();
  return names.flatMap((name, index) => {
    /** @type {Found[]} */
    const found = [];
    if (name === OTHERS) {
      if (index < names.length - 1 || index === 0) found.push({ message: `\`${OTHERS}\` may only be at the end of a list of authors` });
    } else if (!known.has(name)) {
      const problem = findNameProblem(name, site.facts);
      if (problem) found.push(problem);
    }
    const twice = `${quoted(name)} is here twice: delete one; if two authors have this name, ${comment(name)}`;
    if (seen.has(normalizeName(name))) found.push({ message: twice });
    seen.add(normalizeName(name));
    return found.map((problem) => ({ keys: ["authors", index], rule: "author", ...problem }));
  });
}

/** @param {string} name */
function comment(name) {
  return `write the comment \`# no hint: authors ${name}\``;
}

/** @param {string} name @param {Facts} facts @returns {Found | null} */
function findNameProblem(name, facts) {
  const error = findError(name, facts);
  if (error) return { message: error };
  const joined = splitJoined(name, facts);
  if (joined.length) return { message: describeJoined(name, joined) };
  const formError = findFormError(name, facts);
  if (formError) return { message: formError };
  if (hasInitialsOnly(name, facts)) {
    return { message: `${quoted(name)} has only initials: write the first name in full; if no source has it, ${comment(name)}` };
  }
  const doubt = findDoubt(name, facts);
  return doubt ? { message: `${doubt}; if it is printed so, ${comment(name)}`, warning: true } : null;
}

/** Return what is in `name` that no name has. @param {string} name @param {Facts} facts */
function findError(name, facts) {
  const markup = findMarkup(name, facts);
  if (markup) return markup;
  const lost = new RegExp(facts.authors.lostAccent).exec(name);
  if (lost) return `${quoted(lost[0])} in ${quoted(name)} is a lost accent: type the letter with its accent`;
  const sign = findEmoji(name, facts) ?? new RegExp(facts.authors.sign).exec(name)?.[0];
  if (sign) return `\`${sign}\` in ${quoted(name)} is not part of a name: delete it`;
  if (!new RegExp(facts.authors.etAl, "i").test(name)) return null;
  return `${quoted(name)}: name all authors; if they are not known, end the list with \`${OTHERS}\``;
}

/** @param {string} name @param {string[]} names */
function describeJoined(name, names) {
  const shown = names.slice(0, MAX_SHOWN).map(quoted).join(", ") + (names.length > MAX_SHOWN ? ", …" : "");
  const message = `${quoted(name)} is ${names.length} names: write each as its own item, ${shown}`;
  return names.length === 2 && name === names.join(", ") ? `${message}; if it is one person, write ${quoted(`${names[1]} ${names[0]}`)}` : message;
}

/** Return how one name is not as a paper prints it. @param {string} name @param {Facts} facts */
function findFormError(name, facts) {
  const { address, degree, familyFirst, odd } = facts.authors;
  const polite = new RegExp(`^(?:${address})`).exec(name)?.[0];
  if (polite) return `\`${polite.trim()}\` is not part of a name: write ${quoted(name.slice(polite.length))}`;
  const after = new RegExp(degree).exec(name);
  if (after?.index) return `\`${after[0].replace(/^[ ,]+|[ ,]+$/g, "")}\` is not part of a name: write ${quoted(name.slice(0, after.index))}`;
  const plain = namesGroup(name, facts) ? name.replace(/[,0-9]/g, "") : name;
  const [, last = "", first = ""] = new RegExp(`^${familyFirst}$`).exec(plain) ?? [];
  if (last) return describeFamilyFirst(name, last, first, facts);
  const strange = new RegExp(odd).exec(plain);
  if (strange) return `${quoted(strange[0])} in ${quoted(name)} is not part of a name: delete it`;
  if (!name.includes(" ") || !isInCapitals(name) || !hasCapitals(name, facts)) return null;
  return `${quoted(name)} is in capitals: write ${quoted(withoutCapitals(name))}`;
}

/** Whether one word of `name`, the last name, is not an initial. @param {string} name @param {Facts} facts */
function hasInitialsOnly(name, facts) {
  const parts = name.split(/\s+/).filter(Boolean);
  const whole = parts.filter((part) => !isInitial(part, facts)).length;
  return parts.length > 1 && whole < 2 && isInitial(parts[0] ?? "", facts);
}

/** @param {string} name @param {string} last @param {string} first @param {Facts} facts */
function describeFamilyFirst(name, last, first, facts) {
  if (first.split(/\s+/).every((part) => isInitial(part, facts))) return `${quoted(name)} has only initials after the last name: ${facts.authors.inFull}`;
  return `${quoted(name)} has the last name first: write ${quoted(`${first} ${last}`)}`;
}

/** Return what is rarely right in a name. @param {string} name @param {Facts} facts */
function findDoubt(name, facts) {
  const parts = name.split(/\s+/).filter(Boolean);
  if (parts.length === 2 && isInitial(parts[1] ?? "", facts) && !isSuffix(parts[1] ?? "", facts)) {
    return `${quoted(name)} seems to have the last name first: ${facts.authors.inFull}`;
  }
  const aside = new RegExp(facts.authors.aside).exec(name);
  if (aside?.index && !namesGroup(name, facts)) return `${quoted(aside[0].trim())} is not part of a name: write ${quoted(name.slice(0, aside.index))}`;
  if (parts.length > 1 && !namesGroup(name, facts) && hasCapitals(name, facts)) {
    return `${quoted(name)} has a word in capitals: write ${quoted(withoutCapitals(name))}`;
  }
  if (parts.length < 2 || name !== name.toLowerCase() || name === name.toUpperCase()) return null;
  return `${quoted(name)} has no capital letter: write ${quoted(parts.map((part) => part.slice(0, 1).toUpperCase() + part.slice(1)).join(" "))}`;
}

/** @param {string} part @param {Facts} facts */
function isInitial(part, facts) {
  return new RegExp(`^(?:${facts.authors.initial})`).test(part);
}

/** Whether a word of `name` is in capitals, and too long for initials. @param {string} name @param {Facts} facts */
function hasCapitals(name, facts) {
  return (name.match(/\p{L}+/gu) ?? []).some((word) => [...word].length >= facts.authors.capitals && isInCapitals(word));
}

/** @param {string} word */
function isInCapitals(word) {
  return word === word.toUpperCase() && word !== word.toLowerCase();
}

/** @param {string} name */
function withoutCapitals(name) {
  return name.replace(/\p{L}+/gu, (word) => ([...word].length > 2 ? word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase() : word));
}
