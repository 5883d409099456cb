// @ts-check
/** The written forms of identifiers, as the generator's `identifiers.py` has them. */
import { countFault, parametersFault } from "./quantities.js";

const DATE = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/;
const ARXIV = /^([0-9]{2}(0[1-9]|1[0-2])\.[0-9]{4,5}|[a-z-]+(\.[A-Z]{2})?\/[0-9]{7})$/;
const DOI = /^10\.[0-9]{4,9}\/[!#-;=?-z~]+$/;
const ADDRESS = /^https?:\/\/[!#-;=?-Z_a-z~%[\]]+$/i;
const LONGEST = 2000;

/**
 * `text` as a message shows it: on one line, cut where it is long.
 * @param {string} text
 */
export function quoted(text) {
  const letters = [...text];
  const seen = letters
    .slice(0, 80)
    .join("")
    .replace(/[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu, (char) => `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`);
  return letters.length > 80 ? `\`${seen}…\`` : `\`${seen}\``;
}

/**
 * What is wrong with `text` in the form called `name`, or null.
 * @param {string} name
 * @param {any} text
 */
export function formFault(name, text) {
  const fault = FAULTS[name]?.(String(text));
  return fault ? `${quoted(String(text))} ${fault}` : null;
}

/** @type {Record<string, (text: string) => string | null>} */
const FAULTS = {
  date: dateFault,
  arxiv: arxivFault,
  doi: doiFault,
  url: addressFault,
  count: countFault,
  parameters: parametersFault,
};

/** @param {string} text */
function dateFault(text) {
  const match = DATE.exec(text);
  if (!match) return "is no date: write YYYY, YYYY-MM or YYYY-MM-DD";
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  const same = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year > 0;
  return same ? null : "is not in the calendar";
}

/** @param {string} text */
function arxivFault(text) {
  if (ARXIV.test(text)) return null;
  const bare = /\d{4}\.\d{4,5}/.exec(text);
  if (bare && ARXIV.test(bare[0])) return `is more than the id: write ${quoted(bare[0])}`;
  return "is no arXiv id: write the number alone, such as `2210.10163`";
}

/** @param {string} text */
function doiFault(text) {
  if (DOI.test(text)) return null;
  const bare = /10\.\d{4,9}\/\S+/.exec(text);
  if (bare && DOI.test(bare[0])) return `is more than the DOI: write ${quoted(bare[0])}`;
  return "is no DOI: write it as `10.…/…`";
}

/** @param {string} text */
function addressFault(text) {
  if (text.length > LONGEST) return `is longer than ${LONGEST} characters`;
  if (!/^https?:/i.test(text)) return "must begin with https:// (or http://)";
  const [, user = "", host = "", port = ""] = /^https?:\/\/([^/?#]*@)?([^/?#:]*)(:[^/?#]*)?/i.exec(text) ?? [];
  const place = /^https?:\/\/([^/?#]*)/i.exec(text)?.[1] ?? "";
  if (place.includes("[") !== place.includes("]")) return "is no web address";
  if (port && (!/^:\d*$/.test(port) || Number(port.slice(1)) > 65535)) return "is no web address";
  if (!host.includes(".")) return "lacks the name of a host";
  if (user) return "must not carry a user name";
  if (!ADDRESS.test(text)) return "holds a character that an address cannot: write it percent-encoded";
  return null;
}
