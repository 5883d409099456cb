// @ts-check
/** The card of an entry, the same as the generator makes. Loaded with the first search or filter. */
import { make } from "../dom.js";
import { addressOf } from "../identifiers.js";
import { MAX_AUTHORS, MAX_TERMS } from "./limits.js";
import * as TEXTS from "../texts/browse.js";

/** @typedef {import("./data.js").Entry} Entry */

/**
 * @typedef {object} Setting what cards need besides the entry
 * @property {string} root the path to the site's root
 * @property {Record<string, string>} links labels of links
 * @property {Record<string, string>} scopes labels of the scopes beside core work
 * @property {readonly import("../identifiers.js").Identifier[]} identifiers
 * @property {(facet: string, term: string) => string} label
 * @property {() => Node} mark the mark of highlighted entries
 */

/** @param {Entry} entry @param {Setting} setting */
export function card(entry, setting) {
  const item = make("li", { class: "card" }, title(entry, setting));
  /** @param {string} name @param {(Node | string)[]} parts */
  const line = (name, ...parts) => item.append(make("p", { class: name }, ...parts));
  if (entry.summary) line("card-summary", entry.summary);
  if (entry.authors.length) line("card-authors", authors(entry));
  line("card-facts", ...facts(entry, setting));
  if (entry.namesakes.length) line("namesakes", TEXTS.notTheSame, ...namesakes(entry, setting));
  for (const [label, text] of entry.why ?? []) line("card-why", `${label}: `, text);
  if (entry.mark) mark(item, pattern(entry.mark));
  line("card-links", ...links(entry, setting));
  if (entry.observed) line("card-observed", ...between(entry.observed.map(observed), " · "));
  return item;
}

/** @param {[day: string, text: string]} fact */
function observed([day, text]) {
  return make("span", {}, `${text} `, make("span", { class: "hint" }, TEXTS.onDay, " ", make("time", { datetime: day }, day)));
}

/** The last pattern: all cards of a search have much the same, and making one takes long. */
let [source, made] = ["", /(?:)/u];

/** @param {string} words a regular expression */
function pattern(words) {
  if (words !== source) [source, made] = [words, new RegExp(`(${words})`, "u")];
  return made;
}

/** Mark the words in `node` that `sought` has as its group. @param {Node} node @param {RegExp} sought */
function mark(node, sought) {
  for (const child of [...node.childNodes]) {
    const parts = child instanceof Text ? child.data.split(sought) : [];
    if (child instanceof Text && parts[1]) child.replaceWith(...parts.map((part, place) => (place % 2 ? make("mark", {}, part) : part)));
    else mark(child, sought); // a text has no children
  }
}

/** @param {Entry} entry @param {Setting} setting */
function title(entry, { root, mark }) {
  const line = make("h3", { class: "card-title" });
  if (entry.highlight) line.append(mark());
  if (entry.status) line.append(make("span", { class: "status" }, capital(entry.status)), " ");
  line.append(make("a", { href: `${root}papers/${entry.id}/` }, entry.title));
  if (entry.name && !entry.title.includes(entry.name)) line.append(" ", make("span", { class: "name" }, entry.name));
  return line;
}

/** The other entries with the same name. @param {Entry} entry @param {Setting} setting */
function namesakes(entry, { root }) {
  const links = entry.namesakes.map(([id, label]) => make("a", { href: `${root}papers/${id}/` }, label));
  return between(links, ", ");
}

/** @param {string} text */
function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * The first authors and those that a search found, `Ada Li, Bo Ko, …, Cy Roe, et al.`
 * @param {Entry} entry
 */
export function authors({ authors, others, found = [] }) {
  const first = authors.slice(0, MAX_AUTHORS).map((_, place) => place);
  const places = [...new Set([...first, ...found])].sort((a, b) => a - b);
  const names = places.map((place, index) => (place - (places[index - 1] ?? -1) > 1 ? "…, " : "") + authors[place]);
  const more = others || (places.at(-1) ?? 0) < authors.length - 1;
  return names.join(", ") + (more ? ", et al." : "");
}

/** @param {Entry} entry @param {Setting} setting */
function facts(entry, { root, label, scopes }) {
  const date = entry.date && make("time", {}, entry.date);
  const kinds = (entry.terms?.["kind"] ?? []).map((kind) => label("kind", kind));
  const { [entry.scope]: text } = scopes; // core work has none
  const scope = text && make("span", { class: "scope" }, text);
  const terms = ["task", "modality"].flatMap((facet) =>
    (entry.terms?.[facet] ?? []).map((term) => make("a", { class: "term", href: `${root}${facet}/${term}/` }, label(facet, term))),
  );
  return between([scope, date, entry.place, ...kinds, ...terms.slice(0, MAX_TERMS)].filter(Boolean), " · ");
}

/** `parts` with `text` between them. @param {(Node | string)[]} parts @param {string} text */
function between(parts, text) {
  return parts.flatMap((part, index) => (index ? [text, part] : [part]));
}

/** @param {Entry} entry @param {Setting} setting */
function links(entry, { links: labels, identifiers }) {
  const found = addresses(entry, identifiers).flatMap(([kind, url, detail]) => {
    const text = `${labels[kind] ?? kind} ${detail}`.trimEnd();
    const name = TEXTS.ofEntry(text, entry.name || entry.title);
    return [make("a", { class: "chip", href: url, "aria-label": name }, text), " "];
  });
  return entry.license ? [...found, make("span", { class: "badge" }, entry.license)] : found;
}

/**
 * Kind, address and detail of each link, in the order of `views/links.py`.
 * @param {Entry} entry
 * @param {readonly import("../identifiers.js").Identifier[]} identifiers
 * @returns {[string, string, string][]}
 */
export function addresses(entry, identifiers) {
  const own = identifiers.filter(({ field }) => entry.identifiers[field]);
  /** @param {boolean} isPaper @returns {[string, string, string][]} */
  const of = (isPaper) =>
    own.filter((row) => row.isPaper === isPaper).map((row) => [row.field, addressOf(row, entry.identifiers[row.field] ?? ""), ""]);
  /** @type {[string, string, string][]} */
  const links = Object.entries(entry.links).flatMap(([kind, urls]) =>
    urls.map((url, index) => /** @type {[string, string, string]} */ ([kind, url, entry.link_details[kind]?.[index] ?? ""])),
  );
  return [...of(true), ...links, ...of(false)];
}
