// @ts-check
/** Find the metrics, benchmarks, settings and models that a pasted table names, as the generator's `add/results/names.py` does. */
import { normalizeName } from "../../fold.js";
import { findNearest } from "../nearest.js";

/** What the head of a column says; `rest` was not understood. @typedef {{ text: string, benchmark: string, metric: string, setting: string, rest: string }} ColumnHead */
/** The model of a row, empty where it is the work itself. @typedef {{ model: string, variant: string, isKnown: boolean, guess: string | null }} ModelName */

const MAX_WORDS = 8; // words of a name in a head
const MAX_GUESSES = 20; // each takes a comparison with all names of the list
const IN_BRACKETS = /^(.+?)\s*[([]([^()[\]]+)[)\]]$/;
const WITH_SIZE = /^(.+?)[\s-]+(\d+(?:\.\d+)?\s?[BbMm])$/;
const OURS = ["ours", "our", "ourmodel", "ourmethod", "proposed"];

export class TableNames {
  /**
   * @param {import("../listed.js").Listed} listed
   * @param {import("../facts.js").Term[]} metrics
   */
  constructor(listed, metrics) {
    this.listed = listed;
    this.terms = metrics;
    this.guesses = 0;
    /** @type {Map<string, string>} */
    this.metrics = new Map();
    for (const { slug, label, name = "", aliases = [] } of metrics) {
      for (const text of [slug, label, name, ...aliases]) if (text && !this.metrics.has(normalizeName(text))) this.metrics.set(normalizeName(text), slug);
    }
  }

  /** Read what `texts`, the heads of a column from the top, say. @param {string[]} texts @returns {ColumnHead} */
  readHead(texts) {
    const head = { text: texts.join(" / "), benchmark: "", metric: "", setting: "", rest: "" };
    const left = texts.flatMap((text) => this.#take(text, head));
    head.rest = left.filter((word) => normalizeName(word) || !["", "↑", "↓", "%"].includes(word)).join(" ");
    const settings = head.rest ? this.listed.settings(head.benchmark) : null;
    if (!settings) return head;
    const known = findSetting(head.rest, settings);
    return { ...head, setting: known ?? head.rest, rest: known ? "" : head.rest };
  }

  /** Take names from `text`, the longest first, and return the words that are left. @param {string} text @param {ColumnHead} head */
  #take(text, head) {
    const words = text.match(/[^\s/,;:()[\]|]+/g) ?? [];
    for (let length = Math.min(MAX_WORDS, words.length); length > 0; length--) {
      for (let place = 0; place + length <= words.length; ) {
        if (this.#takeName(words.slice(place, place + length).join(" "), head)) words.splice(place, length);
        else place++;
      }
    }
    return words;
  }

  /** @param {string} name @param {ColumnHead} head */
  #takeName(name, head) {
    const metric = this.metrics.get(normalizeName(name));
    if (!head.metric && metric) return Boolean((head.metric = metric));
    const id = head.benchmark || !normalizeName(name) ? null : this.listed.findId(name);
    return id && this.listed.settings(id) ? Boolean((head.benchmark = id)) : false;
  }

  /** Whether a percent sign after a number only repeats the unit of `metric`. @param {string} metric */
  isPercent(metric) {
    const term = this.terms.find(({ slug }) => slug === metric);
    return !term || term.unit === "percent";
  }

  /** @param {string} text @returns {ModelName} */
  readModel(text) {
    const name = text.replace(/\s*\[\d[\d\s,–-]*\]/g, "") || text;
    if (OURS.includes(normalizeName(name))) return known("");
    const whole = this.listed.findId(name);
    for (const form of [IN_BRACKETS, WITH_SIZE]) {
      const [, before = "", variant = ""] = form.exec(name.slice(0, 300)) ?? [];
      const found = before ? this.#readVariant(before, variant.trim()) : null;
      if (found && (!whole || whole === found.model)) return found;
    }
    if (whole) return known(whole);
    return { model: name, variant: "", isKnown: false, guess: this.#guess(name) };
  }

  /** @param {string} name @param {string} variant */
  #readVariant(name, variant) {
    if (normalizeName(variant) === "ours") return known("", name);
    const id = this.listed.findId(name);
    return id ? known(id, variant) : null;
  }

  /** @param {string} text */
  #guess(text) {
    if (++this.guesses > MAX_GUESSES) return null;
    const name = findNearest(text.slice(0, 80), [...this.listed.byName.keys()]);
    return name && this.listed.nameOf(this.listed.byName.get(name) ?? "");
  }
}

/** @param {string} model @param {string} [variant] @returns {ModelName} */
function known(model, variant = "") {
  return { model, variant, isKnown: true, guess: null };
}

/** Return the slug of the setting with the slug or label `text`. @param {string} text @param {Record<string, string>} settings */
function findSetting(text, settings) {
  const pairs = Object.entries(settings).reverse();
  return pairs.find(([slug, label]) => normalizeName(slug) === normalizeName(text) || normalizeName(label) === normalizeName(text))?.[0];
}
