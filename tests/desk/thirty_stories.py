"""What happened to each of the thirty questions, one story after the other: the first fifteen here.

A story is named by language and kind of asker. Two that became one are told together.
"""

from collections.abc import Callable

from tests.desk.thirty_people import Asker, Desk, Town

Story = Callable[[Town], dict[str, Asker]]
MAIL = {"answer_by": "notice"}


def asked_by_form_and_answered_in_the_evening(town: Town) -> dict[str, Asker]:
    asker = Asker(town, "nl")
    asker.asks("06-01 16:45:00", "Ik kan de huur niet betalen.")
    anna = Desk(town, "anna", asker)
    anna.claims("06-01 18:10:00")
    anna.answers("06-01 18:29:50", destination="community")
    town.background("06-01 18:30:00")
    return {"nl-form": asker}


def chatted_with_a_moment_please(town: Town) -> dict[str, Asker]:
    asker = Asker(town, "nl")
    asker.chats("12-01 10:00:00", "Mag ik iets vragen?")
    anna = Desk(town, "anna", asker)
    anna.chat("12-01 10:01:00", "nemen")
    anna.chat("12-01 10:01:30", "moment")
    asker.polls("12-01 10:01:34", 1)
    asker.polls("12-01 10:01:36", 2)
    anna.chat("12-01 10:05:00", "antwoord", text="Ja, bel Op Orde.", language="nl", settled="answered")
    asker.polls("12-01 10:05:02", 2)
    asker.polls("12-01 10:05:04", 3)
    anna.does("12-01 10:09:00", "uitkomst", destination="self")
    return {"nl-chat": asker}


def called_three_times_and_not_reached(town: Town) -> dict[str, Asker]:
    asker = Asker(town, "nl")
    asker.asks("14-01 11:00:00", "Bel mij over mijn brief.", answer_by="call", phone="06 1234 5678")
    anna = Desk(town, "anna", asker)
    anna.claims("14-01 11:30:00")
    for written in ("15-01 10:00:00", "16-01 10:00:00", "19-01 10:00:00"):
        anna.calls(written)
    anna.does("19-01 10:05:00", "sluiten", reason="unreachable")
    return {"nl-call": asker}


def would_rather_talk_and_is_told_by_mail(town: Town) -> dict[str, Asker]:
    asker = Asker(town, "nl")
    asker.asks(
        "20-01 19:30:00", "Ik praat liever.", answer_by="talk", talk_place="office", talk_time="day",
        email="fatima@example.org",
    )  # fmt: skip
    anna = Desk(town, "anna", asker)
    anna.claims("21-01 09:02:00")
    anna.answers("21-01 09:14:50", "agreed", "team")
    town.background("21-01 09:15:01")
    return {"nl-talk": asker}


def asked_for_a_mother_and_handed_over_to_another_team(town: Town) -> dict[str, Asker]:
    asker = Asker(town, "nl")
    asker.asks("23-01 15:00:00", "Mijn moeder zoekt hulp.", for_other="on", for_relation="mijn moeder")
    mother = asker.makes_code("23-01 15:10:00")
    mother.comes_back("23-01 15:19:00")
    mother.writes("23-01 15:20:00", "Ik woon in Noord.")
    anna = Desk(town, "anna", asker)
    anna.claims("23-01 15:30:00")
    anna.hands_over("23-01 15:40:00", "noord", "Zij woont in Noord.")
    carla = Desk(town, "carla", asker)
    carla.claims("23-01 15:50:00")
    carla.answers("23-01 16:00:00", destination="community")
    town.background("23-01 16:00:11")
    mother.writes("23-01 16:30:00", "En het vervoer?")
    carla.answers("26-01 09:10:00", destination="elsewhere")
    town.background("26-01 09:10:15")
    return {"nl-other": asker}


def went_from_the_chat_to_a_call(town: Town) -> dict[str, Asker]:
    asker = Asker(town, "en")
    asker.chats("29-01 11:00:00", "Can I ask something?")
    asker.chooses("29-01 11:12:00", "call", phone="06 1234 5679")
    bert = Desk(town, "bert", asker)
    bert.claims("29-01 11:35:00")
    bert.calls("29-01 11:40:00", "referred", "specialist")
    return {"en-chat": asker}


def was_called_over_the_start_of_summer_time_and_settled_later(town: Town) -> dict[str, Asker]:
    asker = Asker(town, "en")
    asker.asks("27-03 16:30:00", "Please call me.", answer_by="call", phone="06 1234 5670")
    anna = Desk(town, "anna", asker)
    anna.claims("27-03 16:40:00")
    anna.calls("27-03 16:50:00")
    anna.calls("30-03 09:30:00", "not_yet")
    anna.does("30-03 14:00:00", "afronden", settled="answered", destination="income")
    return {"en-call": asker}


def would_rather_talk_and_erased_everything(town: Town) -> dict[str, Asker]:
    asker = Asker(town, "en")
    asker.asks(
        "02-02 12:00:00", "I would rather talk.", answer_by="talk", talk_place="home", talk_time="evening",
        phone="06 1234 5671",
    )  # fmt: skip
    Desk(town, "anna", asker).claims("03-02 09:00:00")
    asker.comes_back("03-02 18:29:00")
    asker.confirms("03-02 18:30:00", "gesprek/wissen/")
    return {"en-talk": asker}


