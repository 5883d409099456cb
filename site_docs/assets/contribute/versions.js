// @ts-check
/**
 * Join the records of a preprint and of its published version, as the generator's `add/registries/versions.py` does:
 * the published title, the other one as another name, and the date of the first appearance.
 */
import { fold, normalizeName } from "../fold.js";
import { lastName } from "./names.js";

/** @typedef {import("./registry_records.js").RegistryDraft} RegistryDraft */
/** @typedef {import("./names.js").Patterns} Patterns */

const SHARED_AUTHORS = 0.5; // of two works with this share of authors in common, one may be a version of the other

/**
 * Return one draft of both; that of the preprint alone, with a note, where they are of two works.
 * @param {RegistryDraft} preprint
 * @param {RegistryDraft} published
 * @param {Patterns} patterns
 * @returns {RegistryDraft}
 */
export function joinVersions(preprint, published, patterns) {
  const notes = [...preprint.notes, ...published.notes];
  const [early, late] = [preprint.data, published.data];
  const isSameTitle = isSame(early.title ?? "", late.title ?? "");
  if (!isSameTitle && !shareAuthors(early.authors ?? [], late.authors ?? [], patterns)) {
    const note = `the DOI ${late.doi} leads to “${late.title}”: is that the published version?`;
    return { ...preprint, notes: [...preprint.notes, note] };
  }
  const title = !late.title || (isSameTitle && late.title.length < (early.title ?? "").length) ? early.title : late.title;
  /** @type {Record<string, any>} */
  const data = { ...early, ...late, title, ...(early.date ? { date: early.date } : {}) };
  data.authors = withFullNames(late.authors ?? [], early.authors ?? [], patterns);
  if (!isSameTitle && early.title && late.title) data.aliases = [early.title];
  return { ...published, data, notes };
}

/** Whether two titles are equal, or one is the part of the other before its colon. @param {string} one @param {string} other */
export function isSame(one, other) {
  const [a, b] = [one, other].map((title) => ({ whole: plain(title), head: plain(title.split(":")[0] ?? "") }));
  return a?.whole === b?.whole || a?.whole === b?.head || a?.head === b?.whole;
}

/** @param {string} title */
function plain(title) {
  return normalizeName(title.replaceAll("&", " and "));
}

/** @param {string[]} ours @param {string[]} theirs @param {Patterns} patterns */
function shareAuthors(ours, theirs, patterns) {
  const known = new Set(theirs.map((name) => fold(lastName(name, patterns))));
  const shared = ours.filter((name) => known.has(fold(lastName(name, patterns)))).length;
  return shared > 0 && shared >= SHARED_AUTHORS * Math.max(ours.length, theirs.length);
}

/** The authors of the record in its order, each as the preprint writes the name; a shorter list is one that was cut. @param {string[]} late @param {string[]} early @param {Patterns} patterns */
function withFullNames(late, early, patterns) {
  if (late.length < early.length) return early;
  return late.map((name) => early.find((other) => isPerson(name, other, patterns)) ?? name);
}

/** @param {string} one @param {string} other @param {Patterns} patterns */
function isPerson(one, other, patterns) {
  const [a = "", b = ""] = [one, other].map((name) => fold(lastName(name, patterns)));
  return a === b && fold(one).slice(0, 1) === fold(other).slice(0, 1);
}
