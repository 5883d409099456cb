// @ts-check
/** Find the text most like another, as Python's `difflib` does. */
import { fold } from "../fold.js";

const MIN_RATIO = 0.7;

/**
 * Return the candidate most like `wanted`, or null if none is similar.
 * @param {string} wanted
 * @param {readonly string[]} candidates
 */
export function findNearest(wanted, candidates) {
  return listNearest(wanted, candidates, 1)[0] ?? null;
}

/**
 * Return the candidates most like `wanted`, at most `most`, the most similar first.
 * @param {string} wanted
 * @param {readonly string[]} candidates
 * @param {number} most
 */
export function listNearest(wanted, candidates, most) {
  const own = fold(wanted);
  const similar = candidates
    .map((candidate) => ({ candidate, folded: fold(candidate), likeness: ratio(fold(candidate), own) }))
    .filter(({ likeness }) => likeness >= MIN_RATIO);
  similar.sort((left, right) => right.likeness - left.likeness || (left.folded < right.folded ? 1 : -1));
  return similar.slice(0, most).map(({ candidate }) => candidate);
}

/** @param {string} left @param {string} right */
function ratio(left, right) {
  const length = left.length + right.length;
  if (!length) return 1;
  const bound = (2 * Math.min(left.length, right.length)) / length;
  return bound < MIN_RATIO ? 0 : (2 * countCommon(left, right)) / length;
}

/** Return how many letters the longest common run has, plus those of the runs on both sides of it. @param {string} left @param {string} right @returns {number} */
function countCommon(left, right) {
  const [start, other, size] = findLongestRun(left, right);
  if (!size) return 0;
  return (
    size +
    countCommon(left.slice(0, start), right.slice(0, other)) +
    countCommon(left.slice(start + size), right.slice(other + size))
  );
}

/** @param {string} left @param {string} right @returns {[number, number, number]} */
function findLongestRun(left, right) {
  /** @type {[number, number, number]} */
  let best = [0, 0, 0];
  let before = new Array(right.length + 1).fill(0);
  for (let i = 0; i < left.length; i++) {
    const row = new Array(right.length + 1).fill(0);
    for (let j = 0; j < right.length; j++) {
      if (left[i] !== right[j]) continue;
      row[j + 1] = before[j] + 1;
      if (row[j + 1] > best[2]) best = [i - row[j + 1] + 1, j - row[j + 1] + 1, row[j + 1]];
    }
    before = row;
  }
  return best;
}
