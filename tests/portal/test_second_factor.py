"""The second factor: the whole way round with real codes, as in production; and who gets no further without one."""

import time
from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.contrib.auth.tokens import default_token_generator
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django_otp.oath import TOTP
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from portal.two_factor.codes import check_code, new_recovery_codes, plain_code
from tests.conftest import MONDAY, Ask, Cast

pytestmark = pytest.mark.django_db

ASK, SETUP, MANAGE = "/beheer/tweede-factor/", "/beheer/tweede-factor/instellen/", "/beheer/tweede-factor/beheren/"
PASSWORD = "only-for-tests"


@pytest.fixture(autouse=True)
def production(without_second_factor: None, settings: Any) -> None:
    """As base.py has it where real people ask questions."""
    settings.SECOND_FACTOR_REQUIRED = True
    settings.SECURE_SSL_REDIRECT = settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True


class Browser(Client):
    """A browser at an HTTPS site that fills in forms as they stand, tokens too."""

    def __init__(self) -> None:
        super().__init__(enforce_csrf_checks=True, headers={"referer": "https://testserver/beheer/"})

    def request(self, **request: Any) -> Any:
        return super().request(**(request | {"wsgi.url_scheme": "https", "SERVER_PORT": "443"}))

    def open(self, address: str) -> BeautifulSoup:
        response = self.get(address)
        assert response.status_code == 200, (address, response.status_code, response.get("Location"))
        return BeautifulSoup(response.content.decode(), "html.parser")

    def fill(self, address: str, to: str = "", **fields: str) -> Any:
        """Posts the form of the page at an address."""
        page = self.open(address)
        token = page.select_one("input[name=csrfmiddlewaretoken]")
        assert token
        return self.post(to or address, {"csrfmiddlewaretoken": token["value"], **fields})


def code_of(device: TOTPDevice, later: int = 0) -> str:
    """What the app shows now, or so many steps of half a minute later."""
    reading = TOTP(device.bin_key)
    reading.time = time.time() + later * device.step
    return f"{reading.token():06d}"


def signed_in(username: str) -> Browser:
    """Signed in with the password alone."""
    browser = Browser()
    response = browser.fill("/beheer/login/", username=username, password=PASSWORD, next="/beheer/")
    assert response.status_code == 302
    return browser


def set_up(browser: Browser) -> tuple[TOTPDevice, list[str]]:
    """Sets up an app in this browser: the device and the recovery codes that were shown."""
    secret = browser.open(SETUP).select_one(".factor-key")
    assert secret
    device = TOTPDevice(key=_hex(secret.get_text()))
    response = browser.fill(SETUP, code=code_of(device))
    assert response.status_code == 200
    codes = [found.get_text() for found in BeautifulSoup(response.content, "html.parser").select(".factor-codes code")]
    return TOTPDevice.objects.latest("pk"), codes


def _hex(secret: str) -> str:
    from base64 import b32decode

    letters = secret.replace(" ", "")
    return b32decode(letters + "=" * (-len(letters) % 8)).hex()


def gets_in(browser: Browser) -> bool:
    return browser.get("/beheer/").get("Location", "/beheer/vragen/") == "/beheer/vragen/"


def test_the_whole_way_round_set_up_sign_out_sign_in_and_a_recovery_code_once(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Half a minute does not end meanwhile: after it the app shows another code.
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now)
    browser = signed_in("anna")
    assert browser.get("/beheer/vragen/")["Location"] == f"{SETUP}?next=/beheer/vragen/"
    device, codes = set_up(browser)
    assert gets_in(browser)
    assert len(set(codes)) == 10
    browser.fill(MANAGE, to="/beheer/logout/")
    assert browser.get("/beheer/")["Location"].startswith("/beheer/login/")

    browser = signed_in("anna")
    assert browser.get("/beheer/vragen/")["Location"] == f"{ASK}?next=/beheer/vragen/"
    # The code that set it up was used; the next one is not.
    assert browser.fill(ASK, code=code_of(device)).status_code == 422
    TOTPDevice.objects.update(throttling_failure_timestamp=None)
    response = browser.fill(ASK, code=code_of(device, 1), next="/beheer/vragen/")
    assert (response.status_code, response["Location"]) == (302, "/beheer/vragen/")
    assert browser.get("/beheer/vragen/").status_code == 200

    browser = signed_in("anna")
    assert browser.fill(ASK, code=codes[3].upper().replace("-", " ")).status_code == 302
    assert gets_in(browser)
    browser = signed_in("anna")
    assert browser.fill(ASK, code=codes[3]).status_code == 422
    assert not gets_in(browser)


