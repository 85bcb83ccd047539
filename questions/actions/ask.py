"""Asking a question: written before anything else happens to it, and once, however often it is sent."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from django.db import IntegrityError

from home.database.durable import durably
from questions.actions.codes import code_fingerprint, new_code, new_reference, spaced
from questions.actions.conversations import open_conversation
from questions.actions.flag import flag
from questions.actions.messages import add_message, message_fingerprint
from questions.actions.submissions import submission_key
from questions.desk_choices import QuestionKind
from questions.models import Question, Worry
from questions.privacy.keyring import lookup
from questions.privacy.keys import make_key
from questions.statuses import ENDED, AnswerBy, Status
from questions.waits.models import Channel, WaitKind
from questions.waits.writer import open_wait
from services.models import District, Theme

NEW_CODE_WITHIN = timedelta(hours=1)
# The channel of a question whose answer comes in this way, whatever page it was asked on.
_CHANNELS = {AnswerBy.CALL: Channel.CALLBACK, AnswerBy.TALK: Channel.FORM}


@dataclass(frozen=True)
class Contact:
    """A resident's name and how to reach them. Only what the chosen way of answering needs has to be filled in."""

    name: str = ""
    email: str = ""
    phone: str = ""
    best_time: str = ""
    may_leave_message: bool = False
    may_say_who: bool = False
    # The wish to talk: names from TalkPlace and TalkTime, the slug of a location, and a language in words.
    talk_place: str = ""
    talk_location: str = ""
    talk_time: str = ""
    interpreter: str = ""
    # Who somebody else is to the person who asks for them, and their name.
    for_relation: str = ""
    for_name: str = ""
    # Nobody else reads the mail at this address, so that a number to make a new code with may go there.
    only_i_read: bool = False

    def given(self) -> dict[str, object]:
        """Returns the fields that were filled in, with their values."""
        return {name: value for name, value in vars(self).items() if value}


@dataclass(frozen=True)
class NewQuestion:
    """What a resident sends to ask a question."""

    submission: UUID
    theme: Theme
    language: str
    text: str
    answer_by: AnswerBy
    contact: Contact
    district: District | None = None
    channel: Channel = Channel.FORM
    kind: QuestionKind = QuestionKind.QUESTION
    report: Mapping[str, str] | None = None
    """What was told of somebody else, by field; `text` is the same in sentences. None for a question of one's own."""

    def fingerprint(self) -> str:
        """Returns a keyed fingerprint of everything that was filled in: two submissions are the same when it is equal.

        The channel is left out, since nobody fills it in: a text sent again after the chat closed is the same text. Of
        a worry the fields count, and not the text made of them, which has the headings of the page's language.
        """
        contact = sorted((name, str(value)) for name, value in vars(self.contact).items())
        place = self.district.slug if self.district else ""
        told = sorted((self.report or {}).items())
        text = "" if told else self.text
        pairs = [value for pair in (*contact, *told) for value in pair]
        return lookup("ask", self.theme.slug, place, text, self.answer_by, *pairs)


@dataclass(frozen=True)
class AskedQuestion:
    """The question, its code (empty when it may not be shown now), and whether it was there already."""

    question: Question
    code: str
    repeated: bool
    second: bool = False
    """Whether this form, filled in otherwise, made another question before; that one stays."""
    token: str = ""
    """Opens the conversation in the browser that asked; empty when that may not show the code or nobody wants it."""

    @property
    def spaced_code(self) -> str:
        """Returns the code in groups of four digits, as screens show it."""
        return spaced(self.code)


def ask(
    asking: NewQuestion, now: datetime, held: Question | None = None, *, for_browser: bool = False
) -> AskedQuestion:
    """Writes the question with its first message and its wait; returns it with the code to show.

    The same submission makes no second question. Within NEW_CODE_WITHIN, and until somebody opened the conversation, it
    gets a new code that replaces the first: a reply that was lost locks nobody out. A resident who goes back gets a
    form with another id: the same content is then the same question when this browser has just asked it (`held`).

    With `for_browser` it comes with the token that opens the conversation.
    """
    try:
        return _committed(asking, now, held, for_browser)
    except IntegrityError:
        # Two of the same at once: the other one is committed now, and this one finds it.
        return _committed(asking, now, held, for_browser)


