// @ts-check
/** What the scripts of the tables of models and datasets say. */

/** @param {number} count */
function amount(count) {
  return count.toLocaleString("en");
}

// Filters
/** @param {number} shown @param {number} total @param {string} noun */
export const count = (shown, total, noun) => `${shown === total ? "" : `${amount(shown)} of `}${amount(total)} ${noun}`;
/** @param {string} noun */
export const none = (noun) => `No ${noun} match these filters`;
/** @param {string} words */
export const quoted = (words) => `“${words}”`;
/** @param {string} label @param {string} chosen */
export const filter = (label, chosen) => `${label}: ${chosen}`;
/** @param {readonly string[]} filters @param {string} page */
export const title = (filters, page) => `${filters.join(", ")} - ${page}`;
/** @param {string} label @param {number} count */
export const option = (label, count) => `${label} (${amount(count)})`;
/** @param {number} active */
export const filters = (active) => (active ? `Filters (${active})` : "Filters");
/** What paper says of the rows. @param {string} count @param {readonly string[]} filters */
export const printed = (count, filters) => [count, ...filters].join("; ");
/** @param {number} count @param {string} noun */
export const showAll = (count, noun) => `Show all ${amount(count)} ${noun}`;

// Selection
/** @param {string} name */
export const select = (name) => `Select ${name} to compare`;
/** @param {number} count */
export const selected = (count) => `${count} selected`;
/** @param {number} count @param {number} least @param {number} most */
export const selectMore = (count, least, most) => `${selected(count)}. Select ${least} to ${most} to compare.`;
/** @param {number} most */
export const full = (most) => `${selected(most)}, the maximum`;
export const cleared = "Selection cleared";

// Comparison
/** @param {number} count @param {string} noun */
export const comparison = (count, noun) => `Comparison of ${count} ${noun}`;
/** @param {readonly string[]} ids */
export const unknown = (ids) => `Not in this table: ${ids.join(", ")}.`;
export const corner = "Compared";
export const summary = "Summary";
export const blank = "–";
export const remove = "Remove";
/** @param {string} name */
export const removeNamed = (name) => `Remove ${name} from the comparison`;
export const scores = "Shared benchmarks";
export const noScores = "These models have no results on the same benchmark and setting.";
export const own = "own";
/** @param {string} source */
export const others = (source) => `by ${source}`;
/** @param {{ setting: string, metric: string, better: string }} measured */
export const measured = ({ setting, metric, better }) => `${setting}; ${metric}, ${better} is better`;
