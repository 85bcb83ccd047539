/**
 * Two checks of our own for Wagtail's content checker (home/editing/checker.py has their rules). Only a preview in the
 * editor loads this; axe-core comes with the checker.
 */
(() => {
  "use strict";

  const WORDLESS = new RegExp(
    "^(?:(?:klik|druk|kijk|lees|zie|ga) )?(?:hier|hiernaar|deze link|de link|link|lees (?:meer|verder)" +
      "|meer(?: info(?:rmatie)?)?|verder|click here|here|read more|more|this link|website|pagina)[.:!>»\\s]*$",
    "i",
  );
  const IN_A_ROW = 3;
  const LETTERS = 4;

  const shouted = (word) => word.length >= LETTERS && word === word.toUpperCase() && word !== word.toLowerCase();

  function shouts(node) {
    let row = 0;
    return (node.textContent.match(/\p{L}+/gu) || []).some((word) => {
      row = shouted(word) ? row + 1 : 0;
      return row >= IN_A_ROW;
    });
  }

  if (!window.axe) return;
  window.axe.configure({
    checks: [
      { id: "says-nothing", evaluate: (node) => WORDLESS.test((node.getAttribute("aria-label") || node.textContent).trim()) },
      { id: "shouts", evaluate: shouts },
    ],
  });
})();
