/* What is pasted into running text stays apart. The editor of Wagtail knows paragraphs, headings and lists; the cells of
   a table and the parts of a list of terms would become one word. A row becomes a paragraph here, its cells with a dash
   between them, and a list of Word, which is paragraphs with a sign typed in front, becomes a list.
   Loaded in the editor of pages and snippets, by home/editing/hooks.py. */
(() => {
  "use strict";

  const BLOCKS = "p, div, li, h1, h2, h3, h4, h5, h6, blockquote, pre, dt, dd, caption, figcaption, address, table, tr, td, th";
  const ALONE = "dt, dd, caption, figcaption, address, legend, summary";
  const SIGN = "[style*='mso-list:Ignore' i], [style*='mso-list: Ignore' i]";
  const NUMBERED = /^\s*(?:\d+|[a-z]|[ivx]+)[.)]/i;

  const paragraph = (document, ...nodes) => {
    const made = document.createElement("p");
    made.append(...nodes);
    return made;
  };

  /** The words of a cell on one line: what stood below each other gets a blank between. */
  function inOneLine(cell) {
    for (const each of cell.querySelectorAll("br")) each.replaceWith(" ");
    for (const each of [...cell.querySelectorAll(BLOCKS)].reverse()) each.replaceWith(" ", ...each.childNodes, " ");
    cell.normalize();
    const words = [...cell.childNodes];
    for (const each of words) {
      if (each.nodeType === Node.TEXT_NODE) each.data = each.data.replace(/\s+/g, " ");
    }
    const [first, last] = [words[0], words[words.length - 1]];
    if (first && first.nodeType === Node.TEXT_NODE) first.data = first.data.trimStart();
    if (last && last.nodeType === Node.TEXT_NODE) last.data = last.data.trimEnd();
    return words;
  }

  function rowsOf(table, document) {
    return [...table.rows].map((row) => {
      const cells = [...row.cells].filter((cell) => cell.textContent.trim());
      return paragraph(document, ...cells.flatMap((cell, place) => [...(place ? [" – "] : []), ...inOneLine(cell)]));
    });
  }

  function tablesToParagraphs(document) {
    // The innermost first: a table that only places things holds others.
    for (const table of [...document.querySelectorAll("table")].reverse()) {
      const caption = table.caption && table.caption.textContent.trim() ? [paragraph(document, ...table.caption.childNodes)] : [];
      const inner = table.querySelector("p, ul, ol") && table.rows.length === 1 && table.rows[0].cells.length === 1;
      const parts = inner ? [...table.rows[0].cells[0].childNodes] : rowsOf(table, document);
      table.replaceWith(...caption, ...parts.filter((part) => part.textContent.trim()));
    }
  }

  const isWordItem = (node) => node.nodeName === "P" && /mso-list:\s*l\d/i.test(node.getAttribute("style") || "");

  function wordLists(document) {
    for (const first of document.querySelectorAll("p")) {
      if (!isWordItem(first) || !first.isConnected) continue;
      const sign = first.querySelector(SIGN);
      const list = document.createElement(sign && NUMBERED.test(sign.textContent) ? "ol" : "ul");
      first.before(list);
      for (let item = first; item && isWordItem(item); ) {
        const next = item.nextElementSibling;
        for (const each of item.querySelectorAll(SIGN)) each.remove();
        const line = document.createElement("li");
        line.append(...item.childNodes);
        list.append(line);
        item.remove();
        item = next;
      }
    }
  }

  /** The HTML with everything apart; null when it needs nothing. */
  function apart(html) {
    const found = new DOMParser().parseFromString(html, "text/html");
    if (!found.querySelector(`table, ${ALONE}, p[style*='mso-list' i]`)) return null;
    tablesToParagraphs(found);
    wordLists(found);
    for (const each of found.querySelectorAll(ALONE)) each.replaceWith(paragraph(found, ...each.childNodes));
    return found.body.innerHTML;
  }

  document.addEventListener(
    "paste",
    (event) => {
      const field = event.target instanceof Element && event.target.closest(".Draftail-Editor [contenteditable='true']");
      if (!field || event.apart) return;
      const html = event.clipboardData && event.clipboardData.getData("text/html");
      // What comes from another text of ours stands apart already.
      const changed = html && !html.includes("data-draftjs-conductor-fragment") ? apart(html) : null;
      if (changed === null || changed === "") return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const carried = new DataTransfer();
      carried.setData("text/html", changed);
      carried.setData("text/plain", event.clipboardData.getData("text/plain"));
      const again = new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData: carried });
      again.apart = true;
      event.target.dispatchEvent(again);
    },
    true,
  );
})();
