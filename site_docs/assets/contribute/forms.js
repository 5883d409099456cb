// @ts-check
/** The forms of dates, addresses and identifiers, as in the generator. */
import { findCountError, findParametersError } from "./quantities.js";
import { quoted } from "./quoted.js";
import { findCellError } from "./results/printed.js";
import { findPagesError, findVolumeError } from "./volumes.js";

const DATE = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/;
const ADDRESS = /^https?:\/\/[!#-;=?-Z_a-z~%[\]]+$/i;
const MAX_LENGTH = 2000;

/**
 * Return what is wrong with `text` in the form that `schema` names, or null.
 * @param {import("./schema.js").Schema} schema
 * @param {any} text
 */
export function findFormError(schema, text) {
  const words = schema["x-identifier"];
  const error = words ? findIdentifierError(String(text), schema.pattern ?? "", words) : FIND_ERROR[schema["x-form"] ?? ""]?.(String(text));
  return error ? `${quoted(String(text))} ${error}` : null;
}

/** @type {Record<string, (text: string) => string | null>} */
const FIND_ERROR = {
  date: findDateError,
  url: findAddressError,
  count: findCountError,
  parameters: findParametersError,
  result: findCellError,
  setting: findSettingError,
  volume: findVolumeError,
  pages: findPagesError,
};

/** @param {string} text */
function findSettingError(text) {
  if (text.length <= 80 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)) return null;
  return "is not a slug: write a-z, 0-9 and single hyphens, such as `zero-shot`";
}

/** @param {string} text */
function findDateError(text) {
  const match = DATE.exec(text);
  if (!match) return "is not a date: write YYYY, YYYY-MM or YYYY-MM-DD";
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  const same = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year > 0;
  return same ? null : "is not a day of the calendar";
}

/**
 * @param {string} text
 * @param {string} pattern
 * @param {{ name: string, foundBy: string, expected: string, mistakes: [string, string][] }} words
 */
function findIdentifierError(text, pattern, { name, foundBy, expected, mistakes }) {
  const whole = new RegExp(pattern);
  if (whole.test(text)) return null;
  const bare = new RegExp(foundBy).exec(text);
  if (bare && whole.test(bare[0])) return `is more than the ${name}: write ${quoted(bare[0])}`;
  const [, wrong = expected] = mistakes.find(([mistake]) => new RegExp(mistake).test(text)) ?? [];
  return `is not a valid ${name}: ${wrong}`;
}

/** @param {string} text */
function findAddressError(text) {
  if (text.length > MAX_LENGTH) return `is longer than ${MAX_LENGTH} characters`;
  if (!/^https?:/i.test(text)) return "must begin with https:// (or http://)";
  const [, user = "", host = "", port = ""] = /^https?:\/\/([^/?#]*@)?([^/?#:]*)(:[^/?#]*)?/i.exec(text) ?? [];
  const place = /^https?:\/\/([^/?#]*)/i.exec(text)?.[1] ?? "";
  if (place.includes("[") !== place.includes("]")) return "is not a web address";
  if (port && (!/^:\d*$/.test(port) || Number(port.slice(1)) > 65535)) return "is not a web address";
  if (!host.includes(".")) return "has no host name";
  if (user) return "must not have a user name";
  if (!ADDRESS.test(text)) return "has a character that is not allowed in an address: percent-encode it";
  return null;
}
