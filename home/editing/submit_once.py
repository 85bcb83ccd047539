"""A page is made once: a form for a new page that is sent again saves the page that it made before.

The form saves itself. When the response gets lost on the way, the page exists and its form does not know. Sent again it
would be refused because the address is taken, or make a second page. Django gives every form that it prints a token of
its own; by that token the form is recognised.
"""

import hashlib
import json

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from wagtail import hooks
from wagtail.admin.views.pages.edit import EditView
from wagtail.models import Page

MADE = "pages_made"
MOST = 20
"""How many forms a session remembers; the oldest is forgotten first."""


@hooks.register("after_create_page")
def note_made(request: HttpRequest, page: Page) -> None:
    """Remembers in the session which page an autosaved form made.

    After a button that was pressed nothing is remembered: somebody who then goes back wants another page.
    """
    if "application/json" in request.headers.get("Accept", ""):
        known = request.session.get(MADE, {}) | {_form_of(request): page.pk}
        request.session[MADE] = dict([*known.items()][-MOST:])


@hooks.register("before_create_page")
def to_the_page_it_made(request: HttpRequest, parent: Page, model: type[Page]) -> HttpResponse | None:
    """Saves the page that this form made before, and tells the form where it is. Returns None for any other form."""
    number = request.session.get(MADE, {}).get(_form_of(request)) if request.method == "POST" else None
    if number is None or not Page.objects.filter(pk=number).exists():
        return None
    response: HttpResponse = EditView.as_view()(request, number)
    if isinstance(response, JsonResponse) and (told := json.loads(response.content)).get("success"):
        address = reverse("wagtailadmin_pages:edit", args=[number])
        return JsonResponse(told | {"url": address, "hydrate_url": f"{address}?_w_hydrate_create_view=1"})
    return response


def _form_of(request: HttpRequest) -> str:
    return hashlib.sha256(request.POST.get("csrfmiddlewaretoken", "").encode()).hexdigest()
