/* Checks of our own for Wagtail's content checker; home/editing/checker.py has their rules.
   Loaded by base.html in a preview of the editor only; axe-core comes with the checker. */
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

  /** A paragraph of nothing but bold letters, as a text from a word processor has for a heading. */
  function isBoldOnly(node) {
    const bold = [...node.children].filter((child) => child.matches("b, strong"));
    const text = node.textContent.trim();
    return text !== "" && !/[.!?]$/.test(text) && bold.map((child) => child.textContent).join("").trim() === text;
  }

  const POINT = /^\s*(?:[-–—•·*▪]|\p{Nd}{1,2}[.)])\s+\S/u;

  if (!window.axe) return;
  window.axe.configure({
    checks: [
      { id: "says-nothing", evaluate: (node) => WORDLESS.test((node.getAttribute("aria-label") || node.textContent).trim()) },
      { id: "shouts", evaluate: shouts },
      { id: "bold-only", evaluate: isBoldOnly },
      { id: "typed-point", evaluate: (node) => POINT.test(node.textContent) },
    ],
  });
})();
