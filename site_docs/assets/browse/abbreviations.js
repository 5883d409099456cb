// @ts-check
/** Tell the abbreviations of a term from those of something narrower: `VQA` from `CoT` for reasoning. */

const ABBREVIATION = /^[A-Z][A-Za-z]*[A-Z][a-z]?$/;
const LONGEST = 6;

/**
 * The names of a term without abbreviations of something narrower, and these.
 * @param {readonly string[]} names the label and the slug first
 * @returns {{ own: string[], narrower: string[] }}
 */
export function ownNames([label = "", ...others]) {
  /** @type {string[]} */
  const [own, narrower] = [[label], []];
  for (const name of others) (isNarrower(name, label) ? narrower : own).push(name);
  return { own, narrower };
}

/** @param {string} name @param {string} label */
function isNarrower(name, label) {
  if (name.length > LONGEST || !ABBREVIATION.test(name)) return false;
  const [short, long] = [name.toLowerCase(), label.toLowerCase()];
  const parts = long.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const initials = parts.map((part) => part[0]).join("");
  return !long.startsWith(short) && !(initials.length > 1 && short.startsWith(initials)) && !isWithin(short, parts[0] ?? "");
}

/** Whether the letters of `short` are in `word` in this order, its first letter first: `us` in `ultrasound`. @param {string} short @param {string} word */
function isWithin(short, word) {
  if (short[0] !== word[0]) return false;
  let place = 0;
  for (const letter of word) if (letter === short[place]) place++;
  return place === short.length;
}