def test_who_signed_in_with_the_password_alone_gets_no_further(cast: Cast, asked: Ask) -> None:
    TOTPDevice.objects.create(user=cast.colleague.user)
    browser = signed_in("anna")
    question = asked("een-geheim-woord").question
    for address in (
        *("/beheer/", "/beheer/vragen/", f"/beheer/vragen/{question.pk}/", "/beheer/account/", "/beheer/bestaat-niet/"),
        *(
            "/beheer/api/main/pages/",
            "/beheer/documenten/1/x.pdf",
            MANAGE,
            SETUP,
            "/beheer/tweede-factor/sleutel/maken/",
        ),
    ):
        response = browser.get(address)
        assert response.status_code == 302, address
        assert response["Location"].startswith(ASK), address
    for address in (
        *(SETUP, "/beheer/tweede-factor/reservecodes/", "/beheer/tweede-factor/sleutel/maken/"),
        *("/beheer/tweede-factor/sleutel/bewaren/", f"/beheer/vragen/{question.pk}/nemen/"),
    ):
        assert browser.fill(ASK, to=address)["Location"].startswith(ASK), address


def test_wrong_codes_make_the_next_try_wait_longer_each_time_and_are_counted(cast: Cast) -> None:
    device = TOTPDevice.objects.create(user=cast.colleague.user)
    browser = signed_in("anna")
    waits = []
    for _try in range(4):
        response = browser.fill(ASK, code="000000")
        assert response.status_code == 422
        waits.append(int(response["Retry-After"]))
        # The right code does not help while it waits.
        assert browser.fill(ASK, code=code_of(device)).status_code == 429
        TOTPDevice.objects.update(throttling_failure_timestamp=MONDAY)
    assert waits == [1, 2, 4, 8]
    device.refresh_from_db()
    assert device.throttling_failure_count == 4
    assert browser.fill(ASK, code=code_of(device)).status_code == 302
    assert gets_in(browser)


def test_wrong_recovery_codes_wait_too_and_hold_up_no_app(cast: Cast) -> None:
    user = cast.colleague.user
    device = TOTPDevice.objects.create(user=user)
    codes = new_recovery_codes(user)
    browser = signed_in("anna")
    assert browser.fill(ASK, code="fout-fout-f").status_code == 422
    assert browser.fill(ASK, code=codes[0]).status_code == 429
    assert browser.fill(ASK, code=code_of(device)).status_code == 302


@pytest.mark.parametrize("typed", ["", " ", "x" * 500, "12345", "1234567", "²²²²²²", "\x00", "<script>", "١٢٣٤٥"])
def test_a_code_that_is_none_is_refused_kindly(cast: Cast, typed: str) -> None:
    TOTPDevice.objects.create(user=cast.colleague.user)
    browser = signed_in("anna")
    assert browser.fill(ASK, code=typed).status_code == 422
    assert not gets_in(browser)


def test_a_code_may_be_typed_with_blanks_and_in_the_digits_of_ones_own_script(cast: Cast) -> None:
    assert plain_code(" ١٢٣ 456 ") == "123456"
    assert plain_code("AbCd-EFGH") == "abcdefgh"


