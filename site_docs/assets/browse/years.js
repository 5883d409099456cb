// @ts-check
/** Read years in the text of the search box: `since 2024`, `before 2020`. */

/** @typedef {{ from: number, to: number }} Years both included */

const BOUND = /(?<![^\s])(since|from|after|before|until|till|to)\s+((?:19|20)\d\d)(?!\S)/gi;

/**
 * `text` without its bounds of years, and the years that these leave, or null.
 * @param {string} text
 * @returns {{ rest: string, years: Years | null }}
 */
export function takeYears(text) {
  let [from, to, found] = [1, Infinity, false];
  const rest = text.replace(BOUND, (_, word, digits) => {
    const [bound, year] = [word.toLowerCase(), Number(digits)];
    if (bound === "to" && !found) return _;
    found = true;
    if (bound === "since" || bound === "from") from = year;
    else if (bound === "after") from = year + 1;
    else to = bound === "before" ? year - 1 : year;
    return " ";
  });
  return { rest, years: found ? { from, to } : null };
}

/**
 * The rows of `years`.
 * @template {{ year: number }} Row
 * @param {readonly Row[]} rows @param {Years | null} years
 */
export function ofYears(rows, years) {
  return years ? rows.filter(({ year }) => year >= years.from && year <= years.to) : rows;
}
