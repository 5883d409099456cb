// @ts-check
/** The addresses under a key of `links`: one, a list, or labels with addresses; and texts that distinguish them. */

const REPOSITORY_HOSTS = ["github.com", "gitlab.com", "huggingface.co", "hf.co", "kaggle.com", "modelscope.cn"];
const KINDS = ["datasets", "models", "spaces"]; // steps of a path before the owner of a repository

/** @typedef {string | string[] | Record<string, string>} Written */
/** @typedef {{ key: string | number, url: string, label: string }} Place an address, and its label or number */

/**
 * Return each address with its label or index, as the generator's `Links.list_addresses` does.
 * @param {Written | undefined} written
 * @returns {Place[]}
 */
export function listAddresses(written) {
  if (written === undefined) return [];
  if (typeof written === "object" && !Array.isArray(written)) {
    return Object.entries(written).map(([label, url]) => ({ key: label, url, label }));
  }
  return [written].flat().map((url, key) => ({ key, url, label: "" }));
}

/**
 * Return a text for each address that distinguishes it from the others, as the generator's `link_details` does.
 * @param {Place[]} found
 * @returns {string[]}
 */
export function details(found) {
  if (found.length < 2 || found.some(({ label }) => label)) return found.map(({ label }) => label);
  const choices = [host, repository, wholeName].map((describe) => found.map(({ url }) => describe(url)));
  return found.map(({ url }, index) => {
    const own = choices.find((texts) => texts[index] && texts.filter((text) => text === texts[index]).length === 1);
    return own?.[index] ?? `${host(url)} ${found.slice(0, index + 1).filter((other) => host(other.url) === host(url)).length}`;
  });
}

/** @param {string} url */
function host(url) {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : "";
}

/** Return owner and name of a repository, if `url` has them. @param {string} url */
function steps(url) {
  if (!REPOSITORY_HOSTS.includes(host(url))) return [];
  const path = new URL(url).pathname.split("/").filter(Boolean);
  return path.filter((step) => !KINDS.includes(step)).slice(0, 2);
}

/** @param {string} url */
function repository(url) {
  return (steps(url).at(-1) ?? "").replace(/\.git$/, "");
}

/** @param {string} url */
function wholeName(url) {
  return steps(url).join("/");
}
