// @ts-check
/**
 * Ask a public registry about one work. This is the only request to another host, and a person has pressed the
 * button that names it. Answers are not trusted: they are bounded, and only facts of known form are read.
 */

/** @typedef {{ title: string, api: string }} Service */
/** @typedef {Record<string, Service>} Services by `crossref` and `datacite` */

const SECONDS = 10;
const TOO_LATE = "too late";
const MAX_BYTES = 4 * 1024 * 1024; // bytes of one answer; records of works with many references have hundreds of kilobytes

/** A registry gave no record; the message says why, and `isUnknown` whether it has none. */
export class NoRecord extends Error {
  /** @param {string} message @param {boolean} [isUnknown] */
  constructor(message, isUnknown = false) {
    super(message);
    this.isUnknown = isUnknown;
  }
}

/**
 * What Crossref knows of a DOI. Throws NoRecord.
 * @param {Services} services @param {string} doi @param {AbortSignal} canceled
 */
export async function askCrossref(services, doi, canceled) {
  const answer = await ask(services.crossref, `works/${encodeURIComponent(doi)}`, canceled);
  return part(services.crossref, answer?.message);
}

/**
 * What DataCite knows of a DOI. Throws NoRecord.
 * @param {Services} services @param {string} doi @param {AbortSignal} canceled
 */
export async function askDatacite(services, doi, canceled) {
  const answer = await ask(services.datacite, `dois/${encodeURIComponent(doi)}`, canceled);
  return part(services.datacite, answer?.data?.attributes);
}

/** @param {Service | undefined} service @param {any} found */
function part(service, found) {
  if (typeof found !== "object" || found === null) throw new NoRecord(notUnderstood(service));
  return found;
}

/** @param {Service | undefined} service @param {string} path @param {AbortSignal} canceled */
async function ask(service, path, canceled) {
  if (!service) throw new NoRecord("this page does not know the registry");
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(TOO_LATE), SECONDS * 1000);
  canceled.addEventListener("abort", () => stop.abort(), { once: true });
  try {
    const response = await fetch(`${service.api}/${path}`, {
      signal: stop.signal,
      credentials: "omit",
      referrerPolicy: "no-referrer",
      redirect: "error",
      headers: { Accept: "application/json" },
    });
    if (response.status === 404) throw new NoRecord(`${service.title} does not know it`, true);
    if (response.status === 429) throw new NoRecord(`${service.title} has too many requests at the moment: try again in a minute`);
    if (!response.ok) throw new NoRecord(`${service.title} answers with error ${response.status}: try again later`);
    return JSON.parse(await read(response, service));
  } catch (error) {
    throw explained(error, service, stop.signal.reason === TOO_LATE);
  } finally {
    clearTimeout(timer);
  }
}

/** The body of an answer, as far as it may be read. @param {Response} response @param {Service} service */
async function read(response, service) {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let [text, size] = ["", 0];
  for (let chunk = await reader?.read(); chunk?.value; chunk = await reader?.read()) {
    size += chunk.value.length;
    if (size > MAX_BYTES) {
      await reader?.cancel();
      throw new NoRecord(`the answer of ${service.title} is too large to read`);
    }
    text += decoder.decode(chunk.value, { stream: true });
  }
  return text;
}

/** @param {unknown} error @param {Service} service @param {boolean} isLate */
function explained(error, service, isLate) {
  if (error instanceof NoRecord) return error;
  if (isLate) return new NoRecord(`${service.title} did not answer within ${SECONDS} seconds: try again later`);
  if (error instanceof SyntaxError) return new NoRecord(notUnderstood(service));
  return new NoRecord(`${new URL(service.api).hostname} cannot be reached: check that you are online, or try again later`);
}

/** @param {Service | undefined} service */
function notUnderstood(service) {
  return `the answer of ${service?.title} is no record of a work: try again later`;
}
