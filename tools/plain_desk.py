"""The alternative beside the desk: a plain Django view that lists fifty questions, no filter. For bench_desk.py."""

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

from portal.urls import urlpatterns as ours
from questions.models import Question

PLAIN_LIST = """<!doctype html><title>Plain</title><ul>
{% for each in questions %}<li>{{ each.reference }} {{ each.theme.name }} {{ each.asked_at }}</li>{% endfor %}</ul>"""


def plain_list(request: HttpRequest) -> HttpResponse:
    """Lists the last fifty questions, with their theme, to anybody."""
    questions = Question.objects.select_related("theme").order_by("-pk")[:50]
    return HttpResponse(engines["django"].from_string(PLAIN_LIST).render({"questions": questions}, request))


urlpatterns = [path("plain-list/", plain_list), *ours]
