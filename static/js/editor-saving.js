/* The editor's form keeps itself as a draft. Who presses a button meanwhile waits until that has come back: the first
   time it makes the page, and a second request to make it would be refused because its address is taken. */
(() => {
  "use strict";
  const busy = new WeakSet(), waiting = new WeakMap();

  const done = (form) => {
    busy.delete(form);
    if (!waiting.has(form)) return;
    const button = waiting.get(form);
    waiting.delete(form);
    // After the form has taken over the address of the page that was made.
    requestAnimationFrame(() => form.requestSubmit(button?.isConnected && button.form === form ? button : null));
  };

  document.addEventListener("w-autosave:save", (event) => busy.add(event.target));
  document.addEventListener("w-autosave:success", (event) => done(event.target));
  document.addEventListener("w-autosave:error", (event) => done(event.target));
  addEventListener("submit", (event) => {
    if (!busy.has(event.target)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    waiting.set(event.target, event.submitter);
  }, true);
})();
