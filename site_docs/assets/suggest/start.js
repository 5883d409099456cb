// @ts-check
/** On every page: `/` focuses the search, a search field that gets the focus loads its suggestions, tabs scroll, the
 * palette changes, and a link opens the box that it leads into. */
import "../details.js";
import "../palette.js";
import "../tabs.js";
import * as TEXTS from "../texts/suggest.js";

const KEY = "search-shortcut";
const ATTRIBUTES = {
  role: "combobox",
  "aria-expanded": "false",
  "aria-autocomplete": "list",
  autocomplete: "off",
  autocapitalize: "off",
  spellcheck: "false",
};
const FIELDS = "form[role=search]:not(.finder) input[name=q]";

const root = new URL("..", /** @type {HTMLScriptElement} */ (document.currentScript).src).href;
const fields = /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll(FIELDS)]);

for (const field of fields) prepare(field);
document.addEventListener("keydown", onKey);
addSwitch();

/**
 * Say from the start what the field will be, as its role must not change while it has the focus.
 * @param {HTMLInputElement} field
 */
function prepare(field) {
  for (const [name, value] of Object.entries(ATTRIBUTES)) field.setAttribute(name, value);
  let address = `${root}assets/suggest.js`;
  const load = () => {
    const { value } = field;
    import(address).then(({ suggest }) => suggest(field, root, value), wait);
    address += "?"; // the next focus, if this fails, tries again elsewhere, as a browser keeps what failed
  };
  const wait = () => field.addEventListener("focus", load, { once: true });
  if (document.activeElement === field) load();
  else wait();
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || isOff()) return;
  const shown = fields.filter((field) => field.checkVisibility());
  const field = shown.find((one) => !one.closest("header")) ?? shown[0];
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
}

/** @param {EventTarget | null} target */
function isTyping(target) {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches("textarea, select, input:not([type=checkbox], [type=radio])");
}

/** A shortcut of one character must be one that can be turned off (WCAG 2.1.4): people who speak to their
 * computer would press it by accident. */
function addSwitch() {
  const place = document.querySelector("footer .md-copyright");
  if (!place) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "search-shortcut";
  const rename = () => (button.textContent = isOff() ? TEXTS.turnKeyOn : TEXTS.turnKeyOff);
  button.addEventListener("click", () => {
    keep(!isOff());
    rename();
  });
  rename();
  addEventListener("pageshow", rename); // also where the reader comes back from a page on which it was changed
  place.append(button);
}

function isOff() {
  return localStorage.getItem(KEY) === "off"; // every page has a storage, see palette_start.js
}

/** @param {boolean} off */
function keep(off) {
  try {
    if (off) localStorage.setItem(KEY, "off");
    else localStorage.removeItem(KEY);
  } catch {
    // A full storage keeps the shortcut.
  }
}
