// @ts-check
/** One pasted table on the page: its text, what its columns and rows mean, and what was not understood. */
import { make } from "../../dom.js";
import { keepChanges } from "./keep_changes.js";
import { readTable, UnreadableTable } from "./pasted.js";
import { proposeTable } from "./propose.js";

/** @typedef {import("./propose.js").Column} Column */
/** @typedef {import("./propose.js").Row} Row */
/** What is kept of a table in a draft. @typedef {{ text: string, where: string, columns: Column[], rows: Row[] }} TableDraft */
/** @typedef {HTMLInputElement | HTMLSelectElement} Control */

const HINT = "Paste it from a spreadsheet, or as CSV, Markdown or LaTeX (a tabular).";

export class TableEditor {
  /** @param {number} number @param {() => import("./table_names.js").TableNames} makeNames @param {import("../facts.js").Term[]} metrics */
  constructor(number, makeNames, metrics) {
    this.id = `results-${number}`;
    this.makeNames = makeNames;
    this.metrics = metrics;
    this.text = make("textarea", { id: `${this.id}-text`, rows: "3", spellcheck: "false", autocomplete: "off", "aria-describedby": `${this.id}-hint ${this.id}-problem` });
    this.where = make("input", { id: `${this.id}-where`, type: "text", autocomplete: "off", placeholder: "Table 4" });
    this.notes = make("div", { role: "status", class: "hint" });
    this.preview = make("div", { class: "preview" });
    this.problem = make("p", { class: "problem", id: `${this.id}-problem` });
    /** @type {import("./propose.js").Proposal} */
    this.proposal = { columns: [], rows: [], notes: [] };
    /** @type {{ columns: Column[], rows: Row[] }} */
    this.shown = this.proposal;
    /** @type {Record<"benchmark" | "setting" | "metric", Control>[]} */
    this.columnControls = [];
    /** @type {{ model: HTMLInputElement, variant: HTMLInputElement, other: HTMLInputElement }[]} */
    this.rowControls = [];
    this.error = "";
    this.text.addEventListener("input", () => this.read(this.columns(), this.rows()));
    this.element = this.#make(number);
  }

