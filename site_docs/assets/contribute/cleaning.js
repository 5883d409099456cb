// @ts-check
/** Clean titles and names, as the generator's `add/cleaning.py` does: one line, no LaTeX, no tags, no words in capitals only. */
import { readLatex } from "./latex.js";
import { ENTITIES } from "./latex_commands.js";

const TAG =
  /<\/?(?:[a-z]{1,10}:[A-Za-z]{1,20}|i|b|u|em|strong|italic|bold|sub|sup|scp|sc|tt|p|br|span|inf|small)(?: [A-Za-z:-]{1,20}=[^<>]*)?\/?>/gi;
const ENTITY = /&(#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8}[0-9]{0,2});/gi;
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Zl}\p{Zp}\p{Zs}]/gu;
const SMALL = ["a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to"];
const SHORTEST_WORD = 4; // capitals of a shorter word may be an abbreviation

/**
 * `text` as a title.
 * @param {string} text @param {boolean} [isLatex]
 */
export function cleanTitle(text, isLatex = true) {
  const clean = straight(line(text, isLatex)).replace(/[ .,;:]+$/, "");
  const letters = clean.match(/\p{L}/gu) ?? [];
  const capitals = letters.filter((letter) => /\p{Lu}/u.test(letter));
  return words(clean).length > 2 && capitals.length > 0.8 * letters.length ? quiet(clean) : clean;
}

/**
 * `text` as the name of a person.
 * @param {string} text @param {boolean} [isLatex]
 */
export function cleanName(text, isLatex = true) {
  const parts = words(straight(line(text, isLatex)));
  const shouts = parts.length > 1 && parts.every(isUpper) && parts.some((part) => [...part].length >= SHORTEST_WORD);
  return (shouts ? parts.map((part) => (part.includes(".") ? part : capitalized(part))) : parts).join(" ");
}

/** `text` with characters for the entities of HTML. @param {string} text */
export function unescapeEntities(text) {
  return text.replace(ENTITY, (whole, /** @type {string} */ name) => character(name) ?? whole);
}

/** @param {string} name */
function character(name) {
  if (!name.startsWith("#")) return Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined;
  const number = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return number <= 0x10ffff && !(number >= 0xd800 && number <= 0xdfff) ? String.fromCodePoint(number) : undefined;
}

/** @param {string} text @param {boolean} isLatex */
function line(text, isLatex) {
  const plain = isLatex || /[\\${}]/.test(text) ? readLatex(text) : text;
  return words(unescapeEntities(plain.replace(TAG, "")).replace(TAG, "").replace(INVISIBLE, " ")).join(" ").normalize("NFC");
}

/** @param {string} text */
function straight(text) {
  return text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
}

/** @param {string} text */
function words(text) {
  return text.split(" ").filter(Boolean);
}

/** @param {string} text */
function isUpper(text) {
  return /\p{Lu}/u.test(text) && !/[\p{Ll}\p{Lt}]/u.test(text);
}

/** @param {string} text */
function quiet(text) {
  return text
    .split(" ")
    .map((word, place) => {
      if (SMALL.includes(word.toLowerCase()) && place) return word.toLowerCase();
      return [...word].length < SHORTEST_WORD || /[0-9]/.test(word) ? word : capitalized(word, 2);
    })
    .join(" ");
}

/** @param {string} text @param {number} [shortest] */
function capitalized(text, shortest = 1) {
  return text.replace(/[\p{L}\p{Nl}\p{No}]+/gu, (part) => {
    const [first = "", ...rest] = part;
    return rest.length + 1 < shortest ? part : first.toUpperCase() + rest.join("").toLowerCase();
  });
}
