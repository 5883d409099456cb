// @ts-check
/** Keep a draft in this browser, so that it survives a reload. */

const KEY = "contribute-draft";

/** @returns {any} */
export function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "null");
  } catch {
    return null; // no storage, or what stands there is not ours
  }
}

/** @param {any} draft */
export function keep(draft) {
  try {
    localStorage.setItem(KEY, JSON.stringify(draft));
  } catch {
    // A browser that keeps nothing still fills the form.
  }
}

export function forget() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}
