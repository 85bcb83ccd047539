/* Keeps the chats of a colleague live: each part is asked for again, what is typed stays. The page works without it. */
(() => {
  "use strict";
  const board = document.querySelector("[data-chats]");
  if (!board) return;
  const title = document.title, told = board.querySelector("[data-told]"), columns = board.querySelector("[data-columns]");
  const read = (html) => new DOMParser().parseFromString(html, "text/html").body;
  const etags = new WeakMap();
  let fails = 0, next;

  const count = () => {
    const number = +board.querySelector("[data-count]").dataset.count;
    document.title = number ? `(${number}) ${title}` : title;
  };
  const put = (part, news) => {
    if (part.hasAttribute("data-whole")) {
      // A list that changes under a finger or the focus is a trap.
      if (part.contains(document.activeElement)) return false;
      part.replaceChildren(...news.childNodes);
      count();
      return true;
    }
    const state = part.querySelector("[data-state]"), log = part.querySelector("ol");
    const fresh = news.querySelector("[data-state]");
    if (state.innerHTML !== fresh.innerHTML) state.replaceChildren(...fresh.childNodes);
    for (const line of news.querySelectorAll("li")) {
      const had = document.getElementById(line.id), seen = line.querySelector(".log__state");
      if (!had) {
        log.append(line);
        part.scrollTop = part.scrollHeight;
      } else if (seen) had.querySelector(".log__state").textContent = seen.textContent;
    }
    return true;
  };
  const refresh = async (part) => {
    const headers = { "If-None-Match": etags.get(part) || "" };
    const reply = await fetch(`${part.dataset.part}?kijkt=${document.hidden ? "" : 1}`, { headers, cache: "no-store" });
    // Put back, or taken over by a team-mate: the column stays as it is, with what was typed.
    if (reply.status === 304 || reply.status === 403) return;
    if (!reply.ok || reply.redirected) throw reply;
    if (put(part, read(await reply.text()))) etags.set(part, reply.headers.get("ETag"));
  };
  const round = async () => {
    clearTimeout(next);
    const parts = [...board.querySelectorAll("[data-part]")];
    const done = await Promise.allSettled(parts.map(refresh));
    fails = done.some((each) => each.status === "rejected") ? fails + 1 : 0;
    next = setTimeout(round, Math.min(60000, (document.hidden ? 20000 : 3000) * 2 ** fails));
  };

  const send = async (form, tries = 0) => {
    const column = form.closest(".chat-column"), note = form.querySelector("[data-unsent]");
    form.dataset.sending = 1;
    try {
      const body = new URLSearchParams(new FormData(form));
      const reply = await fetch(form.action, { method: "POST", body, headers: { "X-Part": "1" }, cache: "no-store" });
      if (reply.status >= 500) throw reply;
      if (![200, 409, 422].includes(reply.status) || reply.redirected) return form.submit();
      const news = read(await reply.text());
      const fresh = news.querySelector(".chat-column");
      if (!fresh) told.replaceChildren(...news.childNodes);
      else if (column) {
        // "One moment" leaves alone what is being written.
        if (form.contains(column.querySelector("textarea"))) column.replaceWith(fresh);
        else {
          form.elements.submission.value = fresh.querySelector("form:last-of-type").elements.submission.value;
          delete form.dataset.sending;
        }
      } else {
        form.closest("li").remove();
        columns.append(fresh);
      }
      if (fresh && fresh.isConnected) fresh.querySelector("textarea").focus();
      round();
    } catch {
      if (note) note.textContent = note.dataset.unsent;
      setTimeout(send, Math.min(60, 2 ** tries) * 1000, form, tries + 1);
    }
  };
  board.addEventListener("submit", (event) => {
    // A button with another purpose than sending: putting a fact in, seeing how it reads.
    if (!event.target.matches("[data-send]") || event.submitter?.name === "do") return;
    event.preventDefault();
    if (!event.target.dataset.sending) send(event.target);
  });
  board.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.form) event.target.form.requestSubmit();
  });
  document.addEventListener("visibilitychange", () => document.hidden || round());
  count();
  round();
})();
