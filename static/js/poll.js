/* Asks the server again and again, and sends again what was not received: slower while the server does not answer.
   Loaded before chat.js on the page of a chat, and before desk-chats.js and desk-queue.js on the screens of a colleague. */
(() => {
  "use strict";
  const SHOWN = 3e3, HIDDEN = 2e4; // milliseconds between two questions, while the page is in sight and while it is not
  const LONGEST = 60; // seconds that are added at most after a failure
  const TIMEOUT = 2e4; // milliseconds; a connection that hangs is no connection

  const backOff = (fails) => (fails ? Math.min(LONGEST, 2 ** fails) * 1e3 : 0);
  const request = (address, options) =>
    fetch(address, { cache: "no-store", signal: AbortSignal.timeout?.(TIMEOUT), ...options });
  const read = (html) => new DOMParser().parseFromString(html, "text/html").body;

  /** A wait that ends early when woken, also when it was woken before it began. */
  const sleeper = () => {
    let woken = false, end;
    return {
      sleep: async (pause) => {
        if (!woken) {
          await new Promise((resolve) => {
            const timer = setTimeout(resolve, pause);
            end = () => resolve(clearTimeout(timer));
          });
        }
        woken = false;
        end = null;
      },
      wake: () => {
        woken = true;
        end?.();
      },
    };
  };

  /**
   * Calls `ask` at once, and again a while after it is done, never twice at the same time. What it returns decides:
   * "stop" ends it, "again" asks at once. When it throws, the wait grows; `told` hears how often it failed in a row.
   * `shown` and `unseen` are the milliseconds in between, while the page is in sight and while it is not. Returns a function that asks now: whoever knows that there is news, such as a stream, calls it.
   */
  const poll = (ask, told = () => {}, { shown = SHOWN, unseen = HIDDEN } = {}) => {
    const { sleep, wake } = sleeper();
    const seen = () => document.hidden || wake();
    addEventListener("online", wake);
    document.addEventListener("visibilitychange", seen);
    (async () => {
      for (let fails = 0, reply; reply !== "stop"; ) {
        try {
          reply = await ask();
          fails = 0;
        } catch {
          reply = null;
          fails += 1;
        }
        told(fails);
        const pause = document.hidden ? unseen : shown;
        if (reply !== "stop") await sleep(reply === "again" ? 0 : pause + backOff(fails));
      }
      removeEventListener("online", wake);
      document.removeEventListener("visibilitychange", seen);
    })();
    return wake;
  };

  const etags = new WeakMap();
  /**
   * Fetches what belongs in `part`, unless it is what it was. `take` gets its body and the status, 200 or 403, and
   * returns false when it does not want it now: then the next call fetches it again. Returns what `take` returned.
   * Throws when the server did not answer so.
   */
  const refresh = async (part, address, take, headers = {}) => {
    const reply = await request(address, { headers: { "If-None-Match": etags.get(part) || "", ...headers } });
    if (reply.status === 304) return undefined;
    if (reply.redirected || !(reply.ok || reply.status === 403)) throw reply;
    const taken = take(read(await reply.text()), reply.status);
    if (taken !== false) etags.set(part, reply.headers.get("ETag"));
    return taken;
  };

  const sending = new WeakMap();
  /**
   * Sends the form until the server has it; `told` hears how often that failed. The form carries the id of what is
   * sent, so that sending twice comes to the same. While it is on its way its words cannot be changed; between two
   * attempts they can. Returns the reply and its body; null when the form was being sent already, which is then tried
   * at once.
   */
  const deliver = async (form, options, told) => {
    if (sending.has(form)) {
      sending.get(form)();
      return null;
    }
    const { sleep, wake } = sleeper();
    const hold = (held) => {
      for (const field of form.querySelectorAll("textarea")) field.readOnly = held;
    };
    const attempt = async () => {
      const body = new URLSearchParams(new FormData(form));
      const reply = await request(form.action, { method: "POST", body, ...options });
      if (reply.status >= 500) throw reply;
      return { reply, news: read(await reply.text()) };
    };
    sending.set(form, wake);
    addEventListener("online", wake);
    let sent = null;
    for (let fails = 0; !sent; ) {
      hold(true);
      try {
        sent = await attempt();
        fails = 0;
      } catch {
        fails += 1;
      }
      hold(false);
      told(fails);
      if (!sent) await sleep(backOff(fails));
    }
    removeEventListener("online", wake);
    sending.delete(form);
    return sent;
  };

  window.polling = { poll, refresh, deliver };
})();
