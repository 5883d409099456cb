// @ts-check
/** Give a search field its suggestions. */
import { loadStyle } from "../style.js";
import { Client } from "./client.js";
import { Combobox } from "./combobox.js";
import { listbox } from "./list.js";

/** @type {Client | undefined} */
let client;
/** @type {Promise<unknown> | undefined} */
let style;
let count = 0;
const ONLY_ONE = ["q", "year"];

/**
 * Suggest works, authors, terms, datasets and models while the reader types into `field`.
 * @param {HTMLInputElement} field
 * @param {string} root the address of the site's root
 * @param {string} before its value when this script was asked for
 */
export function suggest(field, root, before) {
  style ??= loadStyle(`${root}assets/suggest.css`);
  const worker = (client ??= new Client(root));
  const id = `suggest-${count++}`;
  const combobox = new Combobox(field, () => void fill());

  async function fill() {
    const text = field.value;
    if (!text.trim()) return combobox.close();
    const [found] = await Promise.all([worker.find(text), style]);
    const isWanted = field.value === text && document.activeElement === field;
    if (!found || !isWanted) return undefined;
    return combobox.show(listbox(found.groups, found.tokens, id));
  }

  combobox.popup.addEventListener("click", joinFilters);
  field.addEventListener("input", () => void fill());
  if (field.value !== before) void fill(); // typed meanwhile
}

/**
 * On the browse page, a suggested filter or search joins the filters of the present address.
 * @param {MouseEvent} event
 */
function joinFilters(event) {
  const link = event.target instanceof Element && event.target.closest("a");
  const opensElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (!link || opensElsewhere || link.pathname !== location.pathname) return;
  event.preventDefault();
  const joined = new URLSearchParams(location.search);
  for (const name of ["q", "page"]) joined.delete(name); // what was typed has become the filter
  for (const [name, value] of new URLSearchParams(link.search)) {
    if (ONLY_ONE.includes(name)) joined.set(name, value);
    else if (!joined.getAll(name).includes(value)) joined.append(name, value);
  }
  history.pushState(null, "", `?${joined}`);
  dispatchEvent(new PopStateEvent("popstate"));
}
