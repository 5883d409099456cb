// @ts-check
/** The written forms of dates, addresses and identifiers, as the generator has them. */
import { countFault, parametersFault } from "./quantities.js";

const DATE = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/;
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
 * What is wrong with `text` in the form that `schema` names, or null.
 * @param {import("./schema.js").Schema} schema
 * @param {any} text
 */
export function formFault(schema, text) {
  const words = schema["x-identifier"];
  const fault = words ? identifierFault(String(text), schema.pattern ?? "", words) : FAULTS[schema["x-form"] ?? ""]?.(String(text));
  return fault ? `${quoted(String(text))} ${fault}` : null;
}

/** @type {Record<string, (text: string) => string | null>} */
const FAULTS = { date: dateFault, url: addressFault, count: countFault, parameters: parametersFault };

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

/**
 * @param {string} text
 * @param {string} pattern
 * @param {{ name: string, foundBy: string, expected: string }} words
 */
function identifierFault(text, pattern, { name, foundBy, expected }) {
  const whole = new RegExp(pattern);
  if (whole.test(text)) return null;
  const bare = new RegExp(foundBy).exec(text);
  if (bare && whole.test(bare[0])) return `is more than the ${name}: write ${quoted(bare[0])}`;
  return `is no ${name}: ${expected}`;
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
