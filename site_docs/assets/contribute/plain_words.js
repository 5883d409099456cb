// @ts-check
/** The messages of `medvlm check` in the words of the form: labels in place of keys, and nothing about files. */

const MISSING = /^the key `([a-z_]+)` is missing: it is required$/;
const LATER = /is later than `added` \(([0-9-]+)\): fix one of the two/;
const ITSELF = /^(?:an item of )?`([a-z_]+)`(?:: | (?=must ))/;

/** Whether the message is about a required field that is empty. @param {string} rule @param {string} message */
export function isMissing(rule, message) {
  return rule === "missing-key" || /^`[a-z_]+` is missing: /.test(message);
}

/**
 * @param {string} message
 * @param {Record<string, string>} labels what a reader calls the fields, by their keys
 */
export function inPlainWords(message, labels) {
  if (MISSING.test(message)) return "this is required: fill it in";
  const missing = /^`[a-z_]+` is missing: (.+)$/.exec(message)?.[1];
  const isItself = Object.hasOwn(labels, ITSELF.exec(message)?.[1] ?? "");
  const plain = missing ?? (isItself ? message.replace(ITSELF, (whole) => (whole.endsWith(": ") ? "" : "this ")) : message);
  return plain.replace(LATER, "is later than today, $1").replace(/`([a-z_]+)`/g, (whole, key) => (Object.hasOwn(labels, key) ? `“${labels[key]}”` : whole));
}

/**
 * The labels of fields by the keys that messages name: `code` for `links.code`, `venue` for `venue.name`.
 * @param {readonly string[]} paths @param {(path: string) => string} label
 */
export function labelsByKey(paths, label) {
  /** @type {Record<string, string>} */
  const labels = {};
  for (const path of paths) {
    const [first = "", last = ""] = path.split(".");
    const key = last && last !== "name" ? last : first;
    labels[key] ??= label(path); // the first of two fields, such as those of the code and of its license
  }
  return labels;
}
