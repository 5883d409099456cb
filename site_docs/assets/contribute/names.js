// @ts-check
/** Find the family name in a name, as the generator does; its `people.py` explains the rules. */

/** The generator's patterns for the words of a name. @typedef {{ particle: string, suffix: string, groupWord: string }} Patterns */

/**
 * Return the family name with its particle; the name of a group is returned unchanged.
 * @param {string} name
 * @param {Patterns} patterns
 */
export function lastName(name, patterns) {
  const whole = wordsOf(name).join(" ");
  const [before = "", ...behind] = whole.split(",");
  const after = behind.join(",").trim();
  if (behind.length && !matches(patterns.suffix, after.toLowerCase())) return ofInverted(whole, before.trim(), after, patterns);
  const words = wordsOf(whole.replaceAll(",", " "));
  if (isGroup(words, patterns)) return whole;
  if (words.length > 2 && matches(patterns.suffix, (words[words.length - 1] ?? "").toLowerCase())) words.pop();
  return words.slice(familyStart(words, patterns)).join(" ");
}

/** @param {string} text */
function wordsOf(text) {
  return text.split(/\s+/).filter(Boolean);
}

/** Whether `pattern` matches all of `text`. @param {string} pattern @param {string} text */
function matches(pattern, text) {
  return new RegExp(`^(?:${pattern})$`).test(text);
}

/** @param {string[]} words @param {Patterns} patterns */
function isGroup(words, patterns) {
  return words.length < 2 || words[0] === "The" || words.some((word) => matches(patterns.groupWord, word));
}

/** @param {string} whole @param {string} last @param {string} first @param {Patterns} patterns */
function ofInverted(whole, last, first, patterns) {
  const isOne = last && first && !first.includes(",") && !isGroup([...wordsOf(last), ...wordsOf(first)], patterns);
  return isOne ? last : whole;
}

/** @param {string[]} words @param {Patterns} patterns */
function familyStart(words, patterns) {
  const end = words.length - 1;
  const found = words.findIndex((word, place) => {
    if (place < 1 || place >= end) return false;
    const following = words[place + 1] ?? "";
    return beginsFamily(word, following, patterns) || (following === "y" && place + 1 < end);
  });
  return found < 0 ? end : found;
}

/** @param {string} word @param {string} following @param {Patterns} patterns */
function beginsFamily(word, following, { particle }) {
  if (word === "Ben" || matches(particle, word.split("-").pop() ?? "")) return true;
  return matches(particle, word.toLowerCase()) && matches(particle, following);
}