  /** @param {number} number */
  #make(number) {
    return make(
      "div",
      { class: "field printed-table", "data-path": "results" },
      make("label", { for: this.text.id }, `Printed table ${number + 1}`),
      make("p", { class: "hint", id: `${this.id}-hint` }, HINT),
      this.text,
      make("label", { for: this.where.id }, "Where it is printed"),
      this.where,
      this.notes,
      this.preview,
      this.problem,
    );
  }

  /** @param {TableDraft} draft */
  restore({ text, where, columns, rows }) {
    this.text.value = text;
    this.where.value = where;
    this.read(columns, rows);
  }

  /** @returns {TableDraft} */
  draft() {
    return { text: this.text.value, where: this.where.value.trim(), columns: this.columns(), rows: this.rows() };
  }

  /** Read the text. What a person changed is kept where the head or the name is the same. @param {Column[]} columns @param {Row[]} rows */
  read(columns, rows) {
    const before = this.proposal;
    this.proposal = this.#propose();
    this.shown = {
      columns: this.proposal.columns.map((column, place) => keepChanges(column, place, columns, before.columns, "head")),
      rows: this.proposal.rows.map((row, place) => keepChanges(row, place, rows, before.rows, "label")),
    };
    const items = this.proposal.notes.map((note) => make("li", {}, note));
    this.notes.replaceChildren(...(items.length ? [make("p", {}, "Please check:"), make("ul", {}, ...items)] : []));
    this.#show();
  }

  /** @returns {import("./propose.js").Proposal} */
  #propose() {
    this.error = "";
    try {
      if (this.text.value.trim()) return proposeTable(readTable(this.text.value), this.makeNames());
    } catch (error) {
      if (!(error instanceof UnreadableTable)) throw error;
      this.error = error.message;
    }
    return { columns: [], rows: [], notes: [] };
  }

  /** Show the table, with a control for each thing that a person may choose. */
  #show() {
    const { columns, rows } = this.shown;
    this.columnControls = columns.map((column, place) => this.#makeColumn(column, place));
    this.rowControls = rows.map((row, place) => this.#makeRow(row, place));
    const heads = this.columnControls.map((controls, place) => make("th", { scope: "col" }, columns[place]?.head || `Column ${place + 1}`, ...Object.values(controls), this.#options(place)));
    const names = ["Model", "Variant", "Another group's model"].map((name) => make("th", { scope: "col" }, name));
    const body = this.rowControls.map((controls, place) => {
      const cells = rows[place]?.values.map((value) => make("td", {}, value ?? "–")) ?? [];
      return make("tr", {}, ...Object.values(controls).map((control) => make("td", {}, control)), ...cells);
    });
    const table = make("table", { "aria-label": "What was read" }, make("thead", {}, make("tr", {}, ...names, ...heads)), make("tbody", {}, ...body));
    this.preview.replaceChildren(...(rows.length ? [table] : []));
  }

  /** @param {Column} column @param {number} place */
  #makeColumn(column, place) {
    const named = (/** @type {string} */ name) => ({ id: `${this.id}-${name}-${place}`, "aria-label": `${name} of column ${place + 1}`, autocomplete: "off" });
    const text = { type: "text", size: "10" };
    const benchmark = make("input", { ...named("benchmark"), ...text, list: "contribute-benchmarks", placeholder: "benchmark", value: column.benchmark });
    const setting = make("input", { ...named("setting"), ...text, list: `${this.id}-settings-${place}`, placeholder: "setting", value: column.setting });
    const options = this.metrics.map(({ written, label }) => make("option", { value: written, selected: written === column.metric }, label));
    const metric = make("select", named("metric"), make("option", { value: "" }, "metric"), ...options);
    return { benchmark, setting, metric };
  }

  /** @param {number} place */
  #options(place) {
    return make("datalist", { id: `${this.id}-settings-${place}` });
  }

  /** @param {Row} row @param {number} place */
  #makeRow(row, place) {
    const named = (/** @type {string} */ name) => ({ id: `${this.id}-${name}-${place}`, "aria-label": `${name} of row ${place + 1}`, autocomplete: "off" });
    return {
      model: make("input", { ...named("model"), type: "text", size: "14", placeholder: "this work", value: row.model }),
      variant: make("input", { ...named("variant"), type: "text", size: "8", value: row.variant }),
      other: make("input", { ...named("another group's model"), type: "checkbox", checked: row.isOther }),
    };
  }

  /** What the columns mean now. @returns {Column[]} */
  columns() {
    return this.columnControls.map(({ benchmark, setting, metric }, place) => ({
      head: this.proposal.columns[place]?.head ?? "",
      benchmark: benchmark.value.trim(),
      setting: setting.value.trim(),
      metric: metric.value,
    }));
  }

  /** What the rows mean now. @returns {Row[]} */
  rows() {
    return this.rowControls.map(({ model, variant, other }, place) => {
      const { label = "", values = [] } = this.proposal.rows[place] ?? {};
      return { label, model: model.value.trim(), variant: variant.value.trim(), isOther: other.checked, values };
    });
  }

  /** The control of the value at `keys` of the table; numbers are corrected in the pasted text. @param {(string | number)[]} keys */
  control(keys) {
    const [part, place, name] = keys;
    if (part === "rows" && (name === "model" || name === "variant")) return this.rowControls[Number(place)]?.[name] ?? this.text;
    if (part === "where") return this.where;
    const [column, value] = part === "columns" ? [Number(place), name] : [0, part];
    const isChoice = value === "benchmark" || value === "setting" || value === "metric";
    return (isChoice && this.columnControls[column]?.[value]) || this.text;
  }
}
