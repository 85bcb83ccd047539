"""Rich text as plain text, for readers without a browser."""

from bs4 import BeautifulSoup

from home.text.facts import FACT
from home.text.running_text import text_elements
from services.facts.models import Fact


def plain(html: str, facts: dict[str, Fact]) -> str:
    """Returns the text of some HTML, a line per paragraph, with its facts filled in.

    A paragraph with a fact that is an example, or does not exist, is left out: it would say something untrue.
    """
    if not html:
        return ""
    soup = BeautifulSoup(html, "html.parser")
    texts = [leaf.get_text() for leaf in text_elements(soup)] or [soup.get_text()]
    told = (_filled(text, facts) for text in texts)
    return "\n".join(text for text in told if text)


def _filled(text: str, facts: dict[str, Fact]) -> str:
    named = FACT.findall(text)
    if any(slug not in facts or facts[slug].sample for slug in named):
        return ""
    return " ".join(FACT.sub(lambda match: facts[match[1]].as_text(), text).split())
