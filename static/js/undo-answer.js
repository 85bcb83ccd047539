/* Counts the seconds down in which an answer can be taken back, and says it once when it has gone. Without it the sentence
   and the button stand there as the page was made. Loaded by the pages of the desk. */
(() => {
  "use strict";
  for (const bar of document.querySelectorAll("[data-undo]")) {
    const ends = performance.now() + Number(bar.dataset.seconds) * 1000;
    const number = bar.querySelector("strong"), told = bar.querySelector("[data-undo-sent]");
    const tick = () => {
      const left = Math.ceil((ends - performance.now()) / 1000);
      if (left > 0) {
        number.textContent = left;
        return;
      }
      clearInterval(timer);
      const held = bar.contains(document.activeElement);
      for (const part of bar.querySelectorAll("form, .undo-bar__words")) part.hidden = true;
      told.textContent = told.dataset.undoSent;
      document.dispatchEvent(new Event("desk:answer-went"));
      // Who was about to press the button is not thrown back to the top of the page.
      if (held) {
        told.tabIndex = -1;
        told.focus();
      }
    };
    const timer = setInterval(tick, 250);
  }
})();