def test_recovery_codes_are_kept_as_fingerprints_and_belong_to_one_person(cast: Cast) -> None:
    anna, bert = cast.colleague.user, cast.teammate.user
    codes, others = new_recovery_codes(anna), new_recovery_codes(bert)
    kept = set(StaticToken.objects.values_list("token", flat=True))
    assert not kept & {plain_code(code) for code in codes}
    assert check_code(anna, others[0], MONDAY).device is None
    assert check_code(bert, others[0], MONDAY).device is not None


def test_recovery_codes_alone_are_no_second_factor(cast: Cast) -> None:
    new_recovery_codes(cast.colleague.user)
    assert signed_in("anna").get("/beheer/")["Location"].startswith(SETUP)


def test_an_app_of_the_released_version_still_opens_the_door(cast: Cast) -> None:
    # As wagtail-2fa wrote it, with one that was never confirmed beside it.
    device = TOTPDevice.objects.create(user=cast.colleague.user, name="Device #1", confirmed=True)
    unconfirmed = TOTPDevice.objects.create(user=cast.colleague.user, name="Device #2", confirmed=False)
    browser = signed_in("anna")
    assert browser.fill(ASK, code=code_of(unconfirmed)).status_code == 422
    TOTPDevice.objects.update(throttling_failure_timestamp=None)
    assert browser.fill(ASK, code=code_of(device)).status_code == 302
    assert "reservecode" in browser.open("/beheer/vragen/").get_text() or "recovery" in browser.open(MANAGE).get_text()


def test_a_new_password_by_mail_does_not_lift_the_second_factor(cast: Cast) -> None:
    user = cast.colleague.user
    TOTPDevice.objects.create(user=user)
    uid, token = urlsafe_base64_encode(force_bytes(user.pk)), default_token_generator.make_token(user)
    browser = Browser()
    place = browser.get(f"/beheer/password_reset/confirm/{uid}/{token}/")["Location"]
    new = "een-heel-ander-wachtwoord"
    assert browser.fill(place, new_password1=new, new_password2=new).status_code == 302
    assert browser.get("/beheer/")["Location"].startswith("/beheer/login/")
    assert browser.fill("/beheer/login/", username="anna", password=new, next="/beheer/").status_code == 302
    assert browser.get("/beheer/")["Location"].startswith(ASK)


def test_the_second_factor_of_somebody_else_opens_nothing(cast: Cast) -> None:
    TOTPDevice.objects.create(user=cast.colleague.user)
    other = TOTPDevice.objects.create(user=cast.teammate.user)
    browser = signed_in("anna")
    assert browser.fill(ASK, code=code_of(other)).status_code == 422
    session = browser.session
    session["otp_device_id"] = other.persistent_id
    session.save()
    assert not gets_in(browser)


@pytest.mark.parametrize("known", ["otp_totp.totpdevice/999999", "otp_totp.totpdevice/x", "nergens/1", "", "a/b/c"])
def test_a_session_with_an_unknown_device_is_asked_again(cast: Cast, known: str) -> None:
    TOTPDevice.objects.create(user=cast.colleague.user)
    browser = signed_in("anna")
    session = browser.session
    session["otp_device_id"] = known
    session.save()
    assert browser.get("/beheer/")["Location"].startswith(ASK)


def test_the_way_on_stays_on_this_site(cast: Cast) -> None:
    device = TOTPDevice.objects.create(user=cast.colleague.user)
    browser = signed_in("anna")
    response = browser.fill(ASK, code=code_of(device), next="https://kwaad.example.org/")
    assert response["Location"] == "/beheer/"


def verified(user: User) -> tuple[Browser, TOTPDevice]:
    device = TOTPDevice.objects.create(user=user, name="Eerste")
    browser = signed_in(user.username)
    assert browser.fill(ASK, code=code_of(device)).status_code == 302
    return browser, device


def test_the_last_factor_stays_and_another_one_can_take_its_place(cast: Cast) -> None:
    browser, device = verified(cast.colleague.user)
    address = f"/beheer/tweede-factor/weghalen/app/{device.pk}/"
    browser.fill(MANAGE, to=address)
    assert TOTPDevice.objects.filter(pk=device.pk).exists()
    second, _codes = set_up(browser)
    browser.fill(MANAGE, to=address)
    assert list(TOTPDevice.objects.filter(user=cast.colleague.user)) == [second]
    assert gets_in(browser)


