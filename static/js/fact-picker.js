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
  const tell = (picker) => {
    const { text, options, reads } = parts(picker);
    const named = new Set([...text.value.matchAll(NAME)].map((found) => found[1]));
    reads.textContent = options.filter((each) => named.has(each.value)).map((each) => each.textContent).join("; ");
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-insert]");
    if (!button) return;
    const picker = button.closest("[data-facts]"), { input, text, options } = parts(picker);
    if (!options.some((each) => each.value === input.value.trim())) return;
    event.preventDefault();
    const at = text.selectionStart, before = text.value.slice(0, at);
    const gap = before && !/\s$/.test(before) ? " " : "";
    text.setRangeText(`${gap}{fact:${input.value.trim()}}`, at, text.selectionEnd, "end");
    input.value = "";
    text.focus();
    tell(picker);
  });
  document.addEventListener("input", (event) => {
    const picker = event.target.matches("textarea") && event.target.form?.querySelector("[data-facts]");
    if (picker) tell(picker);
  });
})();
