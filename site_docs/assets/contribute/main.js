// @ts-check
/** The contribute page: every change is checked, shown and saved. */
import { byId, make } from "../browse/dom.js";
import { copy } from "../copying/copy.js";
import { showText } from "../copying/show.js";
import { Fields, control, ordered, path } from "./fields.js";
import { site } from "./facts.js";
import { deleteDraft, loadDraft, saveDraft } from "./keeping.js";
import { Listed, isEntryId } from "./listed.js";
import { withCode } from "./messages.js";
import { line } from "./preview.js";
import { filePath, newFileAddress, proposedId } from "./proposal.js";
import { placeInTable, ResultsPart } from "./results/part.js";
import { checkSettings } from "./results/setting_rules.js";
import { checkRules } from "./rules.js";
import { validPart, validate } from "./schema.js";
import { read } from "./source.js";
import { yaml } from "./yaml.js";

/** @typedef {import("./schema.js").Problem} Problem */
/** @typedef {import("./facts.js").Site} Site */
/** @typedef {Record<string, any>} Entry */

const PAUSE = 250; // milliseconds from the last key to the check

class Contribution {
  /** @param {Site} known */
  constructor(known) {
    this.site = known;
    this.listed = new Listed(known);
    this.form = byId("contribute-form", HTMLFormElement);
    this.fields = new Fields(this.form);
    this.results = new ResultsPart(this.listed, () => this.judge());
    this.id = byId("contribute-id", HTMLInputElement);
    this.ownId = false; // whether the person typed the id
    /** @type {Set<string>} */
    this.touched = new Set();
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    this.text = "";
    this.path = "";
  }

  start() {
    const draft = loadDraft();
    if (draft?.fields) {
      this.fields.restore(draft.fields);
      this.results.restore(draft.tables ?? []);
      this.ownId = Boolean(draft.id);
      this.id.value = draft.id ?? "";
      this.touched = new Set(draft.touched ?? []);
    }
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("input", (event) => this.typed(event));
    this.form.addEventListener("focusout", (event) => this.left(event));
    byId("contribute-fill", HTMLButtonElement).addEventListener("click", () => this.fill());
    byId("contribute-copy", HTMLButtonElement).addEventListener("click", () => this.copy());
    byId("contribute-download", HTMLButtonElement).addEventListener("click", () => this.download());
    byId("contribute-clear", HTMLButtonElement).addEventListener("click", () => this.clear());
    this.judge();
    this.form.dataset.ready = "";
  }

