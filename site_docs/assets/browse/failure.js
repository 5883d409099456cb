// @ts-check
/** A box that says what could not be loaded, until the reader tries again or goes on. */
import { button, make } from "../dom.js";
import * as TEXTS from "../texts/browse.js";

export class Failure {
  /**
   * @param {string} id
   * @param {HTMLElement} above what is above it
   * @param {HTMLElement} title gets the focus when the button goes
   * @param {(text: string) => void} say
   */
  constructor(id, above, title, say) {
    this.element = make("div", { id, class: "browse-note" });
    this.above = above;
    this.title = title;
    this.say = say;
  }

  /**
   * @param {() => unknown} retry @param {string} [text]
   * @param {HTMLElement} [box] of the card where the reader is, in place of the top of the list
   */
  show(retry, text = TEXTS.partNotLoaded, box) {
    const card = box?.closest("#browse-cards .card-tools"); // none if the list has changed since
    const again = button(TEXTS.tryAgain, () => {
      ((card && box) ?? this.title).focus(); // the button goes
      this.hide();
      retry();
    });
    this.element.replaceChildren(make("p", {}, `${text} `, again));
    (card ?? this.above).after(this.element);
    if (card) this.element.scrollIntoView({ block: "nearest" }); // it is below the row of the box
    this.say(text);
  }

  hide() {
    this.element.remove();
    this.say("");
  }
}
