"""The form in which an editor writes a page."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminPageForm

from home.editing.ready import missing, still_missing, wrong_links
from home.pages.reserved_slugs import refusal
from home.translation.in_step.carry import OF_THE_SOURCE
from home.translation.in_step.twins import leads


class BasePageForm(WagtailAdminPageForm):
    """The form of a page of any type.

    It checks the address under its parent, and what a page needs before it is published.
    """

    minor_edit = forms.BooleanField(
        required=False,
        label=gettext_lazy("Minor edit: translations stay up to date"),
        help_text=gettext_lazy(
            "For a typing error or another change that no translation has to follow. It holds for this publication; "
            "the history of the page tells who ticked it."
        ),
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        self.instance.minor_edit = bool(cleaned.get("minor_edit"))
        if not leads(self.instance):
            for name in OF_THE_SOURCE:
                if cleaned.get(name):
                    self.add_error(name, _("The Dutch page decides when it is on the site, in every language."))
        reason = refusal(cleaned.get("slug", ""), self.parent_page.depth + 1 if self.parent_page else None)
        if reason:
            self.add_error("slug", reason)
        return cleaned

    def _post_clean(self) -> None:
        """Accepts any draft; a page that is handed in or published must be complete and without broken links."""
        super()._post_clean()
        if self.is_deferred_validation:
            return
        absent = missing(self.instance)
        for name in absent:
            self.add_error(name if name in self.fields else None, _("Fill this in before the page is published."))
        if absent:
            self.add_error(None, still_missing(self.instance))
        for link, message in wrong_links(self.instance):
            self.add_error(link.field if link.field in self.fields else None, message)
