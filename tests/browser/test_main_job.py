"""The main job, from a service page to the figures, by everybody who has a part in it."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenBrowser, Site, assert_accessible
from tests.browser.steps import Kept, figures, fill_in_question, follow, kept, send, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
WORDS = {
    "nl": ("Ik kan de huur niet betalen. Wat nu?", "Bel vandaag met de verhuurder."),
    "ar": ("لا أستطيع دفع الإيجار. ماذا أفعل؟", "اتصل اليوم بالمؤجر."),
}


@pytest.mark.parametrize("language", [pytest.param("nl", marks=pytest.mark.walk), "ar"])
def test_a_resident_asks_a_colleague_answers_and_the_report_shows_the_waiting_time(
    site: Site, browse: OpenBrowser, language: str
) -> None:
    question, answer = WORDS[language]
    direction = "rtl" if language == "ar" else "ltr"

    leader = browse()
    sign_in(leader, "teamleider")
    asked_before, answered_before = figures(leader)

    # She reads about a service and asks.
    resident = browse(viewport={"width": 360, "height": 780})
    resident.goto(f"/{language}/")
    expect(resident.locator("html")).to_have_attribute("dir", direction)
    resident.goto(f"/{language}/diensten/")
    with resident.expect_navigation():
        resident.click("main a[href*='/diensten/geldzaken-waarheen/']")
    expect(resident.locator("html")).to_have_attribute("lang", language)
    with resident.expect_navigation():
        resident.locator(f"main a[href*='/{language}/vraag/']").first.click()
    fill_in_question(resident, "geld", question)
    send(resident)
    papers = kept(resident)
    assert re.fullmatch(r"[2-9A-Z]{3}-[2-9A-Z]{3}", papers.reference)
    assert len(re.sub(r"\D", "", papers.code)) == 12
    assert papers.code not in resident.url
    resident.goto(f"/{language}/gesprek/")
    expect(resident.locator(".log")).to_contain_text(question)

    # A colleague finds it in the queue, claims it and answers.
    colleague = browse()
    sign_in(colleague, "medewerker")
    colleague.goto("/beheer/vragen/")
    item = colleague.locator(".queue-item", has_text=papers.reference)
    expect(item).to_be_visible()
    item.locator("button").click()
    expect(colleague.locator(".log")).to_contain_text(question)
    colleague.fill("textarea[name=text]", answer)
    colleague.check("input[name=settled][value=answered] >> nth=0")
    colleague.check("input[name=destination][value=community] >> nth=0")
    colleague.click("form[action$='/antwoord/'] button[data-key='Ctrl+Enter']")
    expect(colleague.locator(".log")).to_contain_text(answer)
    colleague.click(".question-waits > summary")
    waited = re.search(r"\d+:\d\d:\d\d", colleague.locator(".desk-waits").inner_text())
    assert waited

    # She reads it in another browser, by reference and code, with the digits of her own script.
    elsewhere = browse(viewport={"width": 360, "height": 780})
    typed = papers.code.translate(EASTERN) if language == "ar" else papers.code
    follow(elsewhere, language, Kept(papers.reference.lower(), typed))
    expect(elsewhere).to_have_url(site(f"/{language}/gesprek/"))
    expect(elsewhere.locator(".log")).to_contain_text(answer)
    assert_accessible(elsewhere)

    # The figures tell. (test_access.py looks at the pages before: here only at what an answer brings.)
    assert figures(leader) == (asked_before + 1, answered_before + 1)
    times = leader.locator("[data-clock=wall] [data-steps] tbody th").all_inner_texts()
    assert waited[0] in times
    assert_accessible(leader)


def test_with_a_notice_the_mail_says_nothing_and_leads_back(site: Site, browse: OpenBrowser) -> None:
    resident = browse()
    resident.goto("/nl/vraag/")
    fill_in_question(resident, "wonen", "Mag mijn huurbaas dat?")
    resident.check("input[name=answer_by][value=notice]")
    resident.fill("input[name=email]", "fatima@example.org")
    send(resident)
    papers = kept(resident)

    colleague = browse()
    sign_in(colleague, "medewerker")
    colleague.goto("/beheer/vragen/")
    colleague.locator(".queue-item", has_text=papers.reference).locator("button").click()
    colleague.fill("textarea[name=text]", "Nee, dat mag niet.")
    colleague.check("input[name=settled][value=answered] >> nth=0")
    colleague.check("input[name=destination][value=community] >> nth=0")
    colleague.click("form[action$='/antwoord/'] button[data-key='Ctrl+Enter']")
    expect(colleague.locator(".log")).to_contain_text("Nee, dat mag niet.")

    site.manage("run_due")
    mail = next(mail for mail in site.letterbox.mails if mail["To"] == "fatima@example.org")
    body = mail.get_payload(decode=True).decode()  # type: ignore[union-attr]
    assert papers.reference not in body
    assert "dat mag niet" not in body
    link = re.search(r"http\S+", body)
    assert link
    assert link[0] == site("/nl/vraag/volgen/")


def test_the_main_job_works_without_scripts(browse: OpenBrowser) -> None:
    resident = browse(java_script_enabled=False, viewport={"width": 360, "height": 780})
    resident.goto("/nl/")
    resident.locator("main a[href*='/nl/vraag/']").first.click()
    fill_in_question(resident, "geld", "Zonder script")
    send(resident)
    papers = kept(resident)
    elsewhere = browse(java_script_enabled=False)
    follow(elsewhere, "nl", papers)
    expect(elsewhere.locator(".log")).to_contain_text("Zonder script")
    elsewhere.fill("textarea[name=text]", "Nog iets")
    send(elsewhere)
    expect(elsewhere.locator(".log")).to_contain_text("Nog iets")


def test_a_faulty_form_tells_what_is_wrong_and_keeps_the_words(browse: OpenBrowser) -> None:
    resident = browse()
    resident.goto("/nl/vraag/")
    resident.fill("textarea[name=text]", "Deze woorden blijven staan")
    resident.check("input[name=answer_by][value=call]")
    send(resident)
    expect(resident.locator("#error-summary")).to_be_focused()
    assert_accessible(resident)
    resident.locator("#error-summary a[href='#id_phone']").click()
    expect(resident.locator("#id_phone")).to_be_focused()
    expect(resident.locator("textarea[name=text]")).to_have_value("Deze woorden blijven staan")
