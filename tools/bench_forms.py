"""What the form of a question costs, shown and sent, beside a plain Django form. A part of tools/bench.py.

Measured on a copy of the database, thrown away afterwards. The plain form has the same fields, printed by Django in a
page without anything around it; what is sent becomes one row, in the clear, and nothing else happens.
"""

import uuid
from functools import partial

from django import forms
from django.db import connection, models
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.test.utils import override_settings
from django.urls import path

from portal.urls import urlpatterns as ours
from questions.statuses import AnswerBy
from services.models import District, Theme
from tools.bench_durable import on_a_copy
from tools.bench_pages import Call, answered, every_page_is_made, in_turns, queries

ROUNDS = 40
OURS, PLAIN = "/nl/vraag/", "/plain-alternative/"
WORDS = "Ik heb een vraag over mijn schulden en over de rekening van het gas. " * 7

PLAIN_PAGE = """<!doctype html><title>Plain</title><form method="post">{% csrf_token %}{{ form }}<button>Send</button>
</form>"""


class PlainQuestion(models.Model):
    """A question as a plain Django site would keep it."""

    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="+")
    district = models.ForeignKey(District, on_delete=models.PROTECT, related_name="+", null=True)
    text = models.TextField()
    answer_by = models.CharField(max_length=10)
    name = models.CharField(max_length=100)
    email = models.EmailField()
    phone = models.CharField(max_length=40)
    best_time = models.CharField(max_length=200)

    class Meta:
        app_label = "portal"

    def __str__(self) -> str:
        return self.text


class PlainForm(forms.Form):
    """The fields of our form."""

    theme = forms.ModelChoiceField(Theme.objects.active(), to_field_name="slug", widget=forms.RadioSelect)
    text = forms.CharField(max_length=20_000, widget=forms.Textarea)
    answer_by = forms.ChoiceField(choices=AnswerBy.choices, widget=forms.RadioSelect)
    email = forms.EmailField(required=False)
    phone = forms.CharField(required=False, max_length=40)
    best_time = forms.CharField(required=False, max_length=200)
    may_leave_message = forms.BooleanField(required=False)
    may_say_who = forms.BooleanField(required=False)
    district = forms.ModelChoiceField(District.objects.all(), to_field_name="slug", required=False)
    name = forms.CharField(required=False, max_length=100)


def plain_form(request: HttpRequest) -> HttpResponse:
    """Shows the plain form; keeps what is sent and says so."""
    form = PlainForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        PlainQuestion.objects.create(**{name: value for name, value in given.items() if not name.startswith("may_")})
        return HttpResponse("<!doctype html><title>Thank you</title>")
    return HttpResponse(engines["django"].from_string(PLAIN_PAGE).render({"form": form}, request))


urlpatterns = [path(PLAIN.strip("/") + "/", plain_form), *ours]


def form_costs() -> list[str]:
    """Returns a table of the form of a question, shown and sent, each beside the plain one."""
    if connection.vendor != "sqlite":
        return ["Measured on a copy, which only SQLite makes."]
    with on_a_copy(), every_page_is_made(), override_settings(ROOT_URLCONF=__name__):
        with connection.schema_editor() as editor:
            editor.create_model(PlainQuestion)
        calls: dict[str, Call] = {
            "shown (GET)": partial(answered, OURS),
            "shown, plain": partial(answered, PLAIN),
            "sent (POST)": partial(_send, OURS),
            "sent, plain": partial(_send, PLAIN),
        }
        for call in calls.values():
            call()
        counted = {name: queries(call) for name, call in calls.items()}
        took = in_turns(calls, ROUNDS)
    rows = [
        "| form | queries | CPU ms | plain Django form: queries | CPU ms | limit |",
        "|---|---|---|---|---|---|",
    ]
    for name, plain, limit in (("shown (GET)", "shown, plain", 15), ("sent (POST)", "sent, plain", 20)):
        rows.append(
            f"| {name} | {counted[name]} | {took[name]:.1f} | {counted[plain]} | {took[plain]:.1f} | {limit} ms |"
        )
    return rows


def _send(address: str) -> int:
    """Sends a question that was not sent before."""
    sent = {"submission": str(uuid.uuid4()), "theme": "geld", "text": WORDS, "answer_by": AnswerBy.PAGE.value}
    return answered(address, sent)
