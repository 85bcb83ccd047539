"""The self-check: one question at a time, by POST. Nothing is stored: no session, no cookie, no address, no log."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from home.languages import current_code
from home.same_origin import own_forms_only
from home.translation.machine_words import FALLBACK
from services.eligibility_check import presenters
from services.eligibility_check.answers import ABOUT, BACK, END, START, SentAnswers, sent_answers
from services.eligibility_check.forms import AboutForm, AnswerForm
from services.eligibility_check.rules import Chance, CheckPath, CheckQuestion
from services.eligibility_check.topics import Topic, topics

Topics = Mapping[str, Topic]


def shown_again(request: HttpRequest) -> HttpResponse:
    """Shows the same question again, with the answers so far, for a form that came from another website."""
    known = _topics()
    posted = sent_answers(request.POST.dict())
    topic = known.get(posted.about)
    if topic is None:
        return _start(request, known, AboutForm(known), from_elsewhere=True)
    path = topic.check.path(topic.check.understood(posted.given))
    return _question_or_ending(request, topic, path, posted.at, from_elsewhere=True)


@sensitive_post_parameters()
@own_forms_only(refill=shown_again)
@require_http_methods(["GET", "HEAD", "POST"])
def check_page(request: HttpRequest) -> HttpResponse:
    """Shows the first question, the one that follows on the answers, or the ending."""
    known = _topics()
    if request.method != "POST":
        return _start(request, known, AboutForm(known))
    posted = sent_answers(request.POST.dict())
    topic = known.get(posted.about)
    if posted.go == START or topic is None:
        chosen_nothing = posted.at == ABOUT and topic is None
        return _start(request, known, AboutForm(known, {} if chosen_nothing else None, initial={ABOUT: posted.about}))
    return _step(request, known, topic, posted)


def _step(request: HttpRequest, known: Topics, topic: Topic, posted: SentAnswers) -> HttpResponse:
    """Returns the response to what was sent about this law: the question before, another one, or what follows."""
    answers = topic.check.understood(posted.given)
    if posted.go == BACK:
        before = topic.check.path(answers).before(posted.at)
        if before is None:
            return _start(request, known, AboutForm(known, initial={ABOUT: topic.law.slug}))
        return _question_or_ending(request, topic, topic.check.path(answers), before.key)
    if posted.change:
        return _question_or_ending(request, topic, topic.check.path(answers), posted.change)
    answered = topic.check.understood({posted.at: posted.answer})
    path = topic.check.path(answers | answered)
    questions = {question.key: question for question in topic.check.questions}
    if posted.at in questions and not answered:
        return _question(request, topic, path, questions[posted.at], missing=True)
    return _question_or_ending(request, topic, path, "")


def _question_or_ending(
    request: HttpRequest, topic: Topic, path: CheckPath, key: str, *, from_elsewhere: bool = False
) -> HttpResponse:
    """Returns the question with this key if it was answered; for any other key the next question or the ending."""
    known = {question.key: question for question, _answer in path.given}
    question = known.get(key, path.next)
    if question is None:
        return _ending(request, topic, path, from_elsewhere=from_elsewhere)
    return _question(request, topic, path, question, from_elsewhere=from_elsewhere)


def _start(request: HttpRequest, known: Topics, form: AboutForm, *, from_elsewhere: bool = False) -> HttpResponse:
    context = {"form": form, "choices_there": bool(known), "from_elsewhere": from_elsewhere}
    return _not_stored(render(request, "services/eligibility_check/start.html", context))


def _question(
    request: HttpRequest,
    topic: Topic,
    path: CheckPath,
    question: CheckQuestion,
    *,
    missing: bool = False,
    from_elsewhere: bool = False,
) -> HttpResponse:
    asked = presenters.question_view(topic, question)
    answers = path.answers
    form = AnswerForm(asked, {} if missing else None, initial={"answer": answers.pop(question.key, "")})
    before = [each for each in presenters.answer_views(topic, path) if each.key != question.key]
    context = _shared_context(topic, answers, from_elsewhere) | {
        "all_answers": path.answers,
        "asked": asked,
        "form": form,
        "trail": before,
        "number": _number_of(path, question),
        "at_most": len(topic.check.questions),
    }
    return _not_stored(render(request, "services/eligibility_check/question.html", context))


def _ending(request: HttpRequest, topic: Topic, path: CheckPath, *, from_elsewhere: bool = False) -> HttpResponse:
    chance = topic.check.outcome(path.answers).chance
    context = _shared_context(topic, path.answers, from_elsewhere) | {
        "chance": chance.name,
        "seems_so": chance is Chance.SEEMS_SO,
        "fitting": presenters.fitting_services(topic, path, current_code()),
        "trail": presenters.answer_views(topic, path),
        "at": END,
        # Said where the advice stands, as on a page.
        "translated": topic.law.translated,
        "translation_state": topic.law.translated.name,
    }
    return _not_stored(render(request, "services/eligibility_check/ending.html", context))


def _shared_context(topic: Topic, answers: Mapping[str, str], from_elsewhere: bool) -> dict[str, Any]:
    return {
        "law": topic.law,
        "answers": answers,
        "from_elsewhere": from_elsewhere,
        "is_fallback": topic.law.translated.name == FALLBACK,
    }


def _number_of(path: CheckPath, question: CheckQuestion) -> int:
    keys = [each.key for each, _answer in path.given]
    return (keys.index(question.key) if question.key in keys else len(keys)) + 1


def _topics() -> Topics:
    return topics(current_code(), timezone.localdate())


def _not_stored(response: HttpResponse) -> HttpResponse:
    response.headers["Cache-Control"] = "no-store"
    return response
