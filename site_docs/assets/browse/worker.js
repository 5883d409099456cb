// @ts-check
/** The worker: it has the entries and finds what the page asks for, so that the page itself stays free. */
import { Answers } from "./answers.js";

/** @typedef {import("./state.js").State} State */

/** @type {Answers} */
let answers;
let newest = 0;

addEventListener("message", ({ data }) => {
  if (data.manifest) answers = new Answers(data.manifest, data.facets);
  else if (data.state) void (data.ids ? tellIds(data) : tell(data));
  else answers.all().catch(() => {}); // a failure shows when the entries are needed
});

/** @param {{ asked: number, state: State }} question a later one overtakes it */
async function tell({ asked, state }) {
  newest = asked;
  await others();
  if (asked !== newest) return;
  try {
    for await (const answer of answers.to(state, () => asked === newest)) postMessage({ asked, answer });
  } catch {
    postMessage({ asked, answer: null });
  }
}

/** Let the questions come in that are waiting, so that only the last of them is looked into. */
function others() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", resolve, { once: true });
    port1.start();
    port2.postMessage(null);
  });
}

/** @param {{ asked: number, state: State }} question */
async function tellIds({ asked, state }) {
  postMessage({ asked, ids: await answers.ids(state).catch(() => null) });
}
