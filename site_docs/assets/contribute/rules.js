// @ts-check
/** The rules for how values of an entry fit together and fit the vocabularies, as in the generator's `rules`. */
import { fold } from "../fold.js";
import { isAddress } from "../identifiers.js";
import { checkAuthors } from "./author_rules.js";
import { listAddresses } from "./links.js";
import { checkMarkup, checkTitle } from "./plain_text.js";
import { parseLooseCount } from "./quantities.js";
import { quoted } from "./quoted.js";
import { checkResults } from "./results/result_rules.js";
import { checkSettingTasks } from "./results/setting_rules.js";
import { resolveSchema, schemaOfValues } from "./schema.js";
import { checkTerms, listNames } from "./term_rules.js";
import { findSummaryErrors, findTextError, findUnpaired } from "./texts.js";
import { findAvoided } from "./wording.js";

/** @typedef {import("./facts.js").Site} Site */
/** @typedef {import("./schema.js").Keys} Keys */
/** @typedef {import("./schema.js").Problem} Problem */
/** @typedef {Record<string, any>} Entry */
/** @typedef {{ keys: Keys, text: string, schema: import("./schema.js").Schema }} Text */

/**
 * Return all findings of the rules that need no other entry; `entry` is the valid part of what was `given`.
 * @param {Entry} entry
 * @param {Entry} given
 * @param {Site} site
 * @returns {Problem[]}
 */
export function checkRules(entry, given, site) {
  const written = collectTexts(entry, site.schema, site.schema);
  return [
    ...checkDates(entry),
    ...checkTerms(written, site),
    ...checkTexts(written, site),
    ...checkPunctuation(entry),
    ...checkMarkup(entry, site.facts),
    ...checkTitle(entry, site.facts),
    ...(given.summary && !entry.summary ? [] : checkSummary(entry, site)),
    ...checkAuthors(entry, site),
    ...checkAddresses(entry, site),
    ...checkReachable(given, site),
    ...checkVolumes(entry, given),
    ...checkCards(entry, site),
    ...checkSize(entry, site),
    ...checkSettingTasks(entry),
    ...checkWords(entry, site),
    ...checkResults(entry.results ?? [], site.vocabularies.metrics ?? []),
  ];
}

/**
 * Return every text of an entry with the path to it and its part of the schema.
 * @param {any} value
 * @param {import("./schema.js").Schema} schema
 * @param {import("./schema.js").Schema} root
 * @param {Keys} [keys]
 * @returns {Text[]}
 */
export function collectTexts(value, schema, root, keys = []) {
  const own = resolveSchema(schema ?? {}, root, value);
  if (typeof value === "string") return [{ keys, text: value, schema: own }];
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => collectTexts(item, own.items ?? {}, root, [...keys, index]));
  }
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, part]) => {
    const path = [...keys, name];
    const ownName = own.propertyNames ? [{ keys: path, text: name, schema: own.propertyNames }] : [];
    const inner = own.propertyNames ? schemaOfValues(own) : own.properties?.[name];
    return [...ownName, ...collectTexts(part, inner ?? {}, root, path)];
  });
}

/** @param {Entry} entry @returns {Problem[]} */
function checkDates(entry) {
  const { added = "", date = "" } = entry;
  const precision = Math.min(date.length, added.length);
  if (date.slice(0, precision) <= added.slice(0, precision)) return [];
  const message = `\`${date}\` is later than \`added\` (${added}): fix one of the two`;
  return [{ keys: ["date"], rule: "added-date", message }];
}

/** @param {Text[]} written @param {Site} site @returns {Problem[]} */
function checkTexts(written, site) {
  return written.flatMap(({ keys, text }) => {
    const message = findTextError(text, site.facts);
    return message ? [{ keys, rule: "text", message }] : [];
  });
}

/** @param {Entry} entry @returns {Problem[]} */
function checkPunctuation(entry) {
  const found = [];
  for (const field of ["title", "name"]) {
    const last = (entry[field] ?? "").slice(-1);
    if (last && ".,;:".includes(last)) found.push({ keys: [field], rule: "punctuation", message: `\`${last}\` at the end: delete it` });
  }
  for (const field of ["title", "summary", "note"]) {
    const mark = findUnpaired(entry[field] ?? "");
    if (mark) found.push({ keys: [field], rule: "punctuation", message: `\`${mark}\` has no partner: add or delete one` });
  }
  return found;
}

/** @param {Entry} entry @param {Site} site @returns {Problem[]} */
function checkSummary(entry, site) {
  const messages = entry.summary
    ? findSummaryErrors(entry.summary, entry.name, site.facts)
    : ["`summary` is missing: say in one sentence what this work is or found"];
  return messages.map((message) => ({ keys: ["summary"], rule: "summary", message }));
}

/** Warn that nothing leads to the work. @param {Entry} given @param {Site} site @returns {Problem[]} */
function checkReachable(given, site) {
  const fields = site.facts.identifiers.map((row) => row.field);
  if (["links", ...fields].some((field) => given[field])) return [];
  const message = `nothing leads to this work: add ${fields.map((field) => `\`${field}\``).join(", ")} or an address under \`links\``;
  return [{ keys: ["title"], rule: "no-link", message, warning: true }];
}

