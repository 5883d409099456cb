// @ts-check
/** The list of problems: what is wrong in fields that a person has left, and what is still to fill in. */
import { byId, make } from "../dom.js";
import { withCode } from "./messages.js";
import { isMissing } from "./plain_words.js";

/** @typedef {import("./schema.js").Problem} Problem */
/** A problem as the page shows it: the field that it leads to, in words. @typedef {{ problem: Problem, field: HTMLElement, label: string, message: string, isShown: boolean }} Shown */

export class ProblemList {
  constructor() {
    this.state = byId("contribute-state", HTMLElement);
    this.list = byId("contribute-problems", HTMLElement);
  }

  /**
   * @param {Shown[] | null} found null while the form is empty
   * @param {boolean} leadsNowhere whether the entry has no address of the work
   */
  show(found, leadsNowhere) {
    const shown = found ?? [];
    const text = found ? summary(shown, leadsNowhere) : "Problems are listed here while you fill in the form.";
    if (this.state.textContent !== text) this.state.textContent = text;
    while (this.list.children.length > shown.length) this.list.lastElementChild?.remove();
    shown.forEach((one, index) => showItem(this.list.children[index] ?? newItem(this.list), one));
  }
}

/** @param {Shown[]} shown @param {boolean} leadsNowhere */
function summary(shown, leadsNowhere) {
  const errors = shown.filter(({ problem }) => !problem.warning);
  const wrong = errors.filter(({ isShown }) => isShown).length;
  const missing = errors.filter(isToFill).length;
  const counts = [
    ...(wrong ? [`${wrong} ${wrong === 1 ? "problem" : "problems"} to fix`] : []),
    ...(missing ? [`${missing} ${missing === 1 ? "field" : "fields"} still to fill in`] : []),
  ];
  const nowhere = leadsNowhere ? "Nothing leads to the work yet: add an identifier, such as an arXiv id or a DOI, or a link." : "";
  if (counts.length || nowhere) return [counts.length ? `${counts.join(", ")}.` : "", nowhere].filter(Boolean).join(" ");
  return errors.length ? "Not complete yet." : "The entry is complete.";
}

/** Whether the field is required and was not reached yet, which is no mistake. @param {Shown} shown */
function isToFill({ problem, isShown }) {
  return !isShown && isMissing(problem.rule, problem.message);
}

/** Add an item. Items are reused, so that one with the focus keeps it. @param {HTMLElement} list */
function newItem(list) {
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

/** @param {Element} item @param {Shown} shown */
function showItem(item, shown) {
  const { problem, field, label, message } = shown;
  const [link, words] = item.children;
  if (!(link instanceof HTMLAnchorElement && words)) return;
  link.setAttribute("href", `#${field.id}`);
  link.textContent = label;
  words.replaceChildren(": ", ...withCode(isToFill(shown) ? "still to fill in" : message));
  item.toggleAttribute("hidden", !shown.isShown && !isToFill(shown));
  item.setAttribute("data-rule", problem.rule);
  item.setAttribute("data-message", problem.message);
}
