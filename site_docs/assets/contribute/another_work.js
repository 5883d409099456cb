// @ts-check
/** Whether what is pasted may be another work than the one in the form. */
import { normalizeName } from "../fold.js";
import { keyOf } from "../identifiers.js";
import { isSame } from "./versions.js";

/** @typedef {Record<string, any>} Entry */
/** @typedef {readonly import("../identifiers.js").Identifier[]} Identifiers */

/**
 * Both name a work, and share neither an identifier nor the title, or contradict each other.
 * @param {Entry} form
 * @param {Entry} pasted
 * @param {Identifiers} identifiers
 */
export function mayBeAnother(form, pasted, identifiers) {
  if (!namesWork(form, identifiers) || !namesWork(pasted, identifiers)) return false;
  const compared = identifiers.filter(({ field }) => form[field] && pasted[field]);
  if (compared.length) return compared.some((row) => keyOf(row, form[row.field]) !== keyOf(row, pasted[row.field]));
  const titles = [form.title, ...(form.aliases ?? [])].filter(Boolean).map(normalizeName);
  return !titles.includes(normalizeName(pasted.title ?? ""));
}

/** Whether both have a title, and none of one is among those of the other. @param {Entry} form @param {Entry} found */
export function hasOtherTitle(form, found) {
  const [ours, theirs] = [form, found].map(({ title, aliases = [] }) => (title ? [title, ...aliases] : []));
  return Boolean(ours?.length && theirs?.length) && !ours?.some((one) => theirs?.some((other) => isSame(one, other)));
}

/**
 * What a person calls the work: its title, or else its first identifier.
 * @param {Entry} entry
 * @param {Identifiers} identifiers
 */
export function describeWork(entry, identifiers) {
  const row = identifiers.find(({ field }) => entry[field]);
  return entry.title ? `“${entry.title}”` : row ? `${row.noun.replace(/^an? /, "")} ${entry[row.field]}` : "a work";
}

/** @param {Entry} entry @param {Identifiers} identifiers */
function namesWork(entry, identifiers) {
  return Boolean(entry.title) || identifiers.some(({ field }) => entry[field]);
}
