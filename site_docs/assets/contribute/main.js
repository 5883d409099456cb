// @ts-check
/** The contribute page: every change is checked, shown and saved. */
import { byId, make } from "../dom.js";
import { copy } from "../copying/copy.js";
import { showText } from "../copying/show.js";
import { Fields, control, ordered, path } from "./fields.js";
import { site } from "./facts.js";
import { deleteDraft, loadDraft, saveDraft } from "./keeping.js";
import { listAddresses } from "./links.js";
import { Listed, isEntryId } from "./listed.js";
import { withCode } from "./messages.js";
import { inPlainWords, labelsByKey } from "./plain_words.js";
import { line } from "./preview.js";
import { ProblemList } from "./problem_list.js";
import { filePath, newFileAddress, proposedId } from "./proposal.js";
import { placeInTable, ResultsPart } from "./results/part.js";
import { checkSettings } from "./results/setting_rules.js";
import { checkRules } from "./rules.js";
import { validPart, validate } from "./schema.js";
import { StartPart } from "./starting.js";
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
    this.labels = labelsByKey(this.fields.rows.map(path), (one) => this.fields.label(one));
    this.results = new ResultsPart(this.listed, () => this.judge());
    this.starting = new StartPart(known, this.fields, (filled) => this.filled(filled), () => this.empty());
    this.problems = new ProblemList();
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
    byId("contribute-copy", HTMLButtonElement).addEventListener("click", () => this.copy());
    byId("contribute-download", HTMLButtonElement).addEventListener("click", () => this.download());
    byId("contribute-clear", HTMLButtonElement).addEventListener("click", () => this.clear());
    this.judge();
    this.starting.begin(location.search);
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

  /** Check fields that were filled in; what is wrong in them is shown at once. @param {string[]} paths */
  filled(paths) {
    for (const one of paths) this.touched.add(one);
    this.judge();
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
    const isEmpty = Object.keys(entry).length < 2 && !this.id.value; // the day alone, which is filled in automatically
    const leadsNowhere = !this.site.facts.identifiers.some(({ field }) => entry[field]) && !Object.values(entry.links ?? {}).some((written) => listAddresses(written).length);
    this.showListed(matches);
    this.showAtFields(problems);
    this.starting.show(entry);
    this.problems.show(isEmpty ? null : problems.flatMap((problem) => this.shown(problem)), leadsNowhere);
    byId("contribute-line", HTMLElement).replaceChildren(...line(entry, this.site));
    byId("contribute-yaml", HTMLElement).textContent = this.text;
    byId("contribute-path", HTMLElement).textContent = this.path;
    this.showProposal(problems.every((problem) => problem.warning) && !leadsNowhere);
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
      const own = problems.filter((problem) => this.rowOf(problem) === row && this.isReached(problem));
      const place = /** @type {HTMLElement} */ (document.getElementById(`problem-${path(row)}`));
      place.replaceChildren(...withCode(own.map(({ message }) => capital(inPlainWords(message, this.labels))).join("\n")));
      control(row).setAttribute("aria-invalid", String(own.some(({ warning }) => !warning)));
    }
  }

  /** Whether the field of a problem was left or filled in; that a work is listed already is said at once. @param {Problem} problem */
  isReached(problem) {
    if (problem.rule === "duplicate" || problem.rule === "near-duplicate") return true;
    if (problem.rule === "no-link") return false; // the sentence above the list says it
    const row = this.rowOf(problem);
    return this.touched.has(problem.keys[0] === "results" || !(row instanceof HTMLElement) ? String(problem.keys[0]) : path(row));
  }

  /** @param {Problem} problem */
  rowOf(problem) {
    return problem.keys[0] === "id" ? this.id.closest(".field") : this.fields.row(problem.keys);
  }

  /** A problem in words, with the control that it leads to. @param {Problem} problem @returns {import("./problem_list.js").Shown[]} */
  shown(problem) {
    const isResult = problem.keys[0] === "results";
    const row = this.rowOf(problem);
    const field = isResult ? this.results.control(problem.keys) : row instanceof HTMLElement && control(row);
    if (!field) return [];
    const place = isResult ? ["Results", placeInTable(problem.keys)].filter(Boolean).join(", ") : this.fields.label(path(/** @type {HTMLElement} */ (row)));
    const label = problem.keys[0] === "id" ? "Permanent id" : place;
    return [{ problem, field, label, message: inPlainWords(problem.message, this.labels), isShown: this.isReached(problem) }];
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
    this.empty();
    deleteDraft();
    byId("contribute-paste", HTMLTextAreaElement).focus();
  }

  empty() {
    this.fields.restore({});
    this.results.restore([]);
    this.id.value = "";
    this.ownId = false;
    this.touched.clear();
    this.starting.reset();
    byId("contribute-done", HTMLElement).textContent = "";
    this.judge();
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
