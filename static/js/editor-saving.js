/* The editor's form keeps itself as a draft. Who presses a button meanwhile waits until the answer is there. A second
   request to make a page would be refused, because its address is taken; and a draft that is written beside a
   publication takes the page offline again, since it read the page before.
   Without a network whoever presses a button waits too: the browser would put its own page in the place of the form.
   Loaded in the editor of pages and snippets, by home/editing/hooks.py. */
(() => {
  "use strict";
  const LONGEST = 20000; // milliseconds; an answer that never comes holds nobody up
  const busy = new WeakSet(), waiting = new Map(), leaving = new WeakSet();

  const keepsItself = (form) => (form.dataset.controller ?? "").split(" ").includes("w-autosave");

  const done = (form) => {
    busy.delete(form);
    if (!waiting.has(form) || !navigator.onLine) return;
    const button = waiting.get(form);
    waiting.delete(form);
    // A button that was pressed is disabled while it works, and a disabled one is not sent along.
    const pressed = document.createElement("input");
    pressed.type = "hidden";
    pressed.name = button?.name ?? "";
    pressed.value = button?.value ?? "";
    form.append(pressed);
    form.requestSubmit();
    pressed.remove();
  };

  document.addEventListener("w-autosave:save", (event) => {
    // What was sent by a button is not sent once more beside it.
    if (leaving.has(event.target)) event.preventDefault();
    else if (!event.defaultPrevented) busy.add(event.target);
  });
  document.addEventListener("w-autosave:success", (event) => done(event.target));
  document.addEventListener("w-autosave:error", (event) => done(event.target));
  addEventListener("online", () => [...waiting.keys()].forEach(done));
  addEventListener("submit", (event) => {
    const form = event.target;
    if (!keepsItself(form)) return;
    if (navigator.onLine && !busy.has(form)) {
      leaving.add(form);
      setTimeout(() => leaving.delete(form), LONGEST);
      // What another listener stopped, such as a question whether this is right, goes nowhere.
      setTimeout(() => event.defaultPrevented && leaving.delete(form));
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!waiting.has(form)) setTimeout(() => done(form), LONGEST);
    waiting.set(form, event.submitter);
  }, true);
})();
