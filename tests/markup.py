"""HTML to compare with, whatever the lines of its template."""

import re


def one_line(html: str) -> str:
    """Returns it on one line, with a single space where there was any, and none before the end of a tag."""
    return re.sub(r" (?=/?>)", "", re.sub(r"\s+", " ", html))
