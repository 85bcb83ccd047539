"""Writing a note for colleagues from the page of a question."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from questions.actions.refusals import Refused
from questions.actions.write_note import write_note
from questions.desk.guard import add_refusal_message, for_colleagues, get_readable_question
from questions.desk.question.gone import typed_words_stay
from questions.desk.question.note_panel import NoteForm
from questions.desk.question.refill import shown_again_as
from questions.desk.question.screen import show_question
from questions.models import Colleague


@shown_again_as("noting", lambda posted, _question: NoteForm(posted))
@require_POST
@for_colleagues
@typed_words_stay
def note_question(request: HttpRequest, colleague: Colleague, pk: int) -> HttpResponse:
    """Writes a note for colleagues; shows it again when there is something wrong with it."""
    question = get_readable_question(colleague, pk)
    form = NoteForm(request.POST)
    if not form.is_valid():
        return show_question(request, colleague, question, noting=form)
    given = form.cleaned_data
    try:
        note = write_note(colleague, question, submission=given["submission"], text=given["text"], now=timezone.now())
    except Refused as refusal:
        add_refusal_message(request, refusal)
        return show_question(request, colleague, question, noting=form)
    messages.success(request, _("Your note stands in the conversation. Only colleagues see it."))
    if note.submission != given["submission"]:
        messages.warning(request, _("You sent this form before, filled in otherwise. Both notes are kept."))
    return HttpResponseRedirect(reverse("desk_question", args=[pk]))
