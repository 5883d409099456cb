// Notes in the browse page when something was asked of it, and when what changed was painted.
globalThis.probe = [];
{
  const note = (what, at = performance.now()) => globalThis.probe.push([what, at]);

  /** After the frame that shows what has just changed. */
  function painted(what) {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => note(what);
      port2.postMessage(0);
    });
  }

  function changed({ type, target, removedNodes }) {
    if (type === "attributes") return target.id === "browse-results" && !target.ariaBusy ? "settled" : "";
    if (!removedNodes.length) return ""; // the page comes with cards and counts
    return target.closest("#browse-cards") ? "cards" : target.className === "facet-count" ? "counts" : "";
  }

  // From the start: the first results may be there before the page is parsed to its end.
  const watch = new MutationObserver((records) => new Set(records.map(changed)).forEach((what) => what && painted(what)));
  watch.observe(document, { subtree: true, childList: true, characterData: true, attributeFilter: ["aria-busy"] });
  document.addEventListener("input", (event) => note("asked", event.timeStamp), true);
  document.addEventListener("click", (event) => note("asked", event.timeStamp), true);
}
