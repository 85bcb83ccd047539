"""Every door of ours under /beheer/: which question, chat, view or matter it is tried with, and who may pass it.

A path is written as the list of addresses writes it, behind /beheer/. `tests/desk/test_doors.py` proves them.
"""

from dataclasses import dataclass, field
from enum import Enum, auto


class Changes(Enum):
    """For whom an action at the desk changes anything."""

    READER = auto()
    """For every colleague who may read the question."""
    HOLDER = auto()
    """For the colleague whose question it is."""
    NOBODY = auto()
    """It shows something, or only notes who looks; or it needs a translation server, and none is configured."""


@dataclass(frozen=True)
class Door:
    """An action at the desk: what its address is about, for whom it changes anything, and its form."""

    path: str
    about: str
    changes: Changes
    form: dict[str, str] = field(default_factory=dict)


READER, HOLDER, NOBODY = Changes.READER, Changes.HOLDER, Changes.NOBODY

# What stands in an address is about a row of the fixture `rows` with this name.
DESK_PAGES = {
    "vragen/": "",
    "vragen/lijst/": "",
    "vragen/zoeken/": "",
    "vragen/volgende/": "",
    "vragen/apart/": "",
    "vragen/formeel/": "",
    "vragen/chats/": "",
    "vragen/chats/nieuw/": "",
    "vragen/chats/<int:pk>/": "chat",
    "vragen/<int:pk>/": "held",
    "vragen/<int:pk>/volgende/": "held",
    "vragen/<int:pk>/vorige/": "held",
    "vragen/<int:pk>/samenvoegen/": "held",
    "vragen/formeel/<int:pk>/": "matter",
}
ANSWER = {"text": "Bel Op Orde.", "language": "nl", "seen": "1", "settled": "answered", "destination": "self"}
RESOLVED = {"seen": "SEEN", "received_on": "TODAY", "resolved_on": "TODAY"}
ENDS = {"settled": "answered", "destination": "tiem"}
DESK_ACTIONS = (
    Door("vragen/zoeken/", "", NOBODY, {"words": "huur"}),
    Door("vragen/weergaven/", "", READER, {"filters": "gevoelig=on", "name": "Gevoelig"}),
    Door("vragen/weergaven/<int:pk>/weg/", "view", HOLDER),
    Door("vragen/chats/<int:pk>/nemen/", "free_chat", READER),
    Door("vragen/chats/<int:pk>/antwoord/", "chat", HOLDER, ANSWER),
    Door("vragen/chats/<int:pk>/moment/", "chat", HOLDER),
    Door("vragen/<int:pk>/nemen/", "free", READER),
    Door("vragen/<int:pk>/terugleggen/", "held", READER),
    Door("vragen/<int:pk>/antwoord/", "held", HOLDER, ANSWER),
    Door("vragen/<int:pk>/antwoord/terug/", "sent", HOLDER, {"answer": "SENT"}),
    Door("vragen/<int:pk>/antwoord/vertalen/", "held", NOBODY, {"text": "Hallo", "language": "en"}),
    Door("vragen/<int:pk>/vertalen/<int:number>/", "held", NOBODY),
    Door("vragen/<int:pk>/gesprek/", "held", HOLDER, {"reached": "yes"} | ENDS),
    Door("vragen/<int:pk>/beoordelen/", "danger", READER, {"seen": "1", "outcome": "danger"}),
    Door("vragen/<int:pk>/kijkt/", "held", NOBODY, {"seen": "1"}),
    Door("vragen/<int:pk>/concept/", "held", READER, ANSWER | {"counter": "1"}),
    Door("vragen/<int:pk>/concept/weg/", "drafted", HOLDER),
    Door("vragen/<int:pk>/invoegen/", "held", NOBODY),
    Door("vragen/<int:pk>/notitie/", "held", READER, {"text": "Zij belt maandag."}),
    Door("vragen/<int:pk>/sluiten/", "held", HOLDER, {"reason": "unreachable"}),
    Door("vragen/<int:pk>/opvolging/", "worry", HOLDER, {"by": "team", "words": "Wij gaan langs."}),
    Door("vragen/<int:pk>/volgende-datum/", "held", HOLDER, {"day": "TOMORROW"}),
    Door("vragen/<int:pk>/overdragen/", "held", READER, {"to": "TEAM", "of": "HOLDER", "words": "Voor jullie."}),
    Door("vragen/<int:pk>/thema/", "held", HOLDER, {"theme": "wonen", "reason": "other_subject"}),
    Door("vragen/<int:pk>/apart/", "held", HOLDER, {"reason": "spam"}),
    Door("vragen/<int:pk>/terughalen/", "aside", HOLDER, {"reason": "by_mistake"}),
    Door("vragen/<int:pk>/samenvoegen/", "held", HOLDER, {"reference": "FREE", "keep": "this", "sure": "on"}),
    Door("vragen/<int:pk>/splitsen/<int:other>/", "holds_another", HOLDER, {"reason": "two_people"}),
    Door("vragen/<int:pk>/formeel/", "held", HOLDER, {"kind": "complaint"}),
    Door(
        "vragen/formeel/<int:pk>/", "matter", HOLDER, {"seen": "SEEN", "received_on": "TODAY", "resolved_on": "TODAY"}
    ),
    Door("vragen/<int:pk>/afronden/", "reacted", HOLDER, ENDS),
    Door("vragen/<int:pk>/uitkomst/", "closed", HOLDER, {"destination": "tiem"}),
    Door("vragen/<int:pk>/eerste-gesprek/", "held", HOLDER, {"on": "TODAY"}),
    Door("vragen/<int:pk>/heropenen/", "closed", HOLDER),
)

