"""The lists behind the rows of the start screen: each line leads to the place where it can be done."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.validators import URLValidator, validate_email
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.images import get_image_model
from wagtail.models import Page

from home.editing.refusals import admin_403
from home.linkcheck.inside import anchors_of, fault_of, places_for
from home.linkcheck.links import Link, LinkKind, meant, named
from home.linkcheck.models import BrokenLink, LinkRound
from home.linkcheck.replace import replace_everywhere
from home.pages.permissions import may_publish_pages
from home.pages.selectors import load_pages
from home.review.writer import due_pages


def _only_editors(request: HttpRequest) -> None:
    if not may_publish_pages(request.user):
        raise PermissionDenied


@admin_403
def pages_to_read_again(request: HttpRequest) -> HttpResponse:
    """Shows the pages whose review is due, the longest overdue first.

    Raises PermissionDenied for people who publish nothing.
    """
    _only_editors(request)
    today = localdate()
    return TemplateResponse(request, "home/admin/read_again.html", {"pages": due_pages(today), "today": today})


@admin_403
def pictures_without_description(request: HttpRequest) -> HttpResponse:
    """Shows the pictures without a description. Raises PermissionDenied for people who publish nothing."""
    _only_editors(request)
    pictures = get_image_model().objects.filter(description="").order_by("-created_at")
    return TemplateResponse(request, "home/admin/pictures.html", {"pictures": pictures})


class AddressForm(forms.Form):
    """The address that takes the place of another one."""

    probably = ""
    """The address that was probably meant, offered until somebody has typed one."""

    written = forms.CharField(widget=forms.HiddenInput, max_length=500)
    address = forms.CharField(
        label=gettext_lazy("New address"),
        max_length=500,
        help_text=gettext_lazy("A page of this site: /nl/diensten/. Another website: https://…"),
    )

    def clean_address(self) -> str:
        """Returns the path of a page that exists, a mailto: address, or the whole address of another website.

        Raises ValidationError for anything else.
        """
        address: str = self.cleaned_data["address"].strip().removeprefix(settings.BASE_URL)
        if address.startswith("mailto:"):
            validate_email(address.removeprefix("mailto:"))
            return address
        if not address.startswith("/"):
            URLValidator(schemes=["http", "https"])(address)
            return address
        link = Link("", LinkKind.PATH, address)
        fault = fault_of(link, places_for([link]), _anchors, frozenset())
        if fault:
            raise forms.ValidationError(_("This address leads nowhere either: %(fault)s.") % {"fault": fault.label})
        return address


def _anchors(number: int) -> frozenset[str]:
    return anchors_of(Page.objects.get(pk=number).specific)


@admin_403
def broken_links(request: HttpRequest) -> HttpResponse:
    """Shows the links that lead nowhere, with a form per target; a POST puts one new address on all pages that have
    it.

    Raises PermissionDenied for people who publish nothing.
    """
    _only_editors(request)
    refused = None
    if request.method == "POST":
        refused = AddressForm(request.POST)
        if refused.is_valid():
            return _replace_and_tell(request, refused)
    rows = list(BrokenLink.objects.order_by("target", "page__path"))
    pages = {page.pk: page for page in load_pages(Page.objects.filter(pk__in={row.page_id for row in rows}))}
    targets: dict[str, list[BrokenLink]] = {}
    for row in rows:
        if row.page_id in pages:
            row.page = pages[row.page_id]
            field: Any = row.page._meta.get_field(row.field)
            row.label = field.verbose_name  # type: ignore[attr-defined]
            targets.setdefault(row.target, []).append(row)
    groups = [
        (
            target,
            found,
            refused if refused and refused.data.get("written") == target else _form_for(target),
        )
        for target, found in targets.items()
    ]
    context = {"groups": groups, "refused": refused, "round": LinkRound.objects.order_by("-at").first()}
    return TemplateResponse(request, "home/admin/broken_links.html", context)


def _form_for(target: str) -> AddressForm:
    """Returns the form for a target, with the address that was probably meant."""
    form = AddressForm({"written": target})
    link = named("", target, "", ())
    form.probably = meant(target) if link is not None and link.kind == LinkKind.UNCLEAR else ""
    return form


def _replace_and_tell(request: HttpRequest, form: AddressForm) -> HttpResponse:
    outcome = replace_everywhere(form.cleaned_data["written"], form.cleaned_data["address"], request.user)
    if outcome.changed:
        count = len(outcome.changed)
        told = ngettext("%(count)d page has the new address.", "%(count)d pages have the new address.", count)
        messages.success(request, told % {"count": count})
    for page in outcome.left:
        messages.warning(
            request, _("“%(title)s” has a draft and was left alone. Change it there.") % {"title": page.title}
        )
    return redirect("broken_links")