def asked_for_a_client_and_passed_on_as_a_complaint(town: Town) -> dict[str, Asker]:
    asker = Asker(town, "en")
    asker.asks(
        "04-02 10:00:00", "My client was treated badly.", email="client@example.org", for_other="on",
        for_relation="a client", **MAIL,
    )  # fmt: skip
    anna = Desk(town, "anna", asker)
    anna.claims("04-02 10:30:00")
    anna.does("04-02 10:45:00", "formeel", kind="complaint")
    town.background("04-02 10:45:01")
    anna.answers("05-02 09:30:00", destination="elsewhere")
    town.background("05-02 09:30:12")
    return {"en-other": asker}


def worried_without_leaving_an_address_on_a_saturday(town: Town) -> dict[str, Asker]:
    asker = Asker(town, "en")
    asker.worries("07-02 10:00:00", "The curtains have been closed for weeks.")
    dirk = Desk(town, "dirk", asker)
    dirk.claims("07-02 11:50:00")
    dirk.answers("07-02 11:59:50", destination="team")
    town.background("07-02 12:00:07")
    dirk.does("09-02 09:00:00", "opvolging", by="team", words="We gaan langs.")
    return {"en-worry": asker}


def wrote_again_while_the_answer_could_be_taken_back(town: Town) -> dict[str, Asker]:
    asker = Asker(town, "ar")
    asker.asks("09-02 13:00:00", "لا أستطيع دفع الإيجار.")
    anna = Desk(town, "anna", asker)
    anna.claims("09-02 13:20:00")
    anna.answers("09-02 13:30:00", destination="self")
    asker.writes("09-02 13:30:04", "ولدي سؤال آخر.")
    town.background("09-02 13:30:11")
    anna.answers("09-02 13:45:00", destination="community")
    town.background("09-02 13:45:10")
    return {"ar-form": asker}


def was_closed_and_opened_again(town: Town) -> dict[str, Asker]:
    asker = Asker(town, "ar")
    asker.asks("10-02 10:00:00", "اتصلوا بي من فضلكم.", answer_by="call", phone="06 1234 5672")
    anna = Desk(town, "anna", asker)
    anna.claims("10-02 10:05:00")
    anna.does("10-02 10:30:00", "sluiten", reason="closed_unanswered")
    anna.does("10-02 11:00:00", "heropenen")
    anna.calls("10-02 11:15:00", "answered", "income")
    return {"ar-call": asker}


def would_rather_talk_and_the_mail_bounced(town: Town) -> dict[str, Asker]:
    asker = Asker(town, "ar")
    asker.asks(
        "11-02 13:30:00", "أفضل أن أتحدث معكم.", answer_by="talk", talk_place="office", interpreter="العربية",
        email="weg@example.org",
    )  # fmt: skip
    anna = Desk(town, "anna", asker)
    anna.claims("11-02 13:50:00")
    anna.answers("11-02 14:00:00", "agreed", "team")
    town.background("11-02 14:00:11", bounces=True)
    asker.comes_back("12-02 09:20:00")
    return {"ar-talk": asker}


def asked_for_a_neighbour_and_withdrew(town: Town) -> dict[str, Asker]:
    asker = Asker(town, "ar")
    asker.asks("12-02 16:00:00", "جاري يحتاج إلى مساعدة.", for_other="on", for_relation="جاري")
    neighbour = asker.makes_code("12-02 16:05:00")
    neighbour.comes_back("12-02 16:20:00")
    neighbour.withdraws("12-02 16:21:00")
    asker.comes_back("13-02 08:29:00")
    asker.withdraws("13-02 08:30:00")
    return {"ar-other": asker}


def worried_and_needed_no_answer_but_the_worry_stayed(town: Town) -> dict[str, Asker]:
    asker = Asker(town, "ar")
    asker.worries("13-02 17:30:00", "الستائر مغلقة منذ أسابيع.")
    asker.comes_back("14-02 12:00:00")
    asker.withdraws("14-02 12:00:30")
    dirk = Desk(town, "dirk", asker)
    dirk.claims("16-02 09:05:00")
    dirk.does("16-02 09:10:00", "opvolging", by="safe_at_home", words="Veilig Thuis gaat langs.")
    dirk.answers("16-02 09:15:00", "referred", "specialist")
    town.background("16-02 09:15:12")
    return {"ar-worry": asker}


FIFTEEN: tuple[Story, ...] = (
    asked_by_form_and_answered_in_the_evening,
    chatted_with_a_moment_please,
    called_three_times_and_not_reached,
    would_rather_talk_and_is_told_by_mail,
    asked_for_a_mother_and_handed_over_to_another_team,
    went_from_the_chat_to_a_call,
    would_rather_talk_and_erased_everything,
    asked_for_a_client_and_passed_on_as_a_complaint,
    worried_without_leaving_an_address_on_a_saturday,
    wrote_again_while_the_answer_could_be_taken_back,
    was_closed_and_opened_again,
    would_rather_talk_and_the_mail_bounced,
    asked_for_a_neighbour_and_withdrew,
    worried_and_needed_no_answer_but_the_worry_stayed,
    was_called_over_the_start_of_summer_time_and_settled_later,
)
