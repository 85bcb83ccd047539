/* Keys for everything on a screen of the desk; without this file everything is reached with Tab and Enter.
   Loaded by the pages of the desk, which include desk/keys.html: the button and the dialog behind `?`.
   What a page declares:

   data-key="n"           on a link or button: the key presses it; on a field: the key goes there. A `details` around it
                          opens, and on its `summary` the key opens it and goes to its first field. "g q" is one key after
                          the other. "Ctrl+Enter" works while typing too, and sends no other form than the one in which
                          somebody types, whether its button has the key or not. The same key may stand on more than one:
                          that of the form or the list item with the focus is meant, else the first; one in a list item
                          is pressed only while that item has the focus.
   data-key-says="Claim"  the words for it in the list of keys; else its label or its text.
   data-key-back          where Escape in a field leads, so that the keys of one letter work again. A field in a `details`
                          whose summary has a key folds it instead.
   data-key-list          a list through which j and k go, and the arrows while the focus is in it or nowhere.
   data-key-item          the link of an item of such a list, which gets the focus; Enter opens it, as any link.
   data-focus             where the page begins; else at its title, so that Tab goes on from there and a reader of the
                          screen says which page this is.

   Keys of one letter never work in a field, nor while a dialog is open, and can be switched off in this browser. */
(() => {
  "use strict";
  const KEPT = "desk-letters", SEQUENCE = 1500; // milliseconds between the two keys of "g q"
  const TYPED = "textarea, select, [contenteditable]:not([contenteditable=false]), [role=textbox], [role=combobox], " +
    "input:not([type=checkbox], [type=radio], [type=button], [type=submit])";
  const FIELD = "textarea, select, input:not([type=hidden])";
  // Letters on which the admin opens a list of its own keys, its search and its menu.
  const OF_THE_ADMIN = ["?", "/", "[", "]"];
  const root = document.documentElement, title = document.querySelector("#header-title");
  const dialog = document.querySelector("[data-keys-dialog]");

  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const usable = (element) => !element.matches(":disabled") && !element.closest("[hidden], dialog:not([open])");
  const items = () => all("[data-key-list] [data-key-item]").filter(usable);
  const itemOf = (element) => element.closest("[data-key-list] > *");
  const isLetter = (key) => !key.includes("+");

  const allowed = () => {
    try {
      return localStorage.getItem(KEPT) !== "off";
    } catch {
      return true;
    }
  };
  const keep = (on) => {
    try {
      localStorage.setItem(KEPT, on ? "on" : "off");
    } catch {
      // A browser that keeps nothing: it holds until the page goes.
    }
  };
  let letters = allowed();

  /** Says on every element which key it has, as far as a reader of the screen can be told. */
  const announce = () => {
    root.toggleAttribute("data-letters-off", !letters);
    for (const element of all("[data-key]")) {
      const key = element.dataset.key, told = !key.includes(" ") && (letters || !isLetter(key));
      if (told) element.setAttribute("aria-keyshortcuts", key.replace("Ctrl", "Control"));
      else element.removeAttribute("aria-keyshortcuts");
    }
  };

  /** Returns the element that is meant by this key, given what has the focus; undefined when there is none. */
  const meant = (key) => {
    const there = all("[data-key]").filter((element) => element.dataset.key === key && usable(element));
    const focus = document.activeElement, item = itemOf(focus), form = focus.form || focus.closest("form");
    const own = there.find((element) => form && element.form === form);
    // Nobody sends what they are not in: where the focus is in no form nothing is sent.
    if (!own && key === "Ctrl+Enter") return form?.querySelector("button:not([type=button]), input[type=submit]");
    return own || there.find((element) => item?.contains(element)) || there.find((element) => !itemOf(element));
  };
  /** Returns the field to begin with: of a choice the one that is chosen, so that Space changes no answer unseen. */
  const start = (within) => {
    const field = within.querySelector(FIELD);
    return (field?.type === "radio" && all("input:checked", within).find((each) => each.name === field.name)) || field;
  };
  const press = (element) => {
    for (let part = element.parentElement; part; part = part.parentElement) if (part.matches("details")) part.open = true;
    // Of what unfolds the first field is meant, and where it has none its first button or link.
    const goal = element.matches("summary") &&
      (start(element.parentElement) || element.parentElement.querySelector("button, a[href]"));
    if (element.matches("summary")) return (goal || element).focus();
    element.focus();
    if (!element.matches(TYPED)) element.click();
    else if (element.matches("input")) element.select();
  };
  const go = (step) => {
    const there = items(), item = itemOf(document.activeElement);
    const at = there.findIndex((each) => item && itemOf(each) === item);
    // From outside the list the first step leads to its first item, whichever way.
    const next = at < 0 ? there[0] : there[at + step];
    next?.focus();
    next?.scrollIntoView({ block: "nearest" });
    return Boolean(there.length);
  };

  const words = (element) => {
    if (element.dataset.keySays) return element.dataset.keySays;
    const label = element.getAttribute("aria-label") || element.labels?.[0]?.textContent;
    if (label) return label.trim();
    const copy = element.cloneNode(true);
    for (const extra of all("kbd, svg, .w-sr-only", copy)) extra.remove();
    return copy.textContent.replace(/\s+/g, " ").trim();
  };
  const row = (keys, says) => {
    const line = document.createElement("div"), term = document.createElement("dt"), told = document.createElement("dd");
    for (const key of keys) {
      if (term.childNodes.length) term.append(" ");
      const cap = document.createElement("kbd");
      cap.textContent = key;
      term.append(cap);
    }
    told.textContent = says;
    line.append(term, told);
    return line;
  };
  const open = () => {
    const list = dialog.querySelector("[data-keys-list]"), found = new Map();
    for (const element of all("[data-key]").filter(usable)) {
      if (!found.has(element.dataset.key)) found.set(element.dataset.key, words(element));
    }
    const { next, previous, help, leave: leaves, open: opens } = list.dataset;
    const rows = items().length ? [row(["j", "↓"], next), row(["k", "↑"], previous), row(["Enter"], opens)] : [];
    for (const [key, says] of found) rows.push(row(key.split(/[ +]/), says));
    list.replaceChildren(...rows, ...(leaves ? [row(["Esc"], leaves)] : []), row(["?"], help));
    dialog.querySelector("[data-keys-letters]").checked = letters;
    dialog.showModal();
  };

  /** Leaves a field: what unfolded around it folds again and its summary has the focus, else the talk has it. */
  const leave = (field) => {
    const fold = field.closest("details[open]"), summary = fold?.querySelector("summary[data-key]");
    if (summary) {
      fold.open = false;
      summary.focus();
      return true;
    }
    const back = document.querySelector("[data-key-back]");
    // A field to search in is emptied first, as everywhere.
    if (!back || !field.matches(TYPED) || (field.type === "search" && field.value)) return false;
    back.focus();
    return true;
  };

  let first = "", since = 0;
  /** Does what belongs to this letter; returns whether there was something. */
  const letter = (key, now) => {
    const both = now - since < SEQUENCE && first ? `${first} ${key}` : "";
    first = "";
    const element = (both && meant(both)) || meant(key);
    if (element) {
      press(element);
      return true;
    }
    if (key === "j") return go(1);
    if (key === "k") return go(-1);
    if (key === "?" && dialog) {
      open();
      return true;
    }
    if (!all("[data-key]").some((each) => each.dataset.key.startsWith(`${key} `))) return false;
    first = key;
    since = now;
    return true;
  };
  const arrow = (event) => {
    const focus = document.activeElement;
    if (focus !== document.body && focus !== title && !focus.closest("[data-key-list]")) return false;
    return go(event.key === "ArrowDown" ? 1 : -1);
  };
  /** The letter as a Latin keyboard has it, so that a colleague who writes Ukrainian or Arabic need not switch. */
  const latin = (event) => {
    const key = /^[\x20-\x7e]$/.test(event.key) ? event.key : (/^Key([A-Z])$/.exec(event.code)?.[1] || event.key);
    return event.shiftKey ? key : key.toLowerCase();
  };

  // Before the admin's own keys, which know no list: what is done here is not done there as well.
  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.altKey || document.querySelector("dialog:modal")) return;
    const typing = event.target.matches?.(TYPED), key = latin(event);
    let done = false;
    if (event.ctrlKey || event.metaKey) {
      const element = meant(`Ctrl+${event.key}`);
      if (element) press(element);
      done = Boolean(element);
    } else if (event.key === "Escape") done = leave(event.target);
    else if (!typing && /^Arrow(Up|Down)$/.test(event.key)) done = arrow(event);
    // A key that is held down goes on through the list and does nothing else.
    else if (!typing && letters && key.length === 1 && (!event.repeat || /[jk]/.test(key))) done = letter(key, event.timeStamp);
    // Whoever switched letters off wants none, of the admin neither.
    else if (!typing && !letters) done = OF_THE_ADMIN.includes(key);
    if (!done) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);

  if (dialog) {
    for (const button of all("[data-keys-open]")) {
      button.hidden = false;
      button.addEventListener("click", open);
    }
    for (const words of all("[data-keys-none]")) words.remove();
    dialog.querySelector("[data-keys-letters]").addEventListener("change", (event) => {
      letters = event.target.checked;
      keep(letters);
      announce();
    });
  }
  // A form that came back begins at what is wrong in it.
  const wrong = document.querySelector("main .utrecht-form-field--invalid, main .utrecht-form-fieldset--invalid");
  const begin = (wrong && start(wrong)) || document.querySelector("[data-focus]");
  // An address that leads to a part of the page leads to what can be written there. The browser goes to the part itself
  // when all is loaded, and takes the focus away.
  const part = location.hash && document.getElementById(location.hash.slice(1))?.querySelector("textarea");
  if (begin) begin.focus();
  else if (part) addEventListener("load", () => setTimeout(() => part.focus()));
  else if (title && document.activeElement === document.body && !location.hash) {
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
  }
  announce();
  // Parts of a page that come later declare their keys too.
  new MutationObserver(announce).observe(document.body, { childList: true, subtree: true });
})();
