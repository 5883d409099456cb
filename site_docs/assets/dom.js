// @ts-check
/** Make and find elements, and write numbers. */

/**
 * Make an element; an attribute that is false is left out, one that is true has no value.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | boolean>} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children);
  return element;
}

/**
 * Make a button with the text `text` that does `act`.
 * @param {string} text
 * @param {() => unknown} act
 * @param {Record<string, string>} [attributes]
 */
export function button(text, act, attributes) {
  const element = make("button", { type: "button", ...attributes }, text);
  element.addEventListener("click", act);
  return element;
}

/**
 * Find the element with the id `id` and the given kind; the page must have it.
 * @template {HTMLElement} Kind
 * @param {string} id
 * @param {new () => Kind} kind
 * @returns {Kind}
 */
export function byId(id, kind) {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`the page lacks #${id}`);
  return element;
}

/**
 * Find all elements of the given kind below `parent` that match `selector`.
 * @template {HTMLElement} Kind
 * @param {ParentNode} parent
 * @param {string} selector
 * @param {new () => Kind} kind
 * @returns {Kind[]}
 */
export function all(parent, selector, kind) {
  return /** @type {Kind[]} */ ([...parent.querySelectorAll(selector)].filter((element) => element instanceof kind));
}

/**
 * Format a whole number for people: `1,234`. The browser's own formatter takes longer to make than the first cards.
 * @param {number} value
 */
export function number(value) {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
