"""What an engine for accessibility does not ask of a page: names, levels and room that a reader misses all the same."""

from playwright.sync_api import Page

FAULTS = r"""() => {
  const found = [];
  const told = (element) => element.outerHTML.replace(/\s+/g, " ").slice(0, 110);
  const named = (element) => element.getAttribute("aria-label")?.trim()
    || (element.getAttribute("aria-labelledby") ?? "").split(/\s+/)
      .some((id) => id && document.getElementById(id)?.textContent.trim());
  const drawn = (element) => element.checkVisibility({ visibilityProperty: true });

  for (const field of document.querySelectorAll("select, textarea, input:not([type=hidden], [type=submit])")) {
    if (field.closest(".trap, .w-sr-only")) continue;
    if (![...field.labels].some((label) => label.textContent.trim()) && !named(field))
      found.push(`a field without a label: ${told(field)}`);
  }

  let before = 0;
  const headings = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter((each) => !each.closest("[hidden]"));
  for (const heading of headings) {
    const level = Number(heading.tagName[1]);
    if (level > before + 1) found.push(`a heading of level ${level} after one of level ${before}: ${told(heading)}`);
    if (!heading.textContent.trim()) found.push(`an empty heading: ${told(heading)}`);
    before = level;
  }
  if (headings.filter((each) => each.tagName === "H1").length !== 1) found.push("not one heading of level 1");

  const landmarks = { nav: "nav, [role=navigation]", aside: "aside, [role=complementary]", region: "[role=region]" };
  for (const [kind, selector] of Object.entries(landmarks)) {
    const names = new Set();
    for (const landmark of [...document.querySelectorAll(selector)].filter(drawn)) {
      const name = landmark.getAttribute("aria-label")
        ?? document.getElementById(landmark.getAttribute("aria-labelledby"))?.textContent.trim().replace(/\s+/g, " ");
      if (!name) found.push(`${kind === "aside" ? "an" : "a"} ${kind} without a name: ${told(landmark)}`);
      else if (names.has(name)) found.push(`two of ${kind} with one name: ${name}`);
      names.add(name);
    }
  }
  return found;
}"""
# Boxes of lines, since a link in a text may be broken over two of them; and of words, which may stick out of their box.
# The districts on the map are shapes, not boxes.
CROWDED = r"""() => {
  const told = (element) => (element.textContent.trim() || element.outerHTML).replace(/\s+/g, " ").slice(0, 50);
  const stuck = (element) => {
    for (let each = element; each; each = each.parentElement)
      if (["fixed", "sticky"].includes(getComputedStyle(each).position)) return true;
    return false;
  };
  const lines = (element) => {
    const found = [];
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      if (texts.currentNode.parentElement.closest(".visually-hidden")) continue;
      const words = document.createRange();
      words.selectNode(texts.currentNode);
      found.push(...words.getClientRects());
    }
    return found;
  };
  const boxes = [];
  for (const element of document.querySelectorAll("a[href], button, summary")) {
    if (!element.checkVisibility({ visibilityProperty: true }) || element.closest("svg") || stuck(element)) continue;
    for (const box of [...element.getClientRects(), ...lines(element)])
      if (box.width > 2 && box.height > 2 && box.right > 0) boxes.push([element, box]);
  }
  const found = new Set();
  for (const [index, [element, box]] of boxes.entries())
    for (const [other, its] of boxes.slice(index + 1)) {
      const across = Math.min(box.right, its.right) - Math.max(box.left, its.left);
      const down = Math.min(box.bottom, its.bottom) - Math.max(box.top, its.top);
      const least = Math.min(box.height, its.height) * 0.25;
      if (element.contains(other) || other.contains(element) || across < 2 || down < least) continue;
      found.add(`“${told(element)}” and “${told(other)}” overlap by ${Math.round(across)} by ${Math.round(down)}`);
    }
  return [...found];
}"""


def faults_of_structure(page: Page) -> list[str]:
    """Returns fields without a label, headings that skip a level, and landmarks without a name of their own."""
    found: list[str] = page.evaluate(FAULTS)
    return found


def overlapping(page: Page) -> list[str]:
    """Returns the links and buttons that lie over each other; what stays at its place while the page moves may."""
    found: list[str] = page.evaluate(CROWDED)
    return found


def too_wide(page: Page) -> int:
    """Returns the points that the page is wider than the window: nobody has to scroll sideways."""
    width: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return max(0, width)
