"""Which questions were merged into this one, and into which one this was merged."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from questions.desk.question.forms import DeskForm, reason_field
from questions.desk.question.panel import Panel, Shown, Slot
from questions.desk_choices import ApartReason
from questions.permissions import readable_by
from questions.privacy.access_log import record_opening
from questions.statuses import OPEN, Status


class ApartForm(DeskForm):
    """Why the question that was merged last becomes a question of its own again."""

    reason = reason_field(_("Why do you take them apart?"), ApartReason)


def _merged(shown: Shown) -> dict[str, Any] | None:
    """Returns the questions whose conversation stands in this one's, the last merged first; each counts as opened."""
    for each in shown.merged:
        record_opening(shown.colleague.user_id, each.reference, shown.now)
    return {"merged": shown.merged, "apart": ApartForm()} if shown.merged else None


def _merging(shown: Shown) -> dict[str, Any] | None:
    return {} if shown.handles and shown.question.status in OPEN else None


def _goes_on(shown: Shown) -> dict[str, Any] | None:
    """Returns the question in which this one goes on, None in it when this colleague may not read that."""
    if shown.question.status != Status.MERGED:
        return None
    return {"goes_on_in": readable_by(shown.colleague).filter(merged=shown.question).first()}


MERGED = Panel("desk/merged.html", _merged, slot=Slot.ABOVE)
GOES_ON = Panel("desk/goes_on.html", _goes_on, slot=Slot.ABOVE)
MERGE = Panel("desk/merge_panel.html", _merging, summary=_("Merge"), key="m")
