"""What happened to the other fifteen of the thirty questions."""

from tests.desk.thirty_people import Asker, Desk, Town
from tests.desk.thirty_stories import MAIL, Story


def said_that_it_was_solved(town: Town) -> dict[str, Asker]:
    asker = Asker(town, "tr")
    asker.asks("17-02 17:30:00", "Kirayı ödeyemiyorum.")
    asker.comes_back("18-02 09:59:00")
    asker.confirms("18-02 10:00:00", "gesprek/opgelost/")
    return {"tr-form": asker}


def left_the_chat(town: Town) -> dict[str, Asker]:
    asker = Asker(town, "tr")
    asker.chats("19-02 15:00:00", "Bir şey sorabilir miyim?")
    asker.withdraws("19-02 15:06:30")
    return {"tr-chat": asker}


def was_sent_an_answer_that_was_taken_back_and_sent_anew(town: Town) -> dict[str, Asker]:
    asker = Asker(town, "tr")
    asker.asks("23-02 09:00:00", "Konuşmayı tercih ederim.", answer_by="talk", talk_place="phone", phone="06 1234 5673")
    anna = Desk(town, "anna", asker)
    anna.claims("23-02 09:30:00")
    anna.answers("23-02 10:00:00", "agreed", "specialist")
    anna.takes_back("23-02 10:00:06")
    town.background("23-02 10:00:11")
    anna.answers("23-02 10:05:00", "agreed", "team")
    town.background("23-02 10:05:20")
    return {"tr-talk": asker}


def asked_for_a_father_under_another_theme(town: Town) -> dict[str, Asker]:
    asker = Asker(town, "tr")
    asker.asks("24-02 11:00:00", "Babamın evi nemli.", for_other="on", for_relation="babam")
    anna = Desk(town, "anna", asker)
    anna.claims("24-02 11:10:00")
    anna.does("24-02 11:20:00", "thema", theme="wonen", reason="turned_out")
    anna.answers("24-02 11:30:00", "not_yet")
    town.background("24-02 11:30:13")
    anna.answers("25-02 09:00:00", "referred", "tiem")
    town.background("25-02 09:00:10")
    return {"tr-other": asker}


def worried_and_was_taken_for_a_test(town: Town) -> dict[str, Asker]:
    asker = Asker(town, "tr")
    asker.worries("26-02 12:00:00", "Komşum haftalardır dışarı çıkmadı.", theme="geld")
    anna = Desk(town, "anna", asker)
    anna.does("26-02 12:30:00", "apart", reason="test")
    anna.does("27-02 09:00:00", "terughalen", reason="by_mistake")
    anna.claims("27-02 09:05:00")
    anna.answers("27-02 09:10:00", destination="team")
    town.background("27-02 09:10:11")
    anna.does("27-02 09:20:00", "opvolging", by="team", words="Wij bellen aan.")
    return {"tr-worry": asker}


def asked_twice_and_the_two_became_one(town: Town) -> dict[str, Asker]:
    first, second = Asker(town, "pl"), Asker(town, "pl")
    first.asks("09-03 10:00:00", "Nie mogę zapłacić czynszu.", email="jan@example.org", **MAIL)
    second.asks(
        "09-03 10:40:00", "Moja mama nie może zapłacić czynszu.", email="jan@example.org", for_other="on",
        for_relation="moja mama", **MAIL,
    )  # fmt: skip
    anna = Desk(town, "anna", second)
    anna.does("09-03 10:50:00", "samenvoegen", reference=first.reference, keep="last")
    anna.claims("09-03 10:55:00")
    anna.answers("09-03 11:00:00", destination="community")
    town.background("09-03 11:00:11")
    return {"pl-form": first, "pl-other": second}


def left_the_chat_but_not_the_question(town: Town) -> dict[str, Asker]:
    asker = Asker(town, "pl")
    asker.chats("10-03 16:50:00", "Czy mogę o coś zapytać?")
    asker.chooses("10-03 17:05:00", "stop")
    anna = Desk(town, "anna", asker)
    anna.claims("11-03 09:20:00")
    anna.answers("11-03 09:30:00", destination="community")
    town.background("11-03 09:30:30")
    return {"pl-chat": asker}


