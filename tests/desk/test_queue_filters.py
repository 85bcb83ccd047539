"""Narrowing the queue by its address: every filter, what is not known, the counts, and what the menu says."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from questions.actions.claim import claim
from questions.desk.queue import selectors
from questions.desk_choices import QuestionKind
from questions.models import Question, Team
from questions.statuses import AnswerBy
from questions.waits.models import Channel
from services.models import District, Theme
from tests.conftest import Ask, Cast
from tests.some import some

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]
QUEUE = "/beheer/vragen/"


def body(response: Any) -> str:
    return str(response.content.decode())


def changed(question: Question, **columns: Any) -> Question:
    Question.objects.filter(pk=question.pk).update(**columns)
    return question


@pytest.fixture
def questions(asked: Ask, cast: Cast) -> dict[str, Question]:
    """Questions that differ in one thing each."""
    now = timezone.now()
    made = {
        "plain": asked(now=now),
        "chat": asked(now=now, channel=Channel.CHAT),
        "housing": asked(now=now, theme="wonen"),
        "north": asked(now=now, district="noord"),
        "arabic": asked(now=now, language="ar"),
        "call": asked(now=now, answer_by=AnswerBy.CALL, phone="0612345678"),
        "mine": asked(now=now),
        "handed": asked(now=now),
        "worry": asked(now=now),
        "moved": asked(now=now),
        "middle": asked(now=now, district="midden"),
    }
    found = {name: each.question for name, each in made.items()}
    claim(cast.colleague, found["mine"], now)
    changed(found["handed"], team=Team.objects.get(slug="noord"))
    changed(found["worry"], kind=QuestionKind.WORRY)
    changed(found["moved"], theme_corrected=Theme.objects.get(slug="wonen"))
    return found


CHOICES = {
    "van=mij": {"mine"},
    "van=team": {"mine", "middle"},
    "kanaal=chat": {"chat"},
    "kanaal=callback": {"call"},
    "thema=wonen": {"housing", "moved"},
    "stadsdeel=noord": {"north"},
    "taal=ar": {"arabic"},
    "team=noord": {"handed"},
    "terugbellen=1": {"call"},
    "zorgen=1": {"worry"},
    "thema=wonen&van=mij": set(),
    "gevoelig=1": set(),
}


def test_every_filter_leaves_what_it_says_and_can_be_shared(
    cast: Cast, questions: dict[str, Question], sign_in: SignIn
) -> None:
    client = sign_in(cast.colleague)
    for choice, names in some(CHOICES.items()):
        page = body(client.get(f"{QUEUE}?{choice}"))
        assert {name for name, row in questions.items() if row.reference in page} == names, choice
        part = body(client.get(f"{QUEUE}lijst/?{choice}"))
        assert {name for name, row in questions.items() if row.reference in part} == names, choice
    free = body(client.get(f"{QUEUE}?van=niemand"))
    assert {name for name, row in questions.items() if row.reference not in free} == {"mine"}
    unknown = body(client.get(f"{QUEUE}?stadsdeel=onbekend"))
    assert {name for name, row in questions.items() if row.reference not in unknown} == {"north", "middle"}


def test_sensitive_is_what_the_resident_chose_or_what_staff_made_of_it(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    safe = Theme.objects.get(slug="veilig")
    chosen = asked(now=timezone.now(), theme="veilig").question
    corrected = changed(asked(now=timezone.now()).question, theme_corrected=safe)
    opened = changed(asked(now=timezone.now(), theme="veilig").question, theme_corrected=Theme.objects.get(slug="geld"))
    plain = asked(now=timezone.now()).question
    page = body(sign_in(cast.confidant).get(f"{QUEUE}?gevoelig=1"))
    assert [row.reference in page for row in (chosen, corrected, opened, plain)] == [True, True, True, False]
    page = body(sign_in(cast.colleague).get(f"{QUEUE}?gevoelig=1"))
    assert not any(row.reference in page for row in (chosen, corrected, opened, plain))


def test_what_is_not_known_in_an_address_is_told_and_left_out(
    cast: Cast, questions: dict[str, Question], sign_in: SignIn
) -> None:
    client = sign_in(cast.colleague)
    told = "Een filter in dit adres bestaat niet"
    assert told not in body(client.get(f"{QUEUE}?thema=wonen"))
    for choice in ("thema=weg", "stadsdeel=x", "taal=xx", "kanaal=brief", "team=0", "van=iedereen", "thema=%00"):
        page = body(client.get(f"{QUEUE}?{choice}&taal=nl"))
        if choice != "taal=xx":
            assert told in page, choice
            assert questions["arabic"].reference not in page, choice
        assert questions["plain"].reference in page, choice
    assert client.get(f"{QUEUE}?{'x' * 3000}=1&onzin=2").status_code == 200


def test_the_pills_count_what_stands_behind_them_and_not_what_is_planned(
    cast: Cast, questions: dict[str, Question], sign_in: SignIn
) -> None:
    changed(questions["plain"], due_at=timezone.now() + timedelta(days=1))
    client = sign_in(cast.colleague)
    page = body(client.get(QUEUE))
    pills = page[page.index("queue-pills") :].partition("</nav>")[0]
    counts = [" ".join(pill.partition("</a>")[0].rpartition(">")[2].split()) for pill in pills.split("<a")[1:]]
    assert counts == ["Alles 10", "Van mij 1", "Van niemand 9", "Mijn teams 2"]
    assert "1 gepland voor later" in page
    narrowed = body(client.get(f"{QUEUE}?thema=wonen"))
    assert "Alles 2" in " ".join(narrowed.split())


def test_the_menu_says_how_much_there_is_to_colleagues_only_and_asks_it_once(
    cast: Cast, questions: dict[str, Question], sign_in: SignIn, django_assert_max_num_queries: Any
) -> None:
    page = body(sign_in(cast.colleague).get("/beheer/account/"))
    assert [words in page for words in ("Vragen 11", "Chats 1", "Terugbellen 1")] == [True] * 3
    for who in (cast.editor, cast.leader, cast.administrator, cast.root):
        page = body(sign_in(who).get("/beheer/account/"))
        assert not any(words in page for words in ("Vragen 11", "Chats 1", "Terugbellen")), who
    claim(cast.teammate, questions["chat"], timezone.now())
    page = body(sign_in(cast.colleague).get("/beheer/account/"))
    assert "Vragen 11" in page
    assert "Chats 1" not in page
    Question.objects.all().delete()
    page = body(sign_in(cast.outsider).get("/beheer/account/"))
    assert '"label": "Chats"' in page or "Chats" in page
    assert "Chats 0" not in page


def test_pages_are_those_of_what_is_chosen(
    cast: Cast, questions: dict[str, Question], sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selectors, "PAGE", 2)
    client = sign_in(cast.colleague)

    def shown(choice: str) -> set[str]:
        page = body(client.get(f"{QUEUE}?{choice}"))
        return {name for name, row in questions.items() if row.reference in page}

    both = {"housing", "moved"}
    assert shown("thema=wonen") == shown("thema=wonen&pagina=2") == shown("thema=wonen&pagina=9") == both
    assert "pagina=2" not in body(client.get(f"{QUEUE}?thema=wonen"))
    pages = [shown(f"pagina={number}") for number in range(1, 7)]
    assert [len(page) for page in pages] == [2, 2, 2, 2, 2, 1]
    assert set().union(*pages) == set(questions)


def test_a_screen_that_asks_again_gets_nothing_when_nothing_changed(
    cast: Cast, questions: dict[str, Question], sign_in: SignIn
) -> None:
    client = sign_in(cast.colleague)
    first = client.get(f"{QUEUE}lijst/?taal=ar&kijkt=1")
    etag = first.headers["ETag"]
    assert questions["arabic"].reference in body(first)
    assert "csrf" not in body(first)
    assert client.get(f"{QUEUE}lijst/?taal=ar&kijkt=1", headers={"If-None-Match": etag}).status_code == 304
    claim(cast.teammate, questions["arabic"], timezone.now())
    assert client.get(f"{QUEUE}lijst/?taal=ar&kijkt=1", headers={"If-None-Match": etag}).status_code == 200
    for who in (cast.editor, cast.leader, cast.administrator, cast.root):
        assert sign_in(who).get(f"{QUEUE}lijst/").status_code == 403
    cast.colleague.refresh_from_db()
    seen = cast.colleague.last_seen_at
    client.get(f"{QUEUE}lijst/?kijkt=")
    cast.colleague.refresh_from_db()
    assert cast.colleague.last_seen_at == seen
    assert District.objects.filter(slug="noord").exists()


def test_the_address_of_a_narrowed_queue_holds_only_what_was_chosen(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.colleague)
    narrowed = client.get(QUEUE, {"kanaal": "", "thema": "", "taal": "nl", "van": "mij"})
    assert (narrowed.status_code, narrowed["Location"]) == (302, f"{QUEUE}?taal=nl&van=mij")
    assert client.get(QUEUE, {"kanaal": "", "thema": ""})["Location"] == QUEUE
