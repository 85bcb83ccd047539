"""A translation server of our own, which speaks the protocol of LibreTranslate. Off until it has an address.

No request waits for it longer than LONGEST seconds, whatever it does, and no word that it is given is logged.
"""

import json
import logging
from enum import Enum
from ipaddress import ip_address
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from urllib.parse import urlsplit

import requests
from django.conf import settings

from home.text.facts import named_in
from home.text.visible import says_something
from questions.models import Question

logger = logging.getLogger(__name__)
LONGEST = 2.0  # seconds
MOST_CHARACTERS = 20_000
MOST_BYTES = 500_000
PIECE = 16_384


class Fault(Enum):
    """Why there is no translation."""

    DOWN = "down"
    SLOW = "slow"
    TOO_LONG = "too long"
    NONSENSE = "nonsense"
    FACT_LOST = "fact lost"


class NotTranslated(Exception):
    """There is no translation. Carries why, and no word of the text."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault


def is_private(url: str) -> bool:
    """Returns whether this address is of our own machine or network, by its number or its name without a domain."""
    host = urlsplit(url).hostname or ""
    try:
        return ip_address(host).is_private
    except ValueError:
        return bool(host) and ("." not in host or host.endswith((".internal", ".local", ".localhost")))


def may_translate(question: Question) -> bool:
    """Returns whether words of this question may go to the server.

    On a sensitive theme, of the resident or as corrected, only to a server in our own network, and only if the
    settings do not leave such themes out.
    """
    if not settings.TRANSLATE_URL:
        return False
    themes = [theme for theme in (question.theme, question.theme_corrected) if theme is not None]
    if any(theme.sensitive for theme in themes):
        return bool(settings.TRANSLATE_SENSITIVE) and is_private(settings.TRANSLATE_URL)
    return True


def translate(text: str, source: str, target: str) -> str:
    """Returns the text in the other language, with every fact that it names.

    Raises NotTranslated when the server is down, slow or answers something else, and when the text is too long or a
    fact was lost.
    """
    if len(text) > MOST_CHARACTERS:
        raise NotTranslated(Fault.TOO_LONG)
    answers: SimpleQueue[str | Fault] = SimpleQueue()
    Thread(target=_ask, args=(answers, text, source, target), daemon=True).start()
    try:
        found = answers.get(timeout=LONGEST)
    except Empty:
        found = Fault.SLOW
    if isinstance(found, str) and named_in([found]) != named_in([text]):
        found = Fault.FACT_LOST
    if isinstance(found, Fault):
        logger.warning("not translated: %s", found.value)
        raise NotTranslated(found)
    return found


def _ask(answers: "SimpleQueue[str | Fault]", text: str, source: str, target: str) -> None:
    """Asks the server and puts what came of it in `answers`, however late: nobody may wait for it any more."""
    try:
        answers.put(_answer_of_the_server(text, source, target))
    except requests.Timeout:
        answers.put(Fault.SLOW)
    except requests.RequestException:
        answers.put(Fault.DOWN)
    except ValueError:
        answers.put(Fault.NONSENSE)


def _answer_of_the_server(text: str, source: str, target: str) -> str | Fault:
    """Raises RequestException, or ValueError for what cannot be read."""
    asked = {"q": text, "source": source, "target": target, "format": "text"}
    if settings.TRANSLATE_KEY:
        asked["api_key"] = settings.TRANSLATE_KEY
    until = monotonic() + LONGEST
    with requests.Session() as session:
        # Nothing of the environment decides where the words go, and no answer of the server does.
        session.trust_env = False
        address = settings.TRANSLATE_URL.rstrip("/") + "/translate"
        with session.post(address, json=asked, timeout=LONGEST, stream=True, allow_redirects=False) as response:
            if response.status_code == requests.codes.request_entity_too_large:
                return Fault.TOO_LONG
            if response.status_code != requests.codes.ok:
                return Fault.DOWN
            body = bytearray()
            for piece in response.iter_content(PIECE):
                body += piece
                if len(body) > MOST_BYTES:
                    return Fault.NONSENSE
                if monotonic() > until:
                    return Fault.SLOW
    answer = json.loads(body)
    found = answer.get("translatedText") if isinstance(answer, dict) else None
    return found if isinstance(found, str) and says_something(found) else Fault.NONSENSE
