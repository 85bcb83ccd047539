/* Keeps the queue up to date while somebody works in it. The list never moves under the pointer or the focus: what is
   in it changes in its place, and that there is more is said, with a button to put it in. Loaded by desk/queue.html. */
(() => {
  "use strict";
  const { poll, refresh } = window.polling;
  const PACE = { shown: 2e4, unseen: 6e4 };
  const list = document.querySelector("[data-queue]"), news = document.querySelector("[data-news]");
  const show = document.querySelector("[data-show]");
  // The list as the server has it now, while another one is on the screen.
  let waiting = null;

  const rows = (part) => [...part.querySelectorAll("[data-question]")];
  const numbers = (part) => rows(part).map((row) => row.dataset.question);
  const put = (part, fresh) => {
    if (part.innerHTML !== fresh.innerHTML) part.replaceChildren(...[...fresh.childNodes].map((node) => node.cloneNode(true)));
  };
  const isBusy = () => list.contains(document.activeElement) || list.matches(":hover") || scrollY > 200;

  const say = (fresh) => {
    const there = new Set(numbers(list)), more = numbers(fresh).filter((number) => !there.has(number)).length;
    const { one, many, other } = news.dataset;
    const words = more === 0 ? other : more === 1 ? one : many.replace("#", more);
    tell(words);
  };
  const tell = (words) => {
    if (news.textContent !== words) news.textContent = words;
    news.classList.toggle("queue-news--some", Boolean(words));
  };
  /** Brings what stands on the screen up to date, each question in its place. */
  const update = (fresh) => {
    const coming = new Map(rows(fresh).map((row) => [row.dataset.question, row]));
    for (const row of rows(list)) {
      const now = coming.get(row.dataset.question);
      row.classList.toggle("queue-item--gone", !now);
      if (!now) continue;
      if (row.contains(document.activeElement)) put(row.querySelector(".queue-wait"), now.querySelector(".queue-wait"));
      else if (row.outerHTML !== now.outerHTML) row.replaceWith(now.cloneNode(true));
    }
  };
  const putList = (fresh) => {
    if (numbers(list).join() === numbers(fresh).join()) {
      // Also when it is what it was again.
      settle();
      if (rows(fresh).length) update(fresh);
      else if (!isBusy()) put(list, fresh);
      return;
    }
    say(fresh);
    if (isBusy()) {
      waiting = fresh;
      show.hidden = false;
      update(fresh);
    } else {
      put(list, fresh);
      show.hidden = true;
    }
  };
  const settle = () => {
    waiting = null;
    show.hidden = true;
    tell("");
  };
  const take = (body, status) => {
    // No colleague any more, or signed out: what stands here stays until the page is asked for again.
    if (status === 403) return false;
    for (const fresh of body.querySelectorAll("[data-live]")) {
      const part = document.querySelector(`[data-live="${fresh.dataset.live}"]`);
      if (part === list) putList(fresh);
      else if (part && !part.contains(document.activeElement)) put(part, fresh);
    }
    return true;
  };
  show.addEventListener("click", () => {
    const there = new Set(numbers(list));
    put(list, waiting);
    const first = rows(list).find((row) => !there.has(row.dataset.question)) || rows(list)[0];
    settle();
    first?.querySelector("[data-key-item]").focus();
  });
  const ask = () => refresh(list, `${list.dataset.queue}&kijkt=${document.hidden ? "" : 1}`, take);
  // The page has just been made.
  setTimeout(() => poll(ask, undefined, PACE), PACE.shown);
})();
