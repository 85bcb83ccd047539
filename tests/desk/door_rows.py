"""What the doors under /beheer/ are tried with: a row in every state, the form of each action, and what is kept."""

import uuid
from datetime import timedelta
from typing import Any

from django.apps import apps
from django.test import Client
from django.utils import timezone

from questions.actions.answer import answer
from questions.actions.claim import claim
from questions.actions.close import close
from questions.actions.date_formal import dates_of
from questions.actions.exclude import exclude
from questions.actions.hold_answer import hold_answer
from questions.actions.merge import merge
from questions.actions.pass_on import pass_on
from questions.actions.save_draft import save_draft
from questions.desk_choices import ExclusionReason, FormalKind
from questions.models import CannedAnswer, Colleague, Looking, Question, SavedView, Team
from questions.statuses import CloseReason, Settled
from questions.waits.models import Channel
from tests.conftest import Ask, Cast
from tests.desk.doors import Door
from tests.resident.worry_fields import worry_fields
from tests.some import some

SECRET = "een-geheim-woord"


def rows_for(cast: Cast, asked: Ask) -> dict[str, Any]:
    """A question in each state, the colleague's but for those that are free; a chat, a view and a formal matter."""
    now = timezone.now() - timedelta(hours=1)
    found: dict[str, Any] = {}

    def question(name: str, text: str = SECRET, **more: Any) -> Question:
        row: Question = asked(text, now=now, **more).question
        if not name.startswith("free"):
            claim(cast.colleague, row, now)
        found[name] = row
        return row

    for name in ("held", "free", "drafted", "free_second"):
        question(name)
    question("danger", f"Hij slaat me. {SECRET}")
    question("chat", channel=Channel.CHAT)
    question("free_chat", channel=Channel.CHAT)
    react = {"text": SECRET, "language": "nl", "now": now}
    answer(cast.colleague, question("reacted"), submission=uuid.uuid4(), settled=Settled.NOT_YET, **react)
    close(cast.colleague, question("closed"), CloseReason.UNREACHABLE, now)
    exclude(cast.colleague, question("aside"), ExclusionReason.SPAM, now)
    found["other"] = found["free_second"]
    merge(cast.colleague, question("holds_another"), found["other"], now=now, sure=True)
    found["matter"] = pass_on(cast.colleague, question("formal"), FormalKind.COMPLAINT, now=now)
    save_draft(cast.colleague, found["drafted"], form={"text": SECRET}, counter=1, now=now, submission=uuid.uuid4())
    sent = {"text": SECRET, "language": "nl", "now": timezone.now(), "settled": Settled.NOT_YET}
    found["answer"] = hold_answer(cast.colleague, question("sent"), submission=uuid.uuid4(), **sent)
    Client().post("/nl/vraag/zorg/", worry_fields(theme="geld"))
    found["worry"] = Question.objects.get(kind="worry")
    claim(cast.colleague, found["worry"], timezone.now())
    found["view"] = SavedView.objects.create(colleague=cast.colleague, name="Bellen", filters="zorgen=on")
    found["canned"] = CannedAnswer.objects.create(name="Van ons", language="nl", text="Bel Op Orde.")
    return found


def address(path: str, about: str, rows: dict[str, Any]) -> str:
    """The address of this door for the row that it is about."""
    found = path.replace("<int:number>", "1").replace("<int:other>", str(rows["other"].pk))
    return "/beheer/" + (found.replace("<int:pk>", str(rows[about].pk)) if about else found)


def filled(door: Door, rows: dict[str, Any], cast: Cast) -> dict[str, str]:
    """The form of this door, with what is known only now."""
    today = timezone.localdate()
    known = {
        "SEEN": "|".join(dates_of(rows["matter"]).written().values()),
        "SENT": str(rows["answer"].submission),
        "TODAY": f"{today:%d-%m-%Y}",
        "TOMORROW": f"{today + timedelta(days=1):%d-%m-%Y}",
        "TEAM": f"team-{Team.objects.get(slug='noord').pk}",
        "HOLDER": str(cast.colleague.pk),
        "FREE": rows["free"].reference,
    }
    return {"submission": str(uuid.uuid4())} | {name: known.get(value, value) for name, value in door.form.items()}


def written() -> list[Any]:
    """Everything that is kept about questions, and the figures. Who is at the desk or looks on now is no part of it."""
    models = [model for label in ("questions", "reachability") for model in apps.get_app_config(label).get_models()]
    kept = [model for model in models if model not in (Colleague, Looking)]
    return [list(model._default_manager.order_by("pk").values()) for model in some(kept)]
