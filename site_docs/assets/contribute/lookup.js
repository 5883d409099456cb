// @ts-check
/** Look up a work by its arXiv id and its DOI: its preprint at DataCite, its publication at Crossref or DataCite. */
import { NoRecord, askCrossref, askDatacite } from "./registries.js";
import { ofCrossref, ofDatacite } from "./registry_records.js";
import { ofDraft } from "./source.js";
import { joinVersions } from "./versions.js";

/** @typedef {import("./facts.js").Site} Site */
/** @typedef {import("./registry_records.js").RegistryDraft} RegistryDraft */
/** What was found, with the titles of the registries that gave it, and what a person must check. @typedef {{ entry: Record<string, any>, from: string[], notes: string[] }} Found */
/** @typedef {{ arxiv?: string, doi?: string }} Ids */

/**
 * Throws NoRecord where no registry gives a record of the work.
 * @param {Ids} ids
 * @param {Site} site
 * @param {AbortSignal} canceled
 * @returns {Promise<Found>}
 */
export async function lookUp(ids, site, canceled) {
  const asking = new Asking(site, canceled);
  const found = ids.arxiv ? await asking.both(ids.arxiv, ids.doi) : await asking.published(ids.doi ?? "");
  const unknownPlace = found.place && !ofDraft(found, site.vocabularies).venue;
  const notes = unknownPlace ? [`“${found.place}” is not one of the venues of this list: choose a venue if it is one of them under another name`] : [];
  return { entry: ofDraft(found, site.vocabularies), from: [...asking.from], notes: [...asking.notes, ...found.notes, ...notes] };
}

class Asking {
  /** @param {Site} site @param {AbortSignal} canceled */
  constructor({ facts }, canceled) {
    this.facts = facts;
    this.canceled = canceled;
    /** @type {Set<string>} */
    this.from = new Set();
    /** @type {string[]} */
    this.notes = [];
  }

  /** A preprint with its published version, if the record names one. @param {string} arxiv @param {string} [doi] */
  async both(arxiv, doi) {
    const ask = () => this.#datacite(`10.48550/arXiv.${arxiv}`);
    const preprint = doi ? await this.#ifAny(`arXiv ${arxiv}`, ask) : await ask();
    if (!preprint) return this.#published(doi ?? "");
    const published = doi ?? preprint.related.doi;
    const late = published ? await this.#ifAny(published, () => this.#published(published)) : null;
    return late ? joinVersions(preprint, late, this.facts.names) : preprint;
  }

  /** A published work with its preprint, if the record names one. @param {string} doi */
  async published(doi) {
    const late = await this.#published(doi);
    const { arxiv } = late.related;
    const early = arxiv ? await this.#ifAny(`arXiv ${arxiv}`, () => this.#datacite(`10.48550/arXiv.${arxiv}`)) : null;
    return early ? joinVersions(early, late, this.facts.names) : late;
  }

  /** @param {string} doi */
  async #published(doi) {
    try {
      return await this.#crossref(doi);
    } catch (error) {
      return await this.#datacite(doi, error instanceof NoRecord && !error.isUnknown ? error : undefined);
    }
  }

  /** @param {string} doi @returns {Promise<RegistryDraft>} */
  async #crossref(doi) {
    const record = await askCrossref(this.facts.services, doi, this.canceled);
    this.from.add(this.facts.services.crossref?.title ?? "");
    return withIds(ofCrossref(record, this.facts.identifiers), { doi });
  }

  /** @param {string} doi @param {NoRecord} [before] why the registry before gave no record @returns {Promise<RegistryDraft>} */
  async #datacite(doi, before) {
    try {
      const record = await askDatacite(this.facts.services, doi, this.canceled);
      this.from.add(this.facts.services.datacite?.title ?? "");
      const arxiv = /^10\.48550\/arXiv\.(.+)$/.exec(doi)?.[1];
      return withIds(ofDatacite(record, this.facts.identifiers), arxiv ? { arxiv } : { doi });
    } catch (error) {
      throw before ?? error;
    }
  }

  /** A second record, which is not necessary: without it there is a note. @param {string} what @param {() => Promise<RegistryDraft>} asked */
  async #ifAny(what, asked) {
    try {
      return await asked();
    } catch (error) {
      if (!(error instanceof NoRecord)) throw error;
      this.notes.push(`${what} was not looked up: ${error.message}`);
      return null;
    }
  }
}

/** The id that was asked for is the one of the record, as the person wrote it. @param {RegistryDraft} draft @param {Ids} ids */
function withIds(draft, ids) {
  return { ...draft, data: { ...draft.data, ...ids } };
}
