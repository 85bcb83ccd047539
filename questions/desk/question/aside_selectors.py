"""The questions that stand aside: as what, by whom, and whether the resident wrote again."""

from django.db.models import Case, F, Max, OuterRef, Q, QuerySet, Subquery, Value, When

from questions.desk_choices import HistoryKind
from questions.models import Colleague, HistoryEntry, Question
from questions.permissions import readable_by
from questions.statuses import Author, Status


def asides_of(colleague: Colleague) -> QuerySet[Question]:
    """Returns those that this colleague may read: first those with a new message, then the last asked.

    Each has `aside_at` and `aside_reason` of the last time that it was set aside, and `news`: whether the
    resident wrote since then.
    """
    last = HistoryEntry.objects.filter(question=OuterRef("pk"), what=HistoryKind.EXCLUDED).order_by("-at", "-pk")
    return (
        readable_by(colleague)
        .filter(status=Status.SET_ASIDE)
        .select_related("theme", "theme_corrected")
        .annotate(
            aside_at=Subquery(last.values("at")[:1]),
            aside_reason=Subquery(last.values("data__reason")[:1]),
            written_at=Max("messages__at", filter=Q(messages__author=Author.RESIDENT)),
        )
        .annotate(news=Case(When(written_at__gt=F("aside_at"), then=Value(1)), default=Value(0)))
        .order_by("-news", "-asked_at", "-pk")
    )
