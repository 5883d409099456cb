// @ts-check
/** Read the names of a BibTeX field, as the generator's `add/bibliographies/bibtex_names.py` does. */
import { cleanName, unescapeEntities } from "./cleaning.js";
import { COMPANY, GROUP_WORD } from "./latex_commands.js";

const OTHERS = "others";
const AND = / and(?= )/i;
const EDGE_AND = /^and(?= |$)| and$/gi;
const LAST_AND_INITIALS = /^[^ ]+(?: [^ ]+)? [A-Z]{1,3}$/;
const ET_AL = /(?:(?:, *| +)(?:et al\.?|others))+$/i;
const DBLP_NUMBER = / [0-9]{4}$/;
const MAX_BRACES = 5;
const ASIAN = /^[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+$/;
const [group, company] = [new RegExp(`^(?:${GROUP_WORD})$`), new RegExp(`^(?:${COMPANY})$`, "i")];

/**
 * The names in `text`, given name first, and a note where they are not separated as BibTeX wants.
 * @param {string} text
 * @returns {[string[], string]}
 */
export function readNames(text) {
  const whole = withoutOuterBraces(trimmed(unescapeEntities(text)));
  let written = split(whole, AND).map((part) => trimmed(part.replace(EDGE_AND, ""))).filter(Boolean);
  let note = "";
  const several = written.length === 1 ? split(whole, /;/) : [];
  if (several.length > 1) [written, note] = [several, "the authors are separated by `;`, not by `and`: check them"];
  /** @type {string[]} */
  const found = [];
  for (const name of written) {
    const own = people(name);
    if (own.filter((one) => one !== OTHERS).length > 1) note ||= "authors are separated by `,`, not by `and`: check them";
    found.push(...own);
  }
  return [found, note];
}

/** The people of one written name: one, or several where commas separate them. @param {string} name @returns {string[]} */
function people(name) {
  if ([OTHERS, "et al", "et al."].includes(name.toLowerCase())) return [OTHERS];
  const shorter = name.replace(ET_AL, "");
  if (shorter !== name) return [...people(shorter), OTHERS];
  let inner = inside(name);
  for (let count = 0; count < MAX_BRACES; count++) inner = inside(inner ?? "") || inner;
  if (inner !== null) return [isInverted(inner) ? person(inner) : cleanName(inner)];
  const parts = split(name, /,/);
  const areShort = parts.length > 1 && parts.every((part) => LAST_AND_INITIALS.test(part));
  if (areShort || ((parts.length > 2 || name.endsWith(",")) && parts.every((part) => part.includes(" ")))) return parts.map(person);
  return parts.length ? [person(name)] : [];
}

/** `Last, First` and `Last, Jr, First` with the given name first; any other name is as it is written. @param {string} name */
function person(name) {
  const parts = split(name, /,/).map((part) => part.replace(DBLP_NUMBER, ""));
  if (parts.length > 3) return cleanName(name);
  const [last = "", ...more] = parts.length > 1 ? parts : ["", ...parts];
  const first = more.pop() ?? "";
  if (!more.length && ASIAN.test(last) && ASIAN.test(first)) return last + first;
  return cleanName([first, last, ...more].join(" "));
}

/** `text` without braces around all names; those of a group are kept. @param {string} text */
function withoutOuterBraces(text) {
  for (let count = 0; count < MAX_BRACES; count++) {
    const inner = inside(text);
    if (inner === null) return text;
    const names = split(inner, AND).filter((name) => name.toLowerCase() !== OTHERS);
    if (names.length > 1 && !arePeople(names)) return text;
    if (names.length < 2 && inside(inner) === null) return text;
    text = inner;
  }
  return text;
}

/** @param {string[]} names */
function arePeople(names) {
  return names.every((name) => isInverted(name) || inside(name) !== null) || !names.some((name) => name.includes(",") || !name.includes(" ") || isGroup(name));
}

/** @param {string} name */
function isInverted(name) {
  return split(name, /,/).length === 2 && !isGroup(name);
}

/** @param {string} name */
function isGroup(name) {
  return name.split(/[ ,]+/).some((word) => group.test(word) || company.test(word));
}

/** What is in the braces around all of `text`; null where none are. @param {string} text */
function inside(text) {
  if (!(text.startsWith("{") && text.endsWith("}"))) return null;
  const inner = text.slice(1, -1);
  let depth = 0;
  for (const [brace] of inner.matchAll(/\\.|[{}]/gsu)) {
    depth += brace === "{" ? 1 : brace === "}" ? -1 : 0;
    if (depth < 0) return null;
  }
  return depth || inner.startsWith("\\") ? null : trimmed(inner);
}

/** The parts of `text` between separators that are not in braces. @param {string} text @param {RegExp} separator */
function split(text, separator) {
  /** @type {string[]} */
  const parts = [];
  let [start, depth] = [0, 0];
  for (const match of text.matchAll(new RegExp(`\\\\.|[{}]|${separator.source}`, `gsu${separator.flags}`))) {
    if (match[0] === "{") depth++;
    else if (match[0] === "}") depth = Math.max(depth - 1, 0);
    else if (!depth && !match[0].startsWith("\\")) {
      parts.push(text.slice(start, match.index));
      start = match.index + match[0].length;
    }
  }
  return [...parts, text.slice(start)].map(trimmed).filter(Boolean);
}

/** @param {string} text */
function trimmed(text) {
  return text.replace(/^ +| +$/g, "");
}
