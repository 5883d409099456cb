// @ts-check
/** The forms of counts and of numbers of parameters, as in the generator's `quantities.py`. */

const WHOLE = "[1-9][0-9]{0,14}";
const SCALED = "([1-9][0-9]{0,5}(\\.[0-9]{1,3})?|0\\.[0-9]{0,2}[1-9])[KMBT]";
const COUNT = new RegExp(`^(~${WHOLE}|${WHOLE}\\+|~${SCALED}|${SCALED}\\+?)$`);
const PARAMETERS = new RegExp(`^${SCALED}(-${SCALED})?(, ${SCALED}(-${SCALED})?)*$`);

const FACTORS = /** @type {const} */ ([["T", 1e12], ["B", 1e9], ["M", 1e6], ["K", 1e3]]);
const SMALLEST_WITHOUT_UNIT = 10_000;
const UNITS = /** @type {Record<string, string>} */ ({ thousand: "K", million: "M", billion: "B", bn: "B", trillion: "T" });
const AMOUNT = "([0-9][0-9,]*(?:\\.[0-9]+)?) ?(thousand|million|billion|trillion|bn|[kmbt])?";
const LOOSE_COUNT = new RegExp(
  "^(about|around|approximately|approx\\.|circa|ca\\.|nearly|almost|[~≈])? ?" +
    `(over|more than|at least|[>≥])? ?${AMOUNT} ?(\\+)?$`,
  "i",
);
const LOOSE_SIZE = new RegExp(`^(?:(?:about|around|approximately|[~≈]) ?)?${AMOUNT}(?: (?:parameters|params))?$`, "i");
const BETWEEN_SIZES = / ?(?:,(?![0-9]{3}(?![0-9]))|;|\/|&|\band\b|\bor\b) ?/;
const TO = / ?(?:-|–|\bto\b) ?/;

/** @param {string} text @returns {string | null} */
export function findCountError(text) {
  if (COUNT.test(text)) return null;
  const better = parseLooseCount(text);
  if (!better) return "is not a count: write a whole number such as `377110`, or `1.6M`, `~15K` or `160K+`";
  return /^[0-9]+$/.test(better) ? `is not a count: write ${better} without quotes` : `is not a count: write \`${better}\``;
}

/** Return the count that `text` gives in words, or null: `~87000` for `about 87,000`. @param {string} text */
export function parseLooseCount(text) {
  const match = LOOSE_COUNT.exec(text);
  if (!match) return null;
  const [, about, over, digits = "", unit, plus] = match;
  const number = amount(digits, unit);
  const count = about ? `~${number}` : `${number}${over || plus ? "+" : ""}`;
  return new RegExp(`^${WHOLE}$`).test(count) || COUNT.test(count) ? count : null;
}

/** @param {string} text @returns {string | null} */
export function findParametersError(text) {
  if (PARAMETERS.test(text)) return findOrderError(text.split(", "));
  const better = text
    .split(BETWEEN_SIZES)
    .map((part) => part.split(TO).map(size).join("-"))
    .join(", ");
  if (PARAMETERS.test(better)) return `is not a number of parameters: write \`${better}\``;
  return "is not a number of parameters: write it as `7B`, `400M`, `4B, 27B` or `3B-32B`";
}

/** @param {string} text */
function size(text) {
  const match = LOOSE_SIZE.exec(text);
  if (!match) return "";
  return match[2] ? amount(match[1] ?? "", match[2]) : scale(match[1] ?? "");
}

/** Return a number without a unit with the letter of its unit, rounded; empty for a small number. @param {string} digits */
function scale(digits) {
  const number = Number(digits.replaceAll(",", ""));
  if (number < SMALLEST_WITHOUT_UNIT) return "";
  const [letter, factor] = FACTORS.find(([, least]) => number >= least) ?? ["", 1];
  return `${Number((number / factor).toFixed(3))}${letter}`;
}

/** Return what is wrong with sizes and ranges that have the written form, or null. @param {string[]} parts */
function findOrderError(parts) {
  for (const part of parts) {
    const [low = "", high] = part.split("-");
    if (high && toNumber(low) >= toNumber(high)) return `is not a range from low to high: write \`${low === high ? low : `${high}-${low}`}\``;
  }
  const repeated = parts.find((part, place) => parts.indexOf(part) < place);
  return repeated ? `has \`${repeated}\` twice: delete one` : null;
}

/** @param {string} quantity */
function toNumber(quantity) {
  const factor = FACTORS.find(([letter]) => quantity.endsWith(letter))?.[1] ?? 1;
  return Math.round(parseFloat(quantity) * factor);
}

/**
 * Return a number without commas, with the letter of its unit; empty if it begins with a zero.
 * @param {string} digits
 * @param {string | undefined} unit
 */
function amount(digits, unit = "") {
  const number = digits.replaceAll(",", "");
  return /^0[0-9]/.test(number) ? "" : number + (UNITS[unit.toLowerCase()] ?? unit.toUpperCase());
}
