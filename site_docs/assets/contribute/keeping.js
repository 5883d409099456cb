// @ts-check
/** Keep a draft in this browser, so that it survives a reload. */

const KEY = "contribute-draft";

/** @returns {any} */
export function loadDraft() {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "null");
  } catch {
    return null; // the browser has no storage, or its content is not a draft of this page
  }
}

/** @param {any} draft */
export function saveDraft(draft) {
  try {
    localStorage.setItem(KEY, JSON.stringify(draft));
  } catch {
    // The form works without storage too.
  }
}

export function deleteDraft() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was saved.
  }
}
