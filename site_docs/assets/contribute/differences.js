// @ts-check
/** What a paste or a registry says otherwise than the form: shown with both texts, and a person chooses. */
import { make } from "../dom.js";
import { normalizeName } from "../fold.js";
import { at } from "./fields.js";

/** @typedef {Record<string, any>} Entry */
/** @typedef {{ path: string, ours: string, theirs: string }} Difference */

const MAX_LENGTH = 400; // characters of one text; the whole of it is used

/**
 * Return the fields at `paths` in which both have something, and not the same.
 * @param {Entry} form
 * @param {Entry} found
 * @param {readonly string[]} paths
 * @returns {Difference[]}
 */
export function findDifferences(form, found, paths) {
  return paths.flatMap((path) => {
    const [ours, theirs] = [form, found].map((entry) => texts(at(entry, path)));
    return ours?.length && theirs?.length && !isSame(path, ours, theirs) ? [{ path, ours: ours.join(", "), theirs: theirs.join(", ") }] : [];
  });
}

/** Whether `found` has the date of the form, and more exactly. @param {Entry} form @param {Entry} found */
export function isMoreExact(form, found) {
  return Boolean(form.date && found.date) && found.date !== form.date && found.date.startsWith(`${form.date}-`);
}

/** @param {any} value @returns {string[]} */
function texts(value) {
  const values = typeof value === "object" && value !== null ? Object.values(value) : [value ?? ""];
  return values.map(String).filter(Boolean);
}

/** @param {string} path @param {string[]} ours @param {string[]} theirs */
function isSame(path, ours, theirs) {
  if (path === "date") return ours.join().startsWith(theirs.join()) || theirs.join().startsWith(ours.join());
  if (path.startsWith("links.") || path === "aliases") return theirs.every((text) => ours.includes(text));
  return ours.map(normalizeName).join("\n") === theirs.map(normalizeName).join("\n");
}

/** The part of the page that shows differences. */
export class Differences {
  /** @param {HTMLElement} place @param {(path: string) => string} label @param {(path: string) => void} use called with the field whose found value is to be used */
  constructor(place, label, use) {
    this.place = place;
    this.label = label;
    this.use = use;
  }

  /** @param {readonly Difference[]} found @param {string} from who says so */
  show(found, from) {
    const heading = make("p", { id: "contribute-differences-title", tabindex: "-1" }, make("strong", {}, "The form has something else."), " Nothing was replaced: choose what is right.");
    this.place.replaceChildren(...(found.length ? [heading, make("ul", {}, ...found.map((one) => this.#item(one, from)))] : []));
  }

  /** @param {Difference} difference @param {string} from */
  #item({ path, ours, theirs }, from) {
    const name = this.label(path);
    const mine = make("button", { type: "button", class: "md-button", "aria-label": `Keep the form’s: ${name}` }, "Keep the form’s");
    const other = make("button", { type: "button", class: "md-button", "aria-label": `Use this instead: ${name}` }, "Use this instead");
    const item = make(
      "li",
      { "data-path": path },
      make("strong", {}, name),
      make("dl", {}, make("dt", {}, "The form"), make("dd", {}, short(ours)), make("dt", {}, from), make("dd", {}, short(theirs))),
      make("p", { class: "actions" }, other, mine),
    );
    other.addEventListener("click", () => {
      this.use(path);
      this.#leave(item);
    });
    mine.addEventListener("click", () => this.#leave(item));
    return item;
  }

  /** Take an item away; the focus goes to the next one, or to the field. @param {HTMLLIElement} item */
  #leave(item) {
    const next = item.nextElementSibling ?? item.previousElementSibling;
    const field = document.getElementById(`field-${item.dataset.path}`);
    item.remove();
    if (!next) this.place.replaceChildren();
    (next?.querySelector("button") ?? field)?.focus();
  }
}

/** @param {string} text */
function short(text) {
  const letters = [...text];
  return letters.length > MAX_LENGTH ? `${letters.slice(0, MAX_LENGTH).join("")}…` : text;
}
