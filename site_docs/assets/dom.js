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

const NUMBERS = new Intl.NumberFormat("en"); // making one takes longer than all numbers of a page

/**
 * Format a number for people: `1,234`.
 * @param {number} value
 */
export function number(value) {
  return NUMBERS.format(value);
}
