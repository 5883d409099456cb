// @ts-check
/** The start of the form: a paste that fills it, a question where that may be another work, and the look-up of the rest. */
import { byId, make } from "../dom.js";
import { describeWork, hasOtherTitle, mayBeAnother } from "./another_work.js";
import { Differences, findDifferences, isMoreExact } from "./differences.js";
import { path } from "./fields.js";
import { lookUp } from "./lookup.js";
import { NoRecord } from "./registries.js";
import { read } from "./source.js";

/** @typedef {Record<string, any>} Entry */

const OF_VENUE = ["venue.name", "venue.year", "venue.track", "volume", "number", "pages"];

/** An id or an address is no longer. */
const MAX_PAPER = 300;

export class StartPart {
  /**
   * @param {import("./facts.js").Site} site
   * @param {import("./fields.js").Fields} fields
   * @param {(filled: string[]) => void} judge called after fields were filled
   * @param {() => void} clear empties the form
   */
  constructor(site, fields, judge, clear) {
    this.site = site;
    this.fields = fields;
    this.judge = judge;
    this.clear = clear;
    this.box = byId("contribute-paste", HTMLTextAreaElement);
    this.button = byId("contribute-fill", HTMLButtonElement);
    this.status = byId("contribute-pasted", HTMLElement);
    this.question = byId("contribute-question", HTMLElement);
    this.lookup = byId("contribute-lookup", HTMLElement);
    this.asking = byId("contribute-ask", HTMLButtonElement);
    this.answer = byId("contribute-answer", HTMLElement);
    /** @type {AbortController | null} */
    this.request = null;
    /** @type {Entry} */
    this.found = {};
    this.differences = new Differences(byId("contribute-differences", HTMLElement), (one) => fields.label(one), (one) => this.#use(one));
    this.button.addEventListener("click", () => this.#paste());
    this.asking.addEventListener("click", () => this.#ask());
  }

  /** Fill the form from the address of the page: `?paper=2210.10163`, as the list of candidates links to it. @param {string} search */
  begin(search) {
    const paper = new URLSearchParams(search).get("paper")?.slice(0, MAX_PAPER);
    if (!paper) return;
    this.box.value = paper;
    this.#paste();
  }

  /** Show the look-up while the form has an id that can be looked up. @param {Entry} entry */
  show(entry) {
    this.lookup.hidden = !this.#ids(entry);
  }

  /** Forget what was pasted and asked. */
  reset() {
    this.request?.abort();
    this.box.value = "";
    for (const element of [this.status, this.answer]) element.textContent = "";
    this.question.replaceChildren();
    this.differences.show([], "");
  }

  #paste() {
    this.question.replaceChildren();
    this.answer.textContent = "";
    this.differences.show([], "");
    if (!this.box.value.trim()) {
      this.status.textContent = "The box is empty: paste something first.";
      return;
    }
    const source = read(this.box.value, this.site);
    const form = this.#form();
    if (!mayBeAnother(form, source.entry, this.site.facts.identifiers)) return this.#fill(source);
    this.status.textContent = "";
    const [ours, theirs] = [form, source.entry].map((entry) => describeWork(entry, this.site.facts.identifiers));
    this.#askWhich(`The form has ${ours} already; you pasted ${theirs}.`, () => this.#fill(source), this.status, this.button);
  }

  /**
   * Ask whether it is another work; nothing is filled in before the answer.
   * @param {string} why @param {() => void} fill @param {HTMLElement} status @param {HTMLElement} next what gets the focus after the answer
   */
  #askWhich(why, fill, status, next) {
    const title = make("p", { id: "contribute-question-title", tabindex: "-1" }, make("strong", {}, "Is this another work?"), ` ${why}`);
    const choices = make("p", { class: "actions" });
    const answers = /** @type {[string, () => void][]} */ ([
      ["Another work: start over with it", () => this.#startOver(fill)],
      ["The same work: add what is missing", fill],
      ["Keep the form as it is", () => (status.textContent = "Nothing was changed.")],
    ]);
    for (const [text, act] of answers) {
      const button = make("button", { type: "button", class: "md-button" }, text);
      button.addEventListener("click", () => {
        this.question.replaceChildren();
        act();
        next.focus();
      });
      choices.append(button);
    }
    this.question.replaceChildren(title, choices);
    title.focus();
  }

  /** @param {() => void} fill */
  #startOver(fill) {
    const pasted = this.box.value;
    this.clear();
    this.box.value = pasted;
    fill();
  }

  /** @param {import("./source.js").Source} source */
  #fill({ what, entry, notes = [] }) {
    const { filled, differs } = this.#take(entry, "The paste");
    const isEmpty = Object.keys(entry).length === 0;
    const nothing = isEmpty || differs ? "nothing is filled in" : "the form already has everything it says";
    this.status.textContent = sentences([`That is ${what}: ${filled || nothing}`, ...notes]);
  }

