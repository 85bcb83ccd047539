/* Keeps the chats of a colleague live: each part is asked for again, what is typed stays. The page works without it.
   Loaded by desk/chats.html, on the screen with the chats beside each other. */
(() => {
  "use strict";
  const { poll, refresh, deliver } = window.polling;
  const board = document.querySelector("[data-chats]");
  const title = document.title, told = board.querySelector("[data-told]"), columns = board.querySelector("[data-columns]");

  const count = () => {
    const number = +board.querySelector("[data-count]").dataset.count;
    document.title = number ? `(${number}) ${title}` : title;
  };
  const putList = (part, news) => {
    // A list that changes under a finger or the focus is a trap.
    if (part.contains(document.activeElement)) return false;
    part.replaceChildren(...news.childNodes);
    count();
    return true;
  };
  const putChat = (part, news) => {
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
  const ask = (part) => refresh(part, `${part.dataset.part}?kijkt=${document.hidden ? "" : 1}`, (news, status) => {
    // Put back, or taken over by a team-mate: the column stays as it is, with what was typed.
    if (status === 403) return false;
    return part.hasAttribute("data-whole") ? putList(part, news) : putChat(part, news);
  });
  const askAll = async () => {
    const done = await Promise.allSettled([...board.querySelectorAll("[data-part]")].map(ask));
    const failed = done.find((each) => each.status === "rejected");
    if (failed) throw failed.reason;
  };

  const send = async (form) => {
    const column = form.closest(".chat-column"), note = form.querySelector("[data-unsent]");
    const sent = await deliver(form, { headers: { "X-Part": "1" } }, (fails) => {
      if (note) note.textContent = fails ? note.dataset.unsent : "";
    });
    if (!sent) return;
    const { reply, news } = sent;
    if (![200, 409, 422].includes(reply.status) || reply.redirected) return form.submit();
    const fresh = news.querySelector(".chat-column");
    if (!fresh) told.replaceChildren(...news.childNodes);
    else if (!column) {
      form.closest("li")?.remove();
      columns.append(fresh);
    } else if (form.contains(column.querySelector("textarea"))) column.replaceWith(fresh);
    // "One moment" leaves alone what is being written.
    else form.elements.submission.value = fresh.querySelector("form:last-of-type").elements.submission.value;
    if (fresh && fresh.isConnected) fresh.querySelector("textarea").focus();
    askNow();
  };

  board.addEventListener("submit", (event) => {
    // A button with another purpose than sending: putting a fact in, seeing how it reads.
    if (!event.target.matches("[data-send]") || event.submitter?.name === "do") return;
    event.preventDefault();
    send(event.target);
  });
  board.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.form) event.target.form.requestSubmit();
  });
  count();
  const askNow = poll(askAll);
})();
