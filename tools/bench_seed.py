"""Makes a desk of two years: very many questions, most of them over. A part of tools/bench.py; for SQLite.

Every word is sealed by the models with the key of its own question, and every wait is the projection of its events:
whichever question is opened or searched is like one that somebody asked.
"""

import json
import uuid
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group, User
from django.db import connection, transaction

from questions.actions.codes import REFERENCE_ALPHABET
from questions.danger.found import DangerFound
from questions.danger.kinds import DangerKind
from questions.desk_choices import Destination, HistoryKind, QuestionKind
from questions.management.commands.set_up_roles import COLLEAGUE, EDITOR
from questions.models import (
    CallAttempt,
    Colleague,
    DangerJudgement,
    HistoryEntry,
    Message,
    Note,
    Outcome,
    Outgoing,
    Question,
    Team,
    Worry,
)
from questions.privacy.keyring import key_ring, new_key
from questions.privacy.models import Opening, QuestionKey
from questions.statuses import AnswerBy, Author, Danger, Judgement, Settled, Status
from questions.waits.models import Channel, Source, Wait, WaitEvent, WaitKind, WaitLink
from questions.waits.projection import Delivery, Event, PastEvent, WaitState, project
from services.models import District, Theme
from tools.bench_rows import Rows

COLLEAGUE_NAME, EDITOR_NAME = "bench-collega", "bench-redactie"
PASSWORD = "een-lange-meting"  # noqa: S105 (of a database that is thrown away)
COLLEAGUES = 12
LONG, MANY_NOTES = 200, 10_000
"""Messages of the longest conversation; notes of the question with the most."""
YEARS = timedelta(days=730)
LENGTHS = (2, 3, 8, 4, 5, 6, 7)
"""Messages of one question and the next: five on average."""
NONE = "0" * 64
TEXT = (
    "Goedendag, ik heb een vraag over mijn huur. Sinds de zomer is die hoger, en ik weet niet of ik daar iets aan kan "
    "doen. Ik heb een brief van de woningbouw en een van de gemeente. Kunt u mij zeggen waar ik moet zijn? Groet."
)
REPLY = (
    "Dank u voor uw vraag. U kunt langskomen in het wijkcentrum, dan kijken wij samen naar de brieven. Neem ze mee, en "
    "een overzicht van uw inkomsten. Lukt dat niet, laat het dan weten, dan bellen wij u."
)
SOUGHT = "stadspas"
"""A word that stands in one question of a hundred."""


