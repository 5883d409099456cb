// @ts-check
/** Copy a text to the clipboard, also one that is still loading. */

/**
 * Call this in the task of the click: Safari refuses a later call, so the text may come as a promise.
 * @param {string | Promise<string>} text
 * @returns {Promise<boolean>} false where the browser does not allow it; rejected if `text` is
 */
export async function copy(text) {
  return (await writeItem(text)) || writeText(await text);
}

/** @param {string | Promise<string>} text */
function writeItem(text) {
  if (!globalThis.ClipboardItem || !navigator.clipboard?.write) return Promise.resolve(false);
  const type = "text/plain";
  const blob = Promise.resolve(text).then((ready) => new Blob([ready], { type }));
  blob.catch(() => {}); // reported by `await text`
  return attempt(() => navigator.clipboard.write([new ClipboardItem({ [type]: blob })]));
}

/** @param {string} text */
function writeText(text) {
  return attempt(() => navigator.clipboard.writeText(text)); // there is no clipboard on a page without https
}

/** @param {() => Promise<void>} write */
async function attempt(write) {
  try {
    await write();
    return true;
  } catch {
    return false;
  }
}