  /** @param {Event} event */
  typed(event) {
    if (event.target === byId("contribute-paste", HTMLTextAreaElement)) return;
    if (event.target === this.id) this.ownId = this.id.value.trim() !== "";
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.judge(), PAUSE);
  }

  /** Show the problems of a field when the focus leaves it, not before. @param {Event} event */
  left(event) {
    const row = event.target instanceof Element ? event.target.closest(".field") : null;
    if (!(row instanceof HTMLElement)) return;
    this.touched.add(path(row));
    this.judge();
  }

  fill() {
    const pasted = byId("contribute-paste", HTMLTextAreaElement).value;
    const status = byId("contribute-pasted", HTMLElement);
    if (!pasted.trim()) {
      status.textContent = "The box is empty: paste something first.";
      return;
    }
    const { what, entry, notes = [] } = read(pasted, this.site.vocabularies, this.site.facts.identifiers);
    const filled = this.fields.fill(entry);
    for (const one of filled) this.touched.add(one);
    const isEmpty = Object.keys(entry).length === 0;
    const said = isEmpty ? "nothing is filled in" : "the form already has everything it says";
    const done = filled.length ? `${filled.map((one) => this.label(one)).join(", ")} filled in` : said;
    status.textContent = [`That is ${what}: ${done}.`, ...notes.map((note) => `${capital(note)}.`)].join(" ");
    this.judge();
  }

  /** @param {string} fieldPath */
  label(fieldPath) {
    const row = this.fields.rows.find((one) => path(one) === fieldPath);
    return row?.querySelector("label, legend")?.firstChild?.textContent?.trim() ?? fieldPath;
  }

  judge() {
    clearTimeout(this.timer);
    const added = new Date().toISOString().slice(0, 10);
    /** @type {Entry} */
    const fields = { ...this.fields.entry(this.site.schema), added };
    if (!this.ownId) this.id.value = proposedId(fields, this.listed.ids, this.site.facts);
    const results = this.results.tables(fields.name || this.id.value.trim() || "…");
    const values = ordered(results.length ? { ...fields, results } : fields, this.site.schema, this.site.schema);
    const ofForm = validate(values, this.site.schema);
    const entry = { ...validPart(values, ofForm), id: this.id.value.trim() };
    const matches = this.listed.matches(entry);
    const problems = [
      ...ofForm,
      ...this.results.problems(),
      ...checkRules(entry, values, this.site),
      ...this.listed.references(entry),
      ...checkSettings(entry, this.listed),
      ...this.idProblems(entry.id),
      ...matches.flatMap(problemsOf),
    ];
    this.path = filePath(values, entry.id);
    this.text = yaml(values, this.site.facts.identifiers);
    this.show(values, problems, matches);
    this.results.show(entry, problems, this.touched.has("results"));
    saveDraft({ fields: this.fields.draft(), tables: this.results.draft(), id: this.ownId ? this.id.value : "", touched: [...this.touched] });
  }

  /** @param {string} id @returns {Problem[]} */
  idProblems(id) {
    if (!isEntryId(id)) {
      const message = "the file's name is the entry's id: a-z, 0-9 and single hyphens, such as wang2022medclip";
      return [{ keys: ["id"], rule: "file-name", message }];
    }
    return this.listed.ids.has(id) ? [{ keys: ["id"], rule: "unique-id", message: `another entry has the id ${id}: choose another one` }] : [];
  }

  /** @param {Entry} entry @param {Problem[]} problems @param {import("./listed.js").Match[]} matches */
  show(entry, problems, matches) {
    this.showListed(matches);
    this.showAtFields(problems);
    const isEmpty = Object.keys(entry).length < 2 && !this.id.value; // the day alone, which is filled in automatically
    this.showProblems(isEmpty ? null : problems);
    byId("contribute-line", HTMLElement).replaceChildren(...line(entry, this.site));
    byId("contribute-yaml", HTMLElement).textContent = this.text;
    byId("contribute-path", HTMLElement).textContent = this.path;
    this.showProposal(problems.every((problem) => problem.warning));
  }

  /** @param {import("./listed.js").Match[]} matches */
  showListed(matches) {
    const region = byId("contribute-listed", HTMLElement);
    const wanted = matches.map(({ id, shared }) => `${id} ${shared.map(({ what }) => what)}`).join();
    if (region.dataset.shown === wanted) return; // a screen reader would say it twice
    region.dataset.shown = wanted;
    region.replaceChildren(
      ...matches.map(({ id, title, shared: [first] }) =>
        make("p", {}, first ? `${capital(first.what)} is already listed: ` : "A listed title is almost the same: ", make("a", { href: `${this.site.facts.root}papers/${id}/` }, title)),
      ),
    );
  }

  /** @param {Problem[]} problems */
  showAtFields(problems) {
    for (const row of [...this.fields.rows, /** @type {HTMLElement} */ (this.id.closest(".field"))]) {
      const own = problems.filter((problem) => this.rowOf(problem) === row);
      const isShown = own.length > 0 && (this.touched.has(path(row)) || own.some(({ rule }) => rule === "duplicate"));
      const place = /** @type {HTMLElement} */ (document.getElementById(`problem-${path(row)}`));
      const text = isShown ? own.map(({ message }) => message).join("\n") : "";
      place.replaceChildren(...withCode(text));
      control(row).setAttribute("aria-invalid", String(isShown && own.some(({ warning }) => !warning)));
    }
  }

  /** @param {Problem} problem */
  rowOf(problem) {
    return problem.keys[0] === "id" ? this.id.closest(".field") : this.fields.row(problem.keys);
  }

  /** @param {Problem[] | null} found null while the form is empty */
  showProblems(found) {
    const problems = found ?? [];
    const errors = problems.filter(({ warning }) => !warning);
    const state = byId("contribute-state", HTMLElement);
    const result = errors.length ? `${errors.length} ${errors.length === 1 ? "problem" : "problems"} to fix:` : "The entry is complete.";
    const text = found ? result : "Problems are listed here while you fill in the form.";
    if (state.textContent !== text) state.textContent = text;
    const list = byId("contribute-problems", HTMLElement);
    while (list.children.length > problems.length) list.lastElementChild?.remove();
    problems.forEach((problem, index) => this.showItem(list.children[index] ?? this.newItem(list), problem));
  }

  /** Add an item. Items are reused, so that one with the focus keeps it. @param {HTMLElement} list */
  newItem(list) {
    const link = make("a");
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const field = document.getElementById(link.hash.slice(1));
      field?.closest("details")?.setAttribute("open", "");
      field?.focus();
    });
    const item = make("li", {}, link, make("span"));
    list.append(item);
    return item;
  }

  /** @param {Element} item @param {Problem} problem */
  showItem(item, problem) {
    const isResult = problem.keys[0] === "results";
    const row = this.rowOf(problem);
    const field = isResult ? this.results.control(problem.keys) : row instanceof HTMLElement && control(row);
    const [link, message] = item.children;
    if (!(link instanceof HTMLAnchorElement && message && field)) return;
    link.setAttribute("href", `#${field.id}`);
    if (isResult) link.textContent = ["Results", placeInTable(problem.keys)].filter(Boolean).join(", ");
    else link.textContent = problem.keys[0] === "id" ? "Permanent id" : this.label(path(/** @type {HTMLElement} */ (row)));
    message.replaceChildren(": ", ...withCode(problem.message));
    item.setAttribute("data-rule", problem.rule);
    item.setAttribute("data-message", problem.message);
  }

  /** @param {boolean} isComplete */
  showProposal(isComplete) {
    const link = document.getElementById("contribute-propose");
    if (!link) return;
    const address = newFileAddress(this.site.facts.repository, this.path, this.text, this.site.facts.longestAddress);
    const done = byId("contribute-done", HTMLElement);
    const tooLong = "The text is too long for a link to GitHub: copy or download it, and add it there as a new file.";
    if (isComplete && !address) done.textContent = tooLong;
    else if (done.textContent === tooLong) done.textContent = "";
    if (isComplete && address) {
      link.setAttribute("href", address);
      link.removeAttribute("aria-disabled");
    } else {
      link.removeAttribute("href");
      link.setAttribute("aria-disabled", "true");
    }
  }

  async copy() {
    const done = byId("contribute-done", HTMLElement);
    const { text, path } = this;
    if (await copy(text)) done.textContent = `Copied: save it as ${path}.`;
    else showText(text, byId("contribute-copy", HTMLElement));
  }

  download() {
    const address = URL.createObjectURL(new Blob([this.text], { type: "application/yaml" }));
    make("a", { href: address, download: this.path.split("/").pop() ?? "" }).click();
    URL.revokeObjectURL(address);
    byId("contribute-done", HTMLElement).textContent = `Downloaded: save it as ${this.path}.`;
  }

  clear() {
    this.fields.restore({});
    this.results.restore([]);
    this.id.value = "";
    this.ownId = false;
    this.touched.clear();
    byId("contribute-paste", HTMLTextAreaElement).value = "";
    for (const id of ["contribute-pasted", "contribute-done"]) byId(id, HTMLElement).textContent = "";
    this.judge();
    deleteDraft();
    byId("contribute-paste", HTMLTextAreaElement).focus();
  }
}

/** @param {import("./listed.js").Match} match @returns {Problem[]} */
function problemsOf({ id, shared }) {
  if (shared.length) {
    return shared.map(({ what, keys }) => {
      const message = `${what} is already in the list, as ${id}: one work is one entry`;
      return { keys, rule: "duplicate", message };
    });
  }
  const message = `almost the title of ${id}: if it is another work, name \`${id}\` under “Distinct from”`;
  return [{ keys: ["title"], rule: "near-duplicate", message, warning: true }];
}

/** @param {string} text */
function capital(text) {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

new Contribution(await site()).start();
