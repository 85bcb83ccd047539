"""Whether who uses the keyboard sees where they are: by the picture of the screen, not by a promise of the sheets."""

from collections.abc import Iterator
from io import BytesIO

from PIL import Image, ImageChops
from playwright.sync_api import Page

# One of each kind: what has the same tag, classes and state has the same look.
WALK = """() => {
  const name = (element) => element.tagName.toLowerCase() + [...element.classList].map((each) => "." + each).join("");
  const kinds = {};
  const reached = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  for (const element of document.querySelectorAll(reached)) {
    if (element.disabled || element.type === "hidden" || element.matches("[tabindex='-1']")) continue;
    if (!element.checkVisibility({ visibilityProperty: true }) || element.closest(".trap, .w-sr-only")) continue;
    const state = ["aria-current", "aria-expanded", "aria-pressed", "type"]
      .map((each) => element.getAttribute(each)).concat(element.checked).join();
    const around = element.parentElement.closest("[class]");
    kinds[[name(element), state, around ? name(around) : ""].join(" ")] ??= element;
  }
  // Some fields open a calendar, which stays and covers what comes after it: they come last.
  window.walked = Object.entries(kinds).sort(([, one], [, other]) => one.matches("input") - other.matches("input"));
  return window.walked.map(([kind]) => kind);
}"""
FOCUS = """(number) => {
  const element = window.walked[number][1];
  element.focus({ focusVisible: true, preventScroll: true });
  element.scrollIntoView({ block: "center", behavior: "instant" });
  if (document.activeElement !== element) return null;
  // A card around a radio button, or the card that a link fills, may show the focus in its place.
  const card = element.matches(".whole") ? element.offsetParent : element.closest(".choice");
  const [box, own] = [card ?? element, element].map((each) => each.getBoundingClientRect());
  return [box.x, box.y, box.width, box.height, own.width, own.height];
}"""
AROUND = 12
CHANGED = 100
"""The difference in light, of 255, from which a point of the picture counts as changed: 3 to 1 and more."""


def unseen_focus(page: Page) -> Iterator[str]:
    """Yields each kind of element on this page of which nobody sees that it has the focus.

    At least as many points as half its outline, two points thick, must change from dark to light or back.
    """
    for number, kind in enumerate(page.evaluate(WALK)):
        box = page.evaluate(FOCUS, number)
        if box is None:
            continue
        clip = _seen(box, page)
        with_focus = _picture(page, clip)
        page.evaluate("document.activeElement.blur()")
        without = _picture(page, clip)
        changed = ImageChops.difference(with_focus, without).point(lambda light: 255 if light >= CHANGED else 0)
        points = changed.histogram()[255]
        wanted = min(box[4], clip["width"]) + min(box[5], clip["height"])
        if points < wanted:
            yield f"{kind}: {points} points change, {wanted:.0f} are wanted"


def _seen(box: list[float], page: Page) -> dict[str, float]:
    """Returns the part of the window with this box and what is around it."""
    size = page.viewport_size or {"width": 0, "height": 0}
    x, y = max(0, box[0] - AROUND), max(0, box[1] - AROUND)
    return {
        "x": x,
        "y": y,
        "width": max(1, min(box[0] + box[2] + AROUND, size["width"]) - x),
        "height": max(1, min(box[1] + box[3] + AROUND, size["height"]) - y),
    }


def _picture(page: Page, clip: dict[str, float]) -> Image.Image:
    # The clip has the four numbers that are asked for.
    return Image.open(BytesIO(page.screenshot(clip=clip, caret="hide"))).convert("L")  # type: ignore[arg-type]
