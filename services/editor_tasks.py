"""The tasks that `services` adds to the editors' start screen."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail import hooks

from home.editing.tasks import FIRST, HOOK, LATER, SOON, Task
from services.conditions.models import Condition
from services.conditions.selectors import ended, needing_review
from services.facts.models import Fact
from services.hours.closure_proposals import closures_to_judge


@hooks.register(HOOK)
def rows_of_the_editor(request: HttpRequest) -> Iterable[Task]:
    """Yields the tasks about conditions, facts and days to close, each for people who may change those rows."""
    now = timezone.now()
    today = timezone.localdate(now)
    if request.user.has_perm("services.change_condition"):
        url = reverse("wagtailsnippets_services_condition:list")
        past = Condition.objects.filter(ended(today)).count()
        yield Task(_("Conditions that no longer hold"), past, url, "warning", FIRST)
        yield Task(_("Conditions to confirm"), needing_review(today).count() - past, url, "form", LATER)
    if request.user.has_perm("services.change_fact"):
        waiting = Fact.objects.filter(confirmed_on=None).count()
        yield Task(_("Facts to confirm"), waiting, reverse("wagtailsnippets_services_fact:list"), "check", LATER)
    if request.user.has_perm("services.change_calendarexception"):
        days = len(closures_to_judge(now))
        yield Task(_("Days on which we may be closed"), days, reverse("closures"), "calendar", SOON)
