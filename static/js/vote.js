/* Sends the vote and its words without leaving the page; without this the door answers with a page of its own.
   Loaded by feedback/ask.html, at the end of every page that asks whether it was helpful. */
(() => {
  "use strict";
  document.addEventListener("submit", async (event) => {
    const form = event.target, place = form.closest("[data-vote]");
    if (!place) return;
    event.preventDefault();
    if (form.dataset.sending) return;
    form.dataset.sending = 1;
    const body = new URLSearchParams(new FormData(form)), button = event.submitter;
    if (button?.name) body.append(button.name, button.value);
    try {
      const headers = { "X-Part": "1" };
      const reply = await fetch(form.action, { method: "POST", body, headers, cache: "no-store" });
      const news = new DOMParser().parseFromString(await reply.text(), "text/html").querySelector("[data-vote]");
      place.replaceChildren(...news.childNodes);
      (place.querySelector("[aria-invalid=true]") || place.querySelector("h1, h2")).focus();
    } catch {
      // What did not arrive is sent once more, as a page.
      delete form.dataset.sending;
      if (button?.name) form.append(Object.assign(document.createElement("input"), { type: "hidden", name: button.name, value: button.value }));
      form.submit();
    }
  });
})();
