// @ts-check
/** Read and correct printed numbers, as the generator's `add/results/printed_values.py` and `result_forms.py` do. */
import { quoted } from "../quoted.js";

const NUMBER = "([0-9]{1,12}(\\.[0-9]{1,12})?|\\.[0-9]{1,12})";
const IS_NUMBER = new RegExp(`^[-+]?${NUMBER}$`);
const IS_CELL = new RegExp(`^[-+]?${NUMBER}( ± ${NUMBER})?$`);
const LOOSE = /^\s*([-+−]?[0-9]*[.,]?[0-9]+)\s*%?\s*(?:(?:±|\+\/-|\+-)\s*([0-9]*[.,]?[0-9]+)\s*%?)?\s*$/;
const THOUSANDS = /^[-+−]?[1-9][0-9]{0,2},[0-9]{3}$/;
const MISSING = ["", "-", "--", "---", "–", "—", "−", "~", "n/a"];
const EXPECTED = "write it as printed, such as `85.2` or `85.2 ± 0.3`, or `~` where no number is printed";

/**
 * Return `text` as a row of results holds it, with all its digits; null where no number is printed.
 * @param {string} text
 * @param {boolean} [isPercent] whether a percent sign only repeats the unit
 * @returns {string | null}
 */
export function readValue(text, isPercent = true) {
  if (MISSING.includes(text.trim().toLowerCase())) return null;
  const number = text.replaceAll("−", "-").replace(/\s*(?:±|\+\/-|\+-)\s*/g, " ± ").trim();
  const plain = isPercent ? number.replace(/\s*%/g, "") : number;
  return IS_CELL.test(plain) ? plain : text;
}

/** @param {string} text */
export function isPrintedNumber(text) {
  const value = readValue(text);
  return value !== null && IS_CELL.test(value);
}

/** Whether `text` is a number alone, which a file has without quotes. @param {string} text */
export function isNumber(text) {
  return IS_NUMBER.test(text);
}

/** Return what is wrong with the cell `text`, or null. @param {string} text */
export function findCellError(text) {
  if (IS_CELL.test(text)) return null;
  const better = findWrittenCell(text);
  return `is not a number: ${better ? `write ${quoted(better)}` : EXPECTED}`;
}

/** Return the cell that `text` means, in the written form, or null where that is not certain. @param {string} text */
function findWrittenCell(text) {
  const parts = LOOSE.exec(text.slice(0, 80))?.slice(1).filter((part) => part !== undefined) ?? [];
  if (!parts.length || parts.some((part) => THOUSANDS.test(part))) return null;
  const cell = parts.map((part) => part.replace(",", ".").replace("−", "-")).join(" ± ");
  return IS_CELL.test(cell) ? cell : null;
}

/** Return the cell `text` with its decimal points moved by `places`, all digits kept. @param {string} text @param {number} places */
export function shift(text, places) {
  return text
    .split(" ± ")
    .map((number) => {
      const [, sign = "", whole = "", decimals = ""] = /^([-+]?)([0-9]*)\.?([0-9]*)$/.exec(number) ?? [];
      const digits = (whole + decimals).replace(/^0+(?=.)/, "");
      const left = decimals.length - places;
      const padded = left > 0 ? digits.padStart(left + 1, "0") : digits + "0".repeat(-left);
      const shifted = left > 0 ? `${padded.slice(0, -left)}.${padded.slice(-left)}` : padded;
      return (sign === "-" ? "-" : "") + shifted;
    })
    .join(" ± ");
}
