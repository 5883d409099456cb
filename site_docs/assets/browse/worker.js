// @ts-check
/** The worker: it loads and searches the entries, so that the page stays responsive. */
import { Answers } from "./answers.js";
import { turn } from "./turn.js";

/** @typedef {import("./state.js").State} State */

/** @type {Answers} */
let answers;
let newest = 0;
/** Ends the pause after an answer. */
let go = () => {};

addEventListener("message", ({ data }) => {
  postMessage({ heard: true }); // all else may take a while
  if (data.manifest) start(data.manifest);
  else if (data.isShown) go();
  else if (data.wanted) void sendReply(data);
  else if (data.state) void sendAnswers(data);
  else answers.all().catch(() => {}); // a failure is reported when the entries are needed
});

/** Load the first entries, which any answer needs. @param {import("./data.js").Manifest} manifest */
function start(manifest) {
  answers = new Answers(manifest, (read) => postMessage({ read }));
  answers.chunks.first(1).catch(() => {}); // a question asks for them again
}

/** @param {{ asked: number, state: State }} question a later one stops it */
async function sendAnswers({ asked, state }) {
  newest = asked;
  go();
  await turn(); // of several questions at once only the last is answered
  if (asked !== newest) return;
  try {
    for await (const answer of answers.to(state, () => asked === newest)) {
      postMessage({ asked, answer });
      // A slow device shows what is found before it reads more.
      if (!answer.whole) await new Promise((resolve) => (go = () => resolve(undefined)));
    }
  } catch {
    postMessage({ asked, answer: null });
  }
}

/** @param {{ asked: number, wanted: { ids?: State, named?: readonly string[] } }} question */
async function sendReply({ asked, wanted: { ids, named = [] } }) {
  postMessage({ asked, reply: await (ids ? answers.ids(ids) : answers.named(named)).catch(() => null) });
}
