"""One door of staff, limits on what can be guessed, cookies that nobody else can set, and what is forgotten."""

import os
import re
import subprocess
import sys
from datetime import timedelta
from importlib import import_module
from typing import Any

import pytest
from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.apps import apps
from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from wagtail.models import Page, PageLogEntry, PageViewRestriction

from questions.actions.conversations import EARLIER_LENGTH, open_conversation
from questions.models import Conversation, Unconfirmed
from questions.privacy.keyring import lookup
from questions.privacy.models import RightsChange
from questions.resident import cookie
from tests.conftest import Ask, Cast
from tests.some import some

pytestmark = pytest.mark.django_db
NEW = "een-lang-nieuw-wachtwoord"


# --- one door --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_there_is_no_second_door_to_sign_in(client: Client, cast: Cast, language: str) -> None:
    address = f"/{language}/_util/login/"
    assert client.get(address).status_code == 404
    assert client.post(address, {"username": "anna", "password": "only-for-tests"}).status_code == 404
    assert "_auth_user_id" not in client.session


def test_a_closed_page_leads_to_the_one_door_and_never_round_in_a_circle(cast: Cast, sign_in: Any) -> None:
    page = Page.objects.get(slug="klacht", locale__language_code="nl")
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    way = Client().get("/nl/klacht/")
    assert way["Location"] == "/beheer/login/?next=/nl/klacht/"
    # The session holds in the admin only: sent back, the page would send on here again.
    assert sign_in(cast.editor).get(way["Location"])["Location"] == "/beheer/"
    assert reverse("wagtailcore_login") == reverse("wagtailadmin_login") == "/beheer/login/"


def test_after_signing_in_one_goes_on_in_the_admin(client: Client, cast: Cast) -> None:
    for way, goes in (("/beheer/vragen/", "/beheer/vragen/"), ("https://kwaad.example.org/beheer/", "/beheer/")):
        form = {"username": "anna", "password": "only-for-tests", "next": way}
        assert Client().post("/beheer/login/", form)["Location"] == goes


# --- what can be guessed or asked again and again --------------------------------------------------------------


def test_mails_with_a_new_password_are_slowed_down_per_mail_address(client: Client, cast: Cast) -> None:
    user = cast.editor
    user.email = "eva@example.org"
    user.save()
    for typed in ("eva@example.org", "EVA@example.org", " eva@example.org "):
        assert client.post("/beheer/password_reset/", {"email": typed}).status_code == 302
    held = Client().post("/beheer/password_reset/", {"email": "eva@example.org"})
    assert held.status_code == 429
    assert int(held["Retry-After"]) >= 1
    assert len(mail.outbox) == 3
    # Somebody else is not held up.
    assert client.post("/beheer/password_reset/", {"email": "fred@example.org"}).status_code == 302


def test_mails_with_a_new_password_are_slowed_down_per_address_more_loosely(client: Client) -> None:
    statuses = [client.post("/beheer/password_reset/", {"email": f"x{n}@example.org"}).status_code for n in range(31)]
    assert statuses == [302] * 30 + [429]
    other = client.post("/beheer/password_reset/", {"email": "y@example.org"}, REMOTE_ADDR="10.9.9.9")
    assert other.status_code == 302


# --- closed pages ----------------------------------------------------------------------------------------------


def test_a_page_is_closed_to_all_but_staff_or_not_at_all(cast: Cast, sign_in: Any) -> None:
    client = sign_in(cast.root)
    page = Page.objects.get(slug="klacht", locale__language_code="nl")
    for each in (page, Page.objects.get(depth=2, locale=page.locale)):
        form = reverse("wagtailadmin_pages:set_privacy", args=[each.pk])
        shown = client.get(form, headers={"X-Requested-With": "XMLHttpRequest"}).json()["html"]
        assert re.findall(r'type="radio"[^>]*value="(\w+)"', shown) == ["none", "login"]
        assert 'name="password"' not in shown
        for kind in ("password", "groups"):
            client.post(form, {"restriction_type": kind, "password": "sesam", "groups": 1})
            assert not PageViewRestriction.objects.exists()
    client.post(reverse("wagtailadmin_pages:set_privacy", args=[page.pk]), {"restriction_type": "login"})
    assert PageViewRestriction.objects.get().restriction_type == "login"


def test_a_page_closed_in_another_way_stays_closed_sets_no_cookie_and_is_named(capsys: Any) -> None:
    page = Page.objects.get(slug="klacht", locale__language_code="nl")
    closed = PageViewRestriction.objects.create(page=page, restriction_type="password", password="sesam")
    call_command("check", databases=["default"], tags=["database"])
    assert f"page {page.pk} ({page.title})" in capsys.readouterr().err
    visitor = Client()
    door = f"/nl/_util/authenticate_with_password/{closed.pk}/{page.pk}/"
    assert visitor.get("/nl/klacht/")["Location"] == "/beheer/login/?next=/nl/klacht/"
    assert visitor.post(door, {"password": "sesam", "return_url": "/nl/klacht/"}).status_code == 404
    assert not visitor.cookies
    move = import_module("home.migrations.0011_closed_to_all_but_staff")
    move.close_to_all_but_staff(apps, None)
    assert list(PageViewRestriction.objects.values_list("restriction_type", "password")) == [("login", "")]
    line = PageLogEntry.objects.filter(page=page, action="wagtail.view_restriction.edit").latest("pk")
    assert line.data["restriction"] == {"type": "login", "title": "login", "before": "password"}