def was_called_after_the_clock_was_set_back(town: Town) -> dict[str, Asker]:
    asker = Asker(town, "pl")
    asker.asks("12-03 10:00:00", "Proszę do mnie zadzwonić.", answer_by="call", phone="06 1234 5674")
    anna = Desk(town, "anna", asker)
    anna.claims("12-03 10:10:00")
    anna.calls("12-03 09:05:00", "answered", "self")
    return {"pl-call": asker}


def worried_and_waits_still(town: Town) -> dict[str, Asker]:
    asker = Asker(town, "pl")
    asker.worries("13-03 12:00:00", "Zasłony są zamknięte od tygodni.")
    return {"pl-worry": asker}


def sent_spam(town: Town) -> dict[str, Asker]:
    asker = Asker(town, "uk")
    asker.asks("16-03 03:00:00", "Купуйте тут.")
    Desk(town, "anna", asker).does("16-03 09:15:00", "apart", reason="spam")
    return {"uk-form": asker}


def was_silent_in_the_chat_and_is_told_by_mail(town: Town) -> dict[str, Asker]:
    asker = Asker(town, "uk")
    asker.chats("17-03 10:00:00", "Чи можу я щось запитати?")
    asker.chooses("17-03 10:01:00", "tell", email="olena@example.org")
    anna = Desk(town, "anna", asker)
    anna.chat("17-03 10:08:00", "nemen")
    anna.chat("17-03 10:10:00", "antwoord", text="Ja, bel Op Orde.", language="nl", settled="answered")
    town.background("17-03 10:11:59")
    town.background("17-03 10:12:00")
    anna.does("17-03 10:20:00", "uitkomst", destination="income")
    return {"uk-chat": asker}


def was_called_and_asked_something_else(town: Town) -> dict[str, Asker]:
    asker = Asker(town, "uk")
    asker.asks("18-03 09:00:00", "Зателефонуйте мені.", answer_by="call", phone="06 1234 5675")
    anna = Desk(town, "anna", asker)
    anna.claims("18-03 09:10:00")
    anna.calls("18-03 09:30:00")
    anna.calls("18-03 11:00:00", "agreed", "team")
    asker.comes_back("19-03 19:59:00")
    asker.writes("19-03 20:00:00", "Чи можна прийти раніше?")
    return {"uk-call": asker}


def would_rather_talk_and_got_no_answer(town: Town) -> dict[str, Asker]:
    asker = Asker(town, "uk")
    asker.asks(
        "20-03 16:00:00", "Я краще поговорю.", answer_by="talk", talk_place="home", phone="06 1234 5676"
    )  # fmt: skip
    anna = Desk(town, "anna", asker)
    anna.claims("20-03 16:30:00")
    anna.does("23-03 10:00:00", "sluiten", reason="closed_unanswered")
    return {"uk-talk": asker}


def worried_and_could_not_be_told_the_rest(town: Town) -> dict[str, Asker]:
    asker = Asker(town, "uk")
    asker.worries("24-03 08:00:00", "Дитина не ходить до школи.", theme="kind")
    anna = Desk(town, "anna", asker)
    anna.claims("24-03 09:10:00")
    anna.answers("24-03 09:29:50", "not_yet")
    town.background("24-03 09:30:03")
    anna.does("25-03 10:00:00", "opvolging", by="organisation", words="De school gaat langs.")
    anna.does("25-03 10:05:00", "sluiten", reason="unreachable")
    return {"uk-worry": asker}


OTHERS: tuple[Story, ...] = (
    said_that_it_was_solved,
    left_the_chat,
    was_sent_an_answer_that_was_taken_back_and_sent_anew,
    asked_for_a_father_under_another_theme,
    worried_and_was_taken_for_a_test,
    asked_twice_and_the_two_became_one,
    left_the_chat_but_not_the_question,
    was_called_after_the_clock_was_set_back,
    worried_and_waits_still,
    sent_spam,
    was_silent_in_the_chat_and_is_told_by_mail,
    was_called_and_asked_something_else,
    would_rather_talk_and_got_no_answer,
    worried_and_could_not_be_told_the_rest,
)
