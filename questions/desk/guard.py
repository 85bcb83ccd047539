"""Who may use the desk, and what they read when an action was refused."""

from functools import wraps

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from home.editing.refusals import View, admin_403
from questions.actions.claim import claim
from questions.actions.presence import mark_present
from questions.actions.refusals import Ended, NotAllowed, NotEnded, NotFollowedUp, Refused, SomebodyWasFirst
from questions.actions.release_answers import release_due
from questions.models import Colleague, Question
from questions.permissions import colleague_of, readable_by

# In the address of what a page asks for by itself: empty when nobody sees the page.
WATCHING = "kijkt"


def for_colleagues(view: View) -> View:
    """Passes the colleague to the view; answers 403 to everybody else, also to the administrator.

    Records that the colleague is at the desk. A page that asks by itself does so only while somebody looks at it.
    """

    @admin_403
    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        colleague = colleague_of(request.user)
        if colleague is None:
            raise PermissionDenied
        if WATCHING not in request.GET or request.GET[WATCHING]:
            mark_present(colleague, timezone.now())
        return view(request, colleague, *args, **kwargs)

    return guarded


def get_readable_question(colleague: Colleague, pk: int) -> Question:
    """Returns the question, with every answer released whose moment has come.

    Raises PermissionDenied when this colleague may not open it, so that somebody who follows a link reads why, and
    Http404 when there is none.
    """
    release_due(pk, timezone.now())
    joined = readable_by(colleague).select_related("theme", "theme_corrected", "district", "team", "colleague__user")
    question = joined.filter(pk=pk).first()
    if question is None:
        if Question.objects.filter(pk=pk).exists():
            raise PermissionDenied
        raise Http404
    return question


def add_refusal_message(request: HttpRequest, refusal: Refused) -> None:
    """Adds a message that says why nothing was done."""
    if isinstance(refusal, SomebodyWasFirst):
        messages.warning(request, _("A colleague was first: this question has been claimed."))
    elif isinstance(refusal, Ended):
        messages.warning(request, _("This question has ended; nothing was sent."))
    elif isinstance(refusal, NotEnded):
        messages.warning(request, _("This question is open already, or goes on in another one."))
    elif isinstance(refusal, NotFollowedUp):
        messages.warning(request, _("Record first who follows up this worry. Until then it does not end."))
    else:
        messages.error(request, _("You may not do this. Claim the question first."))


def claim_or_explain(request: HttpRequest, colleague: Colleague, pk: int) -> bool:
    """Claims the question and returns True; adds a message and returns False when somebody was first or it has ended.

    Raises Http404 for a question that is not there, PermissionDenied for one that this colleague may not have.
    """
    question = Question.objects.filter(pk=pk).select_related("theme", "district").first()
    if question is None:
        raise Http404
    try:
        claim(colleague, question, timezone.now())
    except NotAllowed:
        raise PermissionDenied from None
    except Refused as refusal:
        add_refusal_message(request, refusal)
        return False
    return True