def test_a_new_password_by_mail_is_written_down_and_waits_for_nobody(client: Client, cast: Cast) -> None:
    user = cast.colleague.user
    uid, token = urlsafe_base64_encode(force_bytes(user.pk)), default_token_generator.make_token(user)
    place = client.get(f"/beheer/password_reset/confirm/{uid}/{token}/")["Location"]
    assert client.post(place, {"new_password1": NEW, "new_password2": NEW}).status_code == 302
    line = RightsChange.objects.get(whom="anna")
    assert (line.who, line.what, line.before, line.after) == ("anna", "password", "", "")
    assert not Unconfirmed.objects.exists()
    user.refresh_from_db()
    assert user.check_password(NEW)


# --- cookies ---------------------------------------------------------------------------------------------------

NAMES = ("CSRF_COOKIE_NAME", "CONVERSATION_COOKIE_NAME", "MESSAGES_COOKIE_NAME", "SESSION_COOKIE_NAME")
IN_PRODUCTION = {
    "CSRF_COOKIE_NAME": "__Host-csrftoken", "CONVERSATION_COOKIE_NAME": "__Host-gesprek",
    "MESSAGES_COOKIE_NAME": "__Host-messages", "SESSION_COOKIE_NAME": "__Secure-sessionid",
}  # fmt: skip


@pytest.mark.parametrize(("https", "names"), [("1", tuple(IN_PRODUCTION.values())), ("0", None)])
def test_with_https_every_cookie_has_a_prefix_and_without_it_none(https: str, names: tuple[str, ...] | None) -> None:
    code = f"from portal.settings import base; print(*[getattr(base, name) for name in {NAMES}])"
    environment = os.environ | {"PORTAL_HTTPS": https}
    said = subprocess.run(
        [sys.executable, "-c", code], cwd=settings.HOUSE / "site", env=environment, capture_output=True, check=True
    )
    assert tuple(said.stdout.decode().split()) == (names or ("csrftoken", "gesprek", "messages", "sessionid"))


@pytest.fixture
def production(settings: Any) -> None:
    """The cookies as they are with HTTPS."""
    for name, value in IN_PRODUCTION.items():
        setattr(settings, name, value)
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True


def cookies_of(response: Any) -> dict[str, Any]:
    return dict(response.cookies.items())


def test_cookies_in_production_keep_what_their_prefix_promises(production: None, cast: Cast, asked: Ask) -> None:
    question = asked("Hallo").question
    client = Client()
    found = cookies_of(client.get("/nl/vraag/", secure=True))
    signed_in = client.post(
        "/beheer/login/", {"username": "anna", "password": "only-for-tests", "next": "/beheer/"}, secure=True
    )
    found |= cookies_of(signed_in)
    found |= cookies_of(client.post("/beheer/logout/", secure=True))
    response = client.get("/nl/", secure=True)
    cookie.set_question_cookie(response, open_conversation(question, timezone.now()))
    found |= cookies_of(response)
    assert set(found) >= {"__Host-csrftoken", "__Secure-sessionid", "__Host-gesprek"}
    for name, morsel in some(found.items()):
        assert name.startswith(("__Host-", "__Secure-")), name
        assert morsel["secure"], name
        assert morsel["domain"] == "", name
        assert morsel["path"] == ("/beheer/" if name == "__Secure-sessionid" else "/"), name


def test_an_open_conversation_outlives_the_new_name_of_its_cookie(production: None, asked: Ask) -> None:
    question, now = asked("Mijn geheim").question, timezone.now()
    earlier = "e" * EARLIER_LENGTH
    Conversation.objects.create(
        token_fingerprint=lookup("conversation", earlier), question=question, expires_at=now + timedelta(hours=1)
    )
    client = Client()
    client.cookies["gesprek"] = earlier
    assert "Mijn geheim" in client.get("/nl/gesprek/", secure=True).content.decode()
    # A conversation of now is not taken from a cookie that somebody may have planted.
    client.cookies["gesprek"] = open_conversation(question, now)
    assert "Mijn geheim" not in client.get("/nl/gesprek/", secure=True).content.decode()
    client.cookies["__Host-gesprek"] = open_conversation(question, now)
    assert "Mijn geheim" in client.get("/nl/gesprek/", secure=True).content.decode()


# --- what is forgotten -----------------------------------------------------------------------------------------


def test_who_tried_to_sign_in_and_ended_sessions_are_forgotten_after_their_term(client: Client, cast: Cast) -> None:
    form = {"username": "anna", "password": "fout"}
    client.post("/beheer/login/", form)
    client.post("/beheer/login/", form | {"password": "only-for-tests"})
    client.post("/beheer/login/", form | {"username": "bert"})
    assert AccessAttempt.objects.exists()
    assert AccessLog.objects.exists()
    now, kept = timezone.now(), AccessLog.objects.count()
    call_command("run_due")
    assert AccessLog.objects.count() == kept
    for tries in (AccessAttempt, AccessLog, AccessFailureLog):
        tries.objects.update(attempt_time=now - timedelta(days=settings.SIGN_IN_DAYS, hours=1))
    Session.objects.update(expire_date=now - timedelta(minutes=1))
    call_command("run_due")
    for table in (AccessAttempt, AccessLog, AccessFailureLog, Session):
        assert not table.objects.exists(), table
