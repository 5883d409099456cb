// @ts-check
/** Read the first record of a BibTeX text. */
import { plain } from "./latex.js";

/** @typedef {{ kind: string, key: string, fields: Record<string, string> }} Bibliography */

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * The first record of `text`, with its values still in LaTeX, or null if there is none.
 * @param {string} text
 * @returns {Bibliography | null}
 */
export function firstRecord(text) {
  const head = /@([A-Za-z]+)\s*[{(]\s*([^,\s{}()]*)\s*,/g;
  for (let found = head.exec(text); found; found = head.exec(text)) {
    const kind = (found[1] ?? "").toLowerCase();
    if (["comment", "string", "preamble"].includes(kind)) continue;
    return { kind, key: found[2] ?? "", fields: fieldsOf(text, head.lastIndex) };
  }
  return null;
}

/** @param {string} text @param {number} start */
function fieldsOf(text, start) {
  /** @type {Record<string, string>} */
  const fields = {};
  const name = /\s*([A-Za-z][\w-]*)\s*=\s*/y;
  let place = start;
  for (;;) {
    name.lastIndex = place;
    const found = name.exec(text);
    if (!found) return fields;
    const [value, end] = valueAt(text, name.lastIndex);
    fields[(found[1] ?? "").toLowerCase()] ??= value;
    place = end;
    while (/[\s,]/.test(text[place] ?? "")) place++;
  }
}

/** A value in braces, in quotes, or bare; parts joined by `#` are one. @param {string} text @param {number} start @returns {[string, number]} */
function valueAt(text, start) {
  let [value, place] = partAt(text, start);
  for (let joined = /\s*#\s*/y; ; ) {
    joined.lastIndex = place;
    if (!joined.exec(text)) return [value, place];
    const [next, end] = partAt(text, joined.lastIndex);
    [value, place] = [value + next, end];
  }
}

/** @param {string} text @param {number} start @returns {[string, number]} */
function partAt(text, start) {
  const opening = text[start];
  if (opening !== "{" && opening !== '"') {
    const bare = /[^\s,#{}()"]*/y;
    bare.lastIndex = start;
    return [bare.exec(text)?.[0] ?? "", Math.max(bare.lastIndex, start)];
  }
  let depth = 0;
  for (let place = start + 1; place < text.length; place++) {
    const char = text[place];
    if (char === "\\") place++;
    else if (char === "{") depth++;
    else if (char === "}" && depth) depth--;
    else if (!depth && char === (opening === "{" ? "}" : '"')) return [text.slice(start + 1, place), place + 1];
  }
  return [text.slice(start + 1), text.length];
}

/**
 * Names as `Given Family`, one each; `and others` becomes `others`.
 * @param {string} text
 * @returns {string[]}
 */
export function people(text) {
  return text
    .split(/\s+and\s+/)
    .map((name) => {
      const parts = plain(name).split(/\s*,\s*/);
      if (parts.length === 2) return `${parts[1]} ${parts[0]}`;
      return parts.length === 3 ? `${parts[2]} ${parts[0]} ${parts[1]}` : (parts[0] ?? "");
    })
    .filter(Boolean);
}

/**
 * The date of a record, as exact as the record gives it.
 * @param {Record<string, string>} fields
 */
export function dateOf(fields) {
  const given = /^\d{4}(-\d{2}){0,2}$/.exec((fields.date ?? "").trim());
  if (given) return given[0];
  const year = /\d{4}/.exec(fields.year ?? "")?.[0];
  if (!year) return "";
  const month = MONTHS.indexOf((fields.month ?? "").trim().slice(0, 3).toLowerCase()) + 1 || Number(fields.month) || 0;
  return month >= 1 && month <= 12 ? `${year}-${String(month).padStart(2, "0")}` : year;
}
