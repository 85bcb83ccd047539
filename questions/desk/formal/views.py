"""The list of formal matters, and the page with the days of one."""

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from questions.actions.date_formal import asked_on, date_formal, dates_of
from questions.actions.refusals import Refused, SomebodyWasFirst
from questions.desk.formal.forms import FormalDatesForm
from questions.desk.formal.selectors import done_matters, matters_of, open_matters
from questions.desk.guard import for_colleagues
from questions.desk_choices import FormalKind
from questions.expired_forms import refilled_by
from questions.formal.terms import answer_due_on
from questions.models import Colleague, FormalMatter
from questions.permissions import may_handle
from services.models import Theme


@require_http_methods(["GET", "HEAD"])
@for_colleagues
def matters_page(request: HttpRequest, colleague: Colleague) -> HttpResponse:
    """Shows the matters that this colleague may see: still to do, then done."""
    today = timezone.localdate()
    names = dict(Theme.objects.values_list("slug", "name"))
    return render(
        request,
        "desk/matters.html",
        {"to_do": open_matters(colleague, names, today), "done": done_matters(colleague, names, today)},
    )


@for_colleagues
def refill_matter(request: HttpRequest, colleague: Colleague, pk: int) -> HttpResponse:
    """Shows the days as they were typed, after the token of the form was forged or missing."""
    matter = _matter_for(colleague, pk)
    form = _form(request, matter, timezone.localdate())
    return _page(request, colleague, matter, form, expired=True)


@refilled_by(refill_matter)
@require_http_methods(["GET", "HEAD", "POST"])
@for_colleagues
def matter_page(request: HttpRequest, colleague: Colleague, pk: int) -> HttpResponse:
    """Shows the days of one matter; a POST writes them down. Status 422 when they cannot be, 409 when refused."""
    matter, now = _matter_for(colleague, pk), timezone.now()
    form = _form(request, matter, timezone.localdate(now))
    if request.method != "POST":
        return _page(request, colleague, matter, form)
    if not form.is_valid():
        return _page(request, colleague, matter, form, status=422)
    try:
        date_formal(colleague, matter, form.dates(), seen=form.seen_dates() or form.dates(), now=now)
    except SomebodyWasFirst:
        messages.warning(request, _("A colleague changed these days meanwhile. Look at them and change them again."))
        return HttpResponseRedirect(reverse("desk_matter", args=[pk]))
    except Refused:
        messages.error(request, _("This question is a colleague's, who writes the days down."))
        return _page(request, colleague, matter, form, status=409)
    messages.success(request, _("The days are written down."))
    return HttpResponseRedirect(reverse("desk_matters"))


def _matter_for(colleague: Colleague, pk: int) -> FormalMatter:
    """Returns the matter. Raises Http404 for one that this colleague may not see."""
    matter = matters_of(colleague).filter(pk=pk).first()
    if matter is None:
        raise Http404
    return matter


def _form(request: HttpRequest, matter: FormalMatter, today: date) -> FormalDatesForm:
    return FormalDatesForm(
        request.POST if request.method == "POST" else None,
        dates=dates_of(matter),
        complaint=matter.kind == FormalKind.COMPLAINT,
        today=today,
        asked_on=asked_on(matter),
    )


def _page(
    request: HttpRequest,
    colleague: Colleague,
    matter: FormalMatter,
    form: FormalDatesForm,
    *,
    status: int = 200,
    expired: bool = False,
) -> HttpResponse:
    context = {
        "matter": matter,
        "form": form,
        "expired_form": expired,
        "due_on": answer_due_on(FormalKind(matter.kind), matter.received_on),
        "handles": matter.question is None or may_handle(colleague, matter.question),
    }
    return render(request, "desk/matter.html", context, status=status)
