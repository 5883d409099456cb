// @ts-check
/** The switches of a benchmark page: which results are shown. The address keeps them. */

/**
 * @typedef {object} Choice
 * @property {"" | "authors" | "others"} reported By whom; "" means everybody.
 * @property {boolean} sameProtocol Without the results whose source does not state the protocol.
 */

/**
 * Read the choice from the query of an address; what it does not know is left out.
 * @param {string} search
 * @returns {Choice}
 */
export function readChoice(search) {
  const query = new URLSearchParams(search);
  const reported = query.get("reported");
  return {
    reported: reported === "authors" || reported === "others" ? reported : "",
    sameProtocol: query.get("protocol") === "same",
  };
}

/**
 * The query of an address with the choice, other parameters unchanged.
 * @param {string} search
 * @param {Choice} choice
 */
export function writeChoice(search, choice) {
  const query = new URLSearchParams(search);
  query.delete("reported");
  query.delete("protocol");
  if (choice.reported) query.set("reported", choice.reported);
  if (choice.sameProtocol) query.set("protocol", "same");
  return query.size ? `?${query}` : "";
}

/**
 * Keep `form` and the address in step; `apply` is called with the choice now and after each change.
 * @param {HTMLFormElement} form
 * @param {(choice: Choice, isChange: boolean) => void} apply
 */
export function connectSwitches(form, apply) {
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => {
    const choice = readForm(form);
    history.pushState(null, "", location.pathname + writeChoice(location.search, choice) + location.hash);
    apply(choice, true);
  });
  addEventListener("popstate", () => restore(form, apply));
  restore(form, apply);
}

/**
 * @param {HTMLFormElement} form
 * @returns {Choice}
 */
function readForm(form) {
  return readChoice(`?${new URLSearchParams(/** @type {any} */ (new FormData(form)))}`);
}

/**
 * @param {HTMLFormElement} form
 * @param {(choice: Choice, isChange: boolean) => void} apply
 */
function restore(form, apply) {
  const choice = readChoice(location.search);
  for (const box of form.querySelectorAll("input")) {
    box.checked = box.name === "reported" ? box.value === choice.reported : choice.sameProtocol;
  }
  apply(choice, false);
}