class Desk:
    """Writes the questions and all that belongs to them."""

    def __init__(self, now: datetime, stack: ExitStack) -> None:
        self.now, self.chance = now.astimezone(UTC).replace(tzinfo=None), Random(1)  # noqa: S311 (no secret)
        self.themes = list(Theme.objects.active().order_by("order"))
        self.districts = [None, *District.objects.order_by("order")]
        self.people = make_people()
        self.last_message = self.last_wait = 0
        # One of each, filled in anew for every row: only what they seal is written.
        self.question = Question()
        self.message, self.note = Message(question=self.question), Note(question=self.question)

        def rows(model: Any, *names: str) -> Rows:
            return stack.enter_context(Rows(model, *names))

        self.questions = rows(
            Question, "id", "uid", "kind", "reference", "code_fingerprint", "submission", "submission_fingerprint",
            "theme_id", "theme_corrected_id", "district_id", "language", "channel", "entry_channel", "answer_by",
            "status", "asked_at", "last_number", "first_opened_at", "ended_at", "waiting_since", "due_at",
            "merged_into_id", "team_id", "colleague_id", "claimed_at", "sealed_contact", "danger", "sealed_danger",
        )  # fmt: skip
        self.keys = rows(QuestionKey, "question_id", "ring_name", "wrapped")
        self.messages = rows(
            Message, "id", "question_id", "number", "submission", "submission_fingerprint", "author", "colleague_id",
            "language", "at", "sealed_text",
        )  # fmt: skip
        self.outgoing = rows(
            Outgoing, "question_id", "message_id", "language", "created_at", "tries", "next_try_at", "accepted_at",
            "sealed_address",
        )  # fmt: skip
        state = list(WaitState.__dataclass_fields__)
        self.waits = rows(Wait, "id", *state)
        self.events = rows(WaitEvent, "wait_id", "number", "event", "at", "recorded_at", "data")
        self.links = rows(WaitLink, "wait_id", "question_id")
        self.history = rows(HistoryEntry, "question_id", "at", "colleague_id", "what", "data")
        self.notes = rows(Note, "question_id", "submission", "colleague_id", "at", "sealed_text")
        self.openings = rows(Opening, "user_id", "reference", "at")
        self.outcomes = rows(
            Outcome, "question_id", "theme", "district", "asked_on", "settled_on", "destination", "no_offer"
        )
        self.worries = rows(Worry, "question_id", "sealed_report", "followed_up_by", "followed_up_at")
        self.judgements = rows(DangerJudgement, "question_id", "colleague_id", "at", "sealed_outcome")
        self.calls = rows(CallAttempt, "question_id", "colleague_id", "submission", "at", "reached")

    def ask(self, number: int, asked_at: datetime, *, to_do: bool, length: int, notes: int) -> None:
        """Writes one question with this many messages and notes."""
        chance = self.chance
        theme, district = chance.choice(self.themes), chance.choice(self.districts)
        language = chance.choices(["nl", "en", "ar", "tr", "pl", "uk"], [60, 10, 10, 8, 6, 6])[0]
        answer_by = chance.choices(list(AnswerBy), [55, 30, 12, 3])[0]
        channel = Channel.CALLBACK if answer_by == AnswerBy.CALL else chance.choices(
            [Channel.FORM, Channel.CHAT], [85, 15])[0]  # fmt: skip
        status = self.status(to_do=to_do)
        kind = QuestionKind.WORRY if chance.random() < 0.02 else QuestionKind.QUESTION
        question = self.question
        question.pk, question.uid, question.reference = number, uuid.UUID(int=number, version=4), reference(number)
        question.sealed_contact = question.sealed_danger = None
        key = new_key()
        ring_name, wrapped = key_ring().wrap(key, f"{question.uid}/key")
        self.keys.add(number, ring_name, wrapped)

        who = chance.choice(self.people)
        claimed = status == Status.REACTED or (chance.random() < 0.35 if to_do else status != Status.WITHDRAWN)
        reacted_at = asked_at + timedelta(seconds=chance.randrange(600, 300_000))
        claimed_at = reacted_at - timedelta(seconds=500)
        # Everything goes on until it was settled; of what is to be done nothing lies ahead.
        if claimed_at > self.now or reacted_at > self.now:
            claimed_at, reacted_at = asked_at + (self.now - asked_at) / 3, asked_at + (self.now - asked_at) / 2
        ended_at = None if to_do or status == Status.SETTLED else reacted_at + timedelta(days=1)
        if answer_by != AnswerBy.PAGE:
            question.seal_contact(key, {"name": "A. Bewoner", "email": "bewoner@example.org", "phone": "0612345678"})
        danger = chance.choices(list(Danger), [95, 2, 3] if to_do else [97, 0, 3])[0]
        if danger != Danger.NONE:
            question.seal_danger(key, DangerFound(frozenset({DangerKind.VIOLENCE}), 1))
        later = channel == Channel.CALLBACK and to_do and chance.random() < 0.5
        self.questions.add(
            number, question.uid.hex, kind, question.reference, NONE, f"{number:032x}", NONE,
            theme.pk, chance.choice(self.themes).pk if chance.random() < 0.03 else None,
            district.pk if district else None, language, channel, channel, answer_by, status, asked_at, length,
            None if status == Status.WAITING else reacted_at, ended_at, asked_at if to_do else None,
            self.now + timedelta(hours=chance.randrange(-48, 48)) if later else None,
            number - 1 if status == Status.MERGED else None,
            chance.choice(list(who.teams.all())).pk if claimed else None, who.pk if claimed else None,
            claimed_at if claimed else None, question.sealed_contact, danger, question.sealed_danger,
        )  # fmt: skip
        self.write_messages(question, key, length, asked_at, reacted_at, who, language, status)
        if answer_by == AnswerBy.NOTICE and status in (Status.SETTLED, Status.CLOSED):
            notice = Outgoing(question=question)
            notice.seal_address(key, "bewoner@example.org")
            answer = self.last_message - length + 2
            self.outgoing.add(number, answer, language, reacted_at, 1, reacted_at, reacted_at, notice.sealed_address)
        place = district.slug if district else ""
        self.write_waits(number, channel, theme.slug, place, language, status, asked_at, reacted_at, ended_at)
        self.write_rest(question, key, who, theme.slug, place, status, asked_at, claimed_at, reacted_at, danger)
        self.write_notes(question, key, who, notes, claimed_at)
        if kind == QuestionKind.WORRY:
            worry = Worry(question=question)
            worry.seal_report(key, {"saw": TEXT, "wants": REPLY})
            self.worries.add(number, worry.sealed_report, "" if to_do else "team", None if to_do else reacted_at)

    def status(self, *, to_do: bool) -> Status:
        """Returns where a question stands: of four that are to be done one had a reaction."""
        if to_do:
            return self.chance.choices([Status.WAITING, Status.REACTED], [75, 25])[0]
        over = [Status.SETTLED, Status.CLOSED, Status.WITHDRAWN, Status.SOLVED, Status.MERGED]
        return self.chance.choices(over, [60, 23, 5, 10, 2])[0]

    def write_messages(
        self, question: Question, key: bytes, length: int, asked_at: datetime, reacted_at: datetime,
        who: Colleague, language: str, status: Status,
    ) -> None:  # fmt: skip
        """Writes the messages, each sealed: by turns of the resident and of the colleague, whom nobody is yet."""
        message = self.message
        step = (reacted_at - asked_at) / 10_000
        for number in range(1, length + 1):
            answers = number % 2 == 0 and status != Status.WAITING
            sought = f" {SOUGHT}" if number == 1 and question.pk % 100 == 0 else ""
            message.number = number
            message.seal_text(key, REPLY if answers else f"{TEXT}{sought}")
            self.last_message += 1
            self.messages.add(
                self.last_message, question.pk, number, f"{self.last_message:032x}", NONE,
                Author.COLLEAGUE if answers else Author.RESIDENT, who.pk if answers else None, language,
                reacted_at if number == 2 else asked_at + number * step, message.sealed_text,
            )  # fmt: skip

    def write_waits(
        self, number: int, channel: str, theme: str, district: str, language: str, status: Status,
        asked_at: datetime, reacted_at: datetime, ended_at: datetime | None,
    ) -> None:  # fmt: skip
        """Writes the wait of a question as its events make it."""
        data: dict[str, object] = {
            "channel": channel, "entry_channel": channel, "kind": WaitKind.FIRST, "theme": theme,
            "district": district, "language": language, "source": Source.MEASURED, "precision": "",
        }  # fmt: skip
        history = [PastEvent(Event.OPENED, asked_at, data)]
        if status in (Status.WITHDRAWN, Status.SOLVED):
            history.append(PastEvent(Event.WITHDRAWN, ended_at or reacted_at))
        elif status != Status.WAITING:
            said = {"reaction": "message-2", "delivery": Delivery.PAGE.value}
            history.append(PastEvent(Event.REACTION_COMMITTED, reacted_at, said))
            if status != Status.REACTED:
                how = {"reaction": "message-2", "how": Settled.ANSWERED.value}
                history.append(PastEvent(Event.SETTLED, reacted_at, how))
        self.last_wait += 1
        self.waits.add(self.last_wait, *vars(project(history)).values())
        self.links.add(self.last_wait, number)
        for count, each in enumerate(history, start=1):
            self.events.add(self.last_wait, count, each.event.value, each.at, each.at, json.dumps(each.data))

    def write_rest(
        self, question: Question, key: bytes, who: Colleague, theme: str, district: str, status: Status,
        asked_at: datetime, claimed_at: datetime, reacted_at: datetime, danger: Danger,
    ) -> None:  # fmt: skip
        """Writes who did what with it, who opened it, where it ended, and whether its danger was judged."""
        self.openings.add(who.user_id, question.reference, claimed_at)
        self.openings.add(who.user_id, question.reference, reacted_at)
        if status not in (Status.WAITING, Status.WITHDRAWN):
            self.history.add(question.pk, claimed_at, who.pk, HistoryKind.CLAIMED, "{}")
        if status in (Status.SETTLED, Status.CLOSED):
            self.history.add(question.pk, reacted_at, who.pk, HistoryKind.SETTLED, "{}")
            ended = self.chance.choice(Destination.values)
            self.outcomes.add(question.pk, theme, district, asked_at.date(), reacted_at.date(), ended, 0)
            if question.pk % 10 == 0:
                self.calls.add(question.pk, who.pk, f"{question.pk:032x}", reacted_at, 1)
        if danger == Danger.JUDGED:
            row = DangerJudgement(question=question)
            row.seal_outcome(key, Judgement.NO_DANGER)
            self.judgements.add(question.pk, who.pk, reacted_at, row.sealed_outcome)

    def write_notes(self, question: Question, key: bytes, who: Colleague, notes: int, at: datetime) -> None:
        """Writes this many notes."""
        note = self.note
        for number in range(notes):
            note.seal_text(key, f"Notitie {number + 1}: gebeld met de woningbouw, zij kijken ernaar.")
            submission = f"{question.pk:016x}{number:016x}"
            self.notes.add(question.pk, submission, who.pk, at + number * timedelta(seconds=1), note.sealed_text)


