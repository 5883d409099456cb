// @ts-check
/** What the file is called, and where on GitHub it is proposed. */
import { fold } from "../browse/fold.js";

/** @typedef {Record<string, any>} Entry */

const PARTICLES = "af al ap auf av bin da dal de degli dei del della den der des di do dos du e el ibn la las le lo los op 't te ten ter thoe tot und van vander vom von voor zu zum zur".split(" ");
const SMALL_WORDS = "a an and are as at by can do does for from how in is it its of on or the to towards toward using via what when where why with".split(" ");

/**
 * The id that an entry goes by: last name, year and first telling word of the title.
 * @param {Entry} entry
 * @param {ReadonlySet<string>} taken
 */
export function proposedId(entry, taken) {
  const title = words(entry.title ?? "");
  const word = title.find((one) => !SMALL_WORDS.includes(one)) ?? title[0] ?? "";
  const author = entry.authors?.[0];
  const year = (entry.date ?? "").slice(0, 4);
  const base = author ? `${lastName(author)}${year}${word}` : (words(entry.name ?? "").join("-") || title.slice(0, 5).join("-"));
  const short = base.slice(0, 76).replace(/-+$/, "");
  let id = short;
  for (let number = 2; taken.has(id); number++) id = `${short}-${number}`;
  return id;
}

/** @param {string} text */
function words(text) {
  return fold(text).split(/[^a-z0-9]+/).filter(Boolean);
}

/** The last name in ASCII, particles kept and joined. @param {string} name */
function lastName(name) {
  const parts = name.split(/\s+/).filter((part) => !/^(jr|sr)\.?$|^i{2,3}$|^iv$/i.test(part));
  let start = parts.length - 1;
  while (start > 1 && PARTICLES.includes(parts[start - 1] ?? "")) start--;
  return words(parts.slice(start).join(" ")).join("");
}

/**
 * Where the file stands.
 * @param {Entry} entry
 * @param {string} id
 */
export function filePath(entry, id) {
  const year = /^\d{4}/.exec(entry.date ?? "")?.[0];
  return `entries/${year ?? "undated"}/${id || "…"}.yaml`;
}

/**
 * GitHub's page for a new file with everything filled in, or null where the address would be too long.
 * @param {string} repository
 * @param {string} path
 * @param {string} text
 * @param {number} longest
 */
export function newFileAddress(repository, path, text, longest) {
  const address = `${repository}/new/main?filename=${encodeURIComponent(path)}&value=${encodeURIComponent(text)}`;
  return address.length <= longest ? address : null;
}
