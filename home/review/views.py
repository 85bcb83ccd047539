"""The two views of "still right": one for an owner without an account, one in the admin."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from wagtail.models import Page

from home.pages.base import BasePage
from home.pages.links import path_of
from home.review.writer import confirm, is_open, page_of
from home.same_origin import own_forms_only


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@own_forms_only()
def still_right(request: HttpRequest, token: str) -> HttpResponse:
    """Shows the page behind the link of a reminder, and confirms by POST; status 410 for a token that is not valid.

    Opening it confirms nothing: programs that check mail open links too.
    """
    page = page_of(token)
    asked = page is not None and is_open(page, token)
    done = False
    if request.method == "POST" and page is not None and asked:
        confirm(page, timezone.now())
        done = True
    about = {"about": page, "address": path_of(page) if page else "", "asked": asked, "done": done}
    response = render(request, "home/editing/still_right.html", about, status=200 if page else 410)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def still_right_in_admin(request: HttpRequest, page_id: int) -> HttpResponse:
    """Asks an editor the same, and confirms by POST.

    Raises PermissionDenied for somebody who may not publish the page.
    """
    page = get_object_or_404(Page, pk=page_id).specific
    if not isinstance(page, BasePage) or not page.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    if request.method != "POST":
        return TemplateResponse(request, "home/admin/still_right.html", {"page": page})
    following = confirm(page, timezone.now(), request.user)
    told = _("“%(title)s” is still right.") % {"title": page.title}
    if following:
        told += " " + _("Read it again on %(day)s.") % {"day": date_format(following, "j F Y")}
    messages.success(request, told)
    return redirect("wagtailadmin_pages:edit", page.pk)