def reference(number: int) -> str:
    """Returns a reference that no other number has."""
    signs = ""
    for _sign in range(6):
        number, sign = divmod(number, len(REFERENCE_ALPHABET))
        signs += REFERENCE_ALPHABET[sign]
    return f"{signs[:3]}-{signs[3:]}"


def make_people() -> list[Colleague]:
    """Makes the colleagues, the first of whom answers every theme and is in two teams, and an editor."""
    password, teams = make_password(PASSWORD), list(Team.objects.order_by("pk"))
    editor = User.objects.create(username=EDITOR_NAME, password=password)
    editor.groups.add(Group.objects.get(name=EDITOR))
    people = []
    for number in range(COLLEAGUES):
        user = User.objects.create(username=f"{COLLEAGUE_NAME}-{number}", first_name=f"Collega {number}")
        user.groups.add(Group.objects.get(name=COLLEAGUE))
        colleague = Colleague.objects.create(user=user, languages=["nl", "ar"])
        colleague.teams.set({teams[number % len(teams)], teams[0]} if number == 0 else {teams[number % len(teams)]})
        people.append(colleague)
    people[0].sensitive_themes.set(Theme.objects.filter(sensitive=True))
    return list(Colleague.objects.filter(pk__in=[row.pk for row in people]).prefetch_related("teams"))


def fill(count: int, to_do: int, now: datetime) -> None:
    """Writes so many questions, of which `to_do` are to be done: one of two of the last, and a few old ones.

    The last but one is the longest conversation, the last one has the most notes. The database holds no question yet.
    """
    with connection.cursor() as cursor:
        # A file that is not whole is thrown away: nothing waits for the disk, and nothing can be taken back.
        for setting in ("synchronous = OFF", "journal_mode = OFF", "foreign_keys = OFF", "cache_size = -1000000"):
            cursor.execute(f"PRAGMA {setting}")
    with transaction.atomic(), ExitStack() as stack:
        desk = Desk(now, stack)
        step = YEARS / (count + 1)
        for number in range(1, count + 1):
            left, rest = count - number, number % 100
            waits = (left < 2 * (to_do - to_do // 100) and left % 2 == 0) or number <= to_do // 100
            length = LONG if left == 1 else 1 + number % 3 if waits else LENGTHS[number % len(LENGTHS)]
            notes = min(MANY_NOTES, count) if left == 0 else 1 if rest < 30 else 0
            desk.ask(number, desk.now - YEARS + number * step, to_do=waits or left < 2, length=length, notes=notes)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
        cursor.execute("PRAGMA journal_mode = WAL")