  /** Fill what is empty, and show what differs. @param {Entry} entry @param {string} from */
  #take(entry, from) {
    const form = this.#form();
    this.found = entry;
    const differences = findDifferences(form, entry, this.fields.rows.map(path));
    const isOtherVenue = differences.some((one) => one.path === "venue.name");
    const shown = isOtherVenue ? differences.filter((one) => !OF_VENUE.slice(1).includes(one.path)) : differences;
    const filled = this.fields.fill(isOtherVenue ? withoutVenue(entry) : entry);
    if (isMoreExact(form, entry)) filled.push(...this.fields.replace(entry, ["date"]));
    this.differences.show(shown, from);
    this.judge(filled);
    return { filled: filled.length ? `${filled.map((one) => this.fields.label(one)).join(", ")} filled in` : "", differs: shown.length > 0 };
  }

  /** @param {string} fieldPath */
  #use(fieldPath) {
    this.judge(this.fields.replace(this.found, fieldPath === "venue.name" ? OF_VENUE : [fieldPath]));
  }

  async #ask() {
    const ids = this.#ids(this.#form());
    if (!ids || this.request) return;
    this.question.replaceChildren();
    this.differences.show([], "");
    this.request = new AbortController();
    const { signal } = this.request;
    this.asking.setAttribute("aria-disabled", "true");
    this.answer.textContent = "Asking…";
    try {
      const { entry, from, notes } = await lookUp(ids, this.site, signal);
      if (signal.aborted) return;
      if (JSON.stringify(ids) === JSON.stringify(this.#ids(this.#form()))) this.#answered(entry, from.join(" and "), notes);
      else this.answer.textContent = "The id was changed meanwhile: look it up again.";
    } catch (error) {
      if (!signal.aborted) this.answer.textContent = this.#failure(error, ids);
    } finally {
      this.request = null;
      this.asking.removeAttribute("aria-disabled");
    }
  }

  /** An answer with another title is not mixed into the form before a person says that it is the same work. @param {Entry} entry @param {string} from @param {string[]} notes */
  #answered(entry, from, notes) {
    const form = this.#form();
    if (!hasOtherTitle(form, entry)) return this.#fillAnswer(entry, from, notes);
    this.answer.textContent = `${from}: another title, so nothing is filled in before you answer the question above.`;
    this.#askWhich(`The form has “${form.title}”; ${from} has “${entry.title}” for its id.`, () => this.#fillAnswer(entry, from, notes), this.answer, this.asking);
  }

  /** @param {Entry} entry @param {string} from @param {string[]} notes */
  #fillAnswer(entry, from, notes) {
    const { filled, differs } = this.#take(entry, from);
    const nothing = differs ? "nothing is filled in" : "the form already has everything that is known there";
    this.answer.textContent = sentences([`${from}: ${filled || nothing}`, ...(differs ? ["something differs, see below"] : []), ...notes]);
  }

  /** @param {unknown} error @param {import("./lookup.js").Ids} ids */
  #failure(error, ids) {
    if (!(error instanceof NoRecord)) throw error;
    const asked = ids.arxiv ? `arXiv ${ids.arxiv}` : `the DOI ${ids.doi}`;
    const advice = error.isUnknown ? "check the number, or fill in the form by hand: new works are known there after some days" : "the form works without it";
    return sentences([`${asked} was not looked up: ${error.message}`, advice]);
  }

  /** What can be looked up, if it has the right form. @param {Entry} entry @returns {import("./lookup.js").Ids | null} */
  #ids(entry) {
    const valid = this.site.facts.identifiers.filter(({ field, pattern }) => ["arxiv", "doi"].includes(field) && new RegExp(pattern).test(entry[field] ?? ""));
    return valid.length ? Object.fromEntries(valid.map(({ field }) => [field, entry[field]])) : null;
  }

  #form() {
    return this.fields.entry(this.site.schema);
  }
}

/** @param {Entry} entry */
function withoutVenue(entry) {
  const { venue: _venue, volume: _volume, number: _number, pages: _pages, ...others } = entry;
  return others;
}

/** @param {readonly string[]} parts */
function sentences(parts) {
  return parts.map((part) => `${part.slice(0, 1).toUpperCase()}${part.slice(1)}.`).join(" ");
}
