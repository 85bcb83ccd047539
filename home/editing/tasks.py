"""The start screen: what is yours to do. Every part of the site adds its own rows by the hook `editor_tasks`."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.images import get_image_model
from wagtail.models import TaskState

from home.cache.generation import cached_until_published
from home.linkcheck.models import BrokenLink
from home.pages.permissions import may_publish_pages
from home.review.writer import to_read_again
from home.translation.machine_words import FALLBACK, MACHINE, OUTDATED
from home.translation.states import source_pages, states_of

HOOK = "editor_tasks"
FIRST, SOON, LATER = 1, 2, 3


@dataclass(frozen=True)
class Task:
    """One row: what there is to do, how much of it, and the list where it can be done."""

    name: str
    count: int
    url: str
    icon: str = "tasks"
    urgency: int = SOON
    """FIRST: residents read something wrong now. SOON: this week. LATER: when there is time."""


ReadTasks = Callable[[HttpRequest], Iterable[Task]]


def tasks_for(request: HttpRequest) -> list[Task]:
    """Returns the rows with something in them, the urgent first; a query or two per row, for any number of pages."""
    reads: list[ReadTasks] = hooks.get_hooks(HOOK)
    found = [task for read in reads for task in read(request) if task.count]
    return sorted(found, key=lambda task: task.urgency)


@hooks.register(HOOK)
def pages_of_the_editor(request: HttpRequest) -> Iterable[Task]:
    """Yields the tasks that `home` knows: approvals, links, reviews, translations, pictures."""
    yield Task(
        _("Pages that wait for your approval"),
        TaskState.objects.reviewable_by(request.user).count(),
        reverse("wagtailadmin_reports:workflow_tasks") + "?status=in_progress",
        "check",
        FIRST,
    )
    if not may_publish_pages(request.user):
        return
    yield Task(_("Links that lead nowhere"), BrokenLink.objects.count(), reverse("broken_links"), "link", FIRST)
    yield Task(
        _("Pages to read again"),
        to_read_again(localdate()).count(),
        reverse("pages_to_read_again"),
        "calendar-check",
        SOON,
    )
    yield from translations_to_do()
    yield Task(
        _("Pictures without a description"),
        get_image_model().objects.filter(description="").count(),
        reverse("pictures_without_description"),
        "image",
        SOON,
    )


def translations_to_do() -> Iterable[Task]:
    """Yields the tasks of outdated, unchecked and missing translations, each counted over all languages."""
    counts = _translations_to_do()
    url = reverse("translation_matrix")
    words = {
        OUTDATED: (_("Translations that are outdated"), SOON),
        MACHINE: (_("Translations that no person has checked"), LATER),
        FALLBACK: (_("Translations that are missing"), LATER),
    }
    for state, (name, urgency) in words.items():
        yield Task(name, counts.get(state, 0), f"{url}?state={state}", "globe", urgency)


@cached_until_published
def _translations_to_do() -> Counter[str]:
    return Counter(state.name for standing in states_of(source_pages()) for state in standing.states)


class TasksPanel(Component):
    """The panel with a person's tasks, at the top of the start screen."""

    name = "editor_tasks"
    template_name = "home/admin/tasks.html"
    order = 50

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        tasks = tasks_for(parent_context["request"])
        return {"tasks": tasks, "first": FIRST}
