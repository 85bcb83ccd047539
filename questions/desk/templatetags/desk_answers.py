"""What a colleague sent a moment ago, on whichever page of the desk they are by now."""

import math
from typing import Any

from django import template
from django.utils import timezone

from questions.actions.release_answers import is_due
from questions.desk_choices import HistoryKind
from questions.models import HeldAnswer, Question
from questions.permissions import colleague_of, readable_by
from questions.statuses import ENDED

register = template.Library()


@register.inclusion_tag("desk/answers_on_their_way.html", takes_context=True)
def answers_on_their_way(context: dict[str, Any]) -> dict[str, Any]:
    """Shows the answers that this colleague can still take back, and those that were not sent after all."""
    request, now = context["request"], timezone.now()
    colleague = colleague_of(request.user)
    if colleague is None:
        return {}
    waiting = HeldAnswer.objects.filter(colleague=colleague).exclude(is_due(now)).select_related("question")
    held = [
        {"answer": answer, "seconds": math.ceil((answer.release_at - now).total_seconds())}
        for answer in waiting.order_by("release_at", "pk")
    ]
    not_sent = Question.objects.filter(
        status__in=ENDED,
        drafts__colleague=colleague,
        history__what=HistoryKind.NOT_SENT,
        history__colleague=colleague,
    )
    numbers = list(not_sent.values_list("pk", flat=True))
    # There are hardly ever any, and this stands on every page of the desk.
    unsent = list(readable_by(colleague).filter(pk__in=numbers)) if numbers else []
    return {"held": held, "unsent": unsent, "csrf_token": context.get("csrf_token")}
