// @ts-check
/** Fetch a file; where no more bytes come, as a server hangs, that is a failure too. */

export const MAX_SILENCE = 20_000; // milliseconds without a byte

/** What lets each file on its way wait anew. A slow connection may send one after another. @type {Set<() => void>} */
const waits = new Set();

/**
 * Call `act` whenever no byte of any file has come for so long.
 * @param {() => void} act
 * @returns {() => void} what ends the wait
 */
export function onSilence(act) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(act, MAX_SILENCE);
    waits.add(wait);
  };
  wait();
  return () => {
    clearTimeout(timer);
    waits.delete(wait);
  };
}

/**
 * The text at `address`.
 * @param {string} address @param {RequestCache} [cache]
 */
export async function fetchText(address, cache = "default") {
  const stop = new AbortController();
  const end = onSilence(() => stop.abort());
  try {
    const { ok, status, body } = await fetch(address, { cache, signal: stop.signal });
    if (!ok || !body) throw new Error(`${status} for ${address}`);
    const parts = body.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    for (let part; !(part = await parts.read()).done; text += part.value) {
      for (const wait of waits) wait();
    }
    return text;
  } finally {
    end();
  }
}

/**
 * What is in a data file, which is named by its content, so a kept copy is never out of date.
 *
 * It may be a failure that was kept, or the page of a network that asks for a login: then the file is fetched again.
 * @param {string} address
 * @returns {Promise<any>}
 */
export async function fetchData(address) {
  try {
    return JSON.parse(await fetchText(address, "force-cache"));
  } catch (error) {
    if (error instanceof DOMException) throw error; // it was silent: the reader has waited enough
    return JSON.parse(await fetchText(address, "reload"));
  }
}