@pytest.mark.parametrize("kind", ["app", "sleutel", "iets"])
@pytest.mark.parametrize("pk", ["999999", "9" * 30])
def test_taking_away_a_device_that_is_not_there_is_404(cast: Cast, kind: str, pk: str) -> None:
    browser, _device = verified(cast.colleague.user)
    assert browser.fill(MANAGE, to=f"/beheer/tweede-factor/weghalen/{kind}/{pk}/").status_code == 404


def test_nobody_takes_away_a_device_of_somebody_else(cast: Cast) -> None:
    browser, _device = verified(cast.administrator)
    other = TOTPDevice.objects.create(user=cast.colleague.user)
    assert browser.fill(MANAGE, to=f"/beheer/tweede-factor/weghalen/app/{other.pk}/").status_code == 404
    assert TOTPDevice.objects.filter(pk=other.pk).exists()


def test_a_screen_that_was_left_open_changes_no_factor(cast: Cast) -> None:
    browser, device = verified(cast.colleague.user)
    TOTPDevice.objects.create(user=cast.colleague.user, name="Tweede")
    session = browser.session
    session["second_factor_at"] = time.time() - 3600
    session.save()
    for address in (SETUP, f"/beheer/tweede-factor/weghalen/app/{device.pk}/", "/beheer/tweede-factor/reservecodes/"):
        assert browser.fill(ASK, to=address)["Location"].startswith(ASK), address
    assert TOTPDevice.objects.count() == 2
    assert not StaticToken.objects.exists()
    begin = browser.fill(ASK, to="/beheer/tweede-factor/sleutel/maken/")
    assert begin.status_code == 403


def test_new_recovery_codes_take_the_place_of_the_earlier_ones(cast: Cast) -> None:
    browser, _device = verified(cast.colleague.user)
    first = browser.fill(MANAGE, to="/beheer/tweede-factor/reservecodes/")
    assert first.status_code == 200
    before = set(StaticToken.objects.values_list("token", flat=True))
    browser.fill(MANAGE, to="/beheer/tweede-factor/reservecodes/")
    after = set(StaticToken.objects.values_list("token", flat=True))
    assert len(after) == 10
    assert not before & after


def test_a_demonstration_asks_no_second_factor(cast: Cast, settings: Any, sign_in: Callable[[Any], Client]) -> None:
    settings.SECOND_FACTOR_REQUIRED = False
    assert gets_in(signed_in("anna"))


def test_no_passkey_signs_in_without_a_password(db: None) -> None:
    browser = Browser()
    for step in ("vragen", "tonen", "maken", "bewaren"):
        response = browser.fill("/beheer/login/", to=f"/beheer/tweede-factor/sleutel/{step}/")
        assert response["Location"].startswith("/beheer/login/")


def test_the_doors_of_the_earlier_library_are_gone(cast: Cast) -> None:
    browser, _device = verified(cast.colleague.user)
    for address in ("2fa/auth", "2fa/devices/1", "2fa/devices/new", "2fa/devices/99/remove", "2fa/devices/99/update"):
        assert browser.get(f"/beheer/{address}").status_code in (301, 404), address
        assert browser.get(f"/beheer/{address}/").status_code == 404, address


def test_the_command_takes_away_the_second_factor_and_the_next_sign_in_asks_to_set_it_up(cast: Cast) -> None:
    browser, _device = verified(cast.colleague.user)
    new_recovery_codes(cast.colleague.user)
    call_command("reset_second_factor", "anna")
    assert browser.get("/beheer/")["Location"].startswith(SETUP)
    assert signed_in("anna").get("/beheer/")["Location"].startswith(SETUP)
    assert not StaticToken.objects.exists()
    with pytest.raises(CommandError, match="niemand"):
        call_command("reset_second_factor", "niemand")