/** @param {Entry} entry @param {Site} site @returns {Problem[]} */
function checkAddresses(entry, site) {
  return Object.entries(entry.links ?? {}).flatMap(([kind, written]) =>
    listAddresses(written).flatMap(({ key: place, url }, index, all) => {
      const isRepeated = all.findIndex((other) => other.url === url) < index;
      const messages = [...findAddressErrors(kind, url, site), ...(isRepeated ? [`${quoted(url)} is here twice: delete one`] : [])];
      return messages.map((message) => ({ keys: ["links", kind, place], rule: "address", message }));
    }),
  );
}

/** @param {string} kind @param {string} text @param {Site} site @returns {string[]} */
function findAddressErrors(kind, text, site) {
  if (!URL.canParse(text)) return [];
  const url = new URL(text);
  const host = url.hostname.replace(/^(www|dx)\./, "");
  const tracking = new RegExp(`^(?:${site.facts.addresses.tracking})`);
  const found = [...url.searchParams.keys()]
    .filter((name) => tracking.test(name))
    .map((name) => `${quoted(name)} tracks the reader: delete it from the address`);
  for (const row of site.facts.identifiers) {
    if (isAddress(row, text) && !row.allowedLinks.includes(kind)) found.push(`the address of ${row.noun}: write only the id, in \`${row.field}\``);
  }
  if (host === "github.com") found.push(...findGitHubErrors(text));
  else if (kind === "code") {
    const better = url.hostname.endsWith(".github.io") ? "project" : site.facts.addresses.notCode[url.hostname];
    if (better) found.push(`${url.hostname} has no code: put the address under ${better}`);
  }
  return found;
}

/** @param {string} text @returns {string[]} */
function findGitHubErrors(text) {
  const [, before = "", path = "", fragment = ""] = /^([^/]*\/\/[^/?#]*)([^?#]*)(?:\?[^#]*)?(#.+)?/.exec(text) ?? [];
  const [owner = "", name = "", ...steps] = path.replace(/^\/+|\/+$/g, "").split("/");
  const repository = name.replace(/\.git$/, "");
  const plain = /^[A-Za-z0-9._-]+$/;
  if (!plain.test(owner) || !plain.test(repository)) return ["not a repository: write https://github.com/owner/repository"];
  const folder = steps.join("/");
  const address = `https://github.com/${owner}/${repository}${["", "tree/main", "tree/master"].includes(folder) ? "" : `/${folder}`}`;
  return before + path === address ? [] : [`write it as ${address}${fragment}`];
}

/** An invalid venue is no missing one. @param {Entry} entry @param {Entry} given @returns {Problem[]} */
function checkVolumes(entry, given) {
  const fields = given.venue ? [] : ["volume", "number", "pages"].filter((field) => entry[field]);
  return fields.map((field) => {
    const message = `\`${field}\` is of a venue, but there is no \`venue\`: add \`venue\` or delete \`${field}\``;
    return { keys: [field], rule: "volume", message };
  });
}

/** @param {Entry} entry @param {Site} site @returns {Problem[]} */
function checkCards(entry, site) {
  const kind = (site.vocabularies.kinds ?? []).find((term) => term.written === entry.kind);
  if (!kind || kind.card === "dataset") return [];
  const fix = `but the kind is \`${entry.kind}\`: change the kind or delete`;
  const messages = { dataset: `\`dataset\` describes data, ${fix} \`dataset\``, settings: `\`settings\` are for data, ${fix} them` };
  return Object.entries(messages)
    .filter(([field]) => entry[field])
    .map(([field, message]) => ({ keys: [field], rule: "card", message }));
}

/** Report a size that consists of counts. @param {Entry} entry @param {Site} site @returns {Problem[]} */
function checkSize(entry, site) {
  const size = entry.dataset?.size;
  if (!size) return [];
  const names = listNames(site.vocabularies.counts ?? []);
  const { between, counted } = site.facts.sizes;
  /** @type {Map<string, string>} */
  const counts = new Map();
  for (const part of size.split(new RegExp(between))) {
    const [, amount = "", noun = ""] = new RegExp(`^${counted}$`).exec(part) ?? [];
    const count = parseLooseCount(amount);
    const slug = names.find(({ name }) => fold(name) === fold(noun))?.term.slug;
    if (!count || !slug || counts.has(slug)) return [];
    counts.set(slug, count);
  }
  const written = [...counts].map(([slug, count]) => `${slug}: ${count}`).join(", ");
  return [{ keys: ["dataset", "size"], rule: "size", message: `${quoted(size)} is a count: write \`counts: {${written}}\`` }];
}

/** Warn of words to avoid. @param {Entry} entry @param {Site} site @returns {Problem[]} */
function checkWords(entry, site) {
  return ["summary", "note"].flatMap((field) =>
    findAvoided(entry[field] ?? "", site.facts.wording).map((message) => ({ keys: [field], rule: "wording", message, warning: true })),
  );
}