# Who of the cast may read a page; a superuser may, where no words of residents stand.
FIGURES = frozenset({"leader", "root"})
CONTENT = frozenset({"editor", "root"})
FEEDBACK = frozenset({"editor"})
RIGHTS = frozenset({"leader", "administrator", "root"})
CANNED = frozenset({"editor", "leader", "root"})
# Which canned answers there are is no secret among staff: colleagues put them into answers.
STAFF = frozenset({"colleague", "editor", "leader", "administrator", "root"})
PAGES = {
    "bereikbaarheid/": FIGURES,
    "bereikbaarheid/correcties/": FIGURES,
    "bereikbaarheid/klachten/": FIGURES,
    "bereikbaarheid/klachten/klachten.csv": FIGURES,
    "bereikbaarheid/uitkomsten/": FIGURES,
    "themas/": FIGURES,
    "rechten/": RIGHTS,
    "nuttig/": FEEDBACK,
    "nuttig/lijst/": FEEDBACK,
    "nuttig/opmerkingen/": FEEDBACK,
    "nuttig/opmerkingen/lijst/": FEEDBACK,
    "drukwerk/": CONTENT,
    "openingstijden/": CONTENT,
    "openingstijden/sluitingen/": CONTENT,
    "klopt-nog/": CONTENT,
    "kapotte-links/": CONTENT,
    "afbeeldingen-zonder-tekst/": CONTENT,
    "vertalingen/": CONTENT,
    "vertalingen/lijst/": CONTENT,
    "standaardantwoorden/": CANNED,
    "standaardantwoorden/results/": CANNED,
    "standaardantwoorden/add/": CANNED,
    "standaardantwoorden/edit/<int:pk>/": CANNED,
    "standaardantwoorden/delete/<int:pk>/": CANNED,
    "standaardantwoorden/usage/<int:pk>/": CANNED,
    "standaardantwoorden/history/<int:pk>/": CANNED,
    "standaardantwoorden/history-results/<int:pk>/": CANNED,
    "standaardantwoorden/copy/<int:pk>/": CANNED,
    "snippets/choose/questions/cannedanswer/": STAFF,
    "snippets/choose/questions/cannedanswer/results/": STAFF,
    "snippets/choose/questions/cannedanswer/create/": CANNED,
}
CANNED_ANSWER = {"name": "Van mij", "theme": "", "language": "nl", "text": "Woorden.", "active": "on"}
CANNED_ACTIONS = (
    "standaardantwoorden/add/",
    "standaardantwoorden/edit/<int:pk>/",
    "standaardantwoorden/delete/<int:pk>/",
    "standaardantwoorden/copy/<int:pk>/",
)

# Doors that are proved in a file of their own: how the address begins, and the file, which names it.
ELSEWHERE = {
    "documenten/": "tests/home/test_documents.py",
    "jsi18n/": "tests/portal/test_admin_in_dutch.py",
    "localize/": "tests/home/test_translated_strings.py",
    "vertaling/": "tests/home/test_human_words.py",
    "klopt-nog/<": "tests/home/test_review.py",
    "weer-tonen/": "tests/home/test_state_in_step.py",
    "handleiding/": "tests/portal/test_manuals.py",
    "tweede-factor/": "tests/portal/test_second_factor.py",
    "rechten/bevestigen/": "tests/desk/test_vouching.py",
    "openingstijden/sluitingen/<": "tests/services/test_closures.py",
    "drukwerk/<": "tests/services/test_poster_doors.py",
    "snippets/services/": "tests/services/test_facts.py",
    # A preview shows what its own form was filled in with; a chooser tells which one was chosen.
    "standaardantwoorden/preview/": "tests/desk/test_canned_answers.py",
    "snippets/choose/questions/cannedanswer/chosen": "tests/desk/doors.py",
}
