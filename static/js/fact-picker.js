/* Puts a fact where the cursor stands in an answer, and tells beside it what is read there. Without it the server does.
   Loaded where a colleague answers: on the page of a question and on the chats. */
(() => {
  "use strict";
  const NAME = /\{fact:([^{}\s]*)\}/g;
  const parts = (picker) => ({
    input: picker.querySelector("input[list]"),
    text: picker.closest("form").querySelector("textarea"),
    options: [...picker.querySelectorAll("datalist option")],
    reads: picker.querySelector("[data-reads]"),
  });
  /** Returns the fact of this name, or the only one that holds these words; undefined when there is none, or more. */
  const chosen = (words, options) => {
    const holding = options.filter((each) => words && each.textContent.toLowerCase().includes(words.toLowerCase()));
    return options.find((each) => each.value === words) || (holding.length === 1 ? holding[0] : undefined);
  };
  const tell = (picker) => {
    const { text, options, reads } = parts(picker);
    const named = new Set([...text.value.matchAll(NAME)].map((found) => found[1]));
    reads.textContent = options.filter((each) => named.has(each.value)).map((each) => each.textContent).join("; ");
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-insert]");
    if (!button) return;
    const picker = button.closest("[data-facts]"), { input, text, options, reads } = parts(picker);
    const fact = chosen(input.value.trim(), options);
    event.preventDefault();
    if (!fact) {
      reads.textContent = picker.dataset.none;
      input.focus();
      return;
    }
    const at = text.selectionStart, before = text.value.slice(0, at);
    const gap = before && !/\s$/.test(before) ? " " : "";
    const after = /^\S/.test(text.value.slice(text.selectionEnd)) ? " " : "";
    text.setRangeText(`${gap}{fact:${fact.value}}${after}`, at, text.selectionEnd, "end");
    input.value = "";
    text.focus();
    tell(picker);
  });
  document.addEventListener("input", (event) => {
    const picker = event.target.matches("textarea") && event.target.form?.querySelector("[data-facts]");
    if (picker) tell(picker);
  });
})();
