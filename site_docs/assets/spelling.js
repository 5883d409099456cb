// @ts-check
/** Compare British and American spellings as one word: `tumour` is `tumor`. */
import { spaced } from "./fold.js";

/** Parts of words in British spelling, with the American one. @type {Readonly<Record<string, string>>} */
const BRITISH = {
  tumour: "tumor", colour: "color", behaviour: "behavior", labour: "labor", neighbour: "neighbor", favour: "favor",
  labelled: "labeled", labelling: "labeling", modelled: "modeled", modelling: "modeling", signalling: "signaling",
  analysed: "analyzed", analyser: "analyzer", analysing: "analyzing", isation: "ization",
  centred: "centered", centre: "center", fibre: "fiber", metre: "meter", litre: "liter",
  haem: "hem", anaem: "anem", leukaem: "leukem", ischaem: "ischem", paediatr: "pediatr", orthopaed: "orthoped",
  gynaec: "gynec", anaesth: "anesth", aetiolog: "etiolog", oedema: "edema", oesoph: "esoph", foet: "fet",
  faec: "fec", diarrhoea: "diarrhea", caesar: "cesar", grey: "gray", licence: "license", defence: "defense",
  artefact: "artifact", catalogue: "catalog", dialogue: "dialog", ageing: "aging", judgement: "judgment",
};
/** What is before `-ise` and `-ize` in the verbs of the field. */
const VERBS = [
  "local", "general", "visual", "optim", "character", "recogn", "summar", "token", "normal", "standard", "special",
  "util", "anonym", "categor", "organ", "minim", "maxim", "harmon", "initial", "personal", "priorit", "regular", "emphas",
];
const FORMS = new RegExp(`${Object.keys(BRITISH).join("|")}|(?:${VERBS.join("|")})is(?=[ae]|ing|in?\\b|\\b)`, "g");

/**
 * The folded words of `text` in American spelling, with one space between; `non-commercial` is one word.
 * @param {string} text
 */
export function words(text) {
  return american(joinNon(spaced(text)));
}

/** @param {string} folded `non commercial` becomes `noncommercial` */
export function joinNon(folded) {
  return folded.includes("non ") ? folded.replace(/\bnon (?=[a-z])/g, "non") : folded;
}

/**
 * Folded words in American spelling.
 * @param {string} folded
 */
export function american(folded) {
  return folded.replace(FORMS, (form) => BRITISH[form] ?? `${form.slice(0, -1)}z`);
}
