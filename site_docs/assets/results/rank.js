// @ts-check
/** Rank models by one metric; the twin of `views/numbers/ranking.py`. */

/** @typedef {{model: string, value: number | null}} Score */

/**
 * The rank of each score: each model once, at its best score; equal scores share a rank.
 * @param {Score[]} scores
 * @param {string} better "higher" or "lower"; for anything else nothing has a rank
 * @returns {(number | null)[]}
 */
export function rankModels(scores, better) {
  if (better !== "higher" && better !== "lower") return scores.map(() => null);
  const costs = scores.map(({ value }) => (value === null ? null : better === "lower" ? value : -value));
  /** @type {Map<string, number>} */
  const best = new Map();
  scores.forEach(({ model }, index) => {
    const cost = costs[index];
    if (cost !== null) best.set(model, Math.min(cost, best.get(model) ?? cost));
  });
  const places = [...best.values()].sort((a, b) => a - b);
  return scores.map(({ model }, index) => {
    const cost = costs[index];
    return cost === null || cost !== best.get(model) ? null : 1 + places.indexOf(cost);
  });
}

/**
 * The best of `values`; null where neither way is better or there is nothing to compare.
 * @param {number[]} values
 * @param {string} better
 */
export function findBest(values, better) {
  if (values.length < 2) return null;
  if (better === "higher") return Math.max(...values);
  return better === "lower" ? Math.min(...values) : null;
}
