// @ts-check
/** The part of the page with the tables of results. */
import { byId, make } from "../../dom.js";
import { normalizeName } from "../../fold.js";
import { makeTable } from "./table_data.js";
import { TableEditor } from "./table_editor.js";
import { TableNames } from "./table_names.js";

/** @typedef {import("../schema.js").Problem} Problem */
/** @typedef {import("./table_editor.js").TableDraft} TableDraft */
/** @typedef {Record<string, any>} Entry */

/**
 * Say where the value at `keys` is, as a reader counts: `table 1, row 3, number 2`.
 * @param {Problem["keys"]} keys
 */
export function placeInTable([, table, part, place, , number]) {
  const names = [["table", table], [part === "rows" ? "row" : "column", place], ["number", number]];
  return names.flatMap(([name, index]) => (typeof index === "number" ? [`${name} ${index + 1}`] : [])).join(", ");
}

export class ResultsPart {
  /** @param {import("../listed.js").Listed} listed @param {() => void} judge */
  constructor(listed, judge) {
    this.listed = listed;
    this.metrics = listed.site.vocabularies.metrics ?? [];
    this.holder = byId("contribute-tables", HTMLElement);
    /** @type {TableEditor[]} */
    this.editors = [];
    byId("contribute-benchmarks", HTMLElement).replaceChildren(...listed.listBenchmarks().map((name) => make("option", { value: name })));
    byId("contribute-add-table", HTMLButtonElement).addEventListener("click", () => {
      this.#add().text.focus();
      judge();
    });
    this.restore([]);
  }

  #add() {
    const editor = new TableEditor(this.editors.length, () => new TableNames(this.listed, this.metrics), this.metrics);
    this.editors.push(editor);
    this.holder.append(editor.element);
    return editor;
  }

  /** Show the tables of a draft, and at least one empty one. @param {TableDraft[]} drafts */
  restore(drafts) {
    this.editors = [];
    this.holder.replaceChildren();
    for (const draft of drafts) this.#add().restore(draft);
    if (!drafts.length) this.#add();
  }

  /** @returns {TableDraft[]} */
  draft() {
    return this.editors.map((editor) => editor.draft()).filter(({ text, where }) => text || where);
  }

  /** The editors of tables that were read, then those of texts that could not be read. */
  get order() {
    const given = this.editors.filter((editor) => editor.text.value.trim());
    return [...given.filter(({ error }) => !error), ...given.filter(({ error }) => error)];
  }

  /** Return `results` as an entry has it. @param {string} own what the work is called */
  tables(own) {
    return this.order.filter(({ error }) => !error).map((editor) => makeTable(editor.draft(), own));
  }

  /** @returns {Problem[]} */
  problems() {
    return this.order.flatMap(({ error }, place) => (error ? [{ keys: ["results", place], rule: "table", message: error }] : []));
  }

  /** The control of the value at `keys`. @param {Problem["keys"]} keys */
  control(keys) {
    const editor = this.order[Number(keys[1])] ?? this.editors[0];
    return editor?.control(keys.slice(2));
  }

  /** Offer the settings of each benchmark, and show the problems of each table. @param {Entry} entry @param {Problem[]} problems @param {boolean} isTouched */
  show(entry, problems, isTouched) {
    for (const editor of this.editors) {
      editor.columns().forEach(({ benchmark }, place) => this.#offerSettings(editor, place, this.#settings(entry, benchmark)));
      const place = this.order.indexOf(editor);
      const own = problems.filter(({ keys }) => keys[0] === "results" && place >= 0 && keys[1] === place);
      const lines = own.map(({ keys, message }) => `${placeInTable(keys)}: ${message}`);
      const text = isTouched ? lines.join("\n") : "";
      if (editor.problem.textContent !== text) editor.problem.textContent = text;
      editor.text.setAttribute("aria-invalid", String(isTouched && own.some(({ warning }) => !warning)));
    }
  }

  /** @param {Entry} entry @param {string} benchmark @returns {Record<string, string>} */
  #settings(entry, benchmark) {
    const names = [entry.name, ...(entry.aliases ?? [])].filter(Boolean).map(normalizeName);
    if (benchmark === entry.id || names.includes(normalizeName(benchmark))) return entry.settings ?? {};
    return this.listed.settings(this.listed.findId(benchmark) ?? "") ?? {};
  }

  /** @param {TableEditor} editor @param {number} place @param {Record<string, string>} settings */
  #offerSettings(editor, place, settings) {
    const list = byId(`${editor.id}-settings-${place}`, HTMLElement);
    const shown = JSON.stringify(settings);
    if (list.dataset.shown === shown) return;
    list.dataset.shown = shown;
    list.replaceChildren(...Object.entries(settings).map(([slug, label]) => make("option", { value: slug }, label)));
  }
}
