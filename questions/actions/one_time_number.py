"""A new code by a number that was sent to the resident's mailbox, for a resident who said that nobody else reads it.

Never on a sensitive theme: there somebody else may read along without being asked. Whoever asks for a number is told
the same whatever is true, and waits as long: the same is looked up, sealed and written for a reference that does not
exist, and taken back at the end.
"""

import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import F
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _
from wagtail.models import Site

from home.languages import source_code
from home.models import Municipality
from questions.actions.codes import NUMBER_DIGITS, code_fingerprint, new_code
from questions.actions.history import note_in_history
from questions.actions.question_state import moment_in_order
from questions.actions.submissions import SubmittedForm
from questions.desk_choices import HistoryKind
from questions.models import Conversation, OneTimeNumber, Question
from questions.models.question import QuestionQuerySet
from questions.privacy.keyring import CannotOpen, lookup, new_key
from questions.privacy.keys import key_of

VALID = timedelta(minutes=15)
NEXT_AFTER = timedelta(minutes=5)
"""No other number within this time: whoever knows reference and address cannot fill a mailbox."""
MOST_TRIES = 5
# No question has this id.
NOBODY = 0


@dataclass(frozen=True)
class NewCode:
    """A question and its new code, to show once."""

    question: Question
    code: str


def request_number(reference: str, email: str, now: datetime) -> None:
    """Puts a number in the outbox when this is the mailbox of this question, which nobody else reads.

    It is not told whether it did, and takes the same steps when it does not.
    """
    with transaction.atomic():
        question = _locked(reference).first()
        pk = question.pk if question else NOBODY
        kept = _mailbox_of(question)
        before = OneTimeNumber.objects.filter(question_id=pk).first()
        is_right = constant_time_compare(kept.casefold(), email.casefold()) and question is not None
        may_go = is_right and (before is None or before.expires_at - VALID + NEXT_AFTER <= now)
        number = "".join(secrets.choice("0123456789") for _digit in range(NUMBER_DIGITS))
        with transaction.atomic():
            OneTimeNumber.objects.filter(question_id=pk).delete()
            OneTimeNumber.objects.create(
                question_id=pk, fingerprint=_fingerprint(reference, number), expires_at=now + VALID
            )
            # Into the outbox, in this transaction: no request waits for the mail server.
            _mail(number, kept if is_right else email, question.language if question else source_code()).send()
            if not may_go:
                transaction.set_rollback(True)


def use_number(reference: str, number: str, now: datetime, submission: UUID) -> NewCode | None:
    """Makes a new code, which replaces the first and ends every conversation that was opened with that.

    A code for somebody else stays. Returns None when the number is wrong, has expired, was tried MOST_TRIES times
    wrongly, or was used. The same submission sent again is answered with another new code while the number would hold:
    the reply was lost, and nobody has seen the one before.
    """
    fingerprint = _fingerprint(reference, number)
    with transaction.atomic():
        question = _locked(reference).first()
        row = OneTimeNumber.objects.filter(question__reference=reference).first()
        fits = constant_time_compare(row.fingerprint if row else "", fingerprint)
        if question is not None and not _is_sensitive(question):
            form = SubmittedForm(question, submission, "new code", fingerprint)
            if question.sent.filter(submission=form.id, at__gt=now - VALID).exists():
                return NewCode(question, _replace_code(question))
            if fits and row is not None and row.expires_at > now and row.wrong_tries < MOST_TRIES:
                at = moment_in_order(question, now)
                form.take(at)
                row.delete()
                note_in_history(question, HistoryKind.NEW_CODE, at=at)
                return NewCode(question, _replace_code(question))
        OneTimeNumber.objects.filter(question__reference=reference).update(wrong_tries=F("wrong_tries") + 1)
    return None


def forget_old_numbers(now: datetime) -> int:
    """Deletes the numbers that have expired; returns how many."""
    return OneTimeNumber.objects.filter(expires_at__lte=now).delete()[0]


def _locked(reference: str) -> QuestionQuerySet:
    return (
        Question.objects.select_for_update(of=("self",))
        .select_related("theme", "theme_corrected")
        .filter(reference=reference)
    )


def _is_sensitive(question: Question) -> bool:
    """Returns whether the theme is sensitive, as the resident chose it or as staff corrected it."""
    return question.theme.sensitive or bool(question.theme_corrected and question.theme_corrected.sensitive)


def _mailbox_of(question: Question | None) -> str:
    """Returns the address to which a number may go; something that is no address when there is none."""
    key = None
    with suppress(CannotOpen):
        key = key_of(question.pk, question.uid) if question else key_of(NOBODY, uuid4())
    if question is None or key is None or question.sealed_contact is None:
        # Something is opened all the same.
        question, key = Question(), new_key()
        question.seal_contact(key, {"email": ""})
        return str(question.contact(key)["email"]) + "-"
    contact = question.contact(key)
    may_go = contact.get("only_i_read") and not _is_sensitive(question)
    return str(contact.get("email") or "-") if may_go else "-"


def _replace_code(question: Question) -> str:
    code = new_code()
    question.code_fingerprint = code_fingerprint(question.reference, code)
    question.save(update_fields=["code_fingerprint"])
    Conversation.objects.filter(question=question, second_code__isnull=True).delete()
    return code


def _fingerprint(reference: str, number: str) -> str:
    return lookup("one-time-number", reference, number)


def _mail(number: str, address: str, language: str) -> EmailMessage:
    """Returns the mail with the number and nothing else of the question, in this language."""
    with translation.override(language):
        place = Municipality.for_site(Site.objects.get(is_default_site=True))
        body = render_to_string("email/number.txt", {"number": number, "minutes": VALID.seconds // 60, "place": place})
        subject = _("The number that you asked for")
    return EmailMessage(
        subject=subject,
        body=body,
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[address],
        headers={"Auto-Submitted": "auto-generated", "Content-Language": language},
    )