def _committed(asking: NewQuestion, now: datetime, held: Question | None, for_browser: bool) -> AskedQuestion:
    with durably():
        asked = _ask(asking, now, held)
        # A repeated question without a code was opened already, by whoever holds the code: this browser must type it.
        return replace(asked, token=open_conversation(asked.question, now)) if for_browser and asked.code else asked


def _ask(asking: NewQuestion, now: datetime, held: Question | None) -> AskedQuestion:
    fingerprint = asking.fingerprint()
    known = Question.objects.filter(submission=asking.submission).first()
    if held is not None and _asked_just_now(held, fingerprint, now):
        again = _asked_again(Question.objects.select_for_update().get(pk=held.pk), now)
        return replace(again, second=known is not None and known.pk != held.pk)
    submission = submission_key(asking.submission, fingerprint, known.submission_fingerprint if known else None)
    known = Question.objects.select_for_update().filter(submission=submission).first()
    second = submission != asking.submission
    if known is not None:
        return replace(_asked_again(known, now), second=second)
    return replace(_asked_first(asking, submission, fingerprint, now), second=second)


def _asked_just_now(question: Question, fingerprint: str, now: datetime) -> bool:
    """Returns whether the question has this content and was asked within NEW_CODE_WITHIN.

    False for one that has ended: asked again, it is a new question.
    """
    return (
        question.submission_fingerprint == fingerprint
        and question.status not in ENDED
        and now - question.asked_at <= NEW_CODE_WITHIN
    )


def _asked_again(question: Question, now: datetime) -> AskedQuestion:
    if question.first_opened_at is not None or now - question.asked_at > NEW_CODE_WITHIN:
        return AskedQuestion(question, "", repeated=True)
    code = new_code()
    question.code_fingerprint = code_fingerprint(question.reference, code)
    question.save(update_fields=["code_fingerprint"])
    return AskedQuestion(question, code, repeated=True)


def _asked_first(asking: NewQuestion, submission: UUID, fingerprint: str, now: datetime) -> AskedQuestion:
    reference, code = new_reference(), new_code()
    while Question.objects.filter(reference=reference).exists():
        reference = new_reference()
    channel = _CHANNELS.get(asking.answer_by, asking.channel)
    question = Question(
        kind=asking.kind,
        reference=reference,
        code_fingerprint=code_fingerprint(reference, code),
        submission=submission,
        submission_fingerprint=fingerprint,
        theme=asking.theme,
        district=asking.district,
        language=asking.language,
        channel=channel,
        entry_channel=channel,
        # The way of answering that needs an address waits for the key that seals the address.
        answer_by=AnswerBy.PAGE,
        status=Status.WAITING,
        asked_at=now,
        waiting_since=now,
    )
    question.save()
    key = make_key(question.pk, question.uid)
    given = asking.contact.given()
    question.answer_by = asking.answer_by
    if given:
        question.seal_contact(key, given)
    question.save(update_fields=["answer_by", "sealed_contact"])
    message = add_message(
        question,
        key,
        submission=submission,
        fingerprint=message_fingerprint(question, asking.text),
        text=asking.text,
        language=asking.language,
        at=now,
    )
    if asking.report is not None:
        worry = Worry(question=question)
        worry.seal_report(key, dict(asking.report))
        worry.save()
    typed = (asking.text, asking.contact.best_time, asking.contact.interpreter)
    flag(question, key, "\n".join(typed), message.number)
    open_wait(
        at=now,
        recorded_at=now,
        channel=channel,
        kind=WaitKind.FIRST,
        theme=asking.theme.slug,
        district=asking.district.slug if asking.district else "",
        language=asking.language,
        question_id=question.pk,
    )
    return AskedQuestion(question, code, repeated=False)
