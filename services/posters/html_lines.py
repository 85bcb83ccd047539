"""Turns HTML as the site prints it into lines of text for a sheet of paper. Pure."""

from bs4 import BeautifulSoup, NavigableString, Tag

from services.posters.sheet import Line, TextRun


def steps_in(html: str) -> tuple[Line, ...]:
    """Returns a line per list item, or per paragraph where there is no list."""
    soup = BeautifulSoup(html, "html.parser")
    return tuple(line for element in soup.find_all("li") or soup.find_all("p") if (line := _line(element)))


def line_in(html: str, *, sample: bool = False) -> Line:
    """Returns the HTML as one line. With `sample` its numbers are examples, and the last of them is marked as such."""
    line = _line(BeautifulSoup(html, "html.parser"))
    if not sample or not line:
        return line
    last = max((place for place, run in enumerate(line) if run.bold), default=len(line) - 1)
    return tuple(TextRun(run.text, run.bold, run.ltr, sample=place == last) for place, run in enumerate(line))


def _line(element: Tag) -> Line:
    texts = [text for text in element.find_all(string=True) if text]
    return tuple(_text_run(text) for text in texts) if any(text.strip() for text in texts) else ()


def _text_run(text: NavigableString) -> TextRun:
    fact = text.find_parent("bdi")
    plain = " ".join(text.split())
    if fact is None:  # the space between two runs belongs to one of them
        plain = f"{' ' * text[0].isspace()}{plain}{' ' * text[-1].isspace()}" if plain else " "
    return TextRun(
        plain,
        bold=fact is not None or text.find_parent(["b", "strong"]) is not None,
        ltr=fact is not None and fact.get("dir") == "ltr",
        sample=fact is not None and "sample" in fact.get_attribute_list("class"),
    )
